package org.tutticittadini.core

import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.delay
import kotlinx.coroutines.ensureActive
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.launch
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock
import kotlinx.coroutines.withContext
import java.io.File
import java.util.concurrent.atomic.AtomicLong
import kotlin.time.Duration.Companion.milliseconds

/**
 * The core as an Android app holds it: one object for as long as the process runs, one call a screen.
 *
 * Every call suspends and blocks no thread of the caller: the core works on [Dispatchers.IO]. Calls may come from any
 * thread and several at once; a reading takes a few milliseconds and goes on while a [sync] runs. **Only [sync] and
 * [addTerritory] touch the network.**
 *
 * Amounts are euro cents, days are ISO 8601 (`2026-11-23`), moments RFC 3339 in UTC. [plain] turns the runs of a
 * sentence into words. "Nothing there yet" and "old" are values of the screens, never errors.
 *
 * Every call may throw an [ApiException]; its kind says what the screen does, its `reason` is for the log:
 *
 * | kind | what it means |
 * | --- | --- |
 * | `Locked` | another process has the folder open |
 * | `StorageFull` | the disk is full; what was stored before is intact |
 * | `Interrupted` | [close] came while the call ran |
 * | `InvalidInput` | there is no such thing, or the call came after [close] |
 * | `Internal` | a fault of the core: report it |
 *
 * What else a call throws stands beside it. Cancelling the caller's coroutine throws `CancellationException`, as
 * everywhere, never an [ApiException].
 */
