package org.tutticittadini.core

import kotlinx.coroutines.runBlocking
import java.io.File
import java.nio.file.Files
import java.util.Collections
import java.util.concurrent.TimeUnit

/** The project's own content as `cargo xtask android core` has published it. */
internal object Release {
    val seed: File = file("CITTADINI_SEED")
    val journey: File = file("CITTADINI_JOURNEY")
    val folder: File = file("CITTADINI_REPOSITORY")
    val root: ByteArray = file("CITTADINI_ROOT").readBytes()
    private val program: File = file("CITTADINI_PROGRAM")

    /** The release after that one, with a language more; only `cargo xtask android app` publishes it. */
    val later: File by lazy { file("CITTADINI_LATER") }

    private fun file(variable: String): File =
        File(checkNotNull(System.getenv(variable)) { "$variable is not set: run `cargo xtask android core`" })

    /** `cittadini serve`, a process of its own. */
    fun serve(release: File = folder): Server = Server(ProcessBuilder(program.path, "serve", release.path).start())

    fun config(folder: File, repository: String? = null, seed: File? = null): Config =
        Config(dataDir = folder.path, root = root, repository = repository, seed = seed?.path)
}

/** The real server. Its first line is its address. */
internal class Server(private val process: Process) : AutoCloseable {
    val url: String = process.inputReader().readLine() ?: error("the server said nothing")

    override fun close() {
        process.destroy()
        check(process.waitFor(10, TimeUnit.SECONDS)) { "the server did not end" }
    }
}

/** Folders that vanish, and the cores on them, which are closed first. */
internal class Desk : AutoCloseable {
    private val cores = mutableListOf<Cittadini>()
    private val folders = mutableListOf<File>()

    fun folder(): File = Files.createTempDirectory("cittadini-kotlin-").toFile().also { folders += it }

    suspend fun open(config: Config): Cittadini = Cittadini.open(config).also { cores += it }

    /** As after a first start: with the seed. */
    suspend fun seeded(repository: String? = null): Cittadini =
        open(Release.config(folder(), repository, Release.seed))

    /** With nothing, so that a sync has everything to fetch. */
    suspend fun empty(repository: String): Cittadini = open(Release.config(folder(), repository))

    override fun close() {
        runBlocking { cores.forEach { it.close() } }
        folders.forEach { it.deleteRecursively() }
    }
}

/** The real core, with every call written down. It names each method, so that none can slip past the count. */
internal class Counted(private val core: CoreInterface) : CoreInterface {
    val calls: MutableList<String> = Collections.synchronizedList(mutableListOf())

    private fun <T> count(name: String, call: () -> T): T {
        calls += name
        return call()
    }

    override fun addTerritory(qr: String, transport: Transport) =
        count("addTerritory") { core.addTerritory(qr, transport) }

    override fun agreeToInbox(id: String, agreed: Boolean) = count("agreeToInbox") { core.agreeToInbox(id, agreed) }

    override fun changes(since: Since?) = count("changes") { core.changes(since) }

    override fun chooseTerritory(id: String) = count("chooseTerritory") { core.chooseTerritory(id) }

    override fun deadline(query: DeadlineQuery, from: String) = count("deadline") { core.deadline(query, from) }

    override fun exportRelease(file: String) = count("exportRelease") { core.exportRelease(file) }

    override fun freshness() = count("freshness") { core.freshness() }

    override fun home() = count("home") { core.home() }

    override fun importRelease(file: String) = count("importRelease") { core.importRelease(file) }

    override fun interrupt() = count("interrupt") { core.interrupt() }

    override fun hours(officeId: String) = count("hours") { core.hours(officeId) }

    override fun labels() = count("labels") { core.labels() }

    override fun notices() = count("notices") { core.notices() }

    override fun office(id: String) = count("office") { core.office(id) }

    override fun offices() = count("offices") { core.offices() }

    override fun openNow(filter: OfficeFilter) = count("openNow") { core.openNow(filter) }

    override fun prepareSearch() = count("prepareSearch") { core.prepareSearch() }

    override fun procedure(id: String) = count("procedure") { core.procedure(id) }

    override fun procedures() = count("procedures") { core.procedures() }

    override fun removeTerritory(id: String) = count("removeTerritory") { core.removeTerritory(id) }

    override fun search(query: String, limit: UInt) = count("search") { core.search(query, limit) }

    override fun setSettings(settings: ReaderSettings) = count("setSettings") { core.setSettings(settings) }

    override fun settings() = count("settings") { core.settings() }

    override fun shutDown() = count("shutDown") { core.shutDown() }

    override fun sync(transport: Transport, mode: SyncMode) = count("sync") { core.sync(transport, mode) }

    override fun syncDue(network: NetworkKind, occasion: Occasion) =
        count("syncDue") { core.syncDue(network, occasion) }

    override fun syncProgress() = count("syncProgress") { core.syncProgress() }

    override fun terms() = count("terms") { core.terms() }

    override fun territories() = count("territories") { core.territories() }

    override fun territoryOffer(qr: String) = count("territoryOffer") { core.territoryOffer(qr) }

    override fun timeline(query: TimelineQuery) = count("timeline") { core.timeline(query) }

    override fun trees() = count("trees") { core.trees() }

    override fun triage(tree: String, answers: List<TriageAnswer>) = count("triage") { core.triage(tree, answers) }
}
