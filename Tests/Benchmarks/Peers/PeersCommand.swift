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
        let machine = try effort.machine(release.program, folder.path)
        destination.say(machine.lines.joined(separator: "\n"))
        var table = ComparisonTable(peers: Peer.allCases.map(\.name))
        for size in sizes.sorted() {
            let files = PeopleFiles(folder: folder.path, program: release.path, size: size)
            let contest = PeerContest(files: files, effort: effort.effort(at: size))
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
    func machine(_ program: MeasuredCommand, _ folder: String) throws -> Machine {
        let missing = Peer.allCases.filter { !$0.isThere }
        if !missing.isEmpty {
            let names = missing.map(\.name).joined(separator: ", ")
            let packages = missing.flatMap(\.packages).joined(separator: " ")
            FileHandle.standardError.write(
                Data("Missing: \(names). To have them measured: apt-get install -y \(packages)\n".utf8))
        }
        var asking = program
        asking.output = folder + "/version.txt"
        _ = try asking.run(in: folder)
        let own = try String(contentsOfFile: folder + "/version.txt", encoding: .utf8)
        return Machine(
            versions: [("silat", own.split(whereSeparator: \.isWhitespace).last.map(String.init) ?? "?")]
                + (try Peer.allCases.filter(\.isThere).map { ($0.name, try $0.version(in: folder)) }))
    }
}

/// The built silat that is compared.
struct ReleaseProgram: ParsableArguments {
    @Option(name: .customLong("program"), help: ArgumentHelp("The built silat.", valueName: "file"))
    var given = ".build/release/silat"

    /// Where it is, whatever folder it is asked from.
    var path: String { URL(filePath: given).standardizedFileURL.path }

    /// What asks it for its version.
    var program: MeasuredCommand { MeasuredCommand(path, ["--version"]) }

    func validate() throws {
        guard FileManager.default.isExecutableFile(atPath: given) else {
            throw ValidationError(
                "No program \(given). Build it: swift build -c release --static-swift-stdlib --product silat")
        }
    }
}

/// Where results go besides standard output.
struct ResultDestination: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Write the result into this Markdown file, in the place of the last one if it has one.", valueName: "file"))
    var markdown: String?

    @Option(
        help: ArgumentHelp(
            "Work in this folder, leave the files there, and take those that are there.", valueName: "folder"))
    var folder: String?

    /// Writes a line at once, so that a run can be followed through a pipe.
    func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

    /// Writes a section of the Markdown file.
    func write(_ section: String, _ text: String) throws {
        guard let markdown else { return }
        let document = (try? String(contentsOfFile: markdown, encoding: .utf8)) ?? ""
        let written = MarkedSection.replacing(section, in: document, with: text)
        try Data(written.utf8).write(to: URL(filePath: markdown))
    }
}

/// The folder that files are made in: the one that was named, or one that is gone when all is measured.
struct WorkFolder {
    let path: String
    private let isOurs: Bool

    init(_ given: String?) throws {
        isOurs = given == nil
        path = URL(filePath: given ?? NSTemporaryDirectory() + "silat-benchmark-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    func remove() { if isOurs { try? FileManager.default.removeItem(atPath: path) } }
}
