package org.tutticittadini.core

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.Timeout
import org.junit.jupiter.api.assertThrows
import java.net.InetAddress
import java.net.ServerSocket
import java.net.Socket
import kotlin.concurrent.thread

/** The transport against a socket that says what a test wants, byte by byte. */
@Timeout(60)
class HttpTransportTest {
    private val transport = HttpTransport()

    /**
     * Answers each connection with some bytes, closes it, and hands back what was asked. The JDK asks a second time when
     * a connection ends without a word.
     */
    private fun <T> answered(bytes: ByteArray, ask: (String) -> T): Pair<T, List<String>> {
        ServerSocket(0, 1, InetAddress.getLoopbackAddress()).use { socket ->
            val asked = mutableListOf<String>()
            thread(isDaemon = true) {
                // Ends when the socket is closed.
                while (true) runCatching { socket.accept() }.getOrNull()?.use { answer(it, asked, bytes) } ?: break
            }
            return ask("http://127.0.0.1:${socket.localPort}/a") to asked
        }
    }

    private fun answer(connection: Socket, asked: MutableList<String>, bytes: ByteArray) {
        val reader = connection.getInputStream().bufferedReader()
        while (true) asked += reader.readLine()?.takeIf { it.isNotEmpty() } ?: break
        connection.getOutputStream().write(bytes)
    }

    private fun get(answer: String, offset: ULong = 0u, cap: ULong = 1_000u): Pair<Response, List<String>> =
        answered(answer.toByteArray()) { transport.get(Request(it, offset, cap)) }

    @Test
    fun `a request says nothing about the person or the device`() {
        val (_, asked) = get("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nSet-Cookie: a=b\r\nETag: x\r\n\r\nhi")
        assertEquals("GET /a HTTP/1.1", asked.first())
        val names = asked.drop(1).map { it.substringBefore(':') }.toSet()
        // Without a cache the platform asks that nobody on the way answers from one; that is no validator.
        val plain = setOf("User-Agent", "Accept", "Accept-Encoding", "Host", "Connection", "Cache-Control", "Pragma")
        assertEquals(plain, names)
        assertTrue("User-Agent: cittadini" in asked, "$asked")
        val (_, again) = get("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi")
        assertEquals(names, again.drop(1).map { it.substringBefore(':') }.toSet())
    }

    @Test
    fun `a part is asked for by its first byte and handed back with its range`() {
        val (answer, asked) = get(
            "HTTP/1.1 206 Partial Content\r\nContent-Length: 3\r\nContent-Range: bytes 5-7/8\r\n\r\nend",
            offset = 5u,
        )
        assertTrue("Range: bytes=5-" in asked, "$asked")
        assertEquals(206u.toUShort(), answer.status)
        assertEquals("bytes 5-7/8", answer.contentRange)
        assertEquals("end", String(answer.body))
    }

    @Test
    fun `when to come back is handed over as the server says it`() {
        for (wish in listOf("120", "Mon, 23 Nov 2026 09:00:00 GMT")) {
            val (answer, _) = get("HTTP/1.1 503 Busy\r\nRetry-After: $wish\r\nContent-Length: 0\r\n\r\n")
            assertEquals(503u.toUShort() to wish, answer.status to answer.retryAfter)
        }
        assertNull(get("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n").first.retryAfter)
    }

    @Test
    fun `no more than the cap is read`() {
        val (answer, _) = get("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(100_000), cap = 10u)
        assertEquals(10, answer.body.size)
        assertNull(answer.announced)
    }

    @Test
    fun `the part that arrived before the connection broke is an answer`() {
        val (answer, _) = get("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf-")
        assertEquals("half-", String(answer.body))
        assertEquals(10uL, answer.announced)
    }

    @Test
    fun `every status is an answer, and no redirect is followed`() {
        for (status in listOf(302, 304, 404, 416, 500, 503)) {
            val (answer, _) = get("HTTP/1.1 $status X\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: 0\r\n\r\n")
            assertEquals(status.toUShort(), answer.status)
        }
    }

    @Test
    fun `no answer, and what is no HTTP, is a connection that failed`() {
        for (answer in listOf("", "SSH-2.0-server\r\n\r\n", "HTTP/1.1 abc\r\n\r\n")) {
            assertThrows<TransportException.Connection>(answer) { get(answer) }
        }
        for (url in listOf("http://127.0.0.1:1/", "http://no such host/", "gopher://x/", "", "http://[::1")) {
            assertThrows<TransportException.Connection>(url) { transport.get(Request(url, 0u, 10u)) }
        }
    }
}
