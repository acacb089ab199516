package org.tutticittadini.core

import java.util.concurrent.CountDownLatch
import java.util.concurrent.atomic.AtomicInteger

/** Hangs for ever, and does not care about an interrupted thread: the worst that an app can write. */
internal class Hanging(private val after: Int = 0) : Transport {
    private val real = HttpTransport()
    private val requests = AtomicInteger()
    val hangs = CountDownLatch(1)

    override fun get(request: Request): Response {
        if (requests.incrementAndGet() <= after) return real.get(request)
        hangs.countDown()
        while (true) {
            try {
                Thread.sleep(Long.MAX_VALUE)
            } catch (_: InterruptedException) {
                // That is what it is here for.
            }
        }
    }
}

/** Does something before each request, which has a number from 1. */
internal class Doing(private val what: (Int) -> Unit) : Transport {
    private val real = HttpTransport()
    private val requests = AtomicInteger()

    override fun get(request: Request): Response {
        what(requests.incrementAndGet())
        return real.get(request)
    }
}

/** Makes something else of each answer. */
internal class Changing(private val change: (Request, Response) -> Response) : Transport {
    private val real = HttpTransport()

    override fun get(request: Request): Response = change(request, real.get(request))
}
