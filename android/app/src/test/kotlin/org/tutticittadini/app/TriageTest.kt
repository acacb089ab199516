package org.tutticittadini.app

import android.app.DatePickerDialog
import android.content.DialogInterface
import android.view.View
import android.widget.Button
import android.widget.CheckBox
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
import org.tutticittadini.core.TriageAnswer
import org.tutticittadini.core.TriageScreen
import org.tutticittadini.core.plain

/** From a question to what to do, and not a word of it kept. */
@RunWith(RobolectricTestRunner::class)
class TriageTest {
    @get:Rule
    val phone = Phone()

    @Test
    fun `somebody who does not know what she needs comes to a procedure, in Italian`() = walkToProcedure("it")

    @Test
    @Config(qualifiers = "ar-ldrtl-w360dp-h740dp-xhdpi")
    fun `somebody who does not know what she needs comes to a procedure, in Arabic`() = walkToProcedure("ar")

    @Test
    @Config(qualifiers = "ar-ldrtl-w360dp-h740dp-night-xhdpi")
    fun `the same by night`() = walkToProcedure("night-ar")

    private fun walkToProcedure(name: String) {
        phone.start()
        phone.pictures("triage-$name-home", most = 1)
        val entrance = runBlocking { phone.core.home() }.trees.first()
        assertEquals("one core call a screen", 1, phone.calls { phone.tap(titled(entrance.title.plain())) })
        phone.pictures("triage-$name-question")
        for ((question, option) in WAY) {
            val tapped = option(ENTRANCE, question, option)
            assertEquals("one core call an answer", 1, phone.calls { phone.tap(tapped) })
        }
        val screen = triage(ENTRANCE, WAY)
        val outcome = checkNotNull(screen.outcome)
        phone.pictures("triage-$name-outcome")
        assertTrue(phone.page().contains(outcome.verdictText.plain()))
        assertTrue(phone.page().contains(outcome.text.plain()))
        screen.trace.flatMap { it.answers }.forEach { assertTrue(phone.page().contains(it.plain())) }
        val card = outcome.procedures.first()
        phone.tap(titled(card.title.plain()))
        assertTrue(phone.page().contains(phone.labels.headings.steps.plain()))
        phone.tap(R.id.back)
        assertTrue("the way on is a way back", phone.page().contains(outcome.verdictText.plain()))
    }

    @Test
    fun `back is the question before, and at last the screen before`() {
        phone.start()
        phone.go(Place.Questions(ENTRANCE))
        val (first, second) = WAY
        choose(ENTRANCE, first.first, first.second)
        assertTrue(phone.page().contains(question(listOf(first))))
        choose(ENTRANCE, second.first, second.second, listOf(first))
        phone.tap(R.id.back)
        assertTrue(phone.page().contains(question(listOf(first))))
        phone.tap(R.id.back)
        assertTrue(phone.page().contains(question(emptyList())))
        phone.tap(R.id.back)
        assertTrue(phone.page().contains(runBlocking { phone.core.home() }.title.plain()))
    }

    @Test
    fun `two quick taps are one answer`() {
        phone.start()
        phone.go(Place.Questions(ENTRANCE))
        val (question, option) = WAY.first()
        option(ENTRANCE, question, option).run {
            performClick()
            performClick()
        }
        phone.settle()
        assertTrue(phone.page(), phone.page().contains(question(WAY.take(1))))
    }

    @Test
    fun `every question may be skipped, and the tree begun anew`() {
        phone.start()
        phone.go(Place.Questions(ENTRANCE))
        assertTrue(phone.page().contains(phone.labels.details.nothingKept.plain()))
        phone.tap(button(checkNotNull(triage(ENTRANCE, emptyList()).question).skip.plain()))
        assertTrue(phone.page().contains(phone.labels.headings.answers.plain()))
        phone.tap(button(phone.labels.actions.startAgain.plain()))
        assertTrue(phone.page().contains(question(emptyList())))
        assertFalse(phone.page().contains(phone.labels.actions.startAgain.plain()))
    }

    @Test
    fun `a day is chosen in the platform's calendar, and several answers go on together`() {
        phone.start()
        phone.go(Place.Questions(RENEWAL))
        val before = listOf("punto" to "non-chiesto", "tipo" to "comune")
        before.forEachIndexed { at, (question, option) -> choose(RENEWAL, question, option, before.take(at)) }
        val goOn = phone.labels.actions.goOn.plain()
        assertFalse("there is nothing to hand in", button(goOn).isEnabled)
        chooseDay(2027, 4, 30)
        phone.pictures("triage-it-day", most = 1)
        phone.tap(button(goOn))
        val day = before + ("data" to "2027-04-30")
        var asked = checkNotNull(triage(RENEWAL, day).question)
        var way = day
        while (asked.kind != "multi") {
            val option = asked.options.first().id
            choose(RENEWAL, asked.id, option, way)
            way = way + (asked.id to option)
            asked = checkNotNull(triage(RENEWAL, way).question)
        }
        val boxes = phone.views().filterIsInstance<CheckBox>()
        assertEquals(asked.options.size, boxes.size)
        // The later first: they are handed in in the order in which they are asked.
        boxes.take(2).reversed().forEach { it.performClick() }
        phone.pictures("triage-it-several")
        phone.tap(button(goOn))
        val both = triage(RENEWAL, way + (asked.id to asked.options.take(2).joinToString(",") { it.id }))
        both.trace.last().answers.also { assertEquals(2, it.size) }
            .forEach { assertTrue(phone.page(), phone.page().contains(it.plain())) }
    }

