package org.tutticittadini.core

import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.Timeout
import org.junit.jupiter.api.assertThrows
import java.io.File

@Timeout(120)
class CarriedTest {
    private val desk = Desk()

    @AfterEach
    fun tidy() = desk.close()

    private suspend fun phone(): Cittadini = desk.open(Release.config(desk.folder()))

    private suspend fun handedOver(): File =
        File(desk.folder(), "cittadini.release").also { desk.seeded().exportRelease(it) }

    @Test
    fun `a release goes from phone to phone with no transport`() = runBlocking {
        val file = File(desk.folder(), "cittadini.release")
        val giver = desk.seeded()
        val exported = giver.exportRelease(file)
        assertEquals(file.length().toULong(), exported.bytes)
        val taker = phone()
        val taken = taker.importRelease(file)
        assertNull(taken.problem)
        assertEquals(exported.packs, taken.applied.map { it.pack })
        assertEquals(giver.home().groups, taker.home().groups)
        assertTrue(taker.importRelease(file).upToDate)
        assertEquals(null, taker.syncProgress.value)
    }

    @Test
    fun `a file that was changed on its way is refused, and the next one is taken in`() = runBlocking {
        val file = handedOver()
        val changed = File(desk.folder(), "changed").also { it.writeBytes(file.readBytes().copyOf(5_000)) }
        val taker = phone()
        assertThrows<ApiException.Untrusted> { runBlocking { taker.importRelease(changed) } }
        assertTrue(taker.home().empty)
        assertNull(taker.importRelease(file).problem)
    }

    @Test
    fun `a file that is not there and a phone with nothing on it are an invalid input`() = runBlocking {
        val file = File(desk.folder(), "never-was")
        val taker = phone()
        assertThrows<ApiException.InvalidInput> { runBlocking { taker.importRelease(file) } }
        val error = assertThrows<ApiException.InvalidInput> { runBlocking { taker.exportRelease(file) } }
        assertTrue("sync first" in error.reason, error.reason)
        assertFalse(file.exists())
    }

    @Test
    fun `taking in is cancelled like a sync, and nothing is lost`() = runBlocking {
        val file = handedOver()
        val taker = phone()
        for (moment in listOf(0L, 5, 20, 60, 120)) {
            val taking = launch(Dispatchers.Default) { taker.importRelease(file) }
            delay(moment)
            taking.cancelAndJoin()
        }
        assertNull(taker.importRelease(file).problem)
        assertFalse(taker.home().empty)
    }
}
