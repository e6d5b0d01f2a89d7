import EmulatedTerminal
import Foundation
import Keyboard

/// silat in a pseudo-terminal, its repaints timed and counted.
final class MeasuredTerminal {
    /// What a terminal was given for a key.
    struct Repaint: Sendable {
        /// From the key's first byte to the last byte that came for it; zero where none came.
        var time: Duration
        var bytes: Int
    }

    /// A program that ended or never came to rest.
    struct Failure: Error, CustomStringConvertible { let description: String }

    /// How the program starts: until nothing more comes for its first screen.
    let start: Repaint
    /// From the start until the first screen shows the year's table, and so all of it but what is counted from everybody.
    let toFirstScreen: Duration
    let process: RunningProcess
    private let terminal: PseudoTerminal
    private let emulator: Emulator

    /// No byte for so long, while all threads sleep and no processor time is spent, is the end of a repaint. It is not part of its time.
    private static let quiet = Duration.milliseconds(20)
    private static let patience = Duration.seconds(60)

    /// Starts the program at a file, and waits for its first screen.
    init(program: String, arguments: [String], columns: Int = 80, rows: Int = 24) throws {
        emulator = Emulator(columns: columns, rows: rows)
        let begin = ContinuousClock.now
        terminal = try PseudoTerminal(
            program, arguments, environment: Self.environment, folder: NSTemporaryDirectory(), columns: columns,
            rows: rows)
        process = RunningProcess(number: terminal.process)
        var toFirstScreen: Duration?
        start = try Self.settle(terminal, emulator, process, since: begin) { [emulator] time in
            if toFirstScreen == nil, Self.shows(Self.table, emulator) { toFirstScreen = time }
        }
        guard let toFirstScreen else { throw Self.lack(of: Self.table, emulator) }
        self.toFirstScreen = toFirstScreen
    }

    /// What stands above the table of the first screen.
    private static let table = "Jalur / Kecamatan"

    static let environment = [
        "TERM": "xterm-256color", "LANG": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no", "SILAT_LANG": "id",
        "HOME": NSTemporaryDirectory(), "PATH": "/usr/bin:/bin",
    ]

    /// The rows of the screen, without the blanks at their ends.
    var screen: [String] { emulator.screen }

    /// Where the cursor stands; `nil` where it is hidden.
    var cursor: (column: Int, row: Int)? { emulator.cursor }

    /// - Throws: ``Failure`` where the screen does not show a text: the keys then did something else than was to be measured.
    func requireSight(of text: String) throws {
        guard Self.shows(text, emulator) else { throw Self.lack(of: text, emulator) }
    }

    private static func shows(_ text: String, _ emulator: Emulator) -> Bool {
        emulator.screen.contains { $0.contains(text) }
    }

    private static func lack(of text: String, _ emulator: Emulator) -> Failure {
        Failure(description: "“\(text)” is not on the screen:\n" + picture(emulator))
    }

    /// Presses a key, and waits until nothing more comes for it.
    @discardableResult
    func press(_ key: Key) throws -> Repaint { try send(emulator.bytes(for: key)) }

    /// Presses keys one after the other, each when the screen rests.
    func press(_ keys: [Key]) throws { for key in keys { try press(key) } }

    /// Presses all keys at once, as typed ahead.
    @discardableResult
    func pressAhead(_ keys: [Key]) throws -> Repaint { try send(keys.flatMap { emulator.bytes(for: $0) }) }

    /// Presses a key, and waits for no more than what shows it: what else comes for it is still on its way.
    func press(_ key: Key, until isShown: () -> Bool) throws -> Repaint {
        let begin = ContinuousClock.now
        var repaint = Repaint(time: .zero, bytes: 0)
        terminal.write(emulator.bytes(for: key))
        let deadline = begin.advanced(by: Self.patience)
        while true {
            switch terminal.wait(until: deadline) {
            case .output(let bytes):
                repaint.time = begin.duration(to: .now)
                repaint.bytes += bytes.count
                terminal.write(emulator.show(bytes))
                if isShown() { return repaint }
            case .written: continue
            case .ended: throw Failure(description: "silat ended: " + Self.picture(emulator))
            case .timeIsUp: throw Failure(description: "\(key.symbol) does not show: " + Self.picture(emulator))
            }
        }
    }

    /// Waits until nothing more comes for what was pressed before.
    func rest() throws { _ = try send([]) }

    private func send(_ bytes: [UInt8]) throws -> Repaint {
        let begin = ContinuousClock.now
        terminal.write(bytes)
        return try Self.settle(terminal, emulator, process, since: begin)
    }

    /// The share of a processor that the program takes while nobody does anything.
    func restingLoad(for time: Duration) throws -> Double {
        let (begin, spent) = (ContinuousClock.now, process.processorTime)
        while ContinuousClock.now < begin.advanced(by: time) {
            switch terminal.wait(until: begin.advanced(by: time)) {
            case .output(let bytes): terminal.write(emulator.show(bytes))
            case .written, .timeIsUp: continue
            case .ended: throw Failure(description: "silat ended while it rested")
            }
        }
        return (process.processorTime - spent) / begin.duration(to: .now)
    }

    /// Leaves silat by `q` on its first screen.
    func quit() throws {
        terminal.write(emulator.bytes(for: .character("q")))
        let deadline = ContinuousClock.now.advanced(by: Self.patience)
        while true {
            switch terminal.wait(until: deadline) {
            case .output(let bytes): terminal.write(emulator.show(bytes))
            case .written: continue
            case .ended: return
            case .timeIsUp: throw Failure(description: "silat does not end: " + Self.picture(emulator))
            }
        }
    }

    /// - Parameter shown: is told after each piece of output when it came.
    private static func settle(
        _ terminal: PseudoTerminal, _ emulator: Emulator, _ process: RunningProcess,
        since begin: ContinuousClock.Instant, shown: (Duration) -> Void = { _ in }
    ) throws -> Repaint {
        var repaint = Repaint(time: .zero, bytes: 0)
        var spent = Duration.zero
        var stir = begin
        while begin.duration(to: .now) < patience {
            switch terminal.wait(until: .now.advanced(by: quiet / 2)) {
            case .output(let bytes):
                stir = .now
                repaint.time = begin.duration(to: stir)
                repaint.bytes += bytes.count
                terminal.write(emulator.show(bytes))
                shown(repaint.time)
            case .written: continue
            case .ended: throw Failure(description: "silat ended: " + picture(emulator))
            case .timeIsUp:
                let now = process.processorTime
                if now != spent || !process.sleeps { (spent, stir) = (now, .now) }
                if stir.duration(to: .now) >= quiet { return repaint }
            }
        }
        throw Failure(description: "silat does not come to rest: " + picture(emulator))
    }

    private static func picture(_ emulator: Emulator) -> String {
        emulator.screen.joined(separator: "\n")
    }
}
