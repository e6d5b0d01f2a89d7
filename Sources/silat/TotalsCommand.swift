import ArgumentParser
import Exchange
import Store
import Terminal
import Training

/// `silat totals`: a year's totals by one dimension, or by two at once.
struct TotalsCommand: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "totals", abstract: spoken.command.help.totals)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var form: FormatOption
    @OptionGroup var division: DivisionOption

    var mode: SilatStore.Mode { .readOnly }
    var needs: Permission { .totals }

    func run(at desk: Desk) async throws {
        let year = try await desk.year
        let achievement = try await desk.store.achievement(of: year)
        switch try division.division {
        case .one(let dimension):
            var rows = try await desk.store.totalsRows(by: dimension, achievement)
            if form.format == .table { rows.append(TotalsRow(achievement.total)) }
            try desk.write(rows, form.format, Column.totals(spoken, by: dimension))
        case .two(let one, let other):
            let table = try await desk.store.cross(one, other, of: year)
            let sheet = CrossSheet(table, counting: achievement.rule, spoken, .spoken)
            if form.format == .table, let text = sheet.text(width: TerminalSession.outputColumns ?? 120) {
                try desk.output.write(text)
            } else {
                try desk.write(CrossRow.rows(table, spoken), form.format, Column.cross(spoken, table))
            }
        }
    }
}

/// What totals are taken by: one dimension, or two.
struct DivisionOption: ParsableArguments {
    @Option(help: ArgumentHelp(spoken.command.help.by, valueName: "division"))
    var by: String

    enum Division {
        case one(Training.Dimension)
        case two(Training.Dimension, Training.Dimension)
    }

    /// The dimensions that were named.
    var division: Division {
        get throws {
            let names = by.split(separator: ",", omittingEmptySubsequences: false).map {
                $0.trimmingPrefix(" ").lowercased()
            }
            let dimensions = names.compactMap(Training.Dimension.init(rawValue:))
            switch dimensions.count {
            case 1 where names.count == 1: return .one(dimensions[0])
            case 2 where names.count == 2 && dimensions[0] != dimensions[1]: return .two(dimensions[0], dimensions[1])
            default:
                let all = Training.Dimension.allCases.map(\.rawValue)
                throw ValidationError(spoken.command.noSuchDivision(by.strippedOfControls, all))
            }
        }
    }

    func validate() throws { _ = try division }
}

extension Achievement {
    /// The year as the last line of a table for people.
    fileprivate var total: Total {
        Total(
            code: "", name: spoken.totals.total, target: target, rule: rule, people: people, enrollments: enrollments)
    }
}

extension SilatStore {
    /// A year's totals as files give them.
    func totalsRows(by dimension: Training.Dimension, _ achievement: Achievement) async throws -> [TotalsRow] {
        TotalsRow.rows(
            try await totals(by: dimension, of: achievement.year),
            of: Count(people: achievement.people, enrollments: achievement.enrollments), spoken,
            contributions: dimension == .organizer ? try await contributions(of: achievement.year) : [])
    }
}
