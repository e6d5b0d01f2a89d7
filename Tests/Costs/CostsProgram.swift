import ArgumentParser
import CostRecord
import Foundation

/// `swift run silat-costs`: counts what silat's main paths cost, and compares that with what is recorded.
@main
struct CostsProgram: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "silat-costs",
        abstract: "Counts what the main paths cost; fails where a cost is more than a tenth above the recorded one.",
        discussion: """
            Nothing is timed: the same program counts the same on every machine, but for a few in ten thousand. Counts depend on \
            how it was built (debug or release) and on the version of Swift. Instructions are counted where valgrind is \
            installed, which takes two minutes.
            """)

    @Flag(help: "Record the counts in place of those recorded for this way of building.")
    var record = false

    @Option(help: ArgumentHelp("The recorded counts.", valueName: "file"))
    var file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "recorded.csv").path

    func run() async throws {
        let stage = try await Stage.reached()
        defer { stage.clear() }
        let counter = InstructionCounter.inCharge
        var counted = try await MainPaths.count(counter?.paths ?? Set(MainPath.allCases), at: stage.file)
        // Callgrind has written down what is wanted of it.
        guard counter == nil else { return }
        let instructions = try InstructionCounter.counts()
        for (path, count) in instructions ?? [:] { counted.add(path, times: 0) { $0 == .instructions ? count : nil } }
        try judge(counted, withInstructions: instructions != nil)
    }

    private func judge(_ counted: CountedCosts, withInstructions: Bool) throws {
        var recorded = try FileManager.default.fileExists(atPath: file) ? CostRecord(text: text) : CostRecord()
        let comparison = CostTable(
            counted, recorded: recorded[.ours].filter { withInstructions || $0.key.cost != .instructions })
        print(comparison.text)
        if !withInstructions {
            print("The processor's instructions are not counted: apt-get install \(InstructionCounter.package)")
        }
        guard record else {
            if comparison.fails { throw ExitCode.failure }
            return
        }
        // What was recorded of instructions would be of another program than the rest.
        guard withInstructions else { throw CostsFailure("nothing is recorded without instructions") }
        recorded[.ours] = counted.counts
        try Data(recorded.text.utf8).write(to: URL(filePath: file), options: .atomic)
    }

    private var text: String {
        get throws { try String(contentsOf: URL(filePath: file), encoding: .utf8) }
    }
}

extension CostRecord.Build {
    /// How this program was built.
    static var ours: Self {
        #if DEBUG
            .debug
        #else
            .release
        #endif
    }
}
