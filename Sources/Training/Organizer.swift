/// Who holds a program and reports its figure (Penyelenggara).
public struct Organizer: Hashable, Sendable {
    /// A short code, unique on file.
    public var code: Code
    /// Its name.
    public var name: String
    /// What kind of body it is.
    public var kind: Kind

    /// The five kinds of body that contribute to the figure.
    public enum Kind: String, CaseIterable, Sendable, Codable {
        /// A regency agency.
        case skpd
        /// A kecamatan office.
        case kecamatan
        /// A village.
        case desa
        /// A course provider (lembaga kursus dan pelatihan).
        case lkp
        /// A company (dunia usaha).
        case company
    }

    /// An organizer with everything on file about it.
    public init(code: Code, name: String, kind: Kind) {
        self.code = code
        self.name = name
        self.kind = kind
    }
}

/// The short code by which an organizer, program or class is named on paper and on the command line.
///
/// Letters, digits and `- _ . /`, at most 24, held in capitals.
public struct Code: Hashable, Comparable, Sendable {
    /// The code in capitals.
    public let text: String

    /// Reads a code; `nil` where it is empty, too long or holds another character.
    public init?(_ typed: some StringProtocol) {
        // So it stands on file, where lists of tens of thousands are read from.
        if (1...24).contains(typed.utf8.count), typed.utf8.allSatisfy(\.isCodePart) {
            text = String(typed)
            return
        }
        let clean = typed.strippedOfControls.filter { $0 != " " }
        guard (1...24).contains(clean.utf8.count),
            clean.utf8.allSatisfy({ $0.isCodePart || $0.isPlainLetter })
        else { return nil }
        text = clean.uppercased()
    }

    public static func < (one: Code, other: Code) -> Bool { one.text < other.text }
}

extension UInt8 {
    /// Whether a code holds the byte as it is.
    fileprivate var isCodePart: Bool {
        switch self {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
            UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "/"):
            true
        default: false
        }
    }
}

extension Code: CustomStringConvertible {
    public var description: String { text }
}
