import ArgumentParser
import BenchmarkTables
import Foundation

/// `silat-benchmark`: everything, and one table as its result.
struct AllCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "all", abstract: "Measures silat and its peers, and how silat grows; one table is the result.",
        discussion: """
            Everybody takes turns in one run. What VisiData and LibreOffice do is timed without opening the file, commands of silat, \
            sqlite3 and fzf with their start.
            """)

    @OptionGroup var release: ReleaseProgram
    @OptionGroup var peers: PeerOptions
    @OptionGroup var growing: GrowthOptions
    @OptionGroup var destination: ResultDestination

    /// Peers are measured at these of the sizes: less is noise, and a sheet has no room for more.
    private static let peerSizes = 100_000...1_000_000

    func run() async throws {
        let folder = try WorkFolder(destination.folder)
        defer { folder.remove() }
        let begin = ContinuousClock.now
        let machine = try peers.machine(release, folder.path)
        destination.say(machine.lines.joined(separator: "\n"))
        var growth = Growth(folder: folder.path, program: release.path, sizes: growing.chosen)
        var compared: [Comparison] = []
        let sizes = growing.chosen.filter(Self.peerSizes.contains)
        for size in sizes.isEmpty ? growing.chosen.suffix(1) : sizes[...] {
            let files = PeopleFiles(folder: folder.path, program: release.path, size: size)
            let contest = PeerContest(
                files: files, effort: peers.effort(at: size), measuresStart: compared.isEmpty)
            let result = try await contest.rows(say: destination.say)
            compared += result.rows
            growth.imports[size] = result.importing
        }
        try destination.write("machine", machine.lines.joined(separator: "\n\n"))
        try destination.write("peers", ComparisonTable(peers: Peer.allCases.map(\.name), rows: compared).races.markdown)
        try await growth.measure(seconds: growing.seconds, say: destination.say)
        let table = ComparisonTable(
            peers: Peer.allCases.map(\.name), rows: growth.goals + (try line(folder.path)) + compared)
        let minutes = Int(begin.duration(to: .now) / .seconds(60))
        destination.say("\n" + table.text)
        try growing.write(growth, to: destination)
        try destination.write(
            "machine", (machine.lines + ["The run took \(minutes) minutes."]).joined(separator: "\n\n"))
        try destination.write("goals", table.goals.markdown)
        destination.say("\nThe run took \(minutes) minutes.")
    }

    /// A large file over a slow line; nothing where that fails, which it says.
    private func line(_ folder: String) throws -> [Comparison] {
        guard let size = growing.chosen.last(where: Self.peerSizes.contains) ?? growing.chosen.last else { return [] }
        let measurement = LineMeasurement(
            program: release.path, file: MeasuredFile.path(of: size, in: folder), rounds: peers.quick ? 1 : 3)
        do {
            let figures = try measurement.measure(tell: destination.say)
            let table = measurement.table(figures)
            destination.say("\n" + table.text)
            try destination.write("line", "At \(Measure.count(size)) people.\n\n" + table.markdown)
            return measurement.goals(figures)
        } catch {
            destination.say("slow line: \(error)")
            return []
        }
    }
}
