package org.tutticittadini.app

import android.content.pm.ApplicationInfo
import android.content.pm.PackageManager
import android.widget.Button
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config
import org.tutticittadini.core.Freshness
import org.tutticittadini.core.FreshnessState
import org.tutticittadini.core.LanguageChoice
import org.tutticittadini.core.LocalizedText
import org.tutticittadini.core.MunicipalityChoice
import org.tutticittadini.core.OfficeView
import org.tutticittadini.core.ProcedureCard
import org.tutticittadini.core.TreeCard
import org.tutticittadini.core.TriageAnswer
import org.tutticittadini.core.TriageContact
import org.tutticittadini.core.plain
import java.lang.reflect.Modifier

/** Whatever the core says stands on the screen. */
@RunWith(RobolectricTestRunner::class)
class CompleteTest {
    @get:Rule
    val phone = Phone()

    @Test
    @Config(qualifiers = "ar-ldrtl-w360dp-h740dp-xhdpi")
    fun `no sentence of a procedure is left out`() {
        phone.start()
        phone.choose(R.id.municipality, "Bollate")
        val core = phone.core
        val cards = runBlocking { core.procedures() }.groups.flatMap { it.procedures }
        assertTrue(cards.isNotEmpty())
        for (card in cards) {
            phone.go(Place.Procedure(card.id))
            phone.unfold()
            allIsRead(runBlocking { core.procedure(card.id) }, card.id)
        }
    }

    @Test
    fun `no sentence of the first screen and of the offices is left out`() {
        phone.start()
        val core = phone.core
        allIsRead(runBlocking { core.home() }, "home")
        phone.go(Place.Offices)
        val offices = runBlocking { core.offices() }
        allIsRead(offices, "offices")
        for (office in offices.offices.take(OFFICES)) {
            phone.go(Place.Office(office.id))
            phone.unfold()
            allIsRead(runBlocking { core.office(office.id) }, office.id)
        }
    }

    @Test
    @Config(qualifiers = "ar-ldrtl-w360dp-h740dp-xhdpi")
    fun `no sentence of a question or of what the answers come to is left out`() {
        phone.start()
        val core = phone.core
        for (tree in runBlocking { core.trees() }.trees) {
            // Each time the first answer, and once a question skipped at its turn.
            for (skipped in 0..MOST_SKIPPED) {
                val answers = mutableListOf<TriageAnswer>()
                phone.go(Place.Home)
                phone.go(Place.Questions(tree.id))
                var screen = runBlocking { core.triage(tree.id, answers) }
                while (true) {
                    phone.unfold()
                    allIsRead(screen, "${tree.id} $answers")
                    val asked = screen.question ?: break
                    val answered = answers.size != skipped && asked.kind == "single"
                    val first = asked.options.firstOrNull()?.takeIf { answered }
                    val words = (first?.text ?: asked.skip).plain().squeezed()
                    phone.tap(phone.views().filterIsInstance<Button>().first { it.text.toString().squeezed() == words })
                    answers += TriageAnswer(asked.id, first?.id ?: "skip")
                    screen = runBlocking { core.triage(tree.id, answers) }
                }
            }
        }
    }

    @Test
    @Config(qualifiers = "ar-rEG-ldrtl-w360dp-h740dp-xhdpi")
    fun `the first time the app speaks the language of the device, and then the reader's`() {
        phone.start()
        assertEquals("ar", runBlocking { phone.core.settings() }.languages.first())
        phone.choose(R.id.language, "English")
        val kept = phone.putAway()
        phone.end()
        phone.app.restart()
        phone.start(kept)
        assertTrue(phone.page().contains("What do you need to do?"))
        assertEquals(listOf("en", "ar"), runBlocking { phone.core.settings() }.languages)
    }

    @Test
    fun `the only permissions are the network and whether it is paid by the byte, and nothing goes into a backup`() {
        val app = phone.app.packageManager.getPackageInfo(phone.app.packageName, PackageManager.GET_PERMISSIONS)
        val asked = listOf("INTERNET", "ACCESS_NETWORK_STATE").map { "android.permission.$it" }
        assertEquals(asked, app.requestedPermissions?.toList())
        assertEquals(0, phone.app.applicationInfo.flags and ApplicationInfo.FLAG_ALLOW_BACKUP)
    }

    private fun allIsRead(record: Any, name: String) {
        val page = phone.page().squeezed()
        val missing = sentences(record).map { it.plain() }.filter { it.squeezed() !in page }
        assertEquals("$name leaves out", emptyList<String>(), missing)
    }

    private fun String.squeezed() = replace(Regex("[\u200B\u2066-\u2069]"), "").replace(Regex("\\s+"), " ")

    /**
     * Every sentence in a record, however deep; save that an item in a list is fresh, and its doubts there: they stand on
     * its own page. That hours are not known is said once, among what is not known.
     */
    private fun sentences(value: Any?): List<LocalizedText> = when (value) {
        null, is String, is Number, is Boolean, is Enum<*>, is LanguageChoice, is MunicipalityChoice -> emptyList()
        is LocalizedText -> listOf(value)
        is Iterable<*> -> value.flatMap { sentences(it) }
        is Freshness -> value.reservations + listOfNotNull(value.label.takeIf { value.state != FreshnessState.FRESH })
        is ProcedureCard -> value.run {
            listOfNotNull(title, titleIt, short, translation?.label, needsUpdate)
        }
        is TreeCard -> listOfNotNull(value.title, value.translation?.label)
        // The rest is on the office's own page, which a tap opens.
        is TriageContact -> value.run { sentences(contact) + sentences(chooseMunicipality) } +
            value.office?.run { types + listOfNotNull(unknown) + sentences(freshness) }.orEmpty()
        is OfficeView -> inside(if (value.unknown == null) value else value.copy(hoursUnknown = null))
        else -> inside(value)
    }

    private fun inside(record: Any): List<LocalizedText> = record.javaClass.declaredFields
        .filter { !Modifier.isStatic(it.modifiers) && !it.type.isPrimitive }
        .flatMap {
            it.isAccessible = true
            sentences(it.get(record))
        }

    private companion object {
        /** As many as say that all do. */
        const val OFFICES = 12

        /** The question, from 0, that is skipped last. */
        const val MOST_SKIPPED = 2
    }
}
