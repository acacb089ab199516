package org.tutticittadini.core

import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.joinAll
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestInstance
import org.junit.jupiter.api.Timeout
import org.junit.jupiter.api.assertThrows
import java.util.concurrent.CountDownLatch
import java.util.concurrent.atomic.AtomicInteger

/** A deadlock is a test that takes longer than this, in seconds. */
private const val DEADLOCK = 120L

/** Within moments, in milliseconds: far less than the 20 seconds that a transport may wait. */
private const val MOMENTS = 5_000L

@Timeout(DEADLOCK)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadTransportTest {
    private val server = Release.serve()
    private val desk = Desk()

    @AfterEach
    fun tidy() = desk.close()

    @AfterAll
    fun stop() = server.close()

    /** What was there can be read, and a good line finds a good core. */
    private suspend fun unharmed(cittadini: Cittadini) {
        cittadini.home()
        val report = cittadini.sync()
        assertNull(report.problem)
        assertFalse(cittadini.home().empty)
        assertEquals("rinnovo-permesso", cittadini.procedure("rinnovo-permesso").id)
    }

    @Test
    fun `whatever a transport throws is offline, in one line`() = runBlocking {
        val thrown = listOf(
            { TransportException.Connection("no route to host") },
            { IllegalStateException("the lift is stuck\n\tat Lift.go(Lift.kt:3)") },
            { java.io.IOException("unexpected end of stream") },
            { RuntimeException() },
            { NotImplementedError("an Error, which is no Exception") },
            { StackOverflowError() },
            { OutOfMemoryError("the body") },
        )
        val cittadini = desk.seeded(server.url)
        for (throwing in thrown) {
            val what = throwing()
            val offline = assertThrows<ApiException.Offline>("$what") {
                runBlocking { cittadini.sync(transport = Doing { throw throwing() }) }
            }
            assertFalse(offline.reason.contains('\n') || offline.reason.isBlank(), offline.reason)
            assertFalse(cittadini.home().empty)
        }
        unharmed(cittadini)
    }

    @Test
    fun `a body above the cap, or of another length than announced, is refused`() = runBlocking {
        val changes = mapOf<String, (Request, Response) -> Response>(
            "one byte above the cap" to { asked, it -> it.copy(body = ByteArray(asked.cap.toInt() + 1)) },
            "far above the cap" to { _, it -> it.copy(body = ByteArray(50_000_000)) },
            "shorter than announced, always" to { _, it -> it.copy(body = it.body.copyOf(it.body.size / 2)) },
            "longer than announced" to
                { _, it -> it.copy(body = it.body + ByteArray(7), announced = it.body.size.toULong()) },
            "announced beyond all measure" to { _, it -> it.copy(body = ByteArray(0), announced = ULong.MAX_VALUE) },
            "nothing at all" to { _, it -> it.copy(body = ByteArray(0), announced = 0u) },
            "a part that nobody asked for" to { _, it -> it.copy(status = 206u, contentRange = "bytes 5-9/3") },
            "no known status" to { _, it -> it.copy(status = 0u) },
            "a status of another world" to { _, it -> it.copy(status = 65_535u) },
            "a login page" to { _, it -> it.copy(body = "<html>Wi-Fi</html>".toByteArray(), announced = 18u) },
        )
        for ((name, change) in changes) {
            val cittadini = desk.empty(server.url)
            val error =
                assertThrows<ApiException>(name) { runBlocking { cittadini.sync(transport = Changing(change)) } }
            assertTrue(error is ApiException.Offline || error is ApiException.Untrusted, "$name: $error")
            assertTrue(cittadini.home().empty, name)
            unharmed(cittadini)
        }
    }

    @Test
    fun `a body that breaks off is resumed where it broke`() = runBlocking {
        val asked = mutableListOf<Request>()
        var broken = false
        val transport = Changing { request, answer ->
            asked += request
            if (broken || !request.url.contains("/targets/")) return@Changing answer
            broken = true
            answer.copy(body = answer.body.copyOf(answer.body.size / 2))
        }
        assertNull(desk.empty(server.url).sync(transport = transport).problem)
        assertEquals(1, asked.count { it.offset > 0u }, "$asked")
    }

    @Test
    fun `a hanging transport holds up neither a cancellation nor a reading`() = runBlocking {
        for (after in listOf(0, 3, 6)) {
            val cittadini = desk.seeded(server.url).takeIf { after == 0 } ?: desk.empty(server.url)
            val hanging = Hanging(after)
            val sync = launch(Dispatchers.Default) { cittadini.sync(transport = hanging) }
            hanging.hangs.await()
            cittadini.home()
            withTimeout(MOMENTS) { sync.cancelAndJoin() }
            assertTrue(sync.isCancelled)
            unharmed(cittadini)
        }
    }

    @Test
    fun `a hanging transport does not hold up close`() = runBlocking {
        val cittadini = desk.seeded(server.url)
        val hanging = Hanging()
        val sync = async(Dispatchers.Default) { runCatching { cittadini.sync(transport = hanging) } }
        hanging.hangs.await()
        withTimeout(MOMENTS) { cittadini.close() }
        assertTrue(sync.await().exceptionOrNull() is ApiException.Interrupted)
    }

    @Test
    fun `a sync that is cancelled at any request leaves a core that goes on`() = runBlocking {
        val requests = AtomicInteger()
        desk.empty(server.url).sync(transport = Doing { requests.set(it) })
        for (number in 1..requests.get()) {
            val cittadini = desk.empty(server.url)
            lateinit var cancel: () -> Unit
            val begun = CountDownLatch(1)
            val sync = async(Dispatchers.Default) {
                begun.await()
                cittadini.sync(transport = Doing { if (it == number) cancel() })
            }
            cancel = { sync.cancel() }
            begun.countDown()
            assertThrows<CancellationException>("request $number") { runBlocking { sync.await() } }
            withTimeout(MOMENTS) { sync.join() }
            assertNull(cittadini.syncProgress.value)
            unharmed(cittadini)
        }
    }

    @Test
    fun `the core is interrupted by a cancellation, and never by the end of a sync`() = runBlocking {
        val counted = Counted(Core.open(Release.config(desk.folder(), server.url, Release.seed)))
        val cittadini = Cittadini(counted)
        cittadini.sync()
        assertEquals(0, counted.calls.count { it == "interrupt" })
        val hanging = Hanging()
        val sync = launch(Dispatchers.Default) { cittadini.sync(transport = hanging) }
        hanging.hangs.await()
        sync.cancelAndJoin()
        assertEquals(1, counted.calls.count { it == "interrupt" })
        cittadini.close()
    }

    @Test
    fun `who cancels a sync that waits for another leaves the other alone`() = runBlocking {
        val cittadini = desk.empty(server.url)
        val goOn = CountDownLatch(1)
        val first = async(Dispatchers.Default) { cittadini.sync(transport = Doing { goOn.await() }) }
        val second = launch(Dispatchers.Default) { cittadini.sync() }
        delay(50)
        second.cancelAndJoin()
        goOn.countDown()
        assertNull(first.await().problem)
    }

    @Test
    fun `readings go on while syncs are cancelled around them, and a cancelled reading stops no sync`() = runBlocking {
        val cittadini = desk.seeded(server.url)
        val readings = List(4) {
            async(Dispatchers.Default) { repeat(40) { assertFalse(cittadini.home().empty) } }
        }
        val left = launch(Dispatchers.Default) {
            while (true) {
                val reading = launch { cittadini.procedures() }
                delay(1)
                reading.cancelAndJoin()
            }
        }
        repeat(10) {
            val sync = launch(Dispatchers.Default) { cittadini.sync() }
            delay(it * 7L)
            sync.cancelAndJoin()
            assertNull(cittadini.sync().problem)
        }
        readings.forEach { it.await() }
        left.cancelAndJoin()
    }

    @Test
    fun `the progress can be watched, and ends with the sync`() = runBlocking {
        val cittadini = desk.empty(server.url)
        val seen = mutableListOf<SyncProgress?>()
        val watching = launch(Dispatchers.Default) { cittadini.syncProgress.toList(seen) }
        cittadini.sync(transport = Doing { Thread.sleep(150) })
        assertNull(cittadini.syncProgress.value)
        watching.cancelAndJoin()
        val stages = seen.filterNotNull()
        assertTrue(stages.any { it.stage == SyncStage.DOWNLOADING && it.bytesTotal > 0u }, "$seen")
        assertEquals(stages.map { it.bytesDone }, stages.map { it.bytesDone }.sorted())
    }

    @Test
    fun `several syncs at once come one after the other`() = runBlocking {
        val cittadini = desk.empty(server.url)
        val running = AtomicInteger()
        val most = AtomicInteger()
        val syncs = List(4) {
            launch(Dispatchers.Default) {
                cittadini.sync(
                    transport = Changing { _, answer ->
                        most.accumulateAndGet(running.incrementAndGet(), ::maxOf)
                        Thread.sleep(5)
                        running.decrementAndGet()
                        answer
                    },
                )
            }
        }
        syncs.joinAll()
        assertEquals(1, most.get())
        assertNotNull(cittadini.freshness().state)
    }
}
