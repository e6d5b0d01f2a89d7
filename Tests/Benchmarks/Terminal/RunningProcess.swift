import Foundation

/// What the system says of a process that runs.
struct RunningProcess {
    let number: pid_t

    /// The time that processors have spent on it so far, to the nanosecond.
    var processorTime: Duration {
        var clock = clockid_t()
        var time = timespec()
        guard clock_getcpuclockid(number, &clock) == 0, clock_gettime(clock, &time) == 0 else { return .zero }
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }

    /// Whether all its threads wait for something other than the disk.
    var sleeps: Bool {
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(number)/task")) ?? []
        return threads.allSatisfy { thread in
            let line = (try? String(contentsOfFile: "/proc/\(number)/task/\(thread)/stat", encoding: .utf8)) ?? ""
            // The state stands after the name, which may hold anything but ends in the last bracket: proc(5).
            return line.isEmpty || line[(line.lastIndex(of: ")") ?? line.startIndex)...].hasPrefix(") S")
        }
    }

    /// The memory it has now, in bytes: all of it, and what is its own and not a file's.
    var memory: (resident: Int, own: Int) { (bytes(of: "VmRSS"), bytes(of: "RssAnon")) }

    /// The most memory it had so far, in bytes.
    var mostMemory: Int { bytes(of: "VmHWM") }

    private func bytes(of name: String) -> Int {
        let status = (try? String(contentsOfFile: "/proc/\(number)/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("\(name):") }
        return (line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0) * 1024
    }
}
