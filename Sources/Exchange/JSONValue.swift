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
        var text = ""
        write(to: &text)
        return text
    }

    private func write(to text: inout String) {
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .int(let value): text += String(value)
        case .tenths(let value): text += "\(value / 10).\(value % 10)"
        case .string(let value): Self.quote(value.strippedOfControls, to: &text)
        case .array(let values):
            text += "["
            for (place, value) in values.enumerated() {
                if place > 0 { text += ", " }
                value.write(to: &text)
            }
            text += "]"
        case .object(let members):
            text += "{"
            for (place, member) in members.enumerated() {
                if place > 0 { text += ", " }
                Self.quote(member.key, to: &text)
                text += ": "
                member.value.write(to: &text)
            }
            text += "}"
        }
    }

    private static func quote(_ value: String, to text: inout String) {
        text += "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            // Controls beyond what JSON asks for: none may reach a terminal.
            case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value):
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(elements.map { (key: $0.0, value: $0.1) })
    }
}
