import CVterm
import Foundation

/// A program in a pseudo-terminal of its own, in a session of its own, as sshd would start it.
public final class PseudoTerminal {
    /// How a program ended.
    public enum Ending: Equatable {
        case exited(Int)
        case killed(signal: Int32)
    }

    /// What woke us.
    public enum Wake {
        case output([UInt8])
        /// What was to be written is written.
        case written
        /// The program has ended and all it wrote has been read.
        case ended
        case timeIsUp
    }

    /// How a terminal treats what passes through it, as `stty` shows it.
    public struct Settings: Equatable {
        var input: UInt32
        var output: UInt32
        var control: UInt32
        var local: UInt32
        var characters: [UInt8]
    }

    public struct StartFailure: Error { var reason: String }

    public let process: pid_t
    /// How many bytes are taken from the program at a time; with none it has to wait, as on a line that is full.
    public var mostBytes = 64 * 1024
    public private(set) var ending: Ending?
    private var master: Int32
    private let watch: Int32
    private var isDry = false
    private var unwritten: ArraySlice<UInt8> = []

    public init(
        _ program: String, _ arguments: [String], environment: [String: String], folder: String, columns: Int, rows: Int
    ) throws {
        master = desk_open_terminal(Int32(columns), Int32(rows))
        guard master >= 0 else { throw StartFailure(reason: "no pseudo-terminal: \(String(cString: strerror(errno)))") }
        var arguments: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
        var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0)=\($1)") } + [nil]
        process = desk_start(master, program, &arguments, &variables, folder)
        for text in arguments + variables { free(text) }
        watch = process > 0 ? desk_watch(process) : -1
        guard watch >= 0 else {
            close(master)
            throw StartFailure(reason: "\(program) did not start: \(String(cString: strerror(errno)))")
        }
    }

    deinit {
        if ending == nil {
            // The session's programs, and then its leader, which may have changed its group.
            kill(-process, SIGKILL)
            kill(process, SIGKILL)
            waitpid(process, nil, 0)
        }
        close(watch)
        hangUp()
    }

    public var settings: Settings {
        var found = termios()
        tcgetattr(master, &found)
        let characters = withUnsafeBytes(of: found.c_cc) { Array($0) }
        return Settings(
            input: found.c_iflag, output: found.c_oflag, control: found.c_cflag, local: found.c_lflag,
            characters: characters)
    }

    public func resize(columns: Int, rows: Int) { _ = desk_resize_terminal(master, Int32(columns), Int32(rows)) }

    /// Takes the terminal away, as a broken line does.
    public func hangUp() {
        if master >= 0 { close(master) }
        master = -1
        isDry = true
    }

    /// Bytes for the program; they go out while ``wait(until:)`` runs, as far as it takes them.
    public func write(_ bytes: [UInt8]) { unwritten += bytes }

    /// Waits for the next thing to happen.
    public func wait(until deadline: ContinuousClock.Instant) -> Wake {
        while true {
            let hadMore = !unwritten.isEmpty
            push()
            if hadMore, unwritten.isEmpty { return .written }
            noteEnding()
            if isDry, ending != nil { return .ended }
            let left = ContinuousClock.now.duration(to: deadline).components
            let time = max(0, left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000)
            var looks = [
                pollfd(
                    fd: isDry || (mostBytes == 0 && unwritten.isEmpty) ? -1 : master,
                    events: Int16((mostBytes > 0 ? POLLIN : 0) | (unwritten.isEmpty ? 0 : POLLOUT)), revents: 0),
                pollfd(fd: ending == nil ? watch : -1, events: Int16(POLLIN), revents: 0),
            ]
            // After the end of the program there is only left what it wrote before.
            let mayBeMore = ending == nil || mostBytes == 0
            guard poll(&looks, 2, mayBeMore ? Int32(clamping: time) : 0) > 0 else {
                if mayBeMore { return .timeIsUp }
                isDry = true
                continue
            }
            if looks[0].revents & Int16(POLLIN | POLLHUP | POLLERR) != 0, let bytes = read() { return .output(bytes) }
        }
    }

    private func push() {
        while !unwritten.isEmpty, !isDry {
            let count = unwritten.withUnsafeBytes { CVterm.write(master, $0.baseAddress, $0.count) }
            guard count > 0 else { return }
            unwritten = unwritten.dropFirst(count)
        }
        if isDry { unwritten = [] }
    }

    private func read() -> [UInt8]? {
        guard mostBytes > 0 else { return nil }
        var buffer = [UInt8](repeating: 0, count: mostBytes)
        let count = CVterm.read(master, &buffer, buffer.count)
        if count > 0 { return Array(buffer.prefix(count)) }
        if count == 0 || (errno != EAGAIN && errno != EINTR) { isDry = true }
        return nil
    }

    private func noteEnding() {
        guard ending == nil else { return }
        let code = desk_ending(process)
        guard code >= 0 else { return }
        unwritten = []
        ending = code < 256 ? .exited(Int(code)) : .killed(signal: code - 256)
    }
}
