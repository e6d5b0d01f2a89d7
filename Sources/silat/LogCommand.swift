import ArgumentParser
import Exchange
import Foundation
import Store
import Training

/// `silat log`: who did what, the newest first.
struct LogCommand: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "log", abstract: spoken.command.help.log)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var form: FormatOption
    @Option(help: ArgumentHelp(spoken.command.help.participantID, valueName: "id"))
    var participant: String?
    @Option(help: ArgumentHelp(spoken.command.help.limit))
    var limit = 100

    var mode: SilatStore.Mode { .readOnly }

    func validate() throws {
        if limit < 1 { throw ValidationError(spoken.command.limitTooSmall) }
    }

    func run(at desk: Desk) async throws {
        let person = try participant.map(desk.participantID)
        let steps = try await desk.store.log(of: person, count: limit)
        try desk.write(steps, form.format, Column.log(spoken, in: .current))
    }
}
