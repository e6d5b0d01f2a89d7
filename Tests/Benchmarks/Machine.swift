import BenchmarkTables
import Foundation

/// What a run was measured on.
struct Machine: Sendable {
    let lines: [String]

    /// The machine as it is now.
    ///
    /// - Parameters:
    ///   - versions: silat and its peers, by name.
    ///   - folder: where files are measured.
    init(versions: [(name: String, version: String)], folder: String) {
        let model = Self.value("model name", in: "/proc/cpuinfo") ?? "unknown processor"
        let memory = Measure.bytes.text(Double(ProcessInfo.processInfo.physicalMemory))
        let system = Self.value("PRETTY_NAME", in: "/etc/os-release", after: "=") ?? "unknown system"
        var name = utsname()
        uname(&name)
        let kernel = withUnsafeBytes(of: name.release) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        let load = Self.text("/proc/loadavg").split(separator: " ").prefix(3).joined(separator: " ")
        lines = [
            "\(model), \(ProcessInfo.processInfo.activeProcessorCount) cores, \(memory), \(system), Linux \(kernel), "
                + "files on \(Self.fileSystem(of: folder)), load \(load)",
            versions.map { "\($0.name) \($0.version)" }.joined(separator: ", "),
            "\(Date().formatted(.iso8601.year().month().day())), source at \(Self.commit ?? "no commit")",
            "Run with: `\(Self.commandLine)`",
        ]
    }

    /// How the run was asked for, but for the places of files, which mean nothing elsewhere.
    private static var commandLine: String {
        var kept = ["silat-benchmark"]
        var arguments = CommandLine.arguments.dropFirst()
        while let argument = arguments.popFirst() {
            if ["--program", "--folder", "--markdown", "--svg"].contains(argument) {
                _ = arguments.popFirst()
            } else {
                kept.append(argument)
            }
        }
        return kept.joined(separator: " ")
    }

    private static func text(_ file: String) -> String {
        (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
    }

    private static func value(_ name: String, in file: String, after mark: Character = ":") -> String? {
        let line = text(file).split(separator: "\n").first { $0.hasPrefix(name) }
        return line?.split(separator: mark).last?.trimmingCharacters(in: .whitespaces.union(["\""]))
    }

    /// The file system of what is mounted nearest above a folder.
    private static func fileSystem(of folder: String) -> String {
        let path = URL(filePath: folder).resolvingSymlinksInPath().path + "/"
        let mounts = text("/proc/self/mounts").split(separator: "\n").map { $0.split(separator: " ") }
        let above = mounts.filter { $0.count > 2 && path.hasPrefix($0[1] == "/" ? "/" : $0[1] + "/") }
        // Of two at one place the later hides the other.
        let nearest = above.reduce(nil as [Substring]?) { best, mount in
            mount[1].count >= best?[1].count ?? 0 ? mount : best
        }
        return nearest.map { String($0[2]) } ?? "an unknown file system"
    }

    /// The commit that is checked out where this runs, as git's files tell; `nil` where they do not.
    private static var commit: String? {
        let head = text(".git/HEAD").trimmingCharacters(in: .whitespacesAndNewlines)
        guard head.hasPrefix("ref: ") else { return head.isEmpty ? nil : String(head.prefix(12)) }
        let name = head.dropFirst(5)
        let packed = text(".git/packed-refs").split(separator: "\n").first { $0.hasSuffix(" \(name)") }
        let commit = text(".git/\(name)") + (packed ?? "")
        return commit.isEmpty ? nil : String(commit.prefix(12))
    }
}
