import ArgumentParser
import BenchmarkTables
import Foundation

/// `silat-benchmark line`: the built program over a slow line.
struct LineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "line", abstract: "Measures the built program over a slow line.",
        discussion: """
            Real bytes pass at the line's pace, each way, and arrive late; what the program writes beyond that waits, as it does \
            for a modem. Beside each answer stands what the line alone would take for its bytes, and what it may take. What the \
            screen shows then is compared with what it shows where every key waits for the one before.
            """)

    @OptionGroup var chosen: MeasuredProgram

    @Option(help: "The line's bits a second; a byte takes ten.")
    var baud = 9_600

    @Option(help: ArgumentHelp("How late each byte arrives.", valueName: "milliseconds"))
    var delay = 300

    @Option(help: "How often all is done.")
    var rounds = 3

    func validate() throws {
        guard baud >= 300, delay >= 0 else { throw ValidationError("A line carries 300 bits a second at least.") }
        guard (1...9).contains(rounds) else { throw ValidationError("All is done once to nine times.") }
    }

    func run() async throws {
        try chosen.release.warnOfLinking()
        for size in chosen.sizes {
            let file = try await chosen.file(of: size)
            let measurement = LineMeasurement(
                program: chosen.release.path, file: file, line: Line(baud: baud, delay: .milliseconds(delay)),
                rounds: rounds)
            StoreCommand.say("\(Measure.count(size)) people")
            StoreCommand.say(measurement.table(try measurement.measure(tell: StoreCommand.say)).text)
        }
    }
}
