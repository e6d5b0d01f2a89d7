import ArgumentParser
import Exchange
import Foundation
import Store
import Training

/// `silat second-entry`: forms that were keyed twice, their error rates, and who is left.
struct SecondEntryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "second-entry", abstract: spoken.secondEntry.help.secondEntry,
        subcommands: [Rates.self, List.self])

    /// `silat second-entry rates`
    struct Rates: DeskCommand {
        static let configuration = CommandConfiguration(
            commandName: "rates", abstract: spoken.secondEntry.help.rates)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var form: FormatOption
        @Option(
            name: .customLong("class"), help: ArgumentHelp(spoken.secondEntry.help.trainingClass, valueName: "code"))
        var trainingClass: String?
        @Option(help: ArgumentHelp(spoken.secondEntry.help.by))
        var by: RatedBy = .field
        @Option(help: ArgumentHelp(spoken.secondEntry.help.firstBy, valueName: "name"))
        var firstBy: String?

        var mode: SilatStore.Mode { .readOnly }
        var needs: Permission { .names }

        func run(at desk: Desk) async throws {
            var scope = SecondEntryScope(year: try await desk.year, firstBy: firstBy)
            if let trainingClass {
                // A class has its own year, whichever was asked for.
                let line = try await desk.store.trainingClass(code: trainingClass)
                (scope.year, scope.trainingClass) = (line.program.year, line.trainingClass.id)
            }
            let entries = try await desk.store.comparedEntries(scope)
            try desk.write(RatedLine.lines(entries, by: by, spoken), form.format, Column.errorRates(spoken))
        }
    }

    /// `silat second-entry list`
    struct List: DeskCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: spoken.secondEntry.help.list)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var form: FormatOption
        @Option(
            name: .customLong("class"), help: ArgumentHelp(spoken.secondEntry.help.trainingClass, valueName: "code"))
        var trainingClass: String
        @Flag(help: ArgumentHelp(spoken.secondEntry.help.left))
        var left = false

        var mode: SilatStore.Mode { .readOnly }
        var needs: Permission { .names }

        func run(at desk: Desk) async throws {
            let line = try await desk.store.trainingClass(code: trainingClass)
            let people = try await desk.store.secondEntries(of: line.trainingClass.id)
            try desk.write(
                left ? people.filter { !$0.isVerified } : people, form.format,
                Column.secondEntries(spoken, zone: .current))
        }
    }
}

extension RatedBy: ExpressibleByArgument {}
