package org.tutticittadini.app

import android.os.LocaleList
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Deferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Job
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.async
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.launch
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock
import kotlinx.coroutines.withContext
import org.tutticittadini.core.ApiException
import org.tutticittadini.core.Cittadini
import org.tutticittadini.core.Config
import org.tutticittadini.core.Home
import org.tutticittadini.core.Labels
import org.tutticittadini.core.LanguageChoice
import org.tutticittadini.core.NetworkKind
import org.tutticittadini.core.Occasion
import org.tutticittadini.core.ReaderSettings
import org.tutticittadini.core.SyncMode
import org.tutticittadini.core.SyncProgress
import java.io.File
import java.time.Instant
import java.util.Locale

/** What runs, or went wrong, whichever screen is shown. */
data class Status(
    /** Whether a sync runs. */
    val syncing: Boolean = false,
    /** Where it stands. */
    val progress: SyncProgress? = null,
    /** Whether the last sync, which the reader had asked for, has ended well. */
    val updated: Boolean = false,
    /** Why there is nothing newer. */
    val trouble: Trouble? = null,
)

/** What the frame of every screen says. */
data class Words(
    /** The words of the frame, in the reader's language. */
    val labels: Labels,
    /** The languages that there are, each named in itself. */
    val languages: List<LanguageChoice>,
) {
    /** The name of a language in itself; the platform's where there is nothing to choose from. */
    fun nameOf(language: String): String = languages.find { it.tag == language }?.name
        ?: Locale.forLanguageTag(language).let { it.getDisplayLanguage(it).replaceFirstChar(Char::titlecase) }
}

/** The open core, with the words of the frame as they were last read: once for all screens. */
class Opened internal constructor(val core: Cittadini, words: Words) {
    var words: Words = words
        internal set
}

/** The telephone around the core. */
class Surroundings(
    /** What it is connected to. */
    val connection: () -> NetworkKind,
    /** Has the app woken at that moment or later, over Wi-Fi alone or any network. */
    val wake: (notBefore: Instant, wifiOnly: Boolean) -> Unit,
)

/**
 * The one core of the process, opened when the first screen asks for it, and its syncs, which outlive every screen. Called
 * on the thread of the screens, and blocks it never.
 */
