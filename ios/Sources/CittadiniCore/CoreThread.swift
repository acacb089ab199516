import Foundation

/// The thread of one ``Cittadini``: an executor of its own, so that a call that blocks never holds up the threads that
/// all Swift tasks share.
final class CoreThread: SerialExecutor {
    private let queue = JobQueue()

    init(name: String) {
        let queue = self.queue
        startThread(name: name) { queue.runUntilEnded() }
    }

    deinit {
        queue.end()
    }

    func enqueue(_ job: consuming ExecutorJob) {
        queue.add(UnownedJob(job), for: self)
    }

    func asUnownedSerialExecutor() -> UnownedSerialExecutor {
        UnownedSerialExecutor(ordinary: self)
    }
}

/// What waits for the thread. The thread knows the queue and not the executor, so that it ends when nobody needs it.
private final class JobQueue: @unchecked Sendable {
    private let condition = NSCondition()
    private var jobs: [(job: UnownedJob, executor: CoreThread)] = []
    private var ended = false

    func add(_ job: UnownedJob, for executor: CoreThread) {
        condition.withLock {
            jobs.append((job, executor))
            condition.signal()
        }
    }

    func end() {
        condition.withLock {
            ended = true
            condition.signal()
        }
    }

    func runUntilEnded() {
        while runNext() {}
    }

    /// The executor is held while its job runs: the job may be the last to hold the actor.
    private func runNext() -> Bool {
        guard let next = next() else { return false }
        withPool { next.job.runSynchronously(on: next.executor.asUnownedSerialExecutor()) }
        return true
    }

    private func next() -> (job: UnownedJob, executor: CoreThread)? {
        condition.withLock {
            while jobs.isEmpty && !ended {
                condition.wait()
            }
            return jobs.isEmpty ? nil : jobs.removeFirst()
        }
    }
}

/// Runs work that blocks on a thread of its own and waits for it without blocking.
func onOwnThread<Value: Sendable>(
    _ name: String, _ work: @escaping @Sendable () throws -> Value
) async throws -> Value {
    try await withCheckedThrowingContinuation { waiting in
        startThread(name: name) { withPool { waiting.resume(with: Result(catching: work)) } }
    }
}

/// The half megabyte that Apple gives a second thread is little for a core that decompresses and verifies.
private let stackBytes = 4 << 20

private func startThread(name: String, _ body: @escaping @Sendable () -> Void) {
    let thread = Thread(block: body)
    thread.name = name
    thread.stackSize = stackBytes
    thread.start()
}

private func withPool(_ body: () -> Void) {
    #if canImport(ObjectiveC)
        autoreleasepool(invoking: body)
    #else
        body()
    #endif
}
