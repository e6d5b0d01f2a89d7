import Sheets
import Training
import Words

extension Achievement {
    /// The gauge for other programs.
    public var json: JSONValue {
        [
            "year": .int(year),
            "target": ["original": .number(original), "revised": .number(revised)],
            "rule": .string(rule.rawValue),
            "people": .int(people),
            "enrollments": .int(enrollments),
            "percent": .percent(percent),
            "laps": .int(laps),
        ]
    }

    /// The header of ``csvRow``.
    public static var csvHeader: String {
        CSVDialect().row(
            ["year", "target_original", "target_revised", "rule", "people", "enrollments", "percent", "laps"])
    }

    /// The gauge as a row of comma-separated values.
    public var csvRow: String {
        let cells: [Cell] = [
            .year(year), .number(original), .number(revised), .text(rule.rawValue), .number(people),
            .number(enrollments), .percent(percent), .number(laps),
        ]
        return CSVDialect().row(cells.map(\.machine))
    }
}

extension Phrasebook {
    /// The gauge on one line: what is counted against the target, its share and its laps, and the other figure beside it.
    public func line(for achievement: Achievement) -> String {
        let other: CountingRule = achievement.rule == .people ? .enrollments : .people
        let otherCount = other == .people ? achievement.people : achievement.enrollments
        var parts = ["\(frame.year) \(achievement.year)"]
        if let target = achievement.target, let percent = achievement.percent {
            parts.append(
                "\(language.number(achievement.count)) / \(language.number(target)) \(terms.rule(achievement.rule))")
            parts.append(language.percent(percent))
            if achievement.laps > 0 {
                let running = Percent(achievement.count - achievement.laps * target, of: target)?.tenths ?? 0
                parts.append(frame.laps(achievement.laps, running / 10))
            }
        } else {
            parts.append("\(language.number(achievement.count)) \(terms.rule(achievement.rule))")
            parts.append(frame.noTarget)
        }
        parts.append("\(language.number(otherCount)) \(terms.rule(other))")
        return parts.joined(separator: "  ")
    }
}
