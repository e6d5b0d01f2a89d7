import ArgumentParser
import Exchange
import Foundation
import Store
import Training

/// `silat backup`: a proved copy of the file.
struct BackupCommand: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "backup", abstract: spoken.backup.help)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var form: FormatOption
    @Argument(help: ArgumentHelp(spoken.backup.fileHelp))
    var file: String

    var mode: SilatStore.Mode { .readOnly }
    var needs: Permission { .maintaining }

    func run(at desk: Desk) async throws {
        try global.refuseOwnFile(file)
        let backup = try await desk.store.backup(to: (file as NSString).expandingTildeInPath)
        try desk.write([backup], form.format, Column.backups(spoken))
        say(spoken.backup.done(backup.path, spoken.language.number(backup.steps)))
    }
}

/// `silat restore`: back to a backup.
struct RestoreCommand: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "restore", abstract: spoken.backup.restoreHelp)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var form: FormatOption
    @Argument(help: ArgumentHelp(spoken.backup.sourceHelp))
    var file: String
    @Flag(name: .customLong("yes"), help: ArgumentHelp(spoken.backup.confirmHelp))
    var isConfirmed = false
    @Option(name: .customLong("keep-old"), help: ArgumentHelp(spoken.backup.keptHelp, valueName: "file"))
    var kept: String?

    var mode: SilatStore.Mode { .readWrite }
    var needs: Permission { .maintaining }

    func run(at desk: Desk) async throws {
        try global.refuseOwnFile(file)
        let source = (file as NSString).expandingTildeInPath
        let preview = try await desk.store.preview(restoring: source)
        try desk.write(preview.lost, form.format, Column.lostWork(spoken, in: .current))
        tell(preview)
        guard isConfirmed else { return say(spoken.backup.confirm(file)) }
        let old = try kept ?? freePath()
        try global.refuseOwnFile(old)
        _ = try await desk.store.restore(from: source, keepingOldAt: old, by: desk.author)
        say(spoken.backup.restored(file, old))
    }

    private func tell(_ preview: RestorePreview) {
        let steps = preview.lost.map(\.steps).reduce(0, +)
        say(steps == 0 ? spoken.backup.nothingLost : spoken.backup.wouldLose(spoken.language.number(steps)))
        if preview.returning > 0 { say(spoken.backup.returning(spoken.language.number(preview.returning))) }
    }

    /// A name beside the silat file that nothing has yet.
    private func freePath() throws -> String {
        let day = CalendarDate.today()
        for number in 1...999 {
            let path = "\(global.path).\(day)-\(number)"
            if !FileManager.default.fileExists(atPath: path) { return path }
        }
        throw StoreFailure.cannotCreate(path: "\(global.path).\(day)", reason: String(cString: strerror(EEXIST)))
    }
}
