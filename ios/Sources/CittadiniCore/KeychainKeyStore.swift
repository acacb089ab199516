#if canImport(Security)
    import Foundation
    import Security

    /// Keeps secrets in Apple's Keychain: on this device alone, in no backup, and there once the device has been unlocked
    /// after a start.
    ///
    /// The core asks no key store so far. This one was never run: it was written by reading Apple's documentation.
    public final class KeychainKeyStore: KeyStore {
        private let service: String

        /// Touches nothing yet. Secrets of another service are not seen.
        public init(service: String = "cittadini") {
            self.service = service
        }

        public func load(name: String) throws -> Data? {
            var query = item(name)
            query[kSecReturnData] = true
            query[kSecMatchLimit] = kSecMatchLimitOne
            var found: CFTypeRef?
            let status = SecItemCopyMatching(query as CFDictionary, &found)
            if status == errSecItemNotFound {
                return nil
            }
            try Self.mustBeDone(status)
            guard let secret = found as? Data else {
                throw KeyStoreError.Lost(reason: "the item has no data")
            }
            return secret
        }

        /// `SecItemAdd` refuses a name that is taken, so that a secret which is there stays.
        public func create(name: String, secret: Data) throws {
            var new = item(name)
            new[kSecValueData] = secret
            new[kSecAttrAccessible] = kSecAttrAccessibleAfterFirstUnlockThisDeviceOnly
            try Self.mustBeDone(SecItemAdd(new as CFDictionary, nil))
        }

        public func delete(name: String) throws {
            let status = SecItemDelete(item(name) as CFDictionary)
            if status != errSecItemNotFound {
                try Self.mustBeDone(status)
            }
        }

        private func item(_ name: String) -> [CFString: Any] {
            [
                kSecClass: kSecClassGenericPassword,
                kSecAttrService: service,
                kSecAttrAccount: name,
                kSecAttrSynchronizable: false,
                kSecUseDataProtectionKeychain: true,
            ]
        }

        private static func mustBeDone(_ status: OSStatus) throws {
            switch status {
            case errSecSuccess: return
            case errSecInteractionNotAllowed: throw KeyStoreError.Locked(reason: "OSStatus \(status)")
            default: throw KeyStoreError.Failed(reason: "OSStatus \(status)")
            }
        }
    }
#endif
