import ArgumentParser
import Exchange
import Store
import Training

/// `silat undo`: takes back a step of the operator's at this desk: the last, or the one named.
struct UndoCommand: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "undo", abstract: spoken.command.help.undo)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var form: FormatOption
    @Option(help: ArgumentHelp(spoken.command.help.history.undoStep, valueName: "id"))
    var step: String?

    var mode: SilatStore.Mode { .readWrite }
    var needs: Permission { .entering }

    func run(at desk: Desk) async throws {
        let action = try step.map { Action.undoStep(try desk.stepID($0)) } ?? .undo
        let receipt = try await desk.store.perform(action, by: desk.author)
        try desk.answer(
            form.format, receipt.sentence,
            [("undone", .text(receipt.undone?.identifier)), ("changes", .int(receipt.changed))])
    }
}

/// `silat redo`: does again what was taken back: the last, or the step named.
struct RedoCommand: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "redo", abstract: spoken.command.help.history.redo)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var form: FormatOption
    @Option(help: ArgumentHelp(spoken.command.help.history.redoStep, valueName: "id"))
    var step: String?

    var mode: SilatStore.Mode { .readWrite }
    var needs: Permission { .entering }

    func run(at desk: Desk) async throws {
        let action = try step.map { Action.redoStep(try desk.stepID($0)) } ?? .redo
        let receipt = try await desk.store.perform(action, by: desk.author)
        try desk.answer(
            form.format, receipt.sentence,
            [("redone", .text(receipt.redone?.identifier)), ("changes", .int(receipt.changed))])
    }
}

extension Receipt {
    /// What was taken back or done again, as people are told.
    fileprivate var sentence: String {
        if let redone { return spoken.log.broughtBack(spoken.terms.step(redone)) }
        return spoken.frame.undone(undone.map(spoken.terms.step) ?? "")
    }
}
