import CostRecord
import Foundation

/// Has valgrind's callgrind count the processor's instructions while the main paths are taken once more, by a program of their own.
///
/// Counters of the processor would be quicker, but virtual machines seldom let one. What all threads do is counted, not what the
/// system does for them.
struct InstructionCounter {
    /// Debian's package of what counts.
    static let package = "valgrind"

    /// Where callgrind writes to, and the program stands that it runs.
    private let folder: String
    let paths: Set<MainPath>

    private static let variables = (folder: "SILAT_COSTS_CALLGRIND", paths: "SILAT_COSTS_PATHS")

    /// The one that this program is begun for; `nil` where it counts everything else.
    static let inCharge: InstructionCounter? = {
        let variables = ProcessInfo.processInfo.environment
        guard let folder = variables[Self.variables.folder], let paths = variables[Self.variables.paths] else {
            return nil
        }
        return InstructionCounter(
            folder: folder, paths: Set(paths.split(separator: ",").compactMap { MainPath(rawValue: String($0)) }))
    }()

    /// Counts them by path; `nil` where nothing is installed that could.
    static func counts() throws -> [String: Int]? {
        guard valgrind != nil else { return nil }
        let folder = FileManager.default.temporaryDirectory.appending(path: "silat-costs-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        // Callgrind runs one thread at a time, and an import takes longer than everything else: they do so side by side.
        let counters = [[.roster], Set(MainPath.allCases).subtracting([.roster])].map {
            InstructionCounter(folder: folder, paths: $0)
        }
        let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        // Valgrind 3.19 takes what Swift says to debuggers for damage.
        try finish(try begin("/usr/bin/env", ["strip", "-o", counters[0].strippedProgram, program]))
        for process in try counters.map({ try $0.begin(program) }) { try finish(process) }
        return try dumps(in: folder).reduce(into: [:]) { $0[$1.path, default: 0] += $1.instructions }
    }

    private var strippedProgram: String { folder + "/silat-costs" }

    /// What this program is to go on as, with these arguments.
    func command(_ arguments: some Sequence<String>) -> [String] {
        let file = "\(folder)/\(Self.dump).\(getpid())"
        let options = ["--quiet", "--tool=callgrind", "--instr-atstart=no", "--callgrind-out-file=\(file)"]
        return [Self.valgrind ?? ""] + options + [strippedProgram] + arguments
    }

    private func begin(_ program: String) throws -> Process {
        let paths = paths.map(\.rawValue).joined(separator: ",")
        return try Self.begin(
            program, [], environment: [Self.variables.folder: folder, Self.variables.paths: paths])
    }

    private static func begin(
        _ program: String, _ arguments: [String], environment: [String: String] = [:]
    ) throws -> Process {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.filter { $0.key != Stage.variable }
            .merging(environment) { $1 }
        try process.run()
        return process
    }

    private static func finish(_ process: Process) throws {
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw CostsFailure("\(process.executableURL?.path ?? "") ended with status \(process.terminationStatus)")
        }
    }

    private static var valgrind: String? {
        let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
        return folders.map { "\($0)/valgrind" }.first(where: FileManager.default.isExecutableFile)
    }

    // MARK: What callgrind writes

    private static let dump = "dump"
    private static let beginning = Data("\ndesc: Trigger: Client Request: ".utf8)
    private static let ending = Data("\ntotals: ".utf8)

    /// One for each time that a path was taken.
    private static func dumps(in folder: String) throws -> [(path: String, instructions: Int)] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix(dump + ".") }
        return try names.compactMap { name in
            let text = try Data(contentsOf: URL(filePath: folder).appending(path: name))
            // What is written when the program ends is of no path.
            guard let path = rest(of: text, after: beginning) else { return nil }
            guard let instructions = rest(of: text, after: ending).flatMap({ Int($0) }) else {
                throw CostsFailure("callgrind wrote no sum for \(path)")
            }
            return (path, instructions)
        }
    }

    /// The rest of the last line that begins so. The files are long, so the bytes are looked at by Foundation, which is compiled.
    private static func rest(of text: Data, after beginning: Data) -> String? {
        guard let found = text.range(of: beginning, options: .backwards) else { return nil }
        return String(decoding: text[found.upperBound...].prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }
}
