package org.tutticittadini.app

import android.app.Activity
import android.content.ActivityNotFoundException
import android.content.Intent
import android.net.Uri
import android.os.Bundle
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.cancel
import kotlinx.coroutines.flow.drop
import kotlinx.coroutines.launch
import org.tutticittadini.app.draw.Taps
import org.tutticittadini.core.Cittadini
import org.tutticittadini.core.TermView

/** The one window: it reads the place where the reader is, draws it in a [Frame], and knows the way back. */
class MainActivity : Activity(), Taps {
    private val scope = CoroutineScope(SupervisorJob() + screenThread)
    private val core: AppCore get() = (application as CittadiniApp).core
    private val choices = Choices(this)
    private lateinit var path: Path
    private lateinit var frame: Frame
    private var reading: Job? = null

    /** Whether a screen is being read: what is seen is not yet what was asked for. */
    internal val isReading: Boolean get() = reading?.isActive == true

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        path = Path.restored(state)
        frame = frame(core.lastLanguage)
        frame.loading()
        scope.launch { core.status.collect { frame.show(it) } }
        scope.launch { core.edition.drop(1).collect { read() } }
        read()
    }

    override fun onSaveInstanceState(state: Bundle) {
        path.here.scroll = frame.scroll
        path.save(state)
        super.onSaveInstanceState(state)
    }

    override fun onDestroy() {
        scope.cancel()
        super.onDestroy()
    }

    @Deprecated("Its successor needs Android 13.")
    override fun onBackPressed() {
        @Suppress("DEPRECATION")
        if (path.back()) read(anew = true) else super.onBackPressed()
    }

    // ---- what a tap does

    override val canUpdate: Boolean get() = core.canUpdate

    override fun procedure(id: String) = go(Place.Procedure(id))

    override fun update() = core.sync(asked = true)

    override fun explain(term: TermView) = choices.explain(frame.context, term)

    override fun chooseMunicipality() = choose { choices.municipality(frame.context, it.home()) }

    /** Lets the reader choose her language. */
    fun chooseLanguage() = choose { choices.language(frame.context, it.home()) }

    override fun open(address: String) {
        val action = if (address.startsWith("tel:")) Intent.ACTION_DIAL else Intent.ACTION_VIEW
        try {
            startActivity(Intent(action, Uri.parse(address)))
        } catch (_: ActivityNotFoundException) {
            choices.cannotOpen(frame.context, address)
        }
    }

    /** Goes to a place. */
    fun go(place: Place) {
        path.here.scroll = frame.scroll
        if (path.go(place)) read(anew = true)
    }

    /** The same as the key of the device. */
    fun back() {
        @Suppress("DEPRECATION")
        onBackPressed()
    }

    /** Reads the screen again, also after what went wrong. */
    fun retry() = read()

    /** Stops the sync that runs, or puts away what is said about the last one. */
    fun stopSync() = core.stopSync()

    /** Puts away what is said about the last sync. */
    fun dismissStatus() = core.dismissStatus()

    private fun choose(ask: suspend (Cittadini) -> Unit) {
        scope.launch { attempt { ask(core.opened()) } }
    }

    /** Keeps another language; every screen follows. */
    internal fun chosenLanguage(tag: String) = keep { core.chooseLanguage(tag) }

    /** Keeps another municipality; every screen follows. */
    internal fun chosenMunicipality(istat: String?) = keep { core.chooseMunicipality(istat) }

    private fun keep(change: suspend () -> Unit) {
        scope.launch { attempt { change() } }
    }

    // ---- reading and drawing

    /** Reads the place; `anew` when another one stands there. Where there is one, it stays until the new one is read. */
    private fun read(anew: Boolean = false) {
        reading?.cancel()
        if (!anew) path.here.scroll = frame.scrollIfDrawn ?: path.here.scroll
        reading = scope.launch { attempt { draw(path.here.place.read(core.opened())) } }
    }

    private suspend fun attempt(what: suspend () -> Unit) = try {
        what()
    } catch (cancelled: CancellationException) {
        throw cancelled
    } catch (error: Exception) {
        frame.trouble(Trouble.ofReading(error), path)
    } catch (error: LinkageError) {
        // A core that cannot be loaded.
        frame.trouble(Trouble.ofReading(error), path)
    }

    private fun draw(screen: Screen) {
        val language = screen.header.language
        if (frame.language != language) frame = frame(language).also { it.show(core.status.value) }
        if (screen.header.contentOf != null) core.spoke(language)
        frame.draw(screen, path)
    }

    private fun frame(language: String?) = Frame(this, language)
}
