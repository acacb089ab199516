import CittadiniCore
import Foundation
import Support
import Testing

/// The program `killed-reader`, which stands beside the tests.
private func killedReader(_ phone: Phone, seed: String?, repository: String, requests: Int?) throws -> Process {
    let beside = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let reader = Process()
    reader.executableURL = beside.appendingPathComponent("killed-reader")
    reader.arguments = [
        phone.folder, Release.folder.appendingPathComponent("root.json").path, seed ?? "-", repository,
        requests.map(String.init) ?? "-",
    ]
    let output = Pipe()
    reader.standardOutput = output
    try reader.run()
    #expect(firstLine(of: output.fileHandleForReading) == (seed == nil ? "hanging" : "opening"))
    return reader
}

@Suite(.timeLimit(.minutes(2))) struct KilledTests {
    @Test(arguments: [1, 3, 5, 7]) func aReaderThatIsKilledInASyncOpensAgain(requests: Int) async throws {
        let server = try Server()
        let phone = Phone()
        let reader = try killedReader(phone, seed: nil, repository: server.url, requests: requests)
        reader.kill()
        let core = try await phone.open(seed: nil, repository: server.url)
        _ = try await core.home()
        #expect(try await core.sync().problem == nil)
        #expect(try await core.procedure("rinnovo-permesso").steps.isEmpty == false)
        try await core.close()
    }

    @Test(arguments: [0, 10, 20, 40, 80, 160])
    func aReaderThatIsKilledWhileItTakesInTheSeedOpensAgain(milliseconds: Int) async throws {
        let phone = Phone()
        let reader = try killedReader(phone, seed: Release.seed, repository: "http://127.0.0.1:1", requests: nil)
        try await Task.sleep(for: .milliseconds(milliseconds))
        reader.kill()
        let core = try await phone.open()
        #expect(try await core.home().empty == false)
        #expect(try await core.procedure("rinnovo-permesso").steps.isEmpty == false)
        try await core.close()
    }
}
