import CittadiniCore
import Foundation
import Support
import Testing

@Suite(.timeLimit(.minutes(1))) struct CarriedTests {
    /// A place for a file, beside the data folders: xtask deletes both.
    private func place() -> String {
        Release.folder.appendingPathComponent("\(UUID().uuidString).release").path
    }

    @Test func aReleaseGoesFromPhoneToPhoneWithNoTransport() async throws {
        let file = place()
        let giver = try await Phone().open()
        let exported = try await giver.exportRelease(to: file)
        let taker = try await Phone().open(seed: nil)
        let taken = try await taker.importRelease(from: file)
        #expect(taken.problem == nil)
        #expect(taken.applied.map(\.pack) == exported.packs)
        #expect(try await taker.home().groups == giver.home().groups)
        #expect(try await taker.importRelease(from: file).upToDate)
        try await giver.close()
        try await taker.close()
    }

    @Test func aFileThatWasCutIsRefusedAndTheWholeOneTakenIn() async throws {
        let (file, cut) = (place(), place())
        let giver = try await Phone().open()
        _ = try await giver.exportRelease(to: file)
        try await giver.close()
        let whole = try Data(contentsOf: URL(fileURLWithPath: file))
        try whole.prefix(5_000).write(to: URL(fileURLWithPath: cut))
        let taker = try await Phone().open(seed: nil)
        #expect(await failure { try await taker.importRelease(from: cut) } == "Untrusted")
        #expect(try await taker.home().empty)
        #expect(try await taker.importRelease(from: file).problem == nil)
        try await taker.close()
    }

    @Test func aFileThatIsNotThereAndAPhoneWithNothingOnItAreAnInvalidInput() async throws {
        let file = place()
        let taker = try await Phone().open(seed: nil)
        #expect(await failure { try await taker.importRelease(from: file) } == "InvalidInput")
        #expect(await failure { try await taker.exportRelease(to: file) } == "InvalidInput")
        #expect(!FileManager.default.fileExists(atPath: file))
        try await taker.close()
        #expect(await failure { try await taker.exportRelease(to: file) } == "InvalidInput")
    }
}
