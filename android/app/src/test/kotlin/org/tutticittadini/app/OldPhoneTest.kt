package org.tutticittadini.app

import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config
import org.tutticittadini.app.draw.Wanted
import org.tutticittadini.core.plain

/**
 * The oldest Android that the app says it runs on: nothing is called that it has not. No pictures: Robolectric's drawing
 * code is of a later one, and turns the letters of Arabic with spans around.
 */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [26])
class OldPhoneTest {
    @get:Rule
    val phone = Phone()

    @Test
    fun `on Android 8 every screen is drawn, every fold opens, every choice can be made`() {
        phone.start()
        phone.choose(R.id.municipality, "Bollate")
        phone.choose(R.id.language, "العربية")
        val questura = "questura-milano-immigrazione"
        val places = listOf(
            Place.Procedure("rinnovo-permesso"),
            Place.Offices,
            Place.Office(questura),
            Place.Hours(questura),
            Place.Emergency,
        )
        for (place in places) {
            phone.go(place)
            phone.unfold()
            assertTrue(phone.page(), phone.page().contains("112") || phone.page().contains("Questura"))
        }
        val own = listOf(
            Place.Questions("tree-rinnovo"),
            Place.Dates("rinnovo-permesso"),
            Place.OpenOffices(setOf(Wanted.OPEN, Wanted.LANGUAGE)),
        )
        for (place in own) {
            phone.go(place)
            phone.unfold()
            assertFalse(phone.page(), phone.page().contains(phone.labels.actions.retry.plain()))
        }
        phone.go(Place.Search())
        phone.activity.typed("questura")
        phone.settle()
        assertTrue(phone.page(), phone.page().contains("Questura"))
        phone.turn()
        phone.activity.retry()
        phone.settle()
        phone.activity.update()
        phone.settle()
    }
}
