import Foundation

/// A program that is run to its end, timed from outside.
struct MeasuredCommand: Sendable {
    /// The path of the program.
    let program: String
    let arguments: [String]
    /// A file that is its standard input.
    var input: String?
    /// A file that takes its standard output.
    var output: String?
    /// After so long it is ended.
    var limit = Duration.seconds(600)

    /// What a run was measured at.
    struct Outcome: Sendable {
        let time: Duration
        /// What it returned; `nil` where it was ended at the limit.
        let status: Int32?
        /// The most resident memory it was seen with, in bytes. It is looked at every few milliseconds.
        let memory: Int
    }

    /// A run that did not do what it was to do.
    struct Failure: Error, CustomStringConvertible { let description: String }

    init(_ program: String, _ arguments: [String], input: String? = nil, output: String? = nil) {
        (self.program, self.arguments, self.input, self.output) = (program, arguments, input, output)
    }

    /// Runs it, with a folder as its home.
    ///
    /// - Throws: `Failure` where it does not start, or returns something else than 0.
    func run(in folder: String) throws -> Outcome {
        let outcome = try start(in: folder)
        guard outcome.status == 0 || outcome.status == nil else {
            let messages = (try? String(contentsOfFile: Self.messages(folder), encoding: .utf8)) ?? ""
            throw Failure(
                description: "\(([program] + arguments).joined(separator: " ")): \(outcome.status ?? 0): "
                    + messages.suffix(500))
        }
        return outcome
    }

    /// The file that takes what a run says on standard error.
    private static func messages(_ folder: String) -> String { folder + "/messages.txt" }

    static func environment(_ folder: String) -> [String: String] {
        [
            "HOME": folder, "PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8", "TMPDIR": folder,
            "TERM": "xterm-256color", "SILAT_LANG": "en", "SILAT_OPERATOR": "benchmark",
        ]
    }

    private func start(in folder: String) throws -> Outcome {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw Failure(description: "no pipe") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(ends[0]) }
        let begin = ContinuousClock.now
        let process: pid_t
        do {
            // While anything of it runs, the pipe's other end is open.
            defer { close(ends[1]) }
            process = try spawn(in: folder, holding: ends[1])
        }
        let running = RunningProcess(number: process)
        var memory = 0
        var isOver = false
        var look = pollfd(fd: ends[0], events: Int16(POLLIN), revents: 0)
        while poll(&look, 1, 5) == 0 {
            memory = max(memory, running.mostMemory)
            guard begin.duration(to: .now) > limit else { continue }
            isOver = true
            kill(-process, SIGKILL)
            break
        }
        var status: Int32 = 0
        waitpid(process, &status, 0)
        let time = begin.duration(to: .now)
        let signal = status & 0x7f
        return Outcome(
            time: time, status: isOver ? nil : signal == 0 ? status >> 8 & 0xff : 128 + signal, memory: memory)
    }

    private func spawn(in folder: String, holding pipe: Int32) throws -> pid_t {
        var files = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&files)
        defer { posix_spawn_file_actions_destroy(&files) }
        posix_spawn_file_actions_addopen(&files, 0, input ?? "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&files, 1, output ?? "/dev/null", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_addopen(&files, 2, Self.messages(folder), O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_adddup2(&files, pipe, 9)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
        var variables: [UnsafeMutablePointer<CChar>?] =
            Self.environment(folder).map { strdup("\($0)=\($1)") } + [nil]
        defer { for text in words + variables { free(text) } }
        var process: pid_t = 0
        let error = posix_spawn(&process, program, &files, &attributes, &words, &variables)
        guard error == 0 else { throw Failure(description: "\(program): \(String(cString: strerror(error)))") }
        return process
    }
}
