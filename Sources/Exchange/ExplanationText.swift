import Foundation
import Sheets
import Training
import Words

/// How a headline came about, as a sheet for people, comma-separated values or JSON.
public struct ExplanationText: Sendable {
    private let explanation: Explanation
    /// The day whose end it is of; `nil` for now.
    private let asOf: CalendarDate?
    private let words: Phrasebook
    private let zone: TimeZone

    /// - Parameter asOf: the day whose end it is of; `nil` for now.
    public init(_ explanation: Explanation, asOf: CalendarDate?, _ words: Phrasebook, in zone: TimeZone) {
        self.explanation = explanation
        self.asOf = asOf
        self.words = words
        self.zone = zone
    }

    /// The explanation in the form asked for.
    public func text(_ format: ListFormat, _ style: TableStyle) -> String {
        switch format {
        case .table: sheet(style)
        case .csv: csv
        case .json: json.text + "\n"
        }
    }

    private func sentence(_ step: Explanation.Step) -> String { words.explanation.sentence(step, explanation.year) }

    private func sheet(_ style: TableStyle) -> String {
        let columns: [Column<Explanation.Step>] = [
            Column("sentence", words.explanation.stepHeading) { .text(indent($0) + sentence($0)) },
            Column("count", words.explanation.countHeading) { step in
                .number(step.role == .minus ? -explanation[step] : explanation[step])
            },
        ]
        let steps = Table(columns: columns, style: style).text(Explanation.Step.allCases)
        let head = words.line(for: explanation.achievement)
        return ([head, ""] + [String(steps)] + words.basis(of: explanation, asOf: asOf, in: zone)).map {
            $0.hasSuffix("\n") ? $0 : $0 + "\n"
        }.joined()
    }

    private func indent(_ step: Explanation.Step) -> String {
        switch step.role {
        case .start, .sum: ""
        case .minus, .among: "  "
        }
    }

    private var csv: String {
        let dialect = CSVDialect()
        return dialect.row(["step", "count", "sentence"])
            + Explanation.Step.allCases.map { step in
                dialect.row([step.identifier, String(explanation[step]), sentence(step)])
            }.joined()
    }

    private var json: JSONValue {
        let achievement = explanation.achievement
        return [
            "year": .int(explanation.year),
            "as_of": .date(asOf),
            "cut_off": .string(explanation.cutOff.iso),
            "rule": .string(achievement.rule.rawValue),
            "target": [
                "original": .number(achievement.original), "revised": .number(achievement.revised),
                "source": .text(explanation.target?.source), "source_date": .date(explanation.target?.sourceDate),
            ],
            "people": .int(achievement.people),
            "enrollments": .int(achievement.enrollments),
            "percent": .percent(achievement.percent),
            "laps": .int(achievement.laps),
            "steps": .array(
                Explanation.Step.allCases.map { step in
                    [
                        "step": .string(step.identifier), "count": .int(explanation[step]),
                        "sentence": .string(sentence(step)),
                    ]
                }),
        ]
    }
}

extension Explanation.Step {
    /// The step in snake_case, as other programs read it: `several_classes`.
    public var identifier: String { rawValue.snakeCase }
}
