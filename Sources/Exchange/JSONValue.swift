import Sheets
import Training

/// A JSON value whose objects keep the order of their keys, so that the same data always gives the same bytes.
public enum JSONValue: Sendable {
    case null
    case bool(Bool)
    case int(Int)
    /// A number with one decimal, in tenths.
    case tenths(Int)
    case string(String)
    case array([JSONValue])
    case object([(key: String, value: JSONValue)])

    /// A text, or null.
    public static func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

    /// A whole number, or null.
    public static func number(_ number: Int?) -> JSONValue { number.map(JSONValue.int) ?? .null }

    /// A percentage with its one decimal, or null.
    public static func percent(_ percent: Percent?) -> JSONValue { percent.map { .tenths($0.tenths) } ?? .null }

    /// An ISO 8601 day, or null.
    public static func date(_ date: CalendarDate?) -> JSONValue { .text(date?.description) }

    /// What columns say of a row.
    public static func row<Row>(_ row: Row, _ columns: [Column<Row>]) -> JSONValue {
        .object(columns.map { (key: $0.key, value: $0.value(row).json) })
    }

    /// Adds what columns say of a row, on one line.
    static func write<Row>(_ row: Row, _ columns: [Column<Row>], to bytes: inout [UInt8]) {
        write(columns, to: &bytes) { ($0.key, $0.value(row).json) }
    }

    /// The value as it stands in a cell of comma-separated values; empty for null.
    public var cell: String {
        switch self {
        case .null: ""
        case .string(let text): text.strippedOfControls.guardedAgainstFormulas
        default: text
        }
    }

    /// The value on one line.
    public var text: String {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Adds the value, on one line.
    func write(to bytes: inout [UInt8]) {
        switch self {
        case .null: bytes += "null".utf8
        case .bool(let value): bytes += (value ? "true" : "false").utf8
        case .int(let value): bytes += String(value).utf8
        case .tenths(let value): bytes += "\(value / 10).\(value % 10)".utf8
        case .string(let value): Self.quote(value, to: &bytes)
        case .array(let values):
            bytes += "[".utf8
            for (place, value) in values.enumerated() {
                if place > 0 { bytes += ", ".utf8 }
                value.write(to: &bytes)
            }
            bytes += "]".utf8
        case .object(let members): Self.write(members, to: &bytes) { $0 }
        }
    }

    /// Adds an object of so many members.
    private static func write<Member>(
        _ members: [Member], to bytes: inout [UInt8], _ content: (Member) -> (key: String, value: JSONValue)
    ) {
        bytes += "{".utf8
        for (place, member) in members.enumerated() {
            if place > 0 { bytes += ", ".utf8 }
            let (key, value) = content(member)
            quote(key, to: &bytes, strippingControls: false)
            bytes += ": ".utf8
            value.write(to: &bytes)
        }
        bytes += "}".utf8
    }

    private static func quote(_ value: String, to bytes: inout [UInt8], strippingControls: Bool = true) {
        bytes.append(UInt8(ascii: "\""))
        defer { bytes.append(UInt8(ascii: "\"")) }
        if bytes.appendPlain(value, except: UInt8(ascii: "\\")) { return }
        for scalar in (strippingControls ? value.strippedOfControls : value).unicodeScalars {
            switch scalar {
            case "\"": bytes += "\\\"".utf8
            case "\\": bytes += "\\\\".utf8
            case "\n": bytes += "\\n".utf8
            case "\r": bytes += "\\r".utf8
            case "\t": bytes += "\\t".utf8
            // Controls beyond what JSON asks for: none may reach a terminal.
            case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value):
                let digits = String(scalar.value, radix: 16)
                bytes += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
            default: bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
            }
        }
    }
}

extension [UInt8] {
    /// Adds a text of printable ASCII and of bullets, as they mask numbers, with neither a quote nor one other sign in it.
    ///
    /// - Returns: whether it was such; else nothing was added.
    mutating func appendPlain(_ text: String, except sign: UInt8) -> Bool {
        var text = text
        return text.withUTF8 { utf8 in
            let isPlain = utf8.allSatisfy {
                ($0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != sign) || $0.isOfBullet
            }
            if isPlain { append(contentsOf: utf8) }
            return isPlain
        }
    }
}

extension UInt8 {
    /// Whether the byte is one of a bullet's three. What else they make in UTF-8, U+2000, U+2880 and U+28A2, is as harmless.
    fileprivate var isOfBullet: Bool { self == 0xE2 || self == 0x80 || self == 0xA2 }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(elements.map { (key: $0.0, value: $0.1) })
    }
}
