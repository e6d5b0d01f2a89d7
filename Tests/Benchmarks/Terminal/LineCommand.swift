import ArgumentParser
import Foundation
import Keyboard

/// `silat-benchmark line`: the built program over a slow line.
struct LineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "line", abstract: "Measures the built program over a slow line.",
        discussion: """
            Real bytes pass at the line's pace, each way, and arrive late; what the program writes beyond that waits, as it does \
            for a modem. Beside each answer stands what the line alone would take for its bytes.
            """)

    @OptionGroup var chosen: MeasuredProgram

    @Option(help: "The line's bits a second; a byte takes ten.")
    var baud = 9_600

    @Option(help: ArgumentHelp("How late each byte arrives.", valueName: "milliseconds"))
    var delay = 300

    func validate() throws {
        guard baud >= 300, delay >= 0 else { throw ValidationError("A line carries 300 bits a second at least.") }
    }

    func run() async throws {
        for size in chosen.sizes {
            let file = try await chosen.file(of: size)
            StoreCommand.say("\(size) people, \(baud) baud, \(delay) ms")
            try LineMeasurement.measure(
                program: chosen.release.path, file: file, baud: baud, delay: .milliseconds(delay)
            ) { StoreCommand.say($0.text(baud: baud, delay: .milliseconds(delay))) }
        }
    }
}
