package org.tutticittadini.app

import android.text.Spanned
import android.text.style.LocaleSpan
import android.text.style.URLSpan
import android.view.View
import android.widget.Button
import android.widget.TextView
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.tutticittadini.app.draw.Wanted
import org.tutticittadini.app.draw.drawn
import org.tutticittadini.core.Direction
import org.tutticittadini.core.LocalizedText
import org.tutticittadini.core.Run
import org.tutticittadini.core.TermView
import org.tutticittadini.core.Translation
import org.tutticittadini.core.TriageAnswer
import org.tutticittadini.core.plain
import kotlin.math.min

private const val RENEW = "rinnovo-permesso"

/** What docs/design-system.md promises, on the screens as they are drawn; and their pictures. */
@RunWith(RobolectricTestRunner::class)
class LooksTest {
    @get:Rule
    val phone = Phone()

    @Test
    @Config(qualifiers = "it-w360dp-h740dp-night-xhdpi")
    fun `by night, in Italian`() = walk("night-it")

    @Test
    @Config(qualifiers = "ar-ldrtl-w360dp-h740dp-night-xhdpi")
    fun `by night, in Arabic`() = walk("night-ar")

    @Test
    fun `with letters twice as large, in Italian`() {
        RuntimeEnvironment.setFontScale(2f)
        walk("large-it")
    }

    @Test
    @Config(qualifiers = "ar-ldrtl-w360dp-h740dp-xhdpi")
    fun `with letters twice as large, in Arabic`() {
        RuntimeEnvironment.setFontScale(2f)
        walk("large-ar")
    }

    @Test
    @Config(qualifiers = "en-w800dp-h1280dp-xhdpi")
    fun `on a tablet lines stay as long as can be read`() {
        walk("tablet-en")
        val widest = phone.view<View>(R.id.page).run { width - paddingStart - paddingEnd }
        assertTrue("$widest", widest <= phone.activity.resources.getDimensionPixelSize(R.dimen.reading_width))
    }

    @Test
    @Config(qualifiers = "it-w740dp-h360dp-land-xhdpi")
    fun `lying down`() = walk("lying-it")

    private fun walk(name: String) {
        phone.start()
        look("$name-home", most = 2)
        phone.go(Place.Procedure(RENEW))
        phone.unfold()
        look("$name-procedure", most = 5)
        phone.go(Place.Offices)
        look("$name-offices", most = 2)
        phone.go(Place.Office("questura-milano-immigrazione"))
        look("$name-office", most = 2)
        phone.go(Place.Emergency)
        look("$name-emergency", most = 2)
        lookAtQuestions(name)
        phone.go(Place.Dates(RENEW))
        look("$name-dates", most = 3)
        val office = runBlocking { phone.core.offices() }.offices.first { it.hours.isNotEmpty() }
        phone.go(Place.Hours(office.id))
        look("$name-hours", most = 2)
        phone.go(Place.OpenOffices(setOf(Wanted.SATURDAY)))
        look("$name-open-offices", most = 2)
        phone.go(Place.Search())
        phone.activity.typed("permeso sogiorno")
        phone.settle()
        look("$name-search", most = 2)
        lookAtWindow("$name-languages") { phone.tap(R.id.language) }
        lookAtWindow("$name-municipalities") { phone.tap(R.id.municipality) }
        lookAtWindow("$name-word") { phone.activity.explain(term()) }
    }

    /** A question with several answers, one that asks for a day, and what the answers come to. */
    private fun lookAtQuestions(name: String) {
        phone.go(Place.Questions("tree-rinnovo"))
        look("$name-question", most = 2)
        val said = listOf("punto" to "non-chiesto", "tipo" to "comune")
        said.forEachIndexed { at, (_, option) -> tapOption(said.take(at), option) }
        look("$name-question-day", most = 2)
        phone.activity.back()
        phone.activity.back()
        phone.settle()
        tapOption(emptyList(), "ritirato")
        phone.unfold()
        look("$name-outcome", most = 4)
    }

