import ArgumentParser
import Exchange
import Store
import Training

/// `silat claim`: what organizers reported, beside the names on file.
struct ClaimCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "claim", abstract: spoken.command.help.claim, subcommands: [Set.self, List.self])

    /// `silat claim set`
    struct Set: DeskCommand {
        static let configuration = CommandConfiguration(commandName: "set", abstract: spoken.command.help.claimSet)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var form: FormatOption
        @Option(help: ArgumentHelp(spoken.command.help.organizerCode, valueName: "code"))
        var organizer: String
        @Option(help: ArgumentHelp(spoken.command.help.claimCount))
        var count: Int
        @Option(help: ArgumentHelp(spoken.command.help.reportDate))
        var date: String?
        @Option(help: ArgumentHelp(spoken.command.help.letter, valueName: "number"))
        var letter: String?

        var mode: SilatStore.Mode { .readWrite }
        var needs: Permission { .claims }

        func run(at desk: Desk) async throws {
            let organizer = try await desk.store.organizer(code: organizer)
            let claim = Claim(
                organizer: organizer.id, year: try await desk.year, count: count,
                reportedOn: try date.map(desk.date), letter: letter?.fieldText)
            _ = try await desk.store.perform(.setClaim(claim), by: desk.author)
            let contribution = try await desk.store.contributions(of: claim.year).first {
                $0.organizer.id == organizer.id
            }
            guard let contribution else { throw Refusal.gone }
            try answer(desk, contribution)
        }

        private func answer(_ desk: Desk, _ contribution: Contribution) throws {
            let code = contribution.organizer.value.code.text
            let number = spoken.language.number
            try desk.answer(
                form.format,
                spoken.command.claimSet(
                    code, contribution.year, number(count), number(contribution.named.by(contribution.rule)),
                    number(contribution.difference ?? 0)),
                [
                    ("organizer", .string(code)), ("year", .int(contribution.year)), ("claimed", .int(count)),
                    ("people", .int(contribution.named.people)),
                    ("enrollments", .int(contribution.named.enrollments)),
                    ("difference", .number(contribution.difference)),
                ])
        }
    }

    /// `silat claim list`
    struct List: DeskCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: spoken.command.help.claimList)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var form: FormatOption

        var mode: SilatStore.Mode { .readOnly }
        var needs: Permission { .totals }

        func run(at desk: Desk) async throws {
            let contributions = try await desk.store.contributions(of: try await desk.year)
            try desk.write(contributions, form.format, Column.contributions(spoken, for: form.format))
        }
    }
}
