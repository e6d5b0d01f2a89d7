import Foundation
import Sample
import Store
import Training

/// The program begins itself anew where chance could come in, and again once its file is filled: so the measured start is a real one.
struct Stage {
    /// The file of made-up people that is measured at.
    let file: String

    private static let people = 5_000
    private static let variable = "SILAT_COSTS_FILE"

    /// What the counts would differ with.
    private static let environment = [
        // Sets and dictionaries keep the same order in every run.
        "SWIFT_DETERMINISTIC_HASHING": "1",
        "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "TZ": "UTC",
    ]
    private static let unwanted = ["NO_COLOR", "COLORTERM", "ESCDELAY", "LINES", "COLUMNS"]

    /// The last stage, where there is something to measure; before it this does not return.
    static func reached() async throws -> Stage? {
        let variables = ProcessInfo.processInfo.environment
        if let file = variables[variable] { return Stage(file: file) }
        if environment.allSatisfy({ variables[$0.key] == $0.value }) {
            setenv(variable, try await filledFile(), 1)
        } else {
            for (name, value) in environment { setenv(name, value, 1) }
            for name in unwanted { unsetenv(name) }
        }
        var arguments = CommandLine.arguments.map { strdup($0) } + [nil]
        execv("/proc/self/exe", &arguments)
        throw CocoaError(.executableLoad)
    }

    private static func filledFile() async throws -> String {
        // What Swift draws by lot is the same in every run, so a name of its making would be taken.
        var name = Array((NSTemporaryDirectory() + "silat-costs-XXXXXX").utf8CString)
        guard mkdtemp(&name) != nil else { throw CostsFailure("no temporary folder") }
        let file = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self) + "/silat.db"
        let store = try SilatStore.open(at: file, mode: .create, now: MainPaths.now)
        defer { store.close() }
        let sample = SampleData(participants: people, year: MainPaths.year, seed: 1)
        try await store.takeIn(as: .generate, note: "", by: MainPaths.author, keep: true) { try sample.fill($0) }
        try await MainPaths.prepare(store)
        return file
    }

    /// Removes the file and what stands beside it.
    func clear() {
        try? FileManager.default.removeItem(at: URL(filePath: file).deletingLastPathComponent())
    }
}
