import BenchmarkTables
import Foundation

/// What a run was measured on.
struct Machine: Sendable {
    let lines: [String]

    /// The machine as it is now.
    ///
    /// - Parameter versions: silat and its peers, by name.
    init(versions: [(name: String, version: String)]) {
        let model = Self.value("model name", in: "/proc/cpuinfo") ?? "unknown processor"
        let memory = Double(ProcessInfo.processInfo.physicalMemory)
        var name = utsname()
        uname(&name)
        let kernel = withUnsafeBytes(of: name.release) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        let load = (try? String(contentsOfFile: "/proc/loadavg", encoding: .utf8)) ?? ""
        lines = [
            "\(model), \(ProcessInfo.processInfo.activeProcessorCount) cores, \(Measure.bytes.text(memory)), Linux \(kernel), load "
                + load.split(separator: " ").prefix(3).joined(separator: " "),
            versions.map { "\($0.name) \($0.version)" }.joined(separator: ", "),
            Date().formatted(.iso8601.year().month().day()),
        ]
    }

    private static func value(_ name: String, in file: String) -> String? {
        let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").first { $0.hasPrefix(name) }?.split(separator: ":").last?
            .trimmingCharacters(in: .whitespaces)
    }
}
