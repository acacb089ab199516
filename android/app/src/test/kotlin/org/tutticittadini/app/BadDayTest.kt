package org.tutticittadini.app

import android.os.Bundle
import android.view.View
import android.widget.Button
import android.widget.ScrollView
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.tutticittadini.core.ApiException
import org.tutticittadini.core.Cittadini
import org.tutticittadini.core.Release
import org.tutticittadini.core.plain
import java.io.ByteArrayInputStream
import java.io.File
import java.io.IOException
import java.io.InputStream

/** Whatever happens, the person sees a sentence with the way out, and never an empty screen. */
@RunWith(RobolectricTestRunner::class)
class BadDayTest {
    @get:Rule
    val phone = Phone()

    @Test
    fun `without a network the first start shows everything, and says nothing of the network`() {
        Arranged.address = "http://127.0.0.1:9"
        phone.start()
        assertTrue(phone.page().contains("Rinnovare il permesso di soggiorno"))
        assertEquals("", phone.text(phone.view(R.id.status)))
        phone.activity.update()
        phone.settle()
        assertTrue(phone.text(phone.view(R.id.status)).contains(phone.labels.troubles.offline.plain()))
        phone.picture("bad-day-offline")
        assertTrue(phone.page().contains("Rinnovare il permesso di soggiorno"))
    }

    @Test
    fun `a damaged seed is said, and a sync still brings everything`() {
        Arranged.assets[SEED] = { ByteArrayInputStream(Release.seed.readBytes().apply { fill(0, size / 4, size) }) }
        phone.start()
        assertTrue(phone.text(), phone.text().contains("danneggiati"))
        assertTrue(phone.page().contains("Non c'è ancora nessun contenuto"))
        phone.picture("bad-day-damaged")
        phone.go(Place.Emergency)
        assertTrue(phone.page().contains("Chiama 112"))

        val kept = phone.putAway()
        phone.end()
        Release.serve().use { server ->
            Arranged.address = server.url
            phone.app.restart()
            phone.start(kept)
            phone.go(Place.Home)
            assertTrue(phone.page(), phone.page().contains("Rinnovare il permesso di soggiorno"))
            assertEquals("", phone.text(phone.view(R.id.status)))
        }
    }

    @Test
    @Config(qualifiers = "ar-ldrtl-w360dp-h740dp-xhdpi")
    fun `a damaged seed is said in Arabic, beside what the core says`() {
        Arranged.assets[SEED] = { ByteArrayInputStream(Release.seed.readBytes().apply { fill(0, size / 4, size) }) }
        phone.start()
        assertTrue(phone.text(), phone.text().contains("محتويات التطبيق تالفة"))
        phone.picture("bad-day-damaged-ar")
        phone.go(Place.Emergency)
        assertTrue(phone.page(), phone.page().contains("اتصل بالرقم 112"))
        phone.picture("bad-day-damaged-ar-emergency")
    }

    @Test
    @Config(qualifiers = "ar-ldrtl-w360dp-h740dp-xhdpi")
    fun `in Arabic too, what cannot be opened leaves the number to call`() {
        Arranged.assets["root.json"] = { "{}".byteInputStream() }
        phone.start()
        assertTrue(phone.page(), phone.page().contains("اتصل بالرقم 112"))
        assertEquals(View.LAYOUT_DIRECTION_RTL, phone.view<View>(R.id.page).layoutDirection)
        phone.picture("bad-day-root-ar")
    }

    @Test
    fun `a disk that is full leaves the number to call, and the next try succeeds`() {
        Arranged.assets[SEED] = {
            object : InputStream() {
                override fun read(): Int = throw IOException("write failed: ENOSPC (No space left on device)")
            }
        }
        phone.start()
        nothingCanBeRead("memoria del telefono è piena", "bad-day-full")
        Arranged.assets.clear()
        phone.tap(button("Riprova"))
        assertTrue(phone.page().contains("Rinnovare il permesso di soggiorno"))
    }

    @Test
    fun `data that another process holds leaves the number to call, and the next try succeeds`() {
        val folder = File(phone.app.noBackupFilesDir, "cittadini")
        val other = runBlocking { Cittadini.open(Release.config(folder, seed = Release.seed)) }
        phone.start()
        nothingCanBeRead("aperti in un altro posto", "bad-day-locked")
        runBlocking { other.close() }
        phone.tap(button("Riprova"))
        assertTrue(phone.page().contains("Rinnovare il permesso di soggiorno"))
    }

