package org.tutticittadini.core

import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.Timeout
import org.junit.jupiter.api.assertThrows
import java.io.File
import java.nio.ByteBuffer

/** Where the header of a SQLite file keeps the version that its owner gave it: four bytes, the highest first. */
private const val USER_VERSION = 60

@Timeout(120)
class LifeTest {
    private val desk = Desk()

    @AfterEach
    fun tidy() = desk.close()

    /** Every call of the public class. */
    private val calls: Map<String, suspend Cittadini.() -> Any?> = mapOf(
        "home" to { home() },
        "procedures" to { procedures() },
        "procedure" to { procedure("rinnovo-permesso") },
        "offices" to { offices() },
        "office" to { office("questura-milano") },
        "terms" to { terms() },
        "notices" to { notices() },
        "changes" to { changes() },
        "deadline" to { deadline(DeadlineQuery.Span(8, "working_days"), "2026-11-23") },
        "timeline" to { timeline(TimelineQuery("rinnovo-permesso", listOf(), listOf())) },
        "trees" to { trees() },
        "triage" to { triage("tree-che-cosa-mi-serve", listOf()) },
        "hours" to { hours("questura-milano") },
        "openNow" to { openNow(OfficeFilter(null, true, false, false, null, null)) },
        "freshness" to { freshness() },
        "search" to { search("permeso") },
        "prepareSearch" to { prepareSearch() },
        "settings" to { settings() },
        "setSettings" to { setSettings(settings()) },
    )

    @Test
    fun `after close every call is an invalid input, and closing again does no harm`() = runBlocking {
        val cittadini = desk.seeded("http://127.0.0.1:9/")
        cittadini.close()
        cittadini.close()
        val file = File(desk.folder(), "release")
        val carried = mapOf<String, suspend Cittadini.() -> Any?>(
            "sync" to { sync() },
            "exportRelease" to { exportRelease(file) },
            "importRelease" to { importRelease(file) },
        )
        for ((name, call) in calls + carried) {
            assertThrows<ApiException.InvalidInput>(name) { runBlocking { cittadini.call() } }
        }
        assertNull(cittadini.syncProgress.value)
    }

    @Test
    fun `a folder is held by one and free after close`() = runBlocking {
        val config = Release.config(desk.folder(), seed = Release.seed)
        val cittadini = desk.open(config)
        assertThrows<ApiException.Locked> { runBlocking { desk.open(config) } }
        cittadini.close()
        assertFalse(desk.open(config).home().empty)
    }

    @Test
    fun `an opening that is cancelled leaves its folder free`() = runBlocking {
        for (moment in listOf(0L, 1, 20, 100, 200, 300)) {
            val config = Release.config(desk.folder(), seed = Release.seed)
            val opening = launch(Dispatchers.Default) { Cittadini.open(config) }
            delay(moment)
            opening.cancelAndJoin()
            if (opening.isCancelled) assertFalse(desk.open(config).home().empty)
        }
    }

    @Test
    fun `many threads read at once while a sync writes`() = Release.serve().use { server ->
        runBlocking {
            val cittadini = desk.empty(server.url)
            val readers = List(16) {
                async(Dispatchers.Default) {
                    repeat(20) {
                        cittadini.home()
                        cittadini.offices()
                        cittadini.freshness()
                    }
                }
            }
            assertNull(cittadini.sync().problem)
            readers.awaitAll()
            assertFalse(cittadini.home().empty)
        }
    }

    @Test
    fun `closing while many threads read gives each an answer or a typed error`() = runBlocking {
        repeat(5) { round ->
            val cittadini = desk.seeded()
            val readers = List(8) {
                async(Dispatchers.Default) { runCatching { while (true) cittadini.procedure("rinnovo-permesso") } }
            }
            delay(20L * round)
            cittadini.close()
            readers.awaitAll().forEach {
                val error = it.exceptionOrNull()
                assertTrue(error is ApiException.InvalidInput || error is ApiException.Interrupted, "$error")
            }
        }
    }

