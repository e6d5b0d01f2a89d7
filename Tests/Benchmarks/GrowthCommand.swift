import ArgumentParser
import BenchmarkTables
import Foundation

/// `silat-benchmark growth`: how silat grows with its file.
struct GrowthCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "growth", abstract: "Measures silat at files of growing size, as a table and as a drawing.")

    @OptionGroup var release: ReleaseProgram
    @OptionGroup var options: GrowthOptions
    @OptionGroup var destination: ResultDestination

    func run() async throws {
        let folder = try WorkFolder(destination.folder)
        defer { folder.remove() }
        try release.warnOfLinking()
        var growth = Growth(folder: folder.path, program: release.path, sizes: options.chosen)
        try await growth.measure(seconds: options.seconds, say: destination.say)
        let goals = ComparisonTable(peers: [], rows: growth.goals)
        destination.say("\n" + goals.text)
        try options.write(growth, to: destination)
    }
}

/// Which files growth is measured at, and where its drawing goes.
struct GrowthOptions: ParsableArguments {
    @Option(parsing: .upToNextOption, help: ArgumentHelp("How many people the files hold.", valueName: "count"))
    var sizes = [1_000, 10_000, 100_000, 1_000_000]

    @Flag(help: "Measure at 5.000.000 people too, which takes long and 10 GB.")
    var fiveMillion = false

    @Option(help: ArgumentHelp("Draw the curves into this file.", valueName: "file"))
    var svg: String?

    @Option(help: ArgumentHelp("How long a case of the store runs at each size.", valueName: "seconds"))
    var seconds = 2.0

    var chosen: [Int] { Set(sizes + (fiveMillion ? [5_000_000] : [])).sorted() }

    func validate() throws {
        guard !sizes.isEmpty, sizes.allSatisfy({ $0 >= 100 }) else {
            throw ValidationError("Files hold 100 people at least.")
        }
        guard seconds > 0 else { throw ValidationError("A case runs for some time.") }
    }

    /// Says the table, and writes it and the drawing where they are wanted.
    func write(_ growth: Growth, to destination: ResultDestination) throws {
        let table = GrowthTable(growth.curves)
        destination.say("\n" + table.text)
        try destination.write("growth", table.markdown)
        if let (people, keys) = growth.keyTable {
            destination.say("\n\(people)\n\(keys.text)")
            try destination.write("keys", "At \(people).\n\n\(keys.markdown)")
        }
        guard let svg else { return }
        let chart = GrowthChart(title: "silat, by the number of people on file", growth.curves)
        try Data(chart.svg.utf8).write(to: URL(filePath: svg))
    }
}
