import ArgumentParser
import Exchange
import Store
import Training

/// `silat undo`: takes back the operator's last step at this desk.
struct UndoCommand: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "undo", abstract: spoken.command.help.undo)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var form: FormatOption

    var mode: SilatStore.Mode { .readWrite }

    func run(at desk: Desk) async throws {
        let receipt = try await desk.store.perform(.undo, by: desk.author)
        try desk.answer(
            form.format, spoken.frame.undone(receipt.undone.map(spoken.terms.step) ?? ""),
            [("undone", .text(receipt.undone?.identifier)), ("changes", .int(receipt.changed))])
    }
}
