import Foundation

/// What a process has asked of the system since it began, as proc(5) counts it: no clock has part in it.
struct Activity {
    private(set) var (reads, writes, bytesRead, bytesWritten) = (0, 0, 0, 0)
    /// How often a thread of it lay down to wait for something.
    private(set) var waits = 0

    init(of process: pid_t) {
        let folder = "/proc/\(process)"
        for (name, count) in Self.counts(folder + "/io") {
            switch name {
            case "syscr": reads = count
            case "syscw": writes = count
            case "rchar": bytesRead = count
            case "wchar": bytesWritten = count
            default: continue
            }
        }
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/task")) ?? []
        for thread in threads {
            for (name, count) in Self.counts("\(folder)/task/\(thread)/status") where name == "voluntary_ctxt_switches"
            {
                waits += count
            }
        }
    }

    /// Whether there was nothing since then but threads that called one another by so many bytes, and lay down again.
    func isRest(since before: Activity, wakeup size: Int) -> Bool {
        let calls = reads - before.reads
        // A look takes four or five waits; one that has a screen ask its questions again takes many more.
        return bytesRead - before.bytesRead == calls * size && writes - before.writes == calls
            && bytesWritten - before.bytesWritten == calls * size && waits - before.waits <= calls * 8
    }

    /// Lines of a name and a number.
    private static func counts(_ path: String) -> [(name: Substring, count: Int)] {
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").compactMap { line in
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, let count = Int(parts[1].trimmingPrefix(while: \.isWhitespace)) else { return nil }
            return (parts[0], count)
        }
    }
}
