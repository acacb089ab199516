package org.tutticittadini.app

import android.os.LocaleList
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Deferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Job
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.async
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext
import org.tutticittadini.core.ApiException
import org.tutticittadini.core.Cittadini
import org.tutticittadini.core.Config
import org.tutticittadini.core.ReaderSettings
import org.tutticittadini.core.SyncProgress
import java.io.File

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

/**
 * The one core of the process, opened when the first screen asks for it, and its syncs, which outlive every screen. Called
 * on the thread of the screens, and blocks it never.
 */
class AppCore(
    private val bundled: Bundled,
    private val folder: File,
    private val memory: Memory,
    private val open: suspend (Config) -> Cittadini,
) {
    private val scope = CoroutineScope(SupervisorJob() + screenThread)
    private val states = MutableStateFlow(Status())
    private val editions = MutableStateFlow(0)
    private var opening: Deferred<Cittadini>? = null
    private var syncing: Job? = null

    /** What runs, or went wrong. */
    val status: StateFlow<Status> = states.asStateFlow()

    /** Counts what changes every screen: a sync, another language. */
    val edition: StateFlow<Int> = editions.asStateFlow()

    /** The language in which the app last spoke. */
    val lastLanguage: String? get() = memory.language

    /** Whether there is an address to update from. */
    val canUpdate: Boolean by lazy { bundled.repository() != null }

    /**
     * The open core. Whoever asks while it opens waits for the same one; after a failure the next to ask tries again. It
     * throws what `Cittadini.open` throws, `IOException` when the seed cannot be copied, and `LinkageError` when the core
     * cannot be loaded.
     */
    suspend fun opened(): Cittadini {
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
        runCatching { attempt.await() }.onSuccess { it.close() }
    }

    /** Remembers the language of a screen with content that was shown. */
    fun spoke(language: String) {
        if (memory.language != language) memory.language = language
    }

    /** Keeps another language, before those the reader had. */
    suspend fun chooseLanguage(tag: String) = change { copy(languages = listOf(tag) + (languages - tag)) }

    /** Keeps another municipality; `null` for all. */
    suspend fun chooseMunicipality(istat: String?) = change { copy(municipality = istat) }

    /** Fetches what is new. One that the reader did not ask for says nothing when there is no connection. */
    fun sync(asked: Boolean) {
        if (syncing?.isActive == true || !canUpdate) return
        syncing = scope.launch {
            val before = states.value.trouble
            states.value = Status(syncing = true)
            val watcher = launch { opened().syncProgress.collect { states.value = states.value.copy(progress = it) } }
            val ended = try {
                val report = opened().sync()
                chooseFirst(opened())
                Status(updated = asked && report.problem == null, trouble = report.problem?.let { Trouble.of(it.kind) })
            } catch (cancelled: CancellationException) {
                states.value = Status()
                throw cancelled
            } catch (error: Throwable) {
                Status(trouble = Trouble.of(error))
            } finally {
                watcher.cancel()
            }
            states.value = if (asked || ended.trouble != Trouble.OFFLINE) ended else Status(trouble = before)
            // Also after a failure: what was applied before it stays applied.
            editions.value++
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

    private suspend fun change(changed: ReaderSettings.() -> ReaderSettings) {
        val core = opened()
        core.setSettings(core.settings().changed())
        editions.value++
    }

    private suspend fun openFirst(): Cittadini {
        val core = openWithSeed()
        chooseFirst(core)
        sync(asked = false)
        return core
    }

    /** A seed that is damaged is no reason to show nothing: what a sync brings can still be read. */
    private suspend fun openWithSeed(): Cittadini {
        val config = withContext(Dispatchers.IO) {
            Config(folder.path, bundled.root(), bundled.repository(), bundled.seed()?.path)
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

    /** Until a screen with content has been shown, the reader's languages are those of her device. */
    private suspend fun chooseFirst(core: Cittadini) {
        if (memory.language != null) return
        val home = core.home()
        val chain = Languages.chain(LocaleList.getDefault(), home.languages.map { it.tag })
        if (chain.isNotEmpty()) core.setSettings(core.settings().copy(languages = chain))
    }
}
