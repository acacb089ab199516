package org.tutticittadini.app

import android.content.Context
import android.content.res.Configuration
import android.os.LocaleList
import android.text.Spanned
import android.text.style.LocaleSpan
import android.view.View
import android.widget.Button
import android.widget.TextView
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.tutticittadini.core.ApiException
import org.tutticittadini.core.Direction
import org.tutticittadini.core.LocalizedText
import org.tutticittadini.core.Release
import org.tutticittadini.core.plain
import java.util.Locale

/** The app speaks the reader's language, in the words of the core; few are its own. */
@RunWith(RobolectricTestRunner::class)
class WordsTest {
    @get:Rule
    val phone = Phone()

    @Test
    fun `the words are read at opening, after a choice of language and after a sync, and for no screen`() {
        Release.serve().use { server ->
            Arranged.address = server.url
            phone.start()
            for (place in listOf(Place.Offices, Place.Procedure(RENEW), Place.Emergency, Place.Home)) {
                assertEquals("$place", SCREEN, phone.calls { phone.go(place) })
            }
            val municipality = phone.calls { phone.choose(R.id.municipality, "Bollate") }
            assertEquals(LIST + READ_AND_WRITE + SCREEN, municipality)
            val language = phone.calls { phone.choose(R.id.language, "English") }
            assertEquals(LIST + READ_AND_WRITE + WORDS + SCREEN + SEARCH, language)
            val update = phone.calls { phone.activity.update() }
            assertEquals(DUE + LANGUAGES + WORDS + SCREEN + SEARCH + PLAN, update)
        }
    }

    @Test
    fun `a language that a later release brings is spoken by an app that has no word of it`() {
        Release.serve(Release.later).use { server ->
            Arranged.address = server.url
            phone.start()
            phone.choose(R.id.language, "اردو")
        }
        val frame = phone.view<View>(R.id.frame)
        assertEquals("it", frame.context.getString(R.string.own_language))
        assertEquals(View.LAYOUT_DIRECTION_RTL, frame.layoutDirection)
        val actions = phone.labels.actions
        val spoken = mapOf(
            R.id.to_home to actions.home,
            R.id.to_offices to actions.offices,
            R.id.to_emergency to actions.emergency,
            R.id.municipality to actions.allMunicipalities,
        )
        spoken.forEach { (id, label) -> says(phone.view(id), label) }
        assertEquals("اردو", phone.view<Button>(R.id.language).text.toString())
        phone.picture("later-home")
        phone.go(Place.Procedure(RENEW))
        assertEquals(actions.back.plain(), phone.view<View>(R.id.back).contentDescription.toString())
        assertTrue(phone.page().contains("\n" + phone.labels.headings.steps.plain() + "\n"))
        assertFalse("no word of Italian where a label stands", phone.page().contains("\nPassi\n"))
        phone.picture("later-procedure")
        phone.activity.update()
        phone.settle()
        says(phone.view(R.id.status_text), phone.labels.troubles.offline)
    }

    private fun says(view: TextView, label: LocalizedText) {
        assertEquals("ur", label.language)
        assertEquals(label.plain(), view.text.toString())
        assertEquals("ur", language(view))
    }

    private fun language(view: TextView): String? = (view.text as Spanned)
        .getSpans(0, view.text.length, LocaleSpan::class.java).single().locale?.toLanguageTag()

    @Test
    fun `what the app says in Italian in another language's place is read as Italian, from left to right`() {
        Memory(phone.app).language = "ur"
        phone.app.opening = { throw ApiException.Locked("") }
        phone.app.restart()
        phone.start()
        assertTrue(phone.page(), phone.page().contains("aperti in un altro posto"))
        assertEquals("it", language(phone.view(R.id.before_sentence)))
        assertEquals(View.LAYOUT_DIRECTION_LTR, phone.view<View>(R.id.page).layoutDirection)
    }

    @Test
    fun `without any content the device's languages are followed as far as there are words`() {
        Arranged.assets["seed.tar"] = { null }
        val before = LocaleList.getDefault()
        LocaleList.setDefault(LocaleList.forLanguageTags("pt-BR,ar-EG,en-US"))
        phone.start()
        LocaleList.setDefault(before)
        assertEquals(listOf("ar", "en"), runBlocking { phone.core.settings() }.languages)
        assertEquals(View.LAYOUT_DIRECTION_RTL, phone.view<View>(R.id.frame).layoutDirection)
        assertEquals("nothing to choose from", View.GONE, phone.view<View>(R.id.language).visibility)
    }

    @Test
    fun `the app's own words stand in each language that it says it has`() {
        for (language in phone.app.resources.getStringArray(R.array.own_languages)) {
            val there = speaking(LocaleList(Locale.forLanguageTag(language)))
            assertEquals(language, there.getString(R.string.own_language))
            val runs = if (there.resources.getBoolean(R.bool.own_right_to_left)) Direction.RTL else Direction.LTR
            assertEquals(language, directions.getValue(language), runs)
        }
    }

    /** As the core has them. */
    private val directions: Map<String, Direction> by lazy {
        phone.start()
        runBlocking { phone.core.home() }.languages.associate { it.tag to it.direction }
    }

    @Test
    fun `a device that knows Italian first is answered in Italian, whatever it knows second`() {
        assertEquals("Riprova", speaking(LocaleList(Locale.ITALIAN, Locale.ENGLISH)).getString(R.string.retry))
    }

    private fun speaking(languages: LocaleList): Context = phone.app.createConfigurationContext(
        Configuration(phone.app.resources.configuration).apply { setLocales(languages) },
    )

    @Test
    fun `two quick choices are both kept`() {
        phone.start()
        val places = runBlocking { phone.core.home() }.municipalities
        for ((language, place) in listOf("ar", "en", "it", "ar").zip(places)) {
            val before = phone.app.core.edition.value
            phone.activity.chosenLanguage(language)
            phone.activity.chosenMunicipality(place.istat)
            phone.until("both are answered") { phone.app.core.edition.value == before + 2 }
            val kept = runBlocking { phone.core.settings() }
            assertEquals(language to place.istat, kept.languages.first() to kept.municipality)
        }
        phone.settle()
    }

    @Test
    fun `a choice is kept although the screen is turned meanwhile`() {
        phone.start()
        val before = phone.app.core.edition.value
        phone.activity.chosenLanguage("ar")
        phone.turn()
        phone.until("it is kept") { phone.app.core.edition.value == before + 1 }
        phone.settle()
        assertEquals("ar", phone.labels.actions.home.language)
        assertEquals(View.LAYOUT_DIRECTION_RTL, phone.view<View>(R.id.frame).layoutDirection)
    }

    private companion object {
        const val RENEW = "rinnovo-permesso"

        /** How many calls each of them is. */
        const val SCREEN = 1
        const val LIST = 1
        const val READ_AND_WRITE = 2
        const val WORDS = 1
        const val LANGUAGES = 1

        /** Made ready behind the screen. */
        const val SEARCH = 1
        const val DUE = 1
        const val PLAN = 2
    }
}
