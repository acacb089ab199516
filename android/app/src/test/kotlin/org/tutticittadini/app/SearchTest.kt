package org.tutticittadini.app

import android.text.Spanned
import android.text.style.StyleSpan
import android.text.style.UnderlineSpan
import android.view.View
import android.widget.Button
import android.widget.EditText
import android.widget.ScrollView
import android.widget.TextView
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config
import org.robolectric.shadows.ShadowDialog
import org.tutticittadini.core.Direction
import org.tutticittadini.core.HitKind
import org.tutticittadini.core.SearchHit
import org.tutticittadini.core.SearchScreen
import org.tutticittadini.core.plain

/** A few words, and what answers them: with each letter, and not one of them kept. */
@RunWith(RobolectricTestRunner::class)
class SearchTest {
    @get:Rule
    val phone = Phone()

    @Test
    fun `a few words lead to what to do, in Italian`() = walk("it", "permeso sogiorno")

    @Test
    @Config(qualifiers = "ar-ldrtl-w360dp-h740dp-xhdpi")
    fun `a few words lead to what to do, in Arabic`() = walk("ar", "تجديد الاقامة")

    @Test
    @Config(qualifiers = "ar-ldrtl-w360dp-h740dp-night-xhdpi")
    fun `the word of the counter leads there too, by night`() = walk("night-ar", "permesso di soggiorno")

    private fun walk(name: String, words: String) {
        phone.start()
        phone.pictures("search-$name-way", most = 1)
        assertEquals("one core call a screen", 1, phone.calls { phone.tap(way()) })
        assertTrue(field().isFocused)
        assertEquals(phone.labels.actions.searchHint.plain(), field().hint.toString())
        phone.pictures("search-$name-empty", most = 1)
        assertEquals("one core call a letter", 1, phone.calls { type(words) })
        phone.pictures("search-$name-found", most = 3)
        val found = search(words)
        phone.unfold()
        assertEquals(emptyList<String>(), missing(found))
        assertTrue(found.hits.isNotEmpty())
        highlightsAreSeen(found)
        val procedure = found.hits.first { it.kind == HitKind.PROCEDURE }
        phone.tap(cards()[found.hits.indexOf(procedure)])
        assertTrue(phone.page().contains(runBlocking { phone.core.procedure(procedure.id) }.title.plain()))
        assertEquals(View.GONE, phone.view<View>(R.id.search).visibility)
        phone.tap(R.id.back)
        assertEquals("what she typed is still there", words, field().text.toString())
        assertEquals(emptyList<String>(), missing(found))
    }

    private fun highlightsAreSeen(found: SearchScreen) {
        val texts = found.hits.zip(cards()).flatMap { (hit, card) ->
            val italian = hit.titleIt.takeIf { it.text != hit.title.text }
            listOfNotNull(hit.title, italian, hit.snippet).map { it to card }
        }.filter { (text) -> text.ranges.isNotEmpty() }
        assertTrue(texts.isNotEmpty())
        for ((title, card) in texts) {
            val shown = phone.views(card).filterIsInstance<TextView>()
            val view = shown.first { it.text.toString() == title.text }
            val words = view.text as Spanned
            val marked = words.getSpans(0, words.length, UnderlineSpan::class.java)
            val bold = words.getSpans(0, words.length, StyleSpan::class.java)
            val places = title.ranges.map { it.start.toInt() to it.end.toInt() }
            val underlined = marked.map { words.getSpanStart(it) to words.getSpanEnd(it) }
            assertEquals(title.text, places, underlined.sortedBy { it.first })
            assertEquals(places.size, bold.size)
            val direction = if (title.direction == Direction.RTL) View.TEXT_DIRECTION_RTL else View.TEXT_DIRECTION_LTR
            assertEquals(direction, view.textDirection)
        }
    }

    @Test
    fun `each letter is a search, and an older answer is never shown`() {
        phone.start()
        phone.tap(way())
        val words = "permesso"
        val calls = phone.calls {
            words.indices.forEach { field().setText(words.take(it + 1)) }
            // Nothing was awaited: the answers of the others come when nobody wants them any more.
        }
        // A search that is cancelled before it has a thread never comes to the core.
        assertTrue("$calls", calls in 1..words.length)
        assertEquals(search(words).hits.size, cards().size)
        phone.unfold()
        assertEquals(emptyList<String>(), missing(search(words)))
        type("")
        assertEquals(0, cards().size)
        assertEquals("", phone.view<TextView>(R.id.search_count).text.toString())
    }