    private fun chooseDay(year: Int, month: Int, day: Int) {
        phone.tap(phone.views(phone.view(R.id.page)).first { it.contentDescription?.endsWith("—") == true })
        phone.until("the calendar opens") { ShadowDialog.getLatestDialog()?.isShowing == true }
        val calendar = ShadowDialog.getLatestDialog() as DatePickerDialog
        calendar.updateDate(year, month - 1, day)
        calendar.getButton(DialogInterface.BUTTON_POSITIVE).performClick()
        phone.settle()
    }

    @Test
    fun `what was answered outlives a rotation, and lies in nothing that the system keeps`() {
        phone.start()
        phone.go(Place.Questions(ENTRANCE))
        for ((question, option) in WAY) choose(ENTRANCE, question, option)
        val outcome = checkNotNull(triage(ENTRANCE, WAY).outcome).text.plain()
        phone.turn()
        assertTrue(phone.page().contains(outcome))
        val kept = phone.putAway()
        val written = phone.written(kept)
        assertTrue("the place is", written.contains(ENTRANCE))
        for ((_, answer) in WAY) assertFalse("$answer is kept", written.contains(answer))
        phone.end()
        phone.app.restart()
        phone.start(kept)
        assertTrue(phone.page().contains(question(emptyList())))
        val files = phone.app.dataDir.walk().filter { it.isFile && it.extension == "xml" }
        files.forEach { file -> assertFalse("$file", WAY.any { (_, answer) -> answer in file.readText() }) }
    }

    @Test
    fun `whoever goes elsewhere has said nothing`() {
        phone.start()
        phone.go(Place.Questions(ENTRANCE))
        choose(ENTRANCE, WAY.first().first, WAY.first().second)
        phone.tap(R.id.to_emergency)
        phone.tap(R.id.back)
        assertTrue(phone.page().contains(question(emptyList())))
    }

    @Test
    fun `a tree that is gone has a sentence and a way back`() {
        phone.start()
        phone.go(Place.Questions("tree-che-non-esiste"))
        assertTrue(phone.page().contains(phone.labels.troubles.notFound.plain()))
        phone.tap(R.id.back)
        assertTrue(phone.page().contains(runBlocking { phone.core.home() }.title.plain()))
    }

    @Test
    fun `a procedure leads to its own questions`() {
        phone.start()
        phone.go(Place.Procedure("rinnovo-permesso"))
        phone.tap(titled(phone.labels.actions.isItForMe.plain()))
        assertTrue(phone.page().contains(checkNotNull(triage(RENEWAL, emptyList()).question).text.plain()))
    }

    private fun choose(tree: String, question: String, option: String, before: List<Pair<String, String>>? = null) =
        phone.tap(option(tree, question, option, before))

    private fun option(
        tree: String,
        question: String,
        option: String,
        way: List<Pair<String, String>>? = null,
    ): Button {
        val before = way ?: WAY.takeWhile { it.first != question }
        val asked = checkNotNull(triage(tree, before).question)
        assertEquals(question, asked.id)
        return button(asked.options.first { it.id == option }.text.plain())
    }

    private fun question(way: List<Pair<String, String>>) = checkNotNull(triage(ENTRANCE, way).question).text.plain()

    private fun triage(tree: String, way: List<Pair<String, String>>): TriageScreen =
        runBlocking { phone.core.triage(tree, way.map { (question, value) -> TriageAnswer(question, value) }) }

    private fun button(words: String): Button = phone.views(phone.view(R.id.page)).filterIsInstance<Button>()
        .first { it.text.toString().replace(Regex("[\u2066-\u2069]"), "") == words }

    /** The card with these words. */
    private fun titled(words: String): View = phone.views(phone.view(R.id.page))
        .last { it.isClickable && it !is Button && words in phone.text(it).lines() }

    private companion object {
        const val ENTRANCE = "tree-che-cosa-mi-serve"
        const val RENEWAL = "tree-rinnovo"

        /** A permit that expires in some time. */
        val WAY = listOf("bisogno" to "permesso", "permesso" to "rinnovo", "scadenza" to "lontano")
    }
}
