/// The core as a Swift actor. Hold one a data folder for as long as the app runs.
///
/// The calls of the core block. This actor runs them on a thread of its own, so that `await` never holds up the screen or
/// the threads that all tasks share. A reading takes a few milliseconds; readings come one after the other, and go on
/// while a ``sync(over:mode:)`` runs, which has another thread. Only ``sync(over:mode:)`` and ``addTerritory(_:over:)`` touch the
/// network.
///
/// Every call throws ``ApiError`` and nothing else, save `CancellationError` when its task is cancelled before it begins.
/// Any of them may throw `Locked`, `StorageFull`, `Interrupted` or `Internal`, and throws `InvalidInput` after ``close()``.
/// "Nothing there yet" and "old" are values of the screens, never errors.
///
/// The generated `Core` lies beneath, for those who want to see to the threads themselves.
public actor Cittadini {
    private nonisolated let thread = CoreThread(name: "cittadini")
    private nonisolated let core: Core
    private nonisolated let syncs = RunningSyncs()
    private nonisolated let searches = Searches()
    private nonisolated let counter = Counter()

    /// How many calls into the core this actor has made, syncs not counted. A screen costs one.
    public var calls: Int { counter.value }

    /// The actor's own thread.
    public nonisolated var unownedExecutor: UnownedSerialExecutor {
        thread.asUnownedSerialExecutor()
    }

    private init(_ core: Core) {
        self.core = core
    }

    /// Opens a data folder, and takes in the seed when nothing is installed yet. No network. Takes some milliseconds, and
    /// a second or two the first time, when there is a seed. It cannot be cancelled.
    ///
    /// - Throws: `Locked` when somebody else has the folder open; `Outdated` when a newer app wrote it, which is then
    ///   untouched; `Untrusted` when the root or the seed does not verify; `InvalidInput` when there is no such seed;
    ///   `StorageFull`.
    /// - Parameter keyStore: for what the reader will write herself. Nothing secret is stored so far, so none is asked.
    public static func open(_ config: Config, keyStore: (any KeyStore)? = nil) async throws -> Cittadini {
        Cittadini(try await onOwnThread("cittadini open") { try Core.open(config: config, keyStore: keyStore) })
    }

    /// The reader's settings. No network.
    public func settings() throws -> ReaderSettings {
        try ask { try core.settings() }
    }

    /// Keeps the reader's settings; the next screen follows them. No network.
    ///
    /// - Throws: `InvalidInput` when content is installed and has no such municipality, or when no language is named.
    public func setSettings(_ settings: ReaderSettings) throws {
        try ask { try core.setSettings(settings: settings) }
    }

    /// The first screen. Without content it is empty, and says so. No network.
    public func home() throws -> Home {
        try ask { try core.home() }
    }

    /// The words of the app's frame, in the reader's language. Read them once after opening, when her language changes and
    /// after a sync. No network.
    public func labels() throws -> Labels {
        try ask { try core.labels() }
    }

    /// All procedures for the reader, by group. No network.
    public func procedures() throws -> Procedures {
        try ask { try core.procedures() }
    }

    /// One procedure, whole: amounts in euro cents, days in ISO 8601. No network.
    ///
    /// - Throws: `InvalidInput` when there is none of that id.
    public func procedure(_ id: String) throws -> ProcedureScreen {
        try ask { try core.procedure(id: id) }
    }

    /// The offices of the reader's municipality; all of them when she has not chosen one. No network.
    public func offices() throws -> Offices {
        try ask { try core.offices() }
    }

    /// One office. No network.
    ///
    /// - Throws: `InvalidInput` when there is none of that id.
    public func office(_ id: String) throws -> OfficeScreen {
        try ask { try core.office(id: id) }
    }

    /// The glossary. No network.
    public func terms() throws -> Terms {
        try ask { try core.terms() }
    }

    /// The notices that hold today for the reader's municipality, the gravest first. No network.
    public func notices() throws -> Notices {
        try ask { try core.notices() }
    }

    /// What changed for the reader since a release or a day; without `since` everything that is remembered. No network.
    ///
    /// - Throws: `InvalidInput` when the day is none.
    public func changes(since: Since? = nil) throws -> Changes {
        try ask { try core.changes(since: since) }
    }

    /// By which day: a term of the content or so much time, counted from a day (ISO 8601). The second needs no content. Kept
    /// nowhere. No network.
    ///
    /// - Throws: `InvalidInput` when the day is none or out of range, and when there is no such term.
    public func deadline(_ query: DeadlineQuery, from: String) throws -> DeadlineScreen {
        try ask { try core.deadline(query: query, from: from) }
    }

    /// All terms of a procedure for the reader's own dates. What is missing or wrong stands at its term, and the others are
    /// shown. Kept nowhere. No network.
    ///
    /// - Throws: `InvalidInput` when there is no such procedure.
    public func timeline(_ query: TimelineQuery) throws -> TimelineScreen {
        try ask { try core.timeline(query: query) }
    }

    /// The question trees there are; those that find out what somebody needs come first. No network.
    public func trees() throws -> Trees {
        try ask { try core.trees() }
    }

    /// A step through a question tree: the next question, or what the answers so far come to. Hand in all of them each time.
    /// Kept nowhere. No network.
    ///
    /// - Throws: `InvalidInput` when there is no such tree, question or answer.
    public func triage(_ tree: String, answers: [TriageAnswer]) throws -> TriageScreen {
        try ask { try core.triage(tree: tree, answers: answers) }
    }

    /// When an office is open: now, in the next days, and who speaks which language when. No network.
    ///
    /// - Throws: `InvalidInput` when there is none of that id.
    public func hours(_ officeId: String) throws -> HoursScreen {
        try ask { try core.hours(officeId: officeId) }
    }

    /// The offices of the reader's municipality that are open now, or that the filter asks for. Those whose hours nobody
    /// knows are counted beside them: they may be open. No network.
    ///
    /// - Throws: `InvalidInput` when its moment is none.
    public func openNow(_ filter: OfficeFilter) throws -> OpenNow {
        try ask { try core.openNow(filter: filter) }
    }

    /// What answers some words, in any language and spelling, best first; at most `limit`, and never more than 50. Any text
    /// is a query. Kept nowhere. No network.
    ///
    /// Call it with each letter: searches do not wait for each other nor for readings. Each has a thread of its own and ends
    /// the one before it. Drop what an older one still returns.
    ///
    /// - Throws: `Interrupted` when a newer search has begun.
    public nonisolated func search(_ query: String, limit: UInt32 = 20) async throws -> SearchScreen {
        try Task.checkCancellation()
        let (core, searches, own) = (self.core, self.searches, self.searches.begin())
        counter.add()
        return try await onOwnThread("cittadini search") {
            try searches.ask(own) { try core.search(query: query, limit: limit) }
        }
    }

    /// Writes what the searches in the reader's languages need and is missing. Worth calling once the first screen stands,
    /// and after another language or a sync; without it the first search does it. Takes moments, on a thread of its own;
    /// nothing when nothing is missing. No network.
    public nonisolated func prepareSearch() async throws {
        let core = self.core
        counter.add()
        try await onOwnThread("cittadini prepare") { try core.prepareSearch() }
    }

    /// The freshness of every item and of the whole. No network.
    public func freshness() throws -> FreshnessScreen {
        try ask { try core.freshness() }
    }

    /// Whether to sync now, which packs to ask for, and when to ask again. The core decides by what the reader chose to
    /// save, by when it last tried, and by what servers asked for; it notes nothing. No network.
    public func syncDue(network: NetworkKind, occasion: Occasion) throws -> SyncDue {
        try ask { try core.syncDue(network: network, occasion: occasion) }
    }

    /// Fetches what is new. **Touches the network**, through `transport`: a second or two, on a slow line minutes. A
    /// second sync waits for the first. Everything is verified before anything is written; readings go on.
    ///
    /// Cancel the task to stop it: it throws `Interrupted` as soon as the transport lets go, which a
    /// ``StoppableTransport`` does at once; what is being written is written to its end. Nothing is lost, and no reading
    /// is disturbed. A report with a `problem` means that single packs were refused or could not be had.
    ///
    /// - Parameter transport: one for this sync; without it an ``HTTPTransport``.
    /// - Throws: `Offline`, `Untrusted`, `Outdated`, `StorageFull`, `Interrupted`: what was stored stays readable.
    ///   `InvalidInput` without a root or a repository.
    public nonisolated func sync(
        over transport: any Transport = HTTPTransport(), mode: SyncMode = .all
    ) async throws -> SyncReport {
        try await onLine(transport) { core, transport in try core.sync(transport: transport, mode: mode) }
    }

    /// The territories that are known: those that came with the app, then those that the reader added. No network.
    public func territories() throws -> Territories {
        try ask { try core.territories() }
    }

    /// What the QR code of a poster offers; `qr` is the whole link that was opened, with the part after `#`. Show name, host
    /// and fingerprint, let the reader compare them with the poster, and call ``addTerritory(_:over:)`` with the same text
    /// when she says so. No network; nothing is kept.
    ///
    /// - Throws: `InvalidInput` when the text is no such code, or claims a territory that is known.
    public func territoryOffer(_ qr: String) throws -> TerritoryOffer {
        try ask { try core.territoryOffer(qr: qr) }
    }

    /// Adds the territory of a QR code, once the reader has confirmed ``territoryOffer(_:)``. **Touches the network**, as
    /// ``sync(over:mode:)`` does, and is cancelled in the same way. What is read stays what it was:
    /// ``chooseTerritory(_:)`` changes that.
    ///
    /// - Throws: as ``territoryOffer(_:)`` and ``sync(over:mode:)``: then nothing was added.
    public nonisolated func addTerritory(
        _ qr: String, over transport: any Transport = HTTPTransport()
    ) async throws -> SyncReport {
        try await onLine(transport) { core, transport in try core.addTerritory(qr: qr, transport: transport) }
    }

    /// Reads another territory from now on, also after the next opening; each keeps the municipality that was chosen in it.
    /// No network.
    ///
    /// - Throws: `InvalidInput` when there is none of that id.
    public func chooseTerritory(_ id: String) throws {
        try ask { try core.chooseTerritory(id: id) }
    }

    /// Removes a territory that the reader added; if it is the one that is read, the app's own is read from now on. Waits
    /// for a sync that runs, on a thread of its own. No network.
    ///
    /// - Throws: `InvalidInput` when there is none of that id, or when it came with the app.
    public nonisolated func removeTerritory(_ id: String) async throws {
        let core = self.core
        try await onOwnThread("cittadini remove") { try core.removeTerritory(id: id) }
    }

    /// Keeps whether feedback may go to the inbox of a territory that the reader added. No network.
    ///
    /// - Throws: `InvalidInput` when there is no added territory of that id, or when it has no inbox.
    public func agreeToInbox(_ id: String, agreed: Bool) throws {
        try ask { try core.agreeToInbox(id: id, agreed: agreed) }
    }

    /// A call that fetches: on a thread of its own, and stopped through its transport.
    private nonisolated func onLine(
        _ transport: any Transport, _ call: @escaping @Sendable (Core, any Transport) throws -> SyncReport
    ) async throws -> SyncReport {
        let core = self.core
        let transport = SyncTransport(transport)
        syncs.add(transport)
        defer { syncs.remove(transport) }
        return try await withTaskCancellationHandler {
            try await onOwnThread("cittadini sync") { try call(core, transport) }
        } onCancel: {
            transport.stop()
        }
    }

    /// Writes the release that is installed into a file, with every language that is whole, for a phone without a network
    /// to take in with ``importRelease(from:)``. Takes some seconds, on a thread of its own; waits for a running sync. No
    /// network. A file that is there is replaced, and stays as it is when the call throws. It cannot be cancelled.
    ///
    /// Say beside the file of which day it is (`generated`) and which languages it lacks (`leftOut`).
    ///
    /// - Parameter file: a whole path in a folder that the app may write.
    /// - Throws: `InvalidInput` when there is no whole release to hand on, or one that nobody can take in any more: sync
    ///   first. `StorageFull`; `Interrupted` when the core is closed meanwhile.
    public nonisolated func exportRelease(to file: String) async throws -> ExportReport {
        let core = self.core
        return try await onOwnThread("cittadini export") { try core.exportRelease(file: file) }
    }

    /// Takes in a release that somebody handed over as a file; verified as a sync is, and never a check of what is newest.
    /// Takes some seconds, on a thread of its own; waits for a running sync. **No network**, and no repository is needed.
    /// An older file changes nothing and is no error; what it does not hold stays as it is and stands in `leftOut`. It
    /// cannot be cancelled.
    ///
    /// A report with a `problem` means that single packs of the file were refused, and the others applied.
    ///
    /// - Parameter file: a whole path; a document that another app lends is copied first.
    /// - Throws: `Untrusted` when the file is damaged, of another territory, or too old to be believed; `Outdated`;
    ///   `StorageFull`; `InvalidInput` when there is no such file: what was stored stays readable.
    public nonisolated func importRelease(from file: String) async throws -> SyncReport {
        let core = self.core
        return try await onOwnThread("cittadini import") { try core.importRelease(file: file) }
    }

    /// Where the running sync stands; where the last one stood when none runs. Never blocks for long; no network. A few
    /// times a second is often enough. Bytes are those of packs.
    public nonisolated func syncProgress() throws -> SyncProgress {
        try core.syncProgress()
    }

    /// Closes the core: later calls throw `InvalidInput`. No network. What runs throws `Interrupted` and is waited for;
    /// then the folder can be opened again. Closing twice does no harm. It cannot be cancelled.
    public nonisolated func close() async throws {
        let core = self.core
        syncs.stopForGood()
        try await onOwnThread("cittadini close") { try core.close() }
    }

    private func ask<Answer>(_ call: () throws -> Answer) throws -> Answer {
        try Task.checkCancellation()
        counter.add()
        return try call()
    }
}
