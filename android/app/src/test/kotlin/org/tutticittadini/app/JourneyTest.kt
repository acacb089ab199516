package org.tutticittadini.app

import android.view.View
import org.json.JSONObject
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.tutticittadini.core.Release
import org.tutticittadini.core.Server
import org.tutticittadini.core.plain

/** `tests/journey.json`, which every shell walks, through the screens of the app. */
@RunWith(RobolectricTestRunner::class)
class JourneyTest {
    @get:Rule
    val phone = Phone()

    private val server: Server = Release.serve()
    private val names = mapOf("it" to "Italiano", "ar" to "العربية")

    @Test
    fun `the journey of every shell`() {
        val journey = JSONObject(Release.journey.readText())
        val steps = journey.getJSONArray("steps")
        for (index in 0 until steps.length()) step(steps.getJSONObject(index), journey.getString("municipality"))
        server.close()
    }

    private fun step(step: JSONObject, municipality: String) {
        when (val what = step.optString("do")) {
            "" -> screen(step)
            "open" -> {
                Arranged.address = server.url
                phone.start().choose(R.id.municipality, municipality)
            }
            "sync" -> sync(step.getString("expects"))
            "reopen" -> {
                server.close()
                val kept = phone.putAway()
                phone.end()
                phone.app.restart()
                phone.start(kept)
            }
            else -> error("the journey does «$what», which is not known here")
        }
    }

    private fun sync(expects: String) {
        phone.activity.update()
        phone.settle()
        val said = if (expects == "Offline") phone.labels.troubles.offline else phone.labels.status.updated
        val status = phone.view<View>(R.id.status)
        assertTrue(phone.text(status), phone.text(status).contains(said.plain()))
        phone.tap(R.id.status_close)
        assertEquals("", phone.text(status))
    }

    private fun screen(step: JSONObject) {
        val language = step.getString("language")
        if (phone.app.core.lastLanguage != language) phone.choose(R.id.language, names.getValue(language))
        val place = when (val name = step.getString("screen")) {
            "home" -> Place.Home
            "procedure" -> Place.Procedure(step.getString("id"))
            "offices" -> Place.Offices
            else -> error("the journey has a screen «$name», which is not known here")
        }
        phone.go(place)
        assertEquals("one core call a screen", 1, phone.calls { phone.activity.retry() })
        val page = phone.page()
        step.getJSONArray("reads").let { reads ->
            for (index in 0 until reads.length()) {
                assertTrue("«${reads[index]}» is not in\n$page", page.contains(reads.getString(index)))
            }
        }
        val rightToLeft = phone.view<View>(R.id.frame).layoutDirection == View.LAYOUT_DIRECTION_RTL
        assertEquals(step.optString("direction") == "rtl", rightToLeft)
        phone.pictures("${step.getString("screen")}-$language", most = 16)
    }
}
