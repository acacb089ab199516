package org.tutticittadini.app

import android.app.Activity
import android.content.ActivityNotFoundException
import android.content.Intent
import android.net.Uri
import android.os.Bundle
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Deferred
import kotlinx.coroutines.Job
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.cancel
import kotlinx.coroutines.flow.drop
import kotlinx.coroutines.launch
import org.tutticittadini.app.draw.Taps
import org.tutticittadini.app.draw.Wanted
import org.tutticittadini.core.Direction
import org.tutticittadini.core.Home
import org.tutticittadini.core.TermView

/**
 * The one window: it reads the place where the reader is, draws it in a [Frame], and knows the way back. Until there is a
 * core, it shows [Before].
 */
class MainActivity : Activity(), Taps {
    private val scope = CoroutineScope(SupervisorJob() + screenThread)
    private val core: AppCore get() = (application as CittadiniApp).core
    private lateinit var path: Path
    private var frame: Frame? = null
    private var reading: Job? = null

    /** Whether a screen is being read: what is seen is not yet what was asked for. */
    internal val isReading: Boolean get() = reading?.isActive == true

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        // What the reader said lives through a rotation, and is never part of what the system keeps.
        @Suppress("DEPRECATION")
        path = lastNonConfigurationInstance as? Path ?: Path.restored(state)
        val ready = core.ready
        if (ready == null) Before(this, core.lastLanguage) else frame(ready.words).loading()
        scope.launch { core.status.collect { frame?.show(it) } }
        scope.launch { core.edition.drop(1).collect { read() } }
        read()
    }

    override fun onStart() {
        super.onStart()
        core.show(visible = true)
    }

    override fun onStop() {
        core.show(visible = false)
        super.onStop()
    }

    override fun onSaveInstanceState(state: Bundle) {
        keepScroll()
        path.save(state)
        super.onSaveInstanceState(state)
    }

    @Deprecated("Its successor is a library.")
    override fun onRetainNonConfigurationInstance(): Any = path

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

    override fun procedure(id: String, step: String?) = go(Place.Procedure(id, step))

    override fun update() = core.update()

    override fun office(id: String) = go(Place.Office(id))

    override fun questions(id: String) = go(Place.Questions(id))

    override fun again() {
        path.here.fromTop()
        read(anew = true)
    }

    override fun againHere() = read()

    override fun dates(procedure: String) = go(Place.Dates(procedure))

    override fun hours(office: String) = go(Place.Hours(office))

    override fun offices(wanted: Set<Wanted>) {
        path.replace(if (wanted.isEmpty()) Place.Offices else Place.OpenOffices(wanted))
        read(anew = true)
    }

    override fun askDay(begin: String?, chosen: (String) -> Unit) {
        choices()?.day(begin, chosen)
    }

    override fun explain(term: TermView) {
        choices()?.explain(term)
    }

    override fun explain(term: String) {
        scope.launch {
            attempt {
                val found = core.opened().core.terms().terms.find { it.id == term }
                found?.let { explain(it) }
            }
        }
    }

    override fun search() = go(Place.Search())

    override fun chooseMunicipality() = choose { municipality(it) }

    override fun chooseUpdates() {
        scope.launch {
            attempt {
                val settings = core.opened().core.settings()
                choices()?.updates(settings)
            }
        }
    }

    /** Lets the reader choose her language. */
    fun chooseLanguage() = choose { language(it) }

    override fun open(address: String) {
        val action = if (address.startsWith("tel:")) Intent.ACTION_DIAL else Intent.ACTION_VIEW
        try {
            startActivity(Intent(action, Uri.parse(address)))
        } catch (_: ActivityNotFoundException) {
            // Before there is a core nothing can be opened but the one number, and its button says it.
            choices()?.cannotOpen(address)
        }
    }

    /** The reader has typed another letter: the search that runs is no longer of use, and its answer is never shown. */
    internal fun typed(words: String) {
        val place = path.here.place as? Place.Search ?: return
        place.typed.words = words
        path.here.fromTop()
        read(anew = true)
    }

    /** Goes to a place. */
    fun go(place: Place) {
        keepScroll()
        if (path.go(place)) read(anew = true)
    }

    /** The same as the key of the device. */
    fun back() {
        @Suppress("DEPRECATION")
        onBackPressed()
    }

    /** Reads the screen again, also after what went wrong. */
    fun retry() = read()

    /** Stops the sync that runs. */
    fun stopSync() = core.stopSync()

    /** Puts away what is said about the last sync. */
    fun dismissStatus() = core.dismissStatus()

    private fun choices(): Choices? = frame?.let { Choices(this, it) }

    private fun choose(ask: Choices.(Home) -> Unit) {
        scope.launch {
            attempt {
                val home = core.opened().core.home()
                choices()?.ask(home)
            }
        }
    }

    /** Keeps another language; every screen follows. */
    internal fun chosenLanguage(tag: String) = await(core.chooseLanguage(tag))

    /** Keeps another municipality; every screen follows. */
    internal fun chosenMunicipality(istat: String?) = await(core.chooseMunicipality(istat))

    /** Keeps what updates may cost. */
    internal fun chosenSaving(wifiOnly: Boolean, dataSaver: Boolean) = await(core.chooseSaving(wifiOnly, dataSaver))

    private fun await(choice: Deferred<Unit>) {
        scope.launch { attempt { choice.await() } }
    }

    // ---- reading and drawing

    /** Reads the place; `anew` when another one stands there. Where there is one, it stays until the new one is read. */
    private fun read(anew: Boolean = false) {
        reading?.cancel()
        if (!anew) keepScroll()
        reading = scope.launch {
            attempt {
                val opened = core.opened()
                draw(path.here.place.read(opened.core, opened.words), opened.words)
            }
        }
    }

    private suspend fun attempt(what: suspend () -> Unit) = try {
        what()
    } catch (cancelled: CancellationException) {
        throw cancelled
    } catch (error: Exception) {
        show(Trouble.ofReading(error))
    } catch (error: LinkageError) {
        // A core that cannot be loaded.
        show(Trouble.ofReading(error))
    }

    private fun draw(screen: Screen, words: Words) {
        val header = screen.header
        if (header.contentOf != null) core.spoke(header.language)
        frame(header.language, header.direction, words).draw(screen, path)
        core.prepareSearch()
    }

    private fun show(trouble: Trouble) {
        val ready = core.ready
        if (ready == null) {
            frame = null
            Before(this, core.lastLanguage).trouble(trouble)
        } else {
            (frame ?: frame(ready.words)).trouble(trouble, path)
        }
    }

    /** Where no screen says which language and direction it has, they are those of the words. */
    private fun frame(words: Words): Frame = words.labels.status.loading.let { frame(it.language, it.direction, words) }

    /** The frame that stands there, or another one when it would say something else. */
    private fun frame(language: String, direction: Direction, words: Words): Frame =
        frame?.takeIf { it.language == language && it.direction == direction && it.words == words }
            ?: Frame(this, language, direction, words).also {
                frame = it
                it.show(core.status.value)
            }

    private fun keepScroll() {
        path.here.scroll = frame?.scroll(path.here.place) ?: path.here.scroll
    }
}