class AppCore(
    private val bundled: Bundled,
    private val folder: File,
    private val memory: Memory,
    private val around: Surroundings,
    private val open: suspend (Config) -> Cittadini,
) {
    private val scope = CoroutineScope(SupervisorJob() + screenThread)
    private val states = MutableStateFlow(Status())
    private val editions = MutableStateFlow(0)
    private var opening: Deferred<Opened>? = null
    private var syncing: Job? = null
    private var planning: Job? = null
    private var preparing: Job? = null

    /** The words that were those of the frame when the search was made ready last. */
    private var prepared: Words? = null
    private var inFront = false

    /** The settings are read, changed and written: whoever does so must be alone. */
    private val choosing = Mutex()

    /** What runs, or went wrong. */
    val status: StateFlow<Status> = states.asStateFlow()

    /** Counts what changes every screen: a sync, another language. */
    val edition: StateFlow<Int> = editions.asStateFlow()

    /** The language in which the app last spoke. */
    val lastLanguage: String? get() = memory.language

    /** Whether there is an address to update from. */
    val canUpdate: Boolean by lazy { bundled.repository() != null }

    /** What [opened] returns, as soon as it is there. */
    var ready: Opened? = null
        private set

    /**
     * The open core. Whoever asks while it opens waits for the same one; after a failure the next to ask tries again. It
     * throws what `Cittadini.open` throws, `IOException` when the seed cannot be copied, and `LinkageError` when the core
     * cannot be loaded.
     */
    suspend fun opened(): Opened {
        val attempt = opening ?: scope.async { openFirst() }.also { opening = it }
        try {
            return attempt.await()
        } catch (error: Throwable) {
            if (attempt.isCancelled && opening === attempt) opening = null
            throw error
        }
    }

    /** Closes the core, if it is open. The next screen opens it again. */
    suspend fun close() {
        syncing?.cancelAndJoin()
        val attempt = opening ?: return
        opening = null
        ready = null
        prepared = null
        runCatching { attempt.await() }.onSuccess { it.core.close() }
    }

    /** Remembers the language of a screen with content that was shown. */
    fun spoke(language: String) {
        if (memory.language != language) memory.language = language
    }

    /** Keeps another language, before those the reader had. It is kept whole even if her screen is gone meanwhile. */
    fun chooseLanguage(tag: String): Deferred<Unit> = change { copy(languages = listOf(tag) + (languages - tag)) }

    /** Keeps another municipality; `null` for all. */
    fun chooseMunicipality(istat: String?): Deferred<Unit> = change { copy(municipality = istat) }

    /** Keeps what updates may cost. */
    fun chooseSaving(wifiOnly: Boolean, dataSaver: Boolean): Deferred<Unit> =
        change { copy(wifiOnly = wifiOnly, dataSaver = dataSaver) }.also { it.invokeOnCompletion { planNext() } }

    /** Whether a sync, or the question when one is due, is under way. */
    internal val isBusy: Boolean get() = listOf(syncing, planning, preparing).any { it?.isActive == true }

    /** The reader looks at the app, or has put it away. What is due is fetched when she opens it or comes back. */
    fun show(visible: Boolean) {
        inFront = visible
        if (visible && ready != null) sync(Occasion.OPENED)
    }

    /** Fetches what is new because the reader asks for it, also when it is not due: she is told why it does not work. */
    fun update() = sync(Occasion.ASKED)

    /** Fetches what is due while nobody looks; `ended` is told whether to try again because the core cannot be opened. */
    fun syncInBackground(ended: (again: Boolean) -> Unit) = sync(Occasion.BACKGROUND, ended)

    private fun sync(occasion: Occasion, ended: (again: Boolean) -> Unit = {}) {
        if (syncing?.isActive == true || !canUpdate) return ended(false)
        // What it throws is told elsewhere: a core that cannot be opened, by the screen that wants to read.
        syncing = scope.async { syncIfDue(occasion) }.also { running ->
            running.invokeOnCompletion {
                ended(ready == null)
                planNext()
            }
        }
    }

    private suspend fun syncIfDue(occasion: Occasion) {
        val asked = occasion == Occasion.ASKED
        val (due, mode) = opened().core.syncDue(around.connection(), occasion)
        if (due || asked) syncNow(mode, asked)
    }

    /** One that the reader did not ask for says nothing when there is no connection. */
    private suspend fun syncNow(mode: SyncMode, asked: Boolean) = coroutineScope {
        val before = states.value.trouble
        states.value = Status(syncing = true)
        val watcher = launch {
            opened().core.syncProgress.collect { states.value = states.value.copy(progress = it) }
        }
        var ended = Status()
        try {
            ended = fetch(mode, asked).takeIf { asked || it.trouble != Trouble.OFFLINE } ?: Status(trouble = before)
        } finally {
            watcher.cancel()
            // Also after a failure or a stop: what was applied before it stays applied.
            withContext(NonCancellable) { readWords() }
            states.value = ended
            editions.value++
        }
    }

    /** Has the app woken when the next sync is due. */
    private fun planNext() {
        val core = ready?.core ?: return
        planning = scope.launch {
            try {
                // A plan is for any network: the system waits for one that will do.
                val next = core.syncDue(NetworkKind.UNMETERED, Occasion.BACKGROUND)
                around.wake(Instant.parse(next.notBefore), core.settings().wifiOnly)
            } catch (_: ApiException) {
                // The core is closed, or its data cannot be read: whoever opens it next plans anew.
            }
        }
    }

    /** Makes the search ready behind a screen that stands: once, and after a sync or another language. */
    fun prepareSearch() {
        val opened = ready ?: return
        if (prepared === opened.words) return
        prepared = opened.words
        preparing = scope.launch {
            try {
                opened.core.prepareSearch()
            } catch (_: ApiException) {
                // The first search does it, or says why it cannot.
            }
        }
    }

    /** Ends the sync. What was fetched of a pack is asked for again next time. */
    fun stopSync() {
        syncing?.cancel()
    }

    /** The reader has seen it. */
    fun dismissStatus() {
        states.value = Status(syncing = states.value.syncing, progress = states.value.progress)
    }

    private suspend fun fetch(mode: SyncMode, asked: Boolean): Status = try {
        val report = opened().core.sync(mode)
        Status(updated = asked && report.problem == null, trouble = report.problem?.let { Trouble.of(it.kind) })
    } catch (cancelled: CancellationException) {
        throw cancelled
    } catch (error: Throwable) {
        Status(trouble = Trouble.of(error))
    }

    private fun change(changed: ReaderSettings.() -> ReaderSettings): Deferred<Unit> = scope.async {
        val opened = opened()
        choosing.withLock {
            val before = opened.core.settings()
            val after = before.changed()
            opened.core.setSettings(after)
            if (after.languages != before.languages) {
                opened.words = opened.words.copy(labels = opened.core.labels())
            }
        }
        editions.value++
    }

    private suspend fun openFirst(): Opened {
        val core = openWithSeed()
        try {
            return Opened(core, wordsOf(core)).also {
                ready = it
                if (inFront) sync(Occasion.OPENED)
            }
        } catch (error: Throwable) {
            // It would hold its folder for ever: nobody else knows of it.
            core.close()
            throw error
        }
    }

    /** A seed that is damaged is no reason to show nothing: what a sync brings can still be read. */
    private suspend fun openWithSeed(): Cittadini {
        val config = withContext(Dispatchers.IO) {
            Config(
                dataDir = folder.path,
                root = bundled.root(),
                repository = bundled.repository(),
                seed = bundled.seed()?.path,
                territories = bundled.territories(),
            )
        }
        return try {
            open(config)
        } catch (damaged: ApiException.Untrusted) {
            bundled.forgetSeed()
            val core = open(config.copy(seed = null))
            states.value = states.value.copy(trouble = Trouble.DAMAGED)
            core
        }
    }

    /** After a sync. Where they cannot be read, those that were read before still say it. */
    private suspend fun readWords() {
        val opened = ready ?: return
        try {
            opened.words = wordsOf(opened.core)
        } catch (_: ApiException) {
            return
        }
    }

    private suspend fun wordsOf(core: Cittadini): Words {
        val home = core.home()
        chooseFirst(core, home)
        return Words(core.labels(), home.languages)
    }

    /**
     * Until a screen with content has been shown, the reader's languages are those of her device. Without content there is
     * nothing to choose from, and still something to say.
     */
    private suspend fun chooseFirst(core: Cittadini, home: Home) {
        if (memory.language != null) return
        val known = home.languages.map { it.tag }.ifEmpty { bundled.languages() }
        val chain = Languages.chain(LocaleList.getDefault(), known)
        if (chain.isEmpty()) return
        choosing.withLock { core.setSettings(core.settings().copy(languages = chain)) }
    }
}