    @Test
    fun `an answer that comes late is not drawn above the newer one`() {
        phone.start()
        phone.tap(way())
        repeat(ROUNDS) {
            field().setText("questura")
            field().setText("qzxwv")
            phone.settle()
            assertTrue(phone.page(), phone.page().contains(checkNotNull(search("qzxwv").nothing).plain()))
            assertEquals(0, cards().size)
        }
    }

    @Test
    fun `what was typed outlives a rotation, and lies in nothing that is kept`() {
        phone.start()
        phone.tap(way())
        type(SECRET)
        phone.turn()
        assertEquals(SECRET, field().text.toString())
        val kept = phone.putAway()
        val written = phone.written(kept)
        assertTrue("the place is", written.contains("search"))
        for (word in SECRET.split(" ")) assertFalse("$word is kept", written.contains(word))
        phone.end()
        phone.app.dataDir.walk().filter { it.isFile }.forEach { file ->
            assertFalse("$file", file.readBytes().decodeToString().contains(SECRET))
        }
        phone.app.restart()
        phone.start(kept)
        assertEquals("", field().text.toString())
        assertEquals(0, cards().size)
    }

    @Test
    fun `neither the keyboard nor what fills in forms learns what is typed`() {
        phone.start()
        phone.tap(way())
        val field = field()
        assertEquals(View.IMPORTANT_FOR_AUTOFILL_NO, field.importantForAutofill)
        assertEquals(View.IMPORTANT_FOR_CONTENT_CAPTURE_NO, field.importantForContentCapture)
        assertFalse(field.isSaveEnabled)
        val noSuggestions = android.text.InputType.TYPE_TEXT_FLAG_NO_SUGGESTIONS
        assertEquals(noSuggestions, field.inputType and noSuggestions)
        val options = android.view.inputmethod.EditorInfo.IME_FLAG_NO_PERSONALIZED_LEARNING
        assertEquals(options, field.imeOptions and options)
        assertTrue(field.isFocusableInTouchMode)
    }

    @Test
    fun `how much was found is said politely, in words where nothing was`() {
        phone.start()
        phone.tap(way())
        val count = phone.view<TextView>(R.id.search_count)
        assertEquals(View.ACCESSIBILITY_LIVE_REGION_POLITE, count.accessibilityLiveRegion)
        type("codice fiscale")
        val found = search("codice fiscale").hits.size.toString()
        assertTrue("${count.contentDescription}", count.contentDescription.contains(found))
        assertTrue(count.contentDescription.startsWith(phone.labels.headings.results.plain()))
        type("permeso sogiorno")
        val showing = checkNotNull(search("permeso sogiorno").showing).plain()
        assertTrue("${count.contentDescription}", count.contentDescription.startsWith(showing))
        type("qzxwv")
        assertEquals(checkNotNull(search("qzxwv").nothing).plain(), count.contentDescription.toString())
    }

    @Test
    fun `every kind of hit leads where it says, and none is a dead end that looks like a way`() {
        phone.start()
        phone.choose(R.id.language, "العربية")
        phone.tap(way())
        val seen = mutableSetOf<HitKind>()
        for (words in WORDS) {
            type(words)
            search(words).hits.forEachIndexed { at, hit -> if (seen.add(hit.kind)) follow(hit, cards()[at]) }
        }
        assertTrue("$seen", seen.size >= MOST_KINDS)
    }

