// A reader that is killed: it opens a folder, or syncs up to the nth request and then hangs, until somebody kills it.
//
// Usage: killed-reader DATA_DIR ROOT SEED|- REPOSITORY REQUESTS. Prints one line when it hangs, or when it is about to
// open.

import CittadiniCore
import Foundation

final class HangingAt: Transport, @unchecked Sendable {
    private let transport = HTTPTransport()
    private let last: Int
    private var requests = 0

    init(_ last: Int) {
        self.last = last
    }

    func get(request: Request) throws -> Response {
        requests += 1
        if requests > last {
            announce("hanging")
            while true { Thread.sleep(forTimeInterval: 60) }
        }
        return try transport.get(request: request)
    }
}

func announce(_ line: String) {
    FileHandle.standardOutput.write(Data((line + "\n").utf8))
}

let arguments = CommandLine.arguments
let root = try Data(contentsOf: URL(fileURLWithPath: arguments[2]))
let seed = arguments[3] == "-" ? nil : arguments[3]
if seed != nil {
    announce("opening")
}
let core = try Core.open(
    config: Config(dataDir: arguments[1], root: root, repository: arguments[4], seed: seed))
if let requests = Int(arguments[5]) {
    _ = try core.sync(transport: HangingAt(requests), mode: .all)
}
announce("done")
while true { Thread.sleep(forTimeInterval: 60) }
