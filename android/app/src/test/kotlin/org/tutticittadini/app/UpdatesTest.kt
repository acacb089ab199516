package org.tutticittadini.app

import android.app.job.JobInfo
import android.app.job.JobScheduler
import android.net.ConnectivityManager
import android.net.NetworkCapabilities
import android.widget.Button
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotEquals
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadows.ShadowNetworkCapabilities
import org.tutticittadini.core.ActionLabels
import org.tutticittadini.core.NetworkKind
import org.tutticittadini.core.ReaderSettings
import org.tutticittadini.core.Release
import org.tutticittadini.core.plain

/** When the app syncs by itself, and what the reader may say about it. */
@RunWith(RobolectricTestRunner::class)
class UpdatesTest {
    @get:Rule
    val phone = Phone()

    private val settings: ReaderSettings get() = runBlocking { phone.core.settings() }
    private val lastChecked: String? get() = runBlocking { phone.core.freshness() }.header.lastChecked
    private val planned: JobInfo?
        get() = phone.app.getSystemService(JobScheduler::class.java).getPendingJob(UpdateJob.ID)

    @Test
    fun `what is due at opening is fetched, and then not again within minutes`() {
        Release.serve().use { server ->
            Arranged.address = server.url
            phone.start()
            val first = lastChecked
            assertNotEquals(null, first)
            phone.turn()
            assertEquals(first, lastChecked)
            phone.activity.update()
            phone.settle()
            assertNotEquals(first, lastChecked)
        }
    }

    @Test
    fun `without a network, or over mobile data where she wants Wi-Fi, nothing is fetched until she asks`() {
        Release.serve().use { server ->
            Arranged.address = server.url
            Arranged.connection = NetworkKind.OFFLINE
            phone.start()
            assertNull(lastChecked)
            choose { actions -> actions.wifiOnly.plain() }
            Arranged.connection = NetworkKind.METERED
            phone.turn()
            assertNull(lastChecked)
            phone.activity.update()
            phone.settle()
            assertNotEquals(null, lastChecked)
        }
    }

    @Test
    fun `two switches say what updates may cost, and both are kept`() {
        Arranged.address = "http://127.0.0.1:9"
        phone.start()
        choose { actions -> actions.wifiOnly.plain() }
        assertEquals(true to false, settings.run { wifiOnly to dataSaver })
        choose { actions -> actions.dataSaver.plain() }
        assertEquals(true to true, settings.run { wifiOnly to dataSaver })
        choose { actions -> actions.wifiOnly.plain() }
        assertEquals(false to true, settings.run { wifiOnly to dataSaver })
        phone.choose(R.id.language, "English")
        assertTrue("another choice changes neither", settings.dataSaver)
    }

    @Test
    fun `the system wakes the app in six hours or a fifth more, over the network that she wants`() {
        Release.serve().use { server ->
            Arranged.address = server.url
            phone.start()
        }
        val pause = checkNotNull(planned).minLatencyMillis
        assertTrue("$pause ms", pause in SIX_HOURS - A_MINUTE..SIX_HOURS * 6 / 5)
        assertEquals(JobInfo.NETWORK_TYPE_ANY, network())
        choose { actions -> actions.wifiOnly.plain() }
        assertEquals(JobInfo.NETWORK_TYPE_UNMETERED, network())
    }

    @Test
    fun `an app that the system wakes asks the core, ends its work and plans the next`() {
        Release.serve().use { server ->
            Arranged.address = server.url
            val job = Robolectric.buildService(UpdateJob::class.java).create().get()
            assertTrue(job.onStartJob(null))
            phone.until("it has ended") { shadowOf(job).isJobFinished && !phone.app.core.isBusy }
            assertFalse(shadowOf(job).isRescheduleNeeded)
        }
        assertNotEquals(null, lastChecked)
        assertTrue(checkNotNull(planned).minLatencyMillis > SIX_HOURS - A_MINUTE)
    }

    @Test
    fun `what the system says of the network is what the core is told`() {
        Arranged.connection = null
        val connections = phone.app.getSystemService(ConnectivityManager::class.java)
        val shadow = shadowOf(connections)
        val capabilities = ShadowNetworkCapabilities.newInstance()
        val internet = NetworkCapabilities.NET_CAPABILITY_INTERNET
        shadowOf(capabilities).removeCapability(internet)
        shadow.setNetworkCapabilities(connections.activeNetwork, capabilities)
        assertEquals(NetworkKind.OFFLINE, connectionOf(phone.app))
        shadowOf(capabilities).addCapability(internet)
        shadowOf(capabilities).removeCapability(NetworkCapabilities.NET_CAPABILITY_NOT_METERED)
        assertEquals(NetworkKind.METERED, connectionOf(phone.app))
        shadowOf(capabilities).addCapability(NetworkCapabilities.NET_CAPABILITY_NOT_METERED)
        assertEquals(NetworkKind.UNMETERED, connectionOf(phone.app))
        shadow.setDefaultNetworkActive(false)
        shadow.setActiveNetworkInfo(null)
        assertEquals(NetworkKind.OFFLINE, connectionOf(phone.app))
    }

    @Suppress("DEPRECATION")
    private fun network(): Int = checkNotNull(planned).networkType

    /** Turns one of the switches. */
    private fun choose(name: (ActionLabels) -> String) {
        val before = phone.app.core.edition.value
        val actions = phone.labels.actions
        val button = phone.views(phone.view(R.id.page)).filterIsInstance<Button>()
            .last { it.text.toString() == actions.updates.plain() }
        val window = phone.window { phone.tap(button) }
        val list = window.listView
        val place = (0 until list.adapter.count).first { list.adapter.getItem(it).toString() == name(actions) }
        list.performItemClick(list.getChildAt(place), place, list.adapter.getItemId(place))
        phone.until("the choice is kept") { phone.app.core.edition.value > before }
        window.dismiss()
        phone.settle()
    }

    private companion object {
        const val A_MINUTE = 60_000L
        const val SIX_HOURS = 6 * 60 * A_MINUTE
    }
}