    private fun follow(hit: SearchHit, shown: View) {
        assertTrue(hit.title.text in phone.text(shown))
        when (hit.kind) {
            HitKind.PROCEDURE -> opened(shown, runBlocking { phone.core.procedure(hit.id) }.title.plain())
            HitKind.OFFICE -> opened(shown, runBlocking { phone.core.office(hit.id) }.office.nameIt)
            HitKind.OFFICE_TYPE -> when (val office = hit.offices.firstOrNull()) {
                null -> assertFalse(shown.isClickable)
                else -> opened(shown, runBlocking { phone.core.office(office) }.office.nameIt)
            }
            HitKind.DOCUMENT -> {
                assertFalse(shown.isClickable)
                phone.unfold()
                hit.procedures.firstOrNull()?.let { name ->
                    val button = phone.views(shown).filterIsInstance<Button>()
                        .first { it.text.toString() == name.title.plain() }
                    opened(button, runBlocking { phone.core.procedure(name.id) }.title.plain())
                }
            }
            HitKind.CONTACT -> {
                assertFalse(shown.isClickable)
                assertTrue(phone.views(shown).any { it is Button })
                val contact = checkNotNull(hit.contact)
                val said = listOfNotNull(contact.value, contact.what) + contact.freshness.reservations
                said.forEach { assertTrue(phone.text(shown).contains(it.plain().replace(MARKS, ""))) }
            }
            HitKind.TERM -> {
                val window = phone.window { shown.performClick() }
                val term = runBlocking { phone.core.terms() }.terms.first { it.id == hit.id }
                phone.until("it is laid out") { checkNotNull(window.window).decorView.height > 0 }
                assertTrue(phone.text(checkNotNull(window.window).decorView).contains(term.nameIt))
                window.dismiss()
                ShadowDialog.reset()
            }
            HitKind.SERVICE -> assertFalse(shown.isClickable)
        }
    }

    private fun opened(tapped: View, words: String) {
        phone.tap(tapped)
        assertTrue("«$words» is not in\n${phone.page()}", phone.page().contains(words))
        phone.tap(R.id.back)
    }

    @Test
    fun `a step that answers stands at the top of its procedure`() {
        phone.start()
        phone.tap(way())
        val words = "impronte"
        type(words)
        val hits = search(words).hits
        val hit = hits.first { it.kind == HitKind.PROCEDURE && it.step != null }
        phone.tap(cards()[hits.indexOf(hit)])
        phone.until("it is scrolled") { phone.view<ScrollView>(R.id.scroll).scrollY > 0 }
        val step = phone.view<View>(R.id.page).findViewWithTag<View>(checkNotNull(hit.step).id)
        assertTrue(phone.text(step).contains(checkNotNull(hit.step).title.plain()))
        val (scroll, at) = IntArray(2).also { phone.view<View>(R.id.scroll).getLocationInWindow(it) } to
            IntArray(2).also { step.getLocationInWindow(it) }
        assertEquals(scroll[1], at[1])
    }

    @Test
    fun `what is typed may be anything`() {
        phone.start()
        phone.tap(way())
        for (words in listOf("a", "\"*:^ OR NEAR(", "\u0000\u202e", "😀😀", "x".repeat(LONG), "\ud83d")) {
            type(words)
            assertFalse(phone.page(), phone.page().contains(phone.labels.actions.retry.plain()))
        }
    }

    private fun way(): View = phone.views(phone.view(R.id.page)).filterIsInstance<Button>()
        .first { it.text.toString() == phone.labels.actions.searchHint.plain() }

    private fun field(): EditText = phone.view(R.id.search_field)

    private fun type(words: String) {
        field().setText(words)
        phone.settle()
    }

    private fun search(words: String): SearchScreen = runBlocking { phone.core.search(words) }

    private fun missing(found: SearchScreen): List<String> {
        val page = phone.page()
        val said = listOfNotNull(found.showing, found.nothing) +
            found.hits.flatMap { listOfNotNull(it.label, it.step?.title, it.translation?.label) } +
            found.hits.flatMap { hit -> hit.procedures.map { it.title } }
        val words = found.hits.flatMap { listOfNotNull(it.title, it.titleIt, it.snippet) }.map { it.text }
        return (said.map { it.plain() } + words).filter { it.replace(MARKS, "") !in page }
    }

    private fun cards(): List<View> =
        phone.views(phone.view(R.id.page)).filter { it.parent === phone.view(R.id.page) && it !is TextView }

    private companion object {
        val MARKS = Regex("[\u2066-\u2069]")
        const val SECRET = "violenza marito"
        const val ROUNDS = 20
        const val LONG = 10_000
        const val MOST_KINDS = 5
        val WORDS = listOf(
            "permesso di soggiorno", "questura", "passaporto", "antiviolenza", "112", "avvocato", "prefettura",
            "marca da bollo", "numero verde", "Comune", "sportello",
        )
    }
}
