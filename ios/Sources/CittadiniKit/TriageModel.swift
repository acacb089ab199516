import CittadiniCore
import Observation

/// A walk through a question tree. The answers are held here and nowhere else: they are gone with the screen.
@MainActor
@Observable
public final class TriageModel {
    /// The tree's id.
    public let tree: String
    /// The page, and what went wrong.
    public let reading = Reading()
    /// Grows and falls with the answers given: another number is another page, to be read from its top.
    public private(set) var step = 0

    @ObservationIgnored private let core: AppCore
    @ObservationIgnored private var answers: [TriageAnswer] = []
    @ObservationIgnored private var screen: TriageScreen?
    @ObservationIgnored private var chosen: Set<String> = []

    /// Does nothing yet.
    public init(_ core: AppCore, tree: String) {
        self.core = core
        self.tree = tree
    }

    /// Whether there is a question before this one.
    public var canGoBack: Bool { step > 0 }

    /// Reads the step that the answers so far lead to. One call into the core; no network.
    public func load() async {
        await ask(answers)
    }

    /// Takes the last answer back, and asks its question again. No network.
    public func back() async {
        await ask(answers.dropLast())
    }

    /// Does what a tap on a line says. At most one call into the core; no network.
    public func perform(_ command: Command) async {
        switch command {
        case .answer(let question, let value), .enter(let question, let value):
            await answer(question, value)
        case .choose(let option): choose(option)
        case .goOn: await goOn()
        case .startAgain: await ask([])
        }
    }

    /// A second tap, made before the next question was there, answers nothing.
    private func answer(_ question: String, _ value: String) async {
        guard screen?.question?.id == question else { return }
        await ask(answers + [TriageAnswer(question: question, value: value)])
    }

    private func goOn() async {
        guard let question = screen?.question, !chosen.isEmpty else { return }
        let inOrder = question.options.map(\.id).filter(chosen.contains)
        await answer(question.id, inOrder.joined(separator: ","))
    }

    private func choose(_ option: String) {
        guard let screen, let labels = core.labels else { return }
        chosen.formSymmetricDifference([option])
        reading.show(Page(screen, labels, chosen: chosen))
    }

    /// An answer that the core refuses is not kept: the question stays, with what is to be said about it.
    private func ask(_ answers: [TriageAnswer]) async {
        await reading.read(core) { [tree] core, labels in
            let screen = try await core.triage(tree, answers: answers)
            return await self.take(screen, answers, labels)
        }
    }

    private func take(_ screen: TriageScreen, _ answers: [TriageAnswer], _ labels: Labels) -> Page {
        if screen.question?.id != self.screen?.question?.id { chosen = [] }
        self.screen = screen
        self.answers = answers
        step = answers.count
        return Page(screen, labels, chosen: chosen)
    }
}
