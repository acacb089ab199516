import CittadiniCore

/// One choice changed, and all others kept: a record of the bindings cannot be changed in place.
extension ReaderSettings {
    func speaking(_ languages: [String]) -> ReaderSettings {
        with(languages: languages, municipality: municipality)
    }

    func living(in municipality: String?) -> ReaderSettings {
        with(languages: languages, municipality: municipality)
    }

    private func with(languages: [String], municipality: String?) -> ReaderSettings {
        ReaderSettings(
            languages: languages, municipality: municipality, audience: audience, wifiOnly: wifiOnly,
            dataSaver: dataSaver)
    }
}
