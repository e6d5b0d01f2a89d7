import ArgumentParser
import Exchange
import Foundation
import Report
import Store
import Terminal
import Training

/// `silat report`: the year on a page for the head of the office, on screen and on paper.
struct ReportCommand: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "report", abstract: spoken.command.help.report)

    /// The forms of a report.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case html, text
    }

    @OptionGroup var global: GlobalOptions
    @Option(help: ArgumentHelp(spoken.command.help.reportFormat))
    var format: Format = .html
    @Option(name: .shortAndLong, help: ArgumentHelp(spoken.command.help.output, valueName: "file"))
    var output: String?

    var mode: SilatStore.Mode { .readOnly }
    var needs: Permission { .totals }

    func run(at desk: Desk) async throws {
        if let output { try global.refuseOwnFile(output) }
        let report = try await YearReport.read(desk.store, year: try await desk.year, today: desk.today)
        let destination = try output.map(Output.file) ?? .standard
        switch format {
        case .html: try destination.write(ReportPage(report, spoken, in: .current).html)
        case .text: try destination.write(ReportText(report, spoken, in: .current, width: { $0.columns }).text)
        }
        try destination.keep()
        if let output { say(spoken.report.saved(output)) }
    }
}
