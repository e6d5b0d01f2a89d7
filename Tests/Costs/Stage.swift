import Foundation
import GRDB
import Sample
import Store
import Training

/// The program begins itself anew where chance could come in, and again once its file is filled: so the measured start is a real one.
struct Stage {
    /// The file of made-up people that is measured at.
    let file: String

    private static let people = 5_000
    static let variable = "SILAT_COSTS_FILE"
    private static let folderPrefix = "silat-costs-"

    /// What the counts would differ with.
    private static let environment = [
        // Sets and dictionaries keep the same order in every run.
        "SWIFT_DETERMINISTIC_HASHING": "1",
        "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "TZ": "UTC",
    ]
    private static let unwanted = ["NO_COLOR", "COLORTERM", "ESCDELAY", "LINES", "COLUMNS"]

    /// Returns in the last stage only, when there is something to measure.
    static func reached() async throws -> Stage {
        let variables = ProcessInfo.processInfo.environment
        if let file = variables[variable] { return Stage(file: file) }
        var command = ["/proc/self/exe"] + CommandLine.arguments.dropFirst()
        let isFit =
            environment.allSatisfy { variables[$0.key] == $0.value } && unwanted.allSatisfy { variables[$0] == nil }
        if isFit {
            setenv(variable, try await filledFile(), 1)
            if let counter = InstructionCounter.inCharge { command = counter.command(command.dropFirst()) }
        } else {
            for (name, value) in environment { setenv(name, value, 1) }
            for name in unwanted { unsetenv(name) }
        }
        var arguments = command.map { strdup($0) } + [nil]
        execv(command[0], &arguments)
        throw CocoaError(.executableLoad)
    }

    private static func filledFile() async throws -> String {
        let folder = NSTemporaryDirectory() + folderPrefix + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let file = folder + "/silat.db"
        try await change(file) { store in
            _ = try await store.perform(
                .setTarget(Target(year: MainPaths.year, count: people)), by: MainPaths.author)
        }
        try giveSameNumbers(file)
        try await change(file) { store in
            let sample = SampleData(participants: people, year: MainPaths.year, seed: 1)
            try await store.takeIn(as: .generate, note: "", by: MainPaths.author, keep: true) { try sample.fill($0) }
            try await MainPaths.prepare(store)
        }
        return file
    }

    private static func change(_ file: String, _ change: (SilatStore) async throws -> Void) async throws {
        let store = try SilatStore.open(at: file, mode: .create, now: MainPaths.now)
        defer { store.close() }
        try await change(store)
    }

    /// The number of a desk, which is part of the records' numbers, is drawn with the file's first change. How rows lie in the file,
    /// and so what is read and written of it, depends on it.
    private static func giveSameNumbers(_ file: String) throws {
        try DatabaseQueue(path: file).write { try $0.execute(sql: "UPDATE desk SET number = 1") }
    }

    /// Removes the folder that was made for the file.
    func clear() {
        let folder = URL(filePath: file).deletingLastPathComponent()
        // Who names a file of their own keeps what stands beside it.
        guard folder.lastPathComponent.hasPrefix(Self.folderPrefix) else { return }
        try? FileManager.default.removeItem(at: folder)
    }
}
