import CittadiniCore
import Support
import Testing

@Suite struct FirstTests {
    @Test func theSeedIsReadWithoutANetwork() async throws {
        let phone = Phone()
        let core = try await phone.open()
        #expect(try await core.home().empty == false)
        try await core.close()
    }
    @Test func aSync() async throws {
        let server = try Server()
        let phone = Phone()
        let core = try await phone.open(seed: nil, repository: server.url)
        let report = try await core.sync()
        #expect(report.problem == nil)
        #expect(!report.applied.isEmpty)
        try await core.close()
    }
}
