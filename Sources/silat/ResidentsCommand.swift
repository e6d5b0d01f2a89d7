import ArgumentParser
import Exchange
import Store
import Training

/// `silat residents`: how many people live in each kecamatan.
struct ResidentsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "residents", abstract: spoken.command.help.residents, subcommands: [Set.self, List.self])

    /// `silat residents set`
    struct Set: DeskCommand {
        static let configuration = CommandConfiguration(commandName: "set", abstract: spoken.command.help.residentsSet)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var form: FormatOption
        @Option(help: ArgumentHelp(spoken.command.help.kecamatan))
        var kecamatan: String
        @Option(help: ArgumentHelp(spoken.command.help.residentsCount))
        var count: Int
        @Option(help: ArgumentHelp(spoken.command.help.source, valueName: "text"))
        var source: String?

        var mode: SilatStore.Mode { .create }
        var needs: Permission { .targets }

        func run(at desk: Desk) async throws {
            let code = try desk.kecamatan(kecamatan)
            let residents = Residents(kecamatan: code, count: count, source: source?.fieldText)
            _ = try await desk.store.perform(.setResidents(residents), by: desk.author)
            let name = Gazetteer.tabalong[code]?.name ?? code.description
            try desk.answer(
                form.format, spoken.command.residentsSet(name, spoken.language.number(count)),
                [("code", .string(code.description)), ("name", .string(name)), ("count", .int(count))])
        }
    }

    /// `silat residents list`
    struct List: DeskCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: spoken.command.help.list)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var form: FormatOption

        var mode: SilatStore.Mode { .readOnly }
        var needs: Permission { .totals }

        func run(at desk: Desk) async throws {
            try desk.write(try await desk.store.residents(), form.format, Column.residents(spoken, .tabalong))
        }
    }
}
