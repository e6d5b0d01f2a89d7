import ArgumentParser
import BenchmarkTables
import Foundation

/// `silat-benchmark peers`: silat against what users would pick instead.
struct PeersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "peers",
        abstract: "Measures silat against sqlite3, fzf, VisiData and LibreOffice at the same people.",
        discussion: """
            Everybody takes turns in one run. What VisiData and LibreOffice do is timed without opening the file, commands of silat, \
            sqlite3 and fzf with their start.
            """)

    @OptionGroup var release: ReleaseProgram
    @OptionGroup var effort: PeerOptions
    @OptionGroup var destination: ResultDestination

    @Option(parsing: .upToNextOption, help: ArgumentHelp("How many people there are.", valueName: "count"))
    var sizes = [100_000, 1_000_000]

    func validate() throws {
        // A sheet ends at 1.048.576 rows.
        guard sizes.allSatisfy({ (100...1_000_000).contains($0) }) else {
            throw ValidationError("Peers are measured at 100 to 1.000.000 people.")
        }
    }

    func run() async throws {
        let folder = try WorkFolder(destination.folder)
        defer { folder.remove() }
        let machine = try effort.machine(release, folder.path)
        destination.say(machine.lines.joined(separator: "\n"))
        var table = ComparisonTable(peers: Peer.allCases.map(\.name))
        for size in sizes.sorted() {
            let files = PeopleFiles(folder: folder.path, program: release.path, size: size)
            let contest = PeerContest(
                files: files, effort: effort.effort(at: size), measuresStart: table.rows.isEmpty)
            table.add(try await contest.rows(say: destination.say).rows)
        }
        destination.say("\n" + table.text)
        try destination.write("machine", machine.lines.joined(separator: "\n\n"))
        try destination.write("peers", table.races.markdown)
    }
}

/// How much of the peers is measured.
struct PeerOptions: ParsableArguments {
    @Flag(help: "Leave VisiData and LibreOffice out above 100.000 people, and measure less.")
    var quick = false

    @Option(help: ArgumentHelp("Who has taken so long in all sits out further rounds.", valueName: "seconds"))
    var patience: Int?

    @Option(help: ArgumentHelp("What takes longer is ended.", valueName: "minutes"))
    var limit = 10

    func effort(at size: Int) -> PeerContest.Effort {
        PeerContest.Effort(
            rounds: quick ? 10 : 30, patience: .seconds(patience ?? (quick ? 5 : 60)), limit: .seconds(limit * 60),
            isWhole: !quick || size <= 100_000)
    }

    /// The machine and all versions; says which peers are missing, and what brings them.
    func machine(_ release: ReleaseProgram, _ folder: String) throws -> Machine {
        let missing = Peer.allCases.filter { !$0.isThere }
        if !missing.isEmpty {
            let names = missing.map(\.name).joined(separator: ", ")
            let packages = missing.flatMap(\.packages).joined(separator: " ")
            FileHandle.standardError.write(
                Data("Missing: \(names). To have them measured: apt-get install -y \(packages)\n".utf8))
        }
        let own = try release.version(in: folder)
        let others = try Peer.allCases.filter(\.isThere).map { ($0.name, try $0.version(in: folder)) }
        return Machine(versions: [("silat", own)] + others, folder: folder)
    }
}
