package org.tutticittadini.core

import java.io.ByteArrayOutputStream
import java.io.IOException
import java.io.InputStream
import java.net.HttpURLConnection
import java.net.URL

/**
 * HTTP as the platform does it: its proxies, its certificates, its connections kept alive. Plain GETs; no redirect, no
 * cache, no validator, and no header that says anything about the device. The app must not set a `CookieHandler`.
 *
 * It waits 15 seconds for a connection and 20 for the next byte. A thread that is interrupted stops at the next bytes.
 */
class HttpTransport : Transport {
    override fun get(request: Request): Response = try {
        fetch(request)
    } catch (failed: IOException) {
        throw TransportException.Connection(failed.toString())
    }

    private fun fetch(request: Request): Response {
        val connection = connect(request)
        val status = connection.responseCode
        if (status < 0) throw IOException("the answer is not HTTP")
        val announced = connection.contentLengthLong.takeIf { it >= 0 }?.toULong()
        val stream = if (status < HttpURLConnection.HTTP_BAD_REQUEST) connection.inputStream else connection.errorStream
        val body = ByteArrayOutputStream()
        val ended = stream == null || read(stream, body, request.cap)
        // What was read to its end stays connected for the next file.
        if (ended || body.size().toULong() == announced) stream?.close() else connection.disconnect()
        return Response(
            status.toUShort(),
            body.toByteArray(),
            announced,
            connection.getHeaderField("Content-Range"),
            connection.getHeaderField("Retry-After"),
        )
    }

    private fun connect(request: Request): HttpURLConnection {
        val connection = URL(request.url).openConnection() as HttpURLConnection
        connection.connectTimeout = CONNECT_MILLISECONDS
        connection.readTimeout = READ_MILLISECONDS
        connection.instanceFollowRedirects = false
        connection.useCaches = false
        // Without these the platform names itself, or compresses and hides the length.
        connection.setRequestProperty("User-Agent", "cittadini")
        connection.setRequestProperty("Accept", "*/*")
        connection.setRequestProperty("Accept-Encoding", "identity")
        if (request.offset > 0u) connection.setRequestProperty("Range", "bytes=${request.offset}-")
        return connection
    }

    /** Reads up to the cap; keeps the part that arrived when the connection breaks. Whether the body ended. */
    private fun read(from: InputStream, to: ByteArrayOutputStream, cap: ULong): Boolean {
        val part = ByteArray(PART_BYTES)
        try {
            while (to.size().toULong() < cap && !Thread.currentThread().isInterrupted) {
                val count = from.read(part, 0, minOf(cap - to.size().toULong(), PART_BYTES.toULong()).toInt())
                if (count < 0) return true
                to.write(part, 0, count)
            }
        } catch (_: IOException) {
            // The part that arrived is an answer too: the core asks for the rest.
        }
        return false
    }

    private companion object {
        const val CONNECT_MILLISECONDS = 15_000
        const val READ_MILLISECONDS = 20_000
        const val PART_BYTES = 65_536
    }
}
