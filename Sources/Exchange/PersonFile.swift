import Sheets
import Training
import Words

/// Everything about one participant.
public struct PersonFile: Sendable {
    private let person: Stored<Participant>
    private let doubts: [Doubt]
    private let enrollments: [EnrollmentLine]

    /// - Parameter doubts: those that are not settled.
    public init(person: Stored<Participant>, doubts: [Doubt], enrollments: [EnrollmentLine]) {
        self.person = person
        self.doubts = doubts
        self.enrollments = enrollments
    }

    /// The person as a sheet for people, one row of comma-separated values, or a JSON object.
    public func text(
        _ format: ListFormat, _ words: Phrasebook, _ gazetteer: Gazetteer, _ style: TableStyle, reveal: Bool
    ) -> String {
        let columns = Column<Stored<Participant>>.participants(words, gazetteer, reveal: reveal)
        return switch format {
        case .table: sheet(columns, words, style)
        case .csv: CSVDialect().row(columns.map(\.key)) + CSVDialect().row(columns.map { $0.value(person).machine })
        case .json: json(columns, words).text + "\n"
        }
    }

    private func json(_ columns: [Column<Stored<Participant>>], _ words: Phrasebook) -> JSONValue {
        let history = Column<EnrollmentLine>.history(words)
        return .object(
            columns.map { (key: $0.key, value: $0.value(person).json) } + [
                (key: "doubts", value: .array(doubts.map { .string($0.rawValue.snakeCase) })),
                (key: "enrollments", value: .array(enrollments.map { .row($0, history) })),
            ])
    }

    private func sheet(_ columns: [Column<Stored<Participant>>], _ words: Phrasebook, _ style: TableStyle) -> String {
        var lines = columns.filter(\.isShown).map { (label: $0.heading, text: style.text($0.value(person))) }
        if !doubts.isEmpty {
            lines.append((words.command.doubts, doubts.map(words.terms.doubt).joined(separator: "; ")))
        }
        let width = lines.map { style.width($0.label) }.reduce(0, max)
        let sheet = lines.filter { !$0.text.isEmpty }.map { line in
            let blanks = String(repeating: " ", count: width - style.width(line.label) + 2)
            return "\(line.label)\(blanks)\(line.text)\n"
        }
        let history = Table(columns: Column<EnrollmentLine>.history(words), style: style).text(enrollments)
        return sheet.joined() + (history.isEmpty ? "" : "\n" + history)
    }
}
