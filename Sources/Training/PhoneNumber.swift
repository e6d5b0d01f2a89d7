/// A telephone number of Indonesia. `08…`, `+62…` and `62…` are one number: personal data.
public struct PhoneNumber: Hashable, Sendable {
    /// The digits in national form, beginning with 0.
    public let digits: String

    /// Reads a number; spaces, dots, hyphens and brackets are passed over.
    ///
    /// - Returns: `nil` where it is not 8 to 14 digits that begin as an Indonesian number does.
    public init?(_ typed: some StringProtocol) { self.init(String(typed)) }

    /// Reads a number; spaces, dots, hyphens and brackets are passed over.
    ///
    /// - Returns: `nil` where it is not 8 to 14 digits that begin as an Indonesian number does.
    // Not generic: a million rows of a roster and of the file come by here.
    public init?(_ typed: String) {
        if Self.isNational(typed.utf8) {
            digits = typed
            return
        }
        var digits = ""
        for character in typed.strippedOfControls {
            if let value = character.asciiValue, value.isDigit {
                digits.append(character)
            } else if !" .-()/+'".contains(character) {
                return nil
            }
        }
        // Dialled from abroad, and from a sheet: +62 (0)812….
        for country in ["0062", "62"] where digits.hasPrefix(country) {
            digits = "0" + digits.dropFirst(country.utf8.count).drop { $0 == "0" }
            break
        }
        // A sheet that took the number for a figure has lost its leading zero.
        if digits.hasPrefix("8") { digits = "0" + digits }
        guard digits.hasPrefix("0"), !digits.hasPrefix("00"), (8...14).contains(digits.utf8.count) else { return nil }
        self.digits = digits
    }

    /// Whether the digits stand there in national form already.
    private static func isNational(_ typed: String.UTF8View) -> Bool {
        guard (8...14).contains(typed.count), typed.first == 0x30, typed.dropFirst().first != 0x30 else { return false }
        return typed.allSatisfy(\.isDigit)
    }

    /// The number as it may be shown, `0812••••789`.
    public var masked: String {
        String(unsafeUninitializedCapacity: 32) { buffer in
            var written = WrittenBytes(to: buffer)
            let count = digits.utf8.count
            for byte in digits.utf8.prefix(4) { written.add(byte) }
            written.addBullets(count - 7)
            for byte in digits.utf8.suffix(3) { written.add(byte) }
            return written.count
        }
    }
}

extension PhoneNumber: CustomStringConvertible {
    /// The masked form, so that a number never reaches a log by accident.
    public var description: String { masked }
}
