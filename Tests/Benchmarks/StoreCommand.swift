import ArgumentParser
import Foundation

/// `silat-benchmark store`: how fast the store is, and how that grows with the file.
struct StoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "store",
        abstract: "Measures the store on made-up files of growing size, and compares the largest with the smallest.",
        discussion: """
            The goals are those of the issue and hold for 1.000.000 people. Machines are noisy: the ratios, taken in one run, say \
            more than the times.
            """)

    @Flag(help: "Measure at 1.000.000 people too; filling that file takes some minutes.")
    var million = false

    @Option(parsing: .upToNextOption, help: ArgumentHelp("How many people the files hold.", valueName: "count"))
    var sizes: [Int] = []

    @Option(help: ArgumentHelp("Leave the files in this folder, and take those that are there.", valueName: "folder"))
    var folder: String?

    @Option(help: ArgumentHelp("Measure only cases with this in their name.", valueName: "text"))
    var only: String?

    @Option(help: ArgumentHelp("How long a case runs at each size.", valueName: "seconds"))
    var seconds = 1.0

    func validate() throws {
        guard sizes.allSatisfy({ $0 >= 100 }) else { throw ValidationError("Files hold 100 people at least.") }
        guard seconds > 0 else { throw ValidationError("A case runs for some time.") }
    }

    func run() async throws {
        let work = try WorkFolder(folder)
        defer { work.remove() }
        let chosen = sizes.isEmpty ? [1_000, 10_000, 100_000] + (million ? [1_000_000] : []) : sizes
        var files: [MeasuredFile] = []
        for size in Set(chosen).sorted() {
            let file = try await MeasuredFile.of(size, in: work.path)
            Self.say(file.report)
            files.append(file)
        }
        var table = ResultTable(sizes: files.map(\.size))
        Self.say("\n" + table.head)
        for benchmark in Benchmark.all where only.map(benchmark.name.contains) ?? true {
            Self.say(table.take(try await benchmark.measure(files, for: .seconds(seconds)), of: benchmark))
        }
        Self.say("\n" + table.summary)
        for file in files { file.store.close() }
    }
}

extension StoreCommand {
    /// Writes a line at once, so that a run can be followed through a pipe.
    static func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
}
