import ArgumentParser
import Exchange
import Store
import Training

/// `silat check`: looks for faults in the file, and mends those that can be.
struct CheckCommand: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "check", abstract: spoken.command.help.check)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var form: FormatOption
    @Flag(help: ArgumentHelp(spoken.care.repairHelp))
    var repair = false

    var mode: SilatStore.Mode { .readWrite }
    var needs: Permission { repair ? .maintaining : .totals }

    func run(at desk: Desk) async throws {
        let findings = try await repair ? repaired(at: desk) : desk.store.check()
        try desk.write(findings, form.format, Column.findings(spoken))
        let wrong = findings.filter { $0.problem != nil }
        for advice in wrong.map({ spoken.care.advice($0.check) }).unique { say(advice) }
        guard wrong.isEmpty else { throw Failure(.refused, nil) }
    }

    private func repaired(at desk: Desk) async throws -> [CheckFinding] {
        let report = try await desk.store.repair(by: desk.author)
        if report.repaired.isEmpty {
            say(spoken.care.nothingToRepair)
        } else {
            let what = report.repaired.map(spoken.command.check).joined(separator: ", ")
            say(spoken.care.repaired(what, report.backup))
        }
        return report.findings
    }
}
