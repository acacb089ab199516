package org.tutticittadini.app

import android.text.Spanned
import android.widget.Button
import android.widget.LinearLayout
import android.widget.TextView
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.tutticittadini.app.draw.Folds
import org.tutticittadini.app.draw.Page
import org.tutticittadini.app.draw.drawOffice
import org.tutticittadini.core.plain

/** Details that few items have, or that a tap leads on from. */
@RunWith(RobolectricTestRunner::class)
class DrawnTest {
    @get:Rule
    val phone = Phone()

    @Test
    fun `steps at an entrance are said, and that there are none, and nothing where nobody knows`() {
        phone.start()
        val details = phone.labels.details
        val (free, steps) = details.stepFree.plain() to details.stepsAtEntrance.plain()
        assertTrue(office(stepFree = true).contains(free))
        assertTrue(office(stepFree = false).contains(steps))
        assertFalse(office(stepFree = null).run { contains(free) || contains(steps) })
    }

    private fun office(stepFree: Boolean?): String {
        val office = runBlocking { phone.core.offices() }.offices.first().copy(stepFree = stepFree)
        val ground = LinearLayout(phone.activity)
        Page(phone.activity, phone.activity, Folds(), phone.labels, ground).drawOffice(office)
        return phone.text(ground)
    }

    @Test
    fun `what nobody knows of an office leads to the one that can be asked`() {
        phone.start()
        phone.choose(R.id.municipality, "Bollate")
        phone.go(Place.Offices)
        val unsure = runBlocking { phone.core.offices() }.offices.first { it.ask != null }
        val asked = runBlocking { phone.core.office(checkNotNull(unsure.ask)) }
        val sentence = checkNotNull(unsure.unknown).plain()
        phone.tap(phone.views().filterIsInstance<Button>().first { it.text.toString() == sentence })
        assertTrue(phone.page(), phone.page().contains(asked.office.nameIt))
        asked.what.forEach { assertTrue(phone.page().contains(it.plain())) }
        phone.tap(R.id.back)
        assertTrue(phone.page().contains(sentence))
    }

    @Test
    fun `the name of an office leads to all that is known of it, also from a step`() {
        phone.start()
        phone.choose(R.id.municipality, "Bollate")
        phone.go(Place.Procedure("rinnovo-permesso"))
        val names = phone.views().filterIsInstance<TextView>().filter { it.isClickable && it !is Button }
        phone.tap(names.first { it.text.startsWith("Questura") })
        assertTrue(phone.page(), phone.page().contains(phone.labels.headings.sources.plain()))
    }

    @Test
    fun `a step that may be left out says so`() {
        phone.start()
        phone.go(Place.Procedure("rinnovo-permesso"))
        val optional = runBlocking { phone.core.procedure("rinnovo-permesso") }.steps.first { it.optional != null }
        val said = phone.labels.details.optional.plain() to checkNotNull(optional.optional).plain()
        assertTrue(phone.page(), phone.page().contains("\n${said.first}\n${said.second}\n"))
    }

    @Test
    fun `of fees of which only one is paid, no fee says on top that it is paid in some cases`() {
        phone.start()
        phone.go(Place.Procedure("rinnovo-permesso"))
        val fees = runBlocking { phone.core.procedure("rinnovo-permesso") }.steps.flatMap { it.fees }
        assertTrue(fees.count { it.choice != null && it.conditional } > 1)
        val details = phone.labels.details
        assertTrue(phone.page().contains(details.oneOf.plain()))
        val sometimes = phone.page().lines().count { it == details.onlySometimes.plain() }
        assertEquals(fees.count { it.choice == null && it.conditional }, sometimes)
    }

    @Test
    fun `the number of a step is spoken with its word`() {
        phone.start()
        phone.go(Place.Procedure("rinnovo-permesso"))
        val number = phone.views().filterIsInstance<TextView>().first { it.text.toString() == "1" }
        assertEquals("${phone.labels.details.step.plain()} 1", number.contentDescription.toString())
        assertTrue(number.contentDescription is Spanned)
    }

    @Test
    fun `112 stands above all other numbers, and once`() {
        phone.start()
        phone.go(Place.Emergency)
        val calls = phone.views(phone.view(R.id.page)).filterIsInstance<Button>().map { it.text.toString() }
        assertTrue("$calls", "112" in calls.first() && calls.count { "112" in it } == 1 && calls.size > 3)
    }

    @Test
    fun `a call that costs nothing says so`() {
        phone.start()
        phone.go(Place.Emergency)
        assertTrue(runBlocking { phone.core.home() }.emergency.any { it.free })
        assertTrue(phone.page().contains(phone.labels.details.callFree.plain()))
    }
}
