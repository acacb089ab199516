package org.tutticittadini.app

import android.app.DatePickerDialog
import android.content.DialogInterface
import android.view.View
import android.widget.Button
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
import org.tutticittadini.core.EventDate
import org.tutticittadini.core.TimelineQuery
import org.tutticittadini.core.TimelineScreen
import org.tutticittadini.core.plain
import java.time.LocalDate
import java.time.ZoneId

/** The reader's own dates of a procedure, and the days they come to. */
@RunWith(RobolectricTestRunner::class)
class DatesTest {
    @get:Rule
    val phone = Phone()

    @Test
    fun `a date comes to days, in Italian`() = walk("it")

    @Test
    @Config(qualifiers = "ar-ldrtl-w360dp-h740dp-xhdpi")
    fun `a date comes to days, in Arabic`() = walk("ar")

    @Test
    @Config(qualifiers = "it-w360dp-h740dp-night-xhdpi")
    fun `the same by night`() = walk("night-it")

    private fun walk(name: String) {
        phone.start()
        phone.go(Place.Procedure(RENEW))
        val way = button(phone.labels.actions.enterDates.plain())
        assertEquals("one core call a screen", 1, phone.calls { phone.tap(way) })
        assertTrue(phone.page().contains(phone.labels.details.nothingKept.plain()))
        phone.pictures("dates-$name-empty", most = 2)
        val day = today().minusDays(LATE)
        val field = field(EXPIRY)
        assertEquals("one core call a date", 1, phone.calls { choose(field, day) })
        phone.pictures("dates-$name-given", most = 4)
        val screen = timeline(EventDate(EXPIRY, day.toString()))
        val said = screen.entries.flatMap { it.explanation + listOfNotNull(it.problem, it.deadline.consequence) }
        assertTrue(said.size > 2)
        (said + screen.events.map { it.name }).map { it.plain() }.forEach { assertTrue(it, phone.page().contains(it)) }
        phone.tap(R.id.back)
        phone.tap(button(phone.labels.actions.enterDates.plain()))
        assertFalse("it is gone when she leaves", phone.page().contains(said.first().plain()))
    }

    @Test
    fun `a date that cannot be is said to be wrong, and the other one still counts`() {
        phone.start()
        phone.go(Place.Dates(RENEW))
        val tomorrow = today().plusDays(1)
        choose("application", tomorrow)
        val wrong = timeline(EventDate("application", tomorrow.toString())).events.first { it.event == "application" }
        val problem = checkNotNull(wrong.problem).plain()
        assertTrue(phone.page(), phone.page().contains(problem))
        val expiry = today().plusDays(LATE)
        choose(EXPIRY, expiry)
        val entry = timeline(EventDate(EXPIRY, expiry.toString())).entries.first { it.explanation.isNotEmpty() }
        assertTrue(phone.page(), phone.page().contains(entry.explanation.first().plain()))
        assertTrue(phone.page(), phone.page().contains(problem))
    }

    @Test
    fun `a date outlives a rotation, and lies in nothing that the system keeps`() {
        phone.start()
        phone.go(Place.Dates(RENEW))
        val day = today().plusDays(LATE)
        choose(EXPIRY, day)
        val said = timeline(EventDate(EXPIRY, day.toString())).entries.first().explanation.first().plain()
        phone.turn()
        assertTrue(phone.page().contains(said))
        val kept = phone.putAway()
        assertTrue("the place is", phone.written(kept).contains(RENEW))
        assertFalse("the day is not", phone.written(kept).contains(day.toString()))
        phone.start(kept)
        assertFalse(phone.page().contains(said))
    }

    /** In Italy, where the core counts, whatever the day where the test runs. */
    private fun today(): LocalDate = LocalDate.now(ZoneId.of("Europe/Rome"))

    private fun field(event: String): Button {
        val name = timeline().events.first { it.event == event }.name.plain()
        return phone.views(phone.view(R.id.page)).filterIsInstance<Button>()
            .first { it.contentDescription?.startsWith(name) == true }
    }

    private fun choose(event: String, day: LocalDate) = choose(field(event), day)

    private fun choose(field: Button, day: LocalDate) {
        field.performClick()
        phone.until("the calendar opens") { ShadowDialog.getLatestDialog()?.isShowing == true }
        val calendar = ShadowDialog.getLatestDialog() as DatePickerDialog
        assertEquals(
            phone.view<View>(R.id.frame).layoutDirection,
            checkNotNull(calendar.window).decorView.layoutDirection,
        )
        calendar.updateDate(day.year, day.monthValue - 1, day.dayOfMonth)
        calendar.getButton(DialogInterface.BUTTON_POSITIVE).performClick()
        phone.until("the calendar closes") { !calendar.isShowing }
        phone.settle()
    }

    private fun timeline(vararg dates: EventDate): TimelineScreen =
        runBlocking { phone.core.timeline(TimelineQuery(RENEW, dates.toList(), emptyList())) }

    private fun button(words: String): Button =
        phone.views(phone.view(R.id.page)).filterIsInstance<Button>().first { it.text.toString() == words }

    private companion object {
        const val RENEW = "rinnovo-permesso"
        const val EXPIRY = "permit_expiry"

        /** Days after the last day of everything that is counted from it, or before the first. */
        const val LATE = 400L
    }
}
