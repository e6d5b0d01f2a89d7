import ArgumentParser
import Exchange
import Store
import Training

/// `silat program`: what is taught in a fiscal year.
struct ProgramCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "program", abstract: spoken.command.help.program, subcommands: [Add.self, List.self])

    /// `silat program add`
    struct Add: DeskCommand {
        static let configuration = CommandConfiguration(commandName: "add", abstract: spoken.command.help.programAdd)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var form: FormatOption
        @Option(help: ArgumentHelp(spoken.command.help.code))
        var code: String
        @Option(help: ArgumentHelp(spoken.command.help.title))
        var title: String
        @Option(help: ArgumentHelp(spoken.command.help.track))
        var track: Track
        @Option(help: ArgumentHelp(spoken.command.help.vocation, valueName: "text"))
        var vocation: String?
        @Option(help: ArgumentHelp(spoken.command.help.organizerCode, valueName: "code"))
        var organizer: String?
        @Option(help: ArgumentHelp(spoken.command.help.funding))
        var funding: Funding?
        @Option(help: ArgumentHelp(spoken.command.help.skkni, valueName: "code"))
        var skkni: String?
        @Option(help: ArgumentHelp(spoken.command.help.pokirProposer, valueName: "name"))
        var pokirProposer: String?
        @Option(help: ArgumentHelp(spoken.command.help.pokirReference, valueName: "text"))
        var pokirReference: String?

        var mode: SilatStore.Mode { .create }
        var needs: Permission { .entering }

        func run(at desk: Desk) async throws {
            var program = Program(
                code: try desk.code(code), title: title.fieldText ?? "", year: try await desk.year, track: track)
            program.vocation = vocation?.fieldText
            if let organizer { program.organizer = try await desk.store.organizer(code: organizer).id }
            program.funding = funding
            program.skkni = skkni?.fieldText
            program.pokirProposer = pokirProposer?.fieldText
            program.pokirReference = pokirReference?.fieldText
            let receipt = try await desk.store.perform(.addProgram(program), by: desk.author)
            try desk.answer(
                form.format, spoken.command.programAdded(program.code.text, program.year),
                [
                    ("id", .text(receipt.record?.description)), ("code", .string(program.code.text)),
                    ("year", .int(program.year)),
                ])
        }
    }

    /// `silat program list`
    struct List: DeskCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: spoken.command.help.list)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var form: FormatOption

        var mode: SilatStore.Mode { .readOnly }
        var needs: Permission { .totals }

        func run(at desk: Desk) async throws {
            let programs = try await desk.store.programs(of: try await desk.year)
            try desk.write(programs, form.format, Column.programs(spoken))
        }
    }
}
