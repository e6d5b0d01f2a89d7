/// The short code on a sticker or a route sheet, by which an item of equipment or a follow-up is opened: `A-0127-4`.
///
/// The last digit is a check digit after Damm (2004), over the letter's digit and the number: it differs for every single wrong digit and
/// for every swap of two neighbours.
public struct LabelCode: Hashable, Sendable {
    /// What the code stands for.
    public let kind: Kind
    /// Its number, at least 1.
    public let number: Int

    /// What codes stand for, by their letter.
    public enum Kind: String, CaseIterable, Sendable {
        /// A follow-up of an enrollment (Pemantauan).
        case followUp = "P"
        /// An item of equipment (Alat).
        case equipment = "A"

        fileprivate var digit: Int { self == .followUp ? 1 : 2 }
    }

    /// Why something typed is no code.
    public enum Flaw: Error, Hashable, Sendable {
        /// It is not a letter P or A followed by digits.
        case notACode
        /// The check digit is another: a digit is wrong, or two are swapped.
        case checkDigit
    }

    /// The code of a number.
    public init(_ kind: Kind, _ number: Int) {
        self.kind = kind
        self.number = max(1, number)
    }

    /// Reads a code; dashes, dots, spaces and case do not matter.
    public init(typed: String) throws(Flaw) {
        let clean = typed.uppercased().filter { !" -.–".contains($0) }
        guard let kind = clean.first.flatMap({ Kind(rawValue: String($0)) }), (3...14).contains(clean.utf8.count),
            clean.dropFirst().utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = Int(clean.dropFirst().dropLast()), let check = clean.last?.wholeNumberValue
        else { throw .notACode }
        self.init(kind, number)
        // Zeros in front may be left out; more of them than are printed stand in the place of other digits.
        guard number > 0, clean.utf8.count - 2 <= digits.utf8.count, check == checkDigit else { throw .checkDigit }
    }

    /// The number as it is printed: at least four digits, all of which the check digit looks after.
    private var digits: String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }

    /// Whether a text looks like a code, right or wrong: a search need not look for names then.
    public static func looksLikeOne(_ text: String) -> Bool {
        do throws(Flaw) {
            _ = try LabelCode(typed: text)
            return true
        } catch { return error == .checkDigit }
    }

    /// The digit that the others lead to in Damm's table, a totally anti-symmetric quasigroup of order ten.
    public var checkDigit: Int {
        ([kind.digit] + digits.compactMap(\.wholeNumberValue)).reduce(0) { Self.table[$0][$1] }
    }

    private static let table = [
        [0, 3, 1, 7, 5, 9, 8, 6, 4, 2], [7, 0, 9, 2, 1, 5, 4, 8, 6, 3], [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
        [1, 7, 5, 0, 9, 8, 3, 4, 2, 6], [6, 1, 2, 3, 0, 4, 5, 9, 7, 8], [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
        [5, 8, 6, 9, 7, 2, 0, 1, 3, 4], [8, 9, 4, 5, 3, 6, 2, 0, 1, 7], [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
        [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
    ]
}

extension LabelCode: CustomStringConvertible {
    /// The code as it is printed: the letter, at least four digits, the check digit.
    public var description: String { "\(kind.rawValue)-\(digits)-\(checkDigit)" }
}