class Cittadini internal constructor(
    private val core: CoreInterface,
    private val io: CoroutineDispatcher = Dispatchers.IO,
) {
    private val oneSync = Mutex()
    private val progress = MutableStateFlow<SyncProgress?>(null)
    private val asked = AtomicLong()
    private val searches = AtomicLong()

    @Volatile
    private var line: Line? = null

    @Volatile
    private var closed = false

    /** Where the running [sync] stands, about ten times a second; `null` when none runs. Asks the core only meanwhile. */
    val syncProgress: StateFlow<SyncProgress?> = progress.asStateFlow()

    /** How many calls into the core this object has made, syncs not counted. A screen costs one. */
    val calls: Long get() = asked.get()

    /** The reader's settings. No network. */
    suspend fun settings(): ReaderSettings = read { settings() }

    /**
     * Keeps the reader's settings; the next screen follows them. No network.
     *
     * Throws `InvalidInput` when content is installed and has no such municipality, or when no language is named.
     */
    suspend fun setSettings(settings: ReaderSettings): Unit = read { setSettings(settings) }

    /** The first screen. Without content it is empty, and says so. No network. */
    suspend fun home(): Home = read { home() }

    /**
     * The words of the app's frame, in the reader's language: read them again when her language changes and after a sync.
     * What an app says before there is a core is its own. No network.
     */
    suspend fun labels(): Labels = read { labels() }

    /** All procedures for the reader, by group. No network. */
    suspend fun procedures(): Procedures = read { procedures() }

    /** One procedure, whole. No network. Throws `InvalidInput` when there is none of that id. */
    suspend fun procedure(id: String): ProcedureScreen = read { procedure(id) }

    /** The offices of the reader's municipality; all of them when she has not chosen one. No network. */
    suspend fun offices(): Offices = read { offices() }

    /** One office. No network. Throws `InvalidInput` when there is none of that id. */
    suspend fun office(id: String): OfficeScreen = read { office(id) }

    /** The glossary. No network. */
    suspend fun terms(): Terms = read { terms() }

    /** The notices that hold today for the reader's municipality, the gravest first. No network. */
    suspend fun notices(): Notices = read { notices() }

    /**
     * What changed for the reader since a release or a day, and only that; without `since` everything that is
     * remembered: about a season. No network. Throws `InvalidInput` when the day is none.
     */
    suspend fun changes(since: Since? = null): Changes = read { changes(since) }

    /**
     * By which day: a term of the content or so much time, counted from a day (ISO 8601). The second needs no content. Kept
     * nowhere. No network. Throws `InvalidInput` when the day is none or out of range, and when there is no such term.
     */
    suspend fun deadline(query: DeadlineQuery, from: String): DeadlineScreen = read { deadline(query, from) }

    /**
     * All terms of a procedure for the reader's own dates. What is missing or wrong stands at its term, and the others are
     * shown. Kept nowhere. No network. Throws `InvalidInput` when there is no such procedure.
     */
    suspend fun timeline(query: TimelineQuery): TimelineScreen = read { timeline(query) }

    /** The question trees there are; those that find out what somebody needs come first. No network. */
    suspend fun trees(): Trees = read { trees() }

    /**
     * A step through a question tree: the next question, or what the answers so far come to. Hand in all of them each time.
     * Kept nowhere. No network. Throws `InvalidInput` when there is no such tree, question or answer.
     */
    suspend fun triage(tree: String, answers: List<TriageAnswer>): TriageScreen = read { triage(tree, answers) }

    /**
     * When an office is open: now, in the next days, and who speaks which language when. No network. Throws `InvalidInput`
     * when there is none of that id.
     */
    suspend fun hours(officeId: String): HoursScreen = read { hours(officeId) }

    /**
     * The offices of the reader's municipality that are open now, or that the filter asks for. Those whose hours nobody knows
     * are counted beside them: they may be open. No network. Throws `InvalidInput` when its moment is none.
     */
    suspend fun openNow(filter: OfficeFilter): OpenNow = read { openNow(filter) }

    /**
     * What answers some words, in any language and spelling, best first; at most [limit], and never more than 50. Any text is
     * a query. Call it with each letter: a search ends the one before it, which then throws `Interrupted`; drop what an older
     * one still returns. Kept nowhere. No network.
     */
    suspend fun search(query: String, limit: UInt = MOST_HITS): SearchScreen {
        val own = searches.incrementAndGet()
        // Half a sign, as a keyboard may leave it behind, has no form in which the core could read it.
        val words = query.encodeToByteArray().decodeToString()
        return read(wanted = { own == searches.get() }) { search(words, limit) }
    }

    /**
     * Writes what the searches in the reader's languages need and is missing. Worth calling once the first screen stands, and
     * after another language or a [sync]; without it the first search does it. Takes moments, nothing when nothing is missing.
     * No network.
     */
    suspend fun prepareSearch(): Unit = read { prepareSearch() }

    /** The freshness of every item and of the whole. No network. */
    suspend fun freshness(): FreshnessScreen = read { freshness() }

    /**
     * Whether to sync now, which packs to ask for, and when to ask again. The core decides by what the reader chose to save,
     * by when it last tried, and by what servers asked for; it notes nothing. No network.
     */
    suspend fun syncDue(network: NetworkKind, occasion: Occasion): SyncDue = read { syncDue(network, occasion) }

    /**
     * Fetches what is new. **Touches the network**; takes a second or two, on a slow line minutes. Everything is verified
     * before anything is written, and readings go on meanwhile. A second sync waits for the first.
     *
     * A report with a `problem` means that single packs were refused or could not be had, and the others applied.
     *
     * Cancelling the coroutine ends it within moments, even when the transport hangs; what was stored stays, and what
     * was fetched of a pack is asked for again next time. Run it in a scope that outlives the screen.
     *
     * The transport is called on a thread of its own, one file at a time. When the sync is cancelled or closed, that
     * thread is interrupted and no longer waited for. Whatever the transport throws is `Offline`.
     *
     * Throws `Offline`, `Untrusted`, `Outdated`: what was stored before stays readable. Throws `InvalidInput` when it
     * was opened without a root or a repository.
     */
    suspend fun sync(mode: SyncMode = SyncMode.ALL, transport: Transport = HttpTransport()): SyncReport =
        overLine(transport) { sync(it, mode) }

    /**
     * Writes the release that is installed into a file, with every language that is whole, for a phone without a
     * network to take in with [importRelease]. Takes some seconds; waits for a running [sync]. No network. A file that
     * is there is replaced, and stays as it is when the call throws. Cancelled, it is finished first.
     *
     * Say beside the file of which day it is (`generated`) and which languages it lacks (`leftOut`). On Android the file
     * is one of the app's own, which it then shares.
     *
     * Throws `InvalidInput` when there is no whole release to hand on, or one that nobody can take in any more: sync
     * first.
     */
    suspend fun exportRelease(file: File): ExportReport = alone { core.exportRelease(file.path) }

    /**
     * Takes in a release that somebody handed over as a file; verified as a [sync] is, and never a check of what is
     * newest. Takes some seconds; waits for a running [sync], shows itself in [syncProgress], and is cancelled like one.
     * **No network**, and no repository is needed. An older file changes nothing and is no error; what it does not hold
     * stays as it is and stands in `leftOut`.
     *
     * A report with a `problem` means that single packs of the file were refused, and the others applied. On Android a
     * document that another app lends is copied to a file of the app's own first.
     *
     * Throws `Untrusted` when the file is damaged, of another territory, or too old to be believed; `Outdated`;
     * `InvalidInput` when there is no such file: what was stored before stays readable.
     */
    suspend fun importRelease(file: File): SyncReport = alone { watched(null) { importRelease(file.path) } }

    /** The territories that are known: those that came with the app, then those that the reader added. No network. */
    suspend fun territories(): Territories = read { territories() }

    /**
     * What the QR code of a poster offers; [qr] is the whole link that was opened, with the part after `#`. Show name, host
     * and fingerprint, let the reader compare them with the poster, and call [addTerritory] with the same text when she says
     * so. No network; nothing is kept.
     *
     * Throws `InvalidInput` when the text is no such code, or claims a territory that is known.
     */
    suspend fun territoryOffer(qr: String): TerritoryOffer = read { territoryOffer(qr) }

    /**
     * Adds the territory of a QR code, once the reader has confirmed [territoryOffer]. **Touches the network**, as [sync]
     * does, and is cancelled in the same way. What is read stays what it was: [chooseTerritory] changes that.
     *
     * Throws as [territoryOffer] and [sync]: then nothing was added.
     */
    suspend fun addTerritory(qr: String, transport: Transport = HttpTransport()): SyncReport =
        overLine(transport) { addTerritory(qr, it) }

    /**
     * Reads another territory from now on, also after the next opening; each keeps the municipality that was chosen in it.
     * No network. Throws `InvalidInput` when there is none of that id.
     */
    suspend fun chooseTerritory(id: String): Unit = read { chooseTerritory(id) }

    /**
     * Removes a territory that the reader added; if it is the one that is read, the app's own is read from now on. Waits for
     * a sync that runs. No network. Throws `InvalidInput` when there is none of that id, or when it came with the app.
     */
    suspend fun removeTerritory(id: String): Unit = oneSync.withLock { read { removeTerritory(id) } }

    /**
     * Keeps whether feedback may go to the inbox of a territory that the reader added. No network. Throws `InvalidInput` when
     * there is no added territory of that id, or when it has no inbox.
     */
    suspend fun agreeToInbox(id: String, agreed: Boolean): Unit = read { agreeToInbox(id, agreed) }

    /**
     * Closes the core and frees its folder. What runs throws `Interrupted` and is waited for, which takes moments; later
     * calls throw `InvalidInput`. A second time does no harm. Not cancellable. No network.
     */
    suspend fun close(): Unit = withContext(NonCancellable + io) {
        closed = true
        line?.cut()
        core.shutDown()
    }

    private suspend fun overLine(transport: Transport, sync: CoreInterface.(Line) -> SyncReport): SyncReport {
        val own = Line(transport)
        return alone(own) { watched(own) { sync(own) } }
    }

    private suspend fun <T> alone(own: Line? = null, call: suspend CoroutineScope.() -> T): T =
        oneSync.withLock {
            try {
                withContext(io) {
                    line = own
                    call()
                }
            } finally {
                line = null
                progress.value = null
            }
        }

    private suspend fun <T> CoroutineScope.watched(own: Line?, call: CoreInterface.() -> T): T {
        if (closed) own?.cut()
        var ended = false
        val watcher = launch(start = CoroutineStart.UNDISPATCHED) {
            try {
                while (true) {
                    delay(POLL)
                    progress.value = core.syncProgress()
                }
            } finally {
                if (!ended) stop(own)
            }
        }
        try {
            return core.call()
        } catch (error: ApiException.Interrupted) {
            ensureActive()
            throw error
        } finally {
            ended = true
            watcher.cancel()
        }
    }

    /** The line first: an interruption that comes before the core has begun is forgotten by it, a line that is cut is not. */
    private fun stop(line: Line?) {
        line?.cut()
        core.interrupt()
    }

    /**
     * A reading is too short to be worth interrupting, and `interrupt` would stop the sync as well. The other way round it
     * happens: a sync that is cancelled hits the readings of that moment, which are simply done again while they are
     * [wanted].
     */
    private suspend fun <T> read(wanted: () -> Boolean = { true }, screen: CoreInterface.() -> T): T = withContext(io) {
        asked.incrementAndGet()
        repeat(HITS) {
            try {
                return@withContext core.screen()
            } catch (error: ApiException.Interrupted) {
                if (closed) throw error
                ensureActive()
                if (!wanted()) throw error
            }
        }
        core.screen()
    }

    companion object {
        private val POLL = 100.milliseconds

        /** How many cancelled syncs one reading bears. */
        private const val HITS = 3

        /** As many results as somebody looks through. */
        private const val MOST_HITS = 20u

        /**
         * Opens a data folder, and takes in the seed when nothing is installed yet. No network. Takes some milliseconds,
         * and a second or two the first time, when there is a seed.
         *
         * On Android `dataDir` is a folder in `noBackupFilesDir`, and the seed is copied out of the assets first.
         *
         * Throws `Locked` when another process, or another object of this one, has the folder open; `Outdated` when a
         * newer app wrote it, which is then untouched; `Untrusted` when the root or the seed does not verify;
         * `InvalidInput` when there is no such seed.
         */
        suspend fun open(config: Config): Cittadini {
            var core: Core? = null
            try {
                return Cittadini(withContext(Dispatchers.IO) { Core.open(config).also { core = it } })
            } catch (cancelled: CancellationException) {
                // It is open and nobody will ever hold it: its folder would stay locked.
                withContext(NonCancellable + Dispatchers.IO) { core?.shutDown() }
                throw cancelled
            }
        }
    }
}
