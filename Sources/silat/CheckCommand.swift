import ArgumentParser
import Exchange
import Store
import Training

/// `silat check`: looks for faults in the file.
struct CheckCommand: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "check", abstract: spoken.command.help.check)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var form: FormatOption

    var mode: SilatStore.Mode { .readWrite }
    var needs: Permission { .totals }

    func run(at desk: Desk) async throws {
        let findings = try await desk.store.check()
        try desk.write(findings, form.format, Column.findings(spoken))
        if findings.contains(where: { $0.problem != nil }) {
            throw Failure(.refused, nil)
        }
    }
}
