import CittadiniCore
import Foundation
import Support
import Testing

#if os(Linux)
    /// What the whole process holds, as Linux counts it.
    private struct Held {
        let threads: Int
        let files: Int
        let bytes: Int
        /// What is open, for whoever reads that there is more.
        let names: String

        static func now() throws -> Held {
            let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
            func number(_ name: String) -> Int {
                let line = status.split(separator: "\n").first { $0.hasPrefix(name + ":") } ?? ""
                return Int(line.filter(\.isNumber)) ?? 0
            }
            let folder = "/proc/self/fd/"
            let open = try FileManager.default.contentsOfDirectory(atPath: folder)
            let names = open.map { (try? FileManager.default.destinationOfSymbolicLink(atPath: folder + $0)) ?? "-" }
            return Held(
                threads: number("Threads"), files: open.count, bytes: number("VmRSS") * 1024,
                names: names.sorted().joined(separator: " "))
        }
    }

    @Suite(.timeLimit(.minutes(3))) struct CostTests {
        @Test func manyCallsHoldNothing() async throws {
            let core = try await Phone().open()
            let big = "rinnovo-permesso"
            for _ in 0..<50 { _ = try await core.procedure(big) }
            let before = try Held.now()
            for _ in 0..<300 { _ = try await core.procedure(big) }
            let after = try await settled(to: before)
            // A screen of this size is some hundred kilobytes: were each kept, it would be a hundred megabytes.
            #expect(after.bytes - before.bytes < 16 << 20)
            #expect(after.files <= before.files, "before: \(before.names), after: \(after.names)")
            try note("300 readings of a procedure hold", "\(max(0, after.bytes - before.bytes) / 1024) KB")
            try await core.close()
        }

        @Test func openingAndClosingManyTimesHoldsNothing() async throws {
            let phone = Phone()
            func openAndClose(times: Int) async throws {
                for _ in 0..<times {
                    let core = try await phone.open()
                    _ = try await core.home()
                    try await core.close()
                }
            }
            // What the platform opens once for the whole process, it has opened by then: a timer too, for waiting below.
            try await openAndClose(times: 40)
            try await Task.sleep(for: .milliseconds(20))
            let before = try Held.now()
            try await openAndClose(times: 40)
            let after = try await settled(to: before)
            #expect(after.files <= before.files, "before: \(before.names), after: \(after.names)")
            #expect(after.threads <= before.threads + 2)
        }

        @Test func openAndHomeTakeNoTimeThatAPersonNotices() async throws {
            let phone = Phone()
            try await phone.open().close()
            var times: [Duration] = []
            for _ in 0..<15 {
                let start = ContinuousClock.now
                let core = try await phone.open()
                _ = try await core.home()
                times.append(start.duration(to: .now))
                try await core.close()
            }
            times.sort()
            try note("open + home, best of 15 (bound: 60 ms)", "\(times[0].milliseconds) ms")
            try note("open + home, median of 15", "\(times[times.count / 2].milliseconds) ms")
            // The best, since a computer that does something else at the same time is not what is measured.
            #expect(times[0] < .milliseconds(60))
        }

        @Test func aScreenTakesAFewMilliseconds() async throws {
            let core = try await Phone().open()
            var times: [Duration] = []
            for _ in 0..<100 {
                let start = ContinuousClock.now
                _ = try await core.procedure("rinnovo-permesso")
                times.append(start.duration(to: .now))
            }
            times.sort()
            try note("a procedure, median of 100", "\(times[50].milliseconds) ms")
            try await core.close()
        }

        /// Threads need a moment to end.
        private func settled(to before: Held) async throws -> Held {
            for _ in 0..<100 {
                let now = try Held.now()
                if now.threads <= before.threads && now.files <= before.files { return now }
                try await Task.sleep(for: .milliseconds(20))
            }
            return try Held.now()
        }

        /// A line that `cargo xtask ios core` prints.
        private func note(_ what: String, _ figure: String) throws {
            let file = Release.folder.appendingPathComponent("figures.txt")
            var lines = (try? Data(contentsOf: file)) ?? Data()
            lines += Data("  \(what): \(figure)\n".utf8)
            try lines.write(to: file)
        }
    }

    extension Duration {
        fileprivate var milliseconds: String {
            let (seconds, attoseconds) = components
            return String(format: "%.1f", Double(seconds) * 1_000 + Double(attoseconds) / 1e15)
        }
    }
#endif