    @Test
    fun `a root that does not verify leaves the number to call`() {
        Arranged.assets["root.json"] = { "{}".byteInputStream() }
        phone.start()
        nothingCanBeRead("danneggiati", "bad-day-root")
    }

    @Test
    fun `a core that cannot be loaded leaves the number to call`() {
        phone.app.opening = { throw UnsatisfiedLinkError("no cittadini_bindings in the app") }
        phone.app.restart()
        phone.start()
        nothingCanBeRead("ha un guasto", "bad-day-core")
        phone.tap(button("Chiama \u2066112\u2069"))
        assertEquals("tel:112", shadowOf(phone.activity).nextStartedActivity.dataString)
    }

    @Test
    fun `each kind of error has a sentence of its own`() {
        val kinds: List<ApiException> = listOf(
            ApiException.Offline(""), ApiException.Untrusted(""), ApiException.Outdated(""), ApiException.Locked(""),
            ApiException.KeyLost(""), ApiException.StorageFull(""), ApiException.Interrupted(),
            ApiException.InvalidInput(""), ApiException.Internal(""),
        )
        phone.start()
        val own = OwnWords(phone.activity)
        val said = kinds.map { Trouble.of(it).sentence(phone.labels.troubles, own).plain() }
        assertEquals(said.toString(), kinds.size, said.distinct().size)
    }

    @Test
    fun `a page that is gone says so, and there is a way back, also after the end of the process`() {
        phone.start()
        phone.go(Place.Procedure("never-there"))
        assertTrue(phone.page().contains(phone.labels.troubles.notFound.plain()))
        val kept = phone.putAway()
        phone.end()
        phone.app.restart()
        phone.start(kept)
        assertTrue(phone.page().contains(phone.labels.troubles.notFound.plain()))
        assertTrue(phone.page().contains("Chiama 112"))
        phone.picture("bad-day-gone")
        phone.tap(R.id.back)
        assertTrue(phone.page().contains("Che cosa devi fare?"))
    }

    @Test
    fun `a rotation, and a process that was killed, come back to the same place`() {
        phone.start()
        phone.tap(card("Rinnovare il permesso di soggiorno"))
        phone.unfold()
        phone.view<ScrollView>(R.id.scroll).scrollTo(0, FAR)
        phone.turn()
        sameplace()
        val kept = Bundle().also { it.putAll(phone.putAway()) }
        phone.end()
        phone.app.restart()
        phone.start(kept)
        sameplace()
        phone.activity.back()
        phone.settle()
        assertTrue(phone.page().contains("Che cosa devi fare?"))
        phone.activity.back()
        assertTrue(phone.activity.isFinishing)
    }

    @Test
    fun `how far down a page was is kept for that page alone, however quick the taps`() {
        phone.start()
        phone.view<ScrollView>(R.id.scroll).scrollTo(0, FAR)
        phone.activity.go(Place.Procedure("rinnovo-permesso"))
        phone.activity.go(Place.Offices)
        phone.settle()
        phone.tap(R.id.back)
        assertEquals(0, phone.view<ScrollView>(R.id.scroll).scrollY)
        phone.tap(R.id.back)
        phone.until("it is scrolled") { phone.view<ScrollView>(R.id.scroll).scrollY > 0 }
    }

    private fun sameplace() {
        assertTrue(phone.page().contains("Prendi il kit alla posta"))
        assertTrue("the glossary is still unfolded", phone.page().contains("È un adesivo che vale come una tassa"))
        phone.until("it is scrolled") { phone.view<ScrollView>(R.id.scroll).scrollY == FAR }
    }

    @Test
    fun `a process killed while it copied the seed copies it whole the next time`() {
        File(phone.app.noBackupFilesDir, "seed-0.tar.part").writeText("half of it")
        phone.start()
        assertTrue(phone.page().contains("Rinnovare il permesso di soggiorno"))
        assertTrue(phone.app.noBackupFilesDir.listFiles()!!.none { it.name.endsWith(".part") })
    }

    private fun nothingCanBeRead(sentence: String, picture: String) {
        assertTrue(phone.page(), phone.page().contains(sentence))
        assertTrue(phone.page(), phone.page().contains("Chiama 112"))
        assertFalse(phone.page().contains("Che cosa devi fare?"))
        phone.picture(picture)
    }

    private fun button(words: String) =
        phone.views(phone.view(R.id.page)).filterIsInstance<Button>().first { it.text.toString() == words }

    private fun card(words: String): View =
        phone.views(phone.view(R.id.page)).last { it.isClickable && phone.text(it).startsWith(words) }

    private companion object {
        const val SEED = "seed.tar"
        const val FAR = 3_000
    }
}