    @Test
    fun `what is not there is an invalid input, and says what`() = runBlocking {
        val cittadini = desk.seeded()
        val wrong: Map<String, suspend () -> Any?> = mapOf(
            "no-such-procedure" to { cittadini.procedure("no-such-procedure") },
            "no-such-office" to { cittadini.office("no-such-office") },
            "Atlantide" to { cittadini.setSettings(ReaderSettings(listOf("it"), "Atlantide", Audience.PERSON)) },
            "language" to { cittadini.setSettings(ReaderSettings(emptyList(), null, Audience.PERSON)) },
            "yesterday" to { cittadini.changes(Since.Day("yesterday")) },
            "repository" to { cittadini.sync() },
            "no-such-seed" to {
                desk.open(Release.config(desk.folder(), seed = File("no-such-seed")))
            },
        )
        for ((word, call) in wrong) {
            val error = assertThrows<ApiException.InvalidInput>(word) { runBlocking { call() } }
            assertTrue(error.reason.contains(word), error.reason)
        }
    }

    @Test
    fun `a seed that was changed or cut short is a typed error, or leaves a screen that is not empty`() = runBlocking {
        val whole = Release.seed.readBytes()
        val changed = (0 until whole.size step whole.size / 40).map { place ->
            whole.copyOf().also { it[place] = (it[place].toInt() xor 1).toByte() }
        }
        val cut = (1..20).map { whole.copyOf(whole.size * it / 21) }
        var untrusted = 0
        (changed + cut).forEachIndexed { number, bytes ->
            val seed = File(desk.folder(), "seed.tar").apply { writeBytes(bytes) }
            try {
                assertFalse(desk.open(Release.config(desk.folder(), seed = seed)).home().empty, "number $number")
            } catch (_: ApiException.Untrusted) {
                untrusted++
            }
        }
        assertTrue(untrusted > 0)
    }

    @Test
    fun `settings of a newer app are outdated and untouched`() = runBlocking {
        val folder = desk.folder()
        desk.open(Release.config(folder, seed = Release.seed)).close()
        val personal = File(folder, "personal.db")
        val bytes = personal.readBytes()
        ByteBuffer.wrap(bytes).putInt(USER_VERSION, 9_999)
        personal.writeBytes(bytes)
        assertThrows<ApiException.Outdated> { runBlocking { desk.open(Release.config(folder)) } }
        assertArrayEquals(bytes, personal.readBytes())
    }

    @Test
    fun `a folder that cannot be is a typed error`() = runBlocking {
        val file = File(desk.folder(), "file").apply { writeText("not a folder") }
        assertThrows<ApiException> { runBlocking { desk.open(Release.config(file)) } }
        assertThrows<ApiException> { runBlocking { desk.open(Release.config(File(file, "below"))) } }
        assertThrows<ApiException> { runBlocking { desk.open(Release.config(File("nul\u0000byte"))) } }
        Unit
    }

    @Test
    fun `damaged content is rebuilt from the seed, never an empty screen`() = runBlocking {
        val folder = desk.folder()
        val config = Release.config(folder, seed = Release.seed)
        desk.open(config).close()
        File(folder, "content.db").writeBytes(ByteArray(8_192) { (it * 31).toByte() })
        assertFalse(desk.open(config).home().empty)
    }

    @Test
    fun `settings are kept and the next screen follows them`() = runBlocking {
        val folder = desk.folder()
        val arabic = ReaderSettings(listOf("ar"), "Bollate", Audience.PERSON)
        val cittadini = desk.open(Release.config(folder, seed = Release.seed))
        cittadini.setSettings(arabic)
        assertEquals(Direction.RTL, cittadini.home().title.direction)
        cittadini.close()
        assertEquals(arabic, desk.open(Release.config(folder)).settings())
    }
}
