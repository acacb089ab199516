package org.tutticittadini.app

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
import org.tutticittadini.app.draw.Wanted
import org.tutticittadini.core.HoursScreen
import org.tutticittadini.core.OfficeFilter
import org.tutticittadini.core.plain

/** When offices are open. */
@RunWith(RobolectricTestRunner::class)
class HoursTest {
    @get:Rule
    val phone = Phone()

    @Test
    fun `an office says when it is open, day by day, in Italian`() = walk("it")

    @Test
    @Config(qualifiers = "ar-ldrtl-w360dp-h740dp-xhdpi")
    fun `an office says when it is open, day by day, in Arabic`() = walk("ar")

    private fun walk(name: String) {
        phone.start()
        val office = runBlocking { phone.core.offices() }.offices.first { it.hours.isNotEmpty() }
        phone.go(Place.Office(office.id))
        val way = button(phone.labels.actions.allHours.plain())
        assertEquals("one core call a screen", 1, phone.calls { phone.tap(way) })
        phone.pictures("hours-$name-office", most = 4)
        val hours = runBlocking { phone.core.hours(office.id) }
        assertEquals(14, hours.days.size)
        assertEquals(emptyList<String>(), missing(hours))
        phone.go(Place.Offices)
        phone.pictures("hours-$name-switches", most = 1)
        assertEquals(1, phone.calls { phone.tap(box(Wanted.EVENING)) })
        phone.pictures("hours-$name-evening", most = 2)
    }

    @Test
    fun `whatever is known of any office's hours is said`() {
        phone.start()
        for (office in runBlocking { phone.core.offices() }.offices) {
            phone.go(Place.Hours(office.id))
            val hours = runBlocking { phone.core.hours(office.id) }
            assertEquals(office.id, emptyList<String>(), missing(hours))
        }
    }

    private fun missing(hours: HoursScreen): List<String> {
        val page = phone.page()
        val weeks = hours.closures.flatMap { it.hours } + hours.languages.flatMap { it.hours }
        val said = listOfNotNull(hours.now.text, hours.now.because, hours.office.unknown) + hours.notes +
            hours.days.flatMap { it.spans + it.day + listOfNotNull(it.closedBecause) } +
            hours.closures.flatMap { listOfNotNull(it.text, it.reason) } +
            hours.languages.flatMap { listOfNotNull(it.text, it.`when`) } +
            weeks.flatMap { it.spans }
        return said.map { it.plain() }.filter { it !in page }
    }

    @Test
    fun `switches choose among the offices, and those of unknown hours are never forgotten`() {
        phone.start()
        phone.choose(R.id.language, "العربية")
        phone.go(Place.Offices)
        for (one in Wanted.entries) {
            phone.tap(box(one))
            assertTrue(box(one).isChecked)
            val found = runBlocking { phone.core.openNow(filter(one)) }
            found.unknownText?.let { assertTrue(phone.page().contains(it.plain())) }
            found.none?.let { assertTrue(phone.page().contains(it.plain())) }
            found.offices.forEach { assertTrue("$one ${it.id}", phone.page().contains(it.nameIt)) }
            assertTrue(phone.view<Button>(R.id.to_offices).isSelected)
            val kept = phone.putAway()
            phone.start(kept)
            assertTrue("a choice among offices is no secret", box(one).isChecked)
            phone.tap(box(one))
            assertFalse(box(one).isChecked)
        }
    }

    @Test
    fun `nobody is asked where Italian is spoken`() {
        phone.start()
        phone.go(Place.Offices)
        val shown = phone.views(phone.view(R.id.page)).filterIsInstance<CheckBox>().size
        assertEquals(Wanted.entries.size - 1, shown)
    }

    private fun filter(one: Wanted) = OfficeFilter(
        at = null,
        open = one == Wanted.OPEN,
        evening = one == Wanted.EVENING,
        saturday = one == Wanted.SATURDAY,
        language = "ar".takeIf { one == Wanted.LANGUAGE },
        officeType = null,
    )

    private fun box(one: Wanted): CheckBox {
        val actions = phone.labels.actions
        val label = when (one) {
            Wanted.OPEN -> actions.openNow
            Wanted.EVENING -> actions.evening
            Wanted.SATURDAY -> actions.saturday
            Wanted.LANGUAGE -> actions.myLanguage
        }
        return phone.views(phone.view(R.id.page)).filterIsInstance<CheckBox>()
            .first { it.text.toString() == label.plain() }
    }

    private fun button(words: String): Button =
        phone.views(phone.view(R.id.page)).filterIsInstance<Button>().first { it.text.toString() == words }
}
