package org.tutticittadini.core

import java.util.concurrent.CompletableFuture
import java.util.concurrent.ExecutionException
import kotlin.concurrent.thread

/**
 * A transport that can be cut off in the middle of a request, whatever the transport behind it does. So a request that
 * hangs holds up neither a cancellation nor a close, and nothing but a `TransportException` reaches the core: an `Error`
 * that crossed into it would leave it without an answer.
 */
internal class Line(private val transport: Transport) : Transport {
    private val cut = CompletableFuture<Response>()

    /** Ends the running request, and every later one, with `Interrupted`. Returns at once. */
    fun cut() {
        cut.completeExceptionally(TransportException.Interrupted())
    }

    override fun get(request: Request): Response {
        val answer = CompletableFuture<Response>()
        val worker = thread(isDaemon = true, name = "cittadini-transport") {
            try {
                answer.complete(transport.get(request))
            } catch (thrown: Throwable) {
                answer.completeExceptionally(thrown)
            }
        }
        try {
            return CompletableFuture.anyOf(cut, answer).get() as Response
        } catch (failed: ExecutionException) {
            worker.interrupt()
            throw asTransport(failed.cause ?: failed)
        }
    }

    /** The platform's own word without its stack trace, which the log needs and nobody else. */
    private fun asTransport(thrown: Throwable): TransportException =
        thrown as? TransportException ?: TransportException.Connection(thrown.toString().lineSequence().first())
}
