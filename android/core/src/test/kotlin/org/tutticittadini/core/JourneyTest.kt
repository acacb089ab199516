package org.tutticittadini.core

import kotlinx.coroutines.runBlocking
import org.json.JSONObject
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.TestFactory
import org.junit.jupiter.api.assertThrows
import java.io.File

/**
 * `tests/journey.json`, which every shell walks, through the public class against the real server. One test a step, in
 * their order.
 */
class JourneyTest {
    @TestFactory
    fun `the journey of every shell`(): List<DynamicTest> {
        val journey = JSONObject(Release.journey.readText())
        val walk = Walk(journey.getString("municipality"))
        val steps = journey.getJSONArray("steps").map { it as JSONObject }
        return steps.mapIndexed { place, step ->
            val name = step.optString("do") + step.optString("screen") + " " + step.optString("language")
            dynamicTest("${place + 1}: $name") {
                runBlocking { walk.step(step) }
            }
        } + dynamicTest("the end") { walk.end() }
    }
}

private class Walk(private val municipality: String) {
    private val desk = Desk()
    private val server = Release.serve()
    private val folder: File = desk.folder()
    private lateinit var counted: Counted
    private lateinit var cittadini: Cittadini

    suspend fun step(step: JSONObject) {
        when (val what = step.optString("do")) {
            "" -> screen(step)
            "open" -> open(seed = Release.seed)
            "sync" -> sync(step.getString("expects"))
            "reopen" -> {
                server.close()
                cittadini.close()
                open(seed = null)
            }
            else -> error("the journey does «$what», which is not known here")
        }
    }

    private suspend fun open(seed: File?) {
        counted = Counted(Core.open(Release.config(folder, server.url, seed)))
        cittadini = Cittadini(counted)
    }

    private suspend fun sync(expects: String) = when (expects) {
        "up to date or applied, no problem" -> {
            val report = cittadini.sync()
            assertNull(report.problem)
            assertEquals(emptyList<Refused>(), report.refused)
            assertTrue(report.upToDate || report.applied.isNotEmpty())
        }
        "Offline" -> {
            val offline = assertThrows<ApiException.Offline> { runBlocking { cittadini.sync() } }
            assertFalse(offline.reason.contains('\n'), offline.reason)
        }
        else -> error("the journey expects «$expects», which is not known here")
    }

    private suspend fun screen(step: JSONObject) {
        val language = step.getString("language")
        cittadini.setSettings(ReaderSettings(listOf(language), municipality, Audience.PERSON))
        counted.calls.clear()
        val (seen, title) = when (val name = step.getString("screen")) {
            "home" -> cittadini.home().let { Seen.on(it) to it.title }
            "procedure" -> cittadini.procedure(step.getString("id")).let { Seen.on(it) to it.title }
            "offices" -> cittadini.offices().let { Seen.on(it) to it.offices.first().types.first() }
            else -> error("the journey has a screen «$name», which is not known here")
        }
        assertEquals(1, counted.calls.size, "one core call a screen, not ${counted.calls}")
        assertEquals(language, title.language)
        assertEquals(if (step.optString("direction") == "rtl") Direction.RTL else Direction.LTR, title.direction)
        step.getJSONArray("reads").forEach { assertTrue(seen.contains(it as String), "«$it» is not in\n$seen") }
    }

    fun end() {
        runBlocking { cittadini.close() }
        server.close()
        desk.close()
    }
}