    private fun tapOption(before: List<Pair<String, String>>, option: String) {
        val answers = before.map { (question, value) -> TriageAnswer(question, value) }
        val asked = checkNotNull(runBlocking { phone.core.triage("tree-rinnovo", answers) }.question)
        val words = asked.options.first { it.id == option }.text.plain()
        phone.tap(phone.views().filterIsInstance<Button>().first { it.text.toString() == words })
    }

    private fun term(): TermView =
        runBlocking { phone.core.procedure(RENEW) }.terms.first { it.say != null || it.example != null }

    private fun lookAtWindow(name: String, open: () -> Unit) {
        val window = phone.window(open)
        val ground = checkNotNull(window.window).decorView
        phone.until("it is laid out") { ground.height > 0 }
        phone.picture(name, window)
        assertEquals(phone.view<View>(R.id.frame).layoutDirection, ground.layoutDirection)
        phone.views(ground).filterIsInstance<TextView>().forEach { speaksItsLanguage(it) }
        window.dismiss()
        phone.settle()
    }

    private fun look(name: String, most: Int) {
        phone.until("it is laid out") { phone.view<View>(R.id.page).height > 0 }
        phone.pictures(name, most)
        phone.views().forEach { view ->
            if (view is TextView) nothingIsCut(view)
            if (view.isClickable && view !is TextView || view is Button) canBeTapped(view)
        }
        phone.views(phone.view(R.id.page)).filterIsInstance<TextView>().forEach { speaksItsLanguage(it) }
        assertTrue("$name has headings", phone.views(phone.view(R.id.page)).any { it.isAccessibilityHeading })
    }

    private fun nothingIsCut(view: TextView) {
        val layout = view.layout ?: return
        val room = view.height - view.compoundPaddingTop - view.compoundPaddingBottom
        assertTrue("«${view.text}» is taller than its place: ${layout.height} in $room", layout.height <= room)
        (0 until layout.lineCount).forEach { assertEquals("«${view.text}»", 0, layout.getEllipsisCount(it)) }
        val at = IntArray(2).also { view.getLocationInWindow(it) }
        val screen = phone.activity.window.decorView.width
        assertTrue("«${view.text}» leaves the screen", at[0] >= 0 && at[0] + view.width <= screen)
    }

    private fun canBeTapped(view: View) {
        val least = phone.activity.resources.getDimensionPixelSize(R.dimen.touch)
        assertTrue(
            "${(view as? TextView)?.text ?: view}: ${view.width} × ${view.height}",
            min(view.width, view.height) >= least,
        )
    }

    private fun speaksItsLanguage(view: TextView) {
        val words = view.text
        if (words.isEmpty() || view.importantForAccessibility == View.IMPORTANT_FOR_ACCESSIBILITY_NO) return
        if (words.all { it.isDigit() }) return
        val spans = (words as Spanned).getSpans(0, words.length, LocaleSpan::class.java)
        assertEquals("«$words» has one language", 1, spans.size)
    }

    @Test
    fun `a number can be dialled, also from inside a sentence`() {
        phone.start().go(Place.Emergency)
        val runs = listOf(Run.Text("اتصل "), Run.Phone("800 290 290"), Run.Link("javascript:alert(1)", "qui"))
        val sentence = LocalizedText(runs, "ar", Direction.RTL, Translation.ORIGINAL, stale = false, fallback = false)
        val drawn = sentence.drawn(phone.activity) as Spanned
        assertEquals(listOf("tel:800290290"), drawn.getSpans(0, drawn.length, URLSpan::class.java).map { it.url })
        assertTrue("it keeps its order", drawn.contains("\u2066800 290 290\u2069"))
        val call = phone.views().filterIsInstance<Button>().first { "112" in it.text }
        phone.tap(call)
        val dialled = shadowOf(phone.activity).nextStartedActivity
        assertEquals("tel:112", dialled.dataString)
    }
}
