import ArgumentParser
import Exchange
import Store
import Training

/// `silat class`: the runs of programs.
struct ClassCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "class", abstract: spoken.command.help.trainingClass, subcommands: [Add.self, List.self])

    /// `silat class add`
    struct Add: DeskCommand {
        static let configuration = CommandConfiguration(commandName: "add", abstract: spoken.command.help.classAdd)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var form: FormatOption
        @Option(help: ArgumentHelp(spoken.command.help.code))
        var code: String
        @Option(help: ArgumentHelp(spoken.command.help.programCode, valueName: "code"))
        var program: String
        @Option(help: ArgumentHelp(spoken.command.help.start, valueName: "date"))
        var start: String
        @Option(help: ArgumentHelp(spoken.command.help.end, valueName: "date"))
        var end: String
        @Option(help: ArgumentHelp(spoken.command.help.seats))
        var seats: Int
        @Option(help: ArgumentHelp(spoken.command.help.place, valueName: "text"))
        var place: String?
        @Option(help: ArgumentHelp(spoken.command.help.instructor, valueName: "name"))
        var instructor: String?

        var mode: SilatStore.Mode { .create }
        var needs: Permission { .entering }

        func run(at desk: Desk) async throws {
            let program = try await desk.store.program(code: program).program
            let trainingClass = TrainingClass(
                code: try desk.code(code), program: program.id,
                start: try desk.date(start), end: try desk.date(end), place: place?.fieldText, seats: seats,
                instructor: instructor?.fieldText)
            let receipt = try await desk.store.perform(.addClass(trainingClass), by: desk.author)
            for day in [trainingClass.start, trainingClass.end] where day.year != program.value.year {
                say("\(day.onScreen): \(spoken.classes.outsideYear(program.value.year))")
            }
            try desk.answer(
                form.format, spoken.command.classAdded(trainingClass.code.text),
                [("id", .text(receipt.record?.description)), ("code", .string(trainingClass.code.text))])
        }
    }

    /// `silat class list`
    struct List: DeskCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: spoken.command.help.list)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var form: FormatOption

        var mode: SilatStore.Mode { .readOnly }
        var needs: Permission { .totals }

        func run(at desk: Desk) async throws {
            let classes = try await desk.store.classes(of: try await desk.year)
            try desk.write(classes, form.format, Column.classes(spoken))
        }
    }
}
