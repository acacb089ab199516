import CittadiniCore
import CittadiniKit
import SwiftUI

@main
struct CittadiniApp: App {
    @State private var core = AppCore(
        .ofThisApp, preferred: Locale.preferredLanguages, keyStore: keychain)

    var body: some Scene {
        WindowGroup {
            HomeView(core)
        }
    }
}

/// Where secrets are kept. There is none where the views are only type-checked.
private var keychain: (any KeyStore)? {
    #if canImport(Security)
        KeychainKeyStore()
    #else
        nil
    #endif
}

extension Config {
    /// The data lies in a folder of the app's own, left out of the system's backup. The root and the seed come in the
    /// bundle, the address stands in `Info.plist`.
    static var ofThisApp: Config {
        let bundle = Bundle.main
        return Config(
            dataDir: dataFolder.path,
            root: bundle.url(forResource: "root", withExtension: "json").flatMap { try? Data(contentsOf: $0) },
            repository: bundle.object(forInfoDictionaryKey: "CittadiniRepository") as? String,
            seed: bundle.url(forResource: "seed", withExtension: "tar")?.path,
            territories: bundle.url(forResource: "territories", withExtension: "json")
                .flatMap { try? Data(contentsOf: $0) })
    }

    private static var dataFolder: URL {
        let files = FileManager.default
        let support = files.urls(for: .applicationSupportDirectory, in: .userDomainMask).first
        var folder = (support ?? files.temporaryDirectory).appendingPathComponent("cittadini", isDirectory: true)
        try? files.createDirectory(at: folder, withIntermediateDirectories: true)
        var values = URLResourceValues()
        values.isExcludedFromBackup = true
        try? folder.setResourceValues(values)
        return folder
    }
}
