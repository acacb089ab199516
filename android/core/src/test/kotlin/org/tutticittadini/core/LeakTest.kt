package org.tutticittadini.core

import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.Timeout
import java.io.File

/**
 * Nothing is lost on the way between the two languages. The heap is of a fixed size and touched beforehand (see the
 * pom), so that what grows is what lies outside it.
 */
@Timeout(300)
class LeakTest {
    private val desk = Desk()

    @Test
    fun `10,000 calls do not let memory grow`() = desk.use {
        runBlocking {
            val cittadini = desk.seeded()
            repeat(WARM) { call(cittadini, it) }
            val before = memoryKb()
            repeat(CALLS) { call(cittadini, it) }
            val grown = memoryKb() - before
            println("memory grew by $grown KB in $CALLS calls")
            assertTrue(grown < CALLS, "$grown KB in $CALLS calls: a kilobyte a call or more")
        }
    }

    /** All kinds of call: those that throw too. */
    private suspend fun call(cittadini: Cittadini, number: Int): Any? = when (number % 10) {
        0 -> cittadini.home()
        1 -> cittadini.office(office(cittadini))
        2, 3 -> runCatching { cittadini.procedure("no-such-procedure") }
        4 -> cittadini.setSettings(ReaderSettings(listOf(if (number % 20 == 4) "ar" else "it"), null, Audience.PERSON))
        5 -> cittadini.notices()
        6 -> cittadini.changes()
        else -> cittadini.settings()
    }

    private lateinit var anOffice: String

    private suspend fun office(cittadini: Cittadini): String {
        if (!::anOffice.isInitialized) anOffice = cittadini.offices().offices.first().id
        return anOffice
    }

    @Test
    fun `opening and closing, and syncs, leave no file, no thread and no memory behind`() = desk.use {
        Release.serve().use { server ->
            runBlocking {
                val config = Release.config(desk.folder(), server.url, Release.seed)
                suspend fun once() {
                    val cittadini = Cittadini.open(config)
                    cittadini.sync()
                    cittadini.close()
                }
                repeat(20) { once() }
                val (files, threads, memory) = Triple(files(), Thread.activeCount(), memoryKb())
                repeat(OPENINGS) { once() }
                val grown = memoryKb() - memory
                println("memory grew by $grown KB in $OPENINGS openings and syncs")
                assertTrue(files() <= files + 8, "${files()} files are open, $files were")
                assertTrue(Thread.activeCount() <= threads + 8, "${Thread.activeCount()} threads, $threads before")
                assertTrue(grown < OPENINGS * 50, "$grown KB in $OPENINGS openings and syncs")
            }
        }
    }

    private fun files(): Int = File("/proc/self/fd").list().orEmpty().size

    /** What this process has in memory, after what nobody holds any more is gone. */
    private fun memoryKb(): Long {
        repeat(3) {
            System.gc()
            Thread.sleep(50)
        }
        val line = File("/proc/self/status").readLines().first { it.startsWith("VmRSS:") }
        return line.filter(Char::isDigit).toLong()
    }

    private companion object {
        const val WARM = 3_000
        const val CALLS = 10_000
        const val OPENINGS = 100
    }
}
