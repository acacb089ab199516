package org.tutticittadini.core

import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Test
import java.io.File
import kotlin.system.measureNanoTime

/**
 * Measures what a person waits for. A slow machine makes no test fail: the figures are printed by
 * `cargo xtask android core`, beside what was promised.
 */
class FiguresTest {
    @Test
    fun `what a screen costs is written down`(): Unit = Desk().use { desk ->
        runBlocking {
            val folder = desk.folder()
            val config = Release.config(folder)
            val first = measureNanoTime { Cittadini.open(config.copy(seed = Release.seed.path)).close() }
            val opens = List(WARM + TIMES) { openAndHome(config) }.drop(WARM)

            val cittadini = desk.open(config)
            val homes = List(WARM + TIMES) { measureNanoTime { cittadini.home() } }.drop(WARM)
            val labels = List(WARM + TIMES) { measureNanoTime { cittadini.labels() } }.drop(WARM)
            val procedures = List(WARM + TIMES) { measureNanoTime { cittadini.procedure(PROCEDURE) } }.drop(WARM)
            File("target/figures.txt").writeText(
                listOf(
                    figure("first open, with the seed", first),
                    figure("open + home, warm JVM", median(opens), PROMISED_MS),
                    figure("home", median(homes)),
                    figure("the words of the frame", median(labels)),
                    figure("procedure, the whole screen", median(procedures)),
                ).joinToString("\n", postfix = "\n"),
            )
        }
    }

    private suspend fun openAndHome(config: Config): Long {
        val cittadini: Cittadini
        val took = measureNanoTime {
            cittadini = Cittadini.open(config)
            assertFalse(cittadini.home().empty)
        }
        cittadini.close()
        return took
    }

    private fun median(nanoseconds: List<Long>): Long = nanoseconds.sorted()[nanoseconds.size / 2]

    private fun figure(what: String, nanoseconds: Long, promised: Int? = null): String {
        val ms = nanoseconds / 1e6
        val verdict = promised?.let { if (ms <= it) "  (promised: $it)" else "  TOO SLOW (promised: $it)" }
        return "  %-28s %8.1f ms%s".format(java.util.Locale.ROOT, what, ms, verdict.orEmpty())
    }

    private companion object {
        const val WARM = 10
        const val TIMES = 31
        const val PROMISED_MS = 80
        const val PROCEDURE = "rinnovo-permesso"
    }
}
