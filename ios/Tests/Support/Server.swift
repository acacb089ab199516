import Foundation

/// `cittadini serve`, as a process that a test ends when the server is to be gone.
public final class Server {
    public let url: String
    private let process: Process

    public init() throws {
        process = Process()
        process.executableURL = URL(fileURLWithPath: Release.variable("CITTADINI_COMMAND"))
        process.arguments = ["--lang", "en", "serve", Release.repository]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let line = firstLine(of: output.fileHandleForReading)
        guard let address = line.range(of: "http://[0-9.:]+", options: .regularExpression) else {
            process.kill()
            throw ServerError.noAddress(line)
        }
        url = String(line[address])
    }

    deinit {
        end()
    }

    /// Ends the server, by its own process id, and waits for its end.
    public func end() {
        process.kill()
    }
}

extension Process {
    /// Kills the process and waits for its end. No milder signal would arrive: a process that is started from a thread of
    /// Swift's pool inherits a mask that blocks them.
    public func kill() {
        if isRunning {
            _ = signal(processIdentifier, SIGKILL)
        }
        while isRunning {
            Thread.sleep(forTimeInterval: 0.005)
        }
    }
}

/// `kill` of the system, by another name than the method's.
private let signal: @Sendable (Int32, Int32) -> Int32 = { kill($0, $1) }

public enum ServerError: Error {
    case noAddress(String)
}

/// The first line that a process prints. Blocks until it is there.
public func firstLine(of output: FileHandle) -> String {
    var line = Data()
    while let byte = try? output.read(upToCount: 1), let first = byte.first, first != UInt8(ascii: "\n") {
        line.append(first)
    }
    return String(decoding: line, as: UTF8.self)
}
