import CCrypt
import Foundation

/// A PIN as it is kept: yescrypt with a salt of its own, so that a copied file does not give PINs away by quick guessing.
struct PINHash: Equatable {
    /// The text that crypt(5) makes: method, cost, salt and hash.
    let text: String

    /// What a guess costs: 64 times yescrypt's least, which is 64 MiB, and a tenth of a second on an office machine.
    private static let cost: UInt = 7

    /// A hash that was kept.
    init(stored text: String) { self.text = text }

    /// Hashes a PIN with a new salt; `nil` where the system has no randomness or no memory for it.
    init?(of pin: String) {
        guard let setting = crypt_gensalt_ra("$y$", Self.cost, nil, 0) else { return nil }
        defer { free(setting) }
        guard let text = Self.hash(pin, String(cString: setting)) else { return nil }
        self.text = text
    }

    /// Whether this is the hash of a PIN.
    func isOf(_ pin: String) -> Bool {
        guard let other = Self.hash(pin, text) else { return false }
        // Every byte is looked at: how long it takes tells nothing.
        return other.utf8.count == text.utf8.count && zip(other.utf8, text.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func hash(_ pin: String, _ setting: String) -> String? {
        var data: UnsafeMutableRawPointer?
        var size: Int32 = 0
        defer { free(data) }
        guard let hash = crypt_ra(pin, setting, &data, &size) else { return nil }
        let text = String(cString: hash)
        return text.hasPrefix("*") ? nil : text
    }
}
