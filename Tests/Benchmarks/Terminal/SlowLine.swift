import EmulatedTerminal
import Foundation
import Keyboard

/// silat at the other end of a slow line: so many bytes a second each way, each of them late.
final class SlowLine {
    /// What came of something that was done at this end.
    struct Answer: Sendable {
        /// From the first key to the last byte that came back.
        var last = Duration.zero
        var bytes = 0
        /// For how long keys were typed.
        var typing = Duration.zero
        /// Repaints after which the program asked whether they have arrived, which it does after many cells.
        var repaints = 0
    }

    private let bytesPerSecond: Int
    private let delay: Duration
    private let terminal: PseudoTerminal
    private let emulator: Emulator
    private let process: RunningProcess
    private var down = Direction()
    private var up = Direction()
    /// What was typed and has not left yet.
    private var typed: ArraySlice<UInt8> = []
    private var hasEnded = false

    /// Bytes on their way, and when the next may leave.
    private struct Direction {
        var bytes: [(due: ContinuousClock.Instant, byte: UInt8)] = []
        var isFreeAt = ContinuousClock.now

        mutating func arrived(_ now: ContinuousClock.Instant) -> [UInt8] {
            let count = bytes.firstIndex { $0.due > now } ?? bytes.count
            defer { bytes.removeFirst(count) }
            return bytes.prefix(count).map(\.byte)
        }
    }

    private static let atOnce = 8
    private static let look = Duration.milliseconds(4)
    private static let quiet = Duration.milliseconds(60)
    private static let patience = Duration.seconds(180)

    /// The question that a program asks after a large repaint: DSR of ECMA-48.
    private static let question = Array("\u{1B}[5n".utf8)
    /// The last bytes that arrived, as many as the question has.
    private var lastBytes: [UInt8] = []

    init(program: String, arguments: [String], _ line: Line) throws {
        (bytesPerSecond, delay) = (line.bytesPerSecond, line.delay)
        emulator = Emulator(columns: 80, rows: 24)
        terminal = try PseudoTerminal(
            program, arguments, environment: MeasuredTerminal.environment, folder: NSTemporaryDirectory(), columns: 80,
            rows: 24)
        process = RunningProcess(number: terminal.process)
    }

    /// The rows of the screen at this end.
    var screen: [String] { emulator.screen }

    /// Does something, and waits until everything has come that comes of it.
    ///
    /// - Parameters:
    ///   - keys: are typed one after the other.
    ///   - pause: between two of them; none where they are typed at once.
    func answer(to keys: [Key], pause: Duration = .zero) throws -> Answer {
        let begin = ContinuousClock.now
        var answer = Answer()
        answer.typing = pause * max(0, keys.count - 1)
        var (stir, spent) = (begin, Duration.zero)
        var rest = keys[...]
        var nextKey = begin
        while begin.duration(to: .now) < Self.patience {
            while let key = rest.first, nextKey <= .now {
                typed += emulator.bytes(for: key)
                rest = rest.dropFirst()
                nextKey = nextKey.advanced(by: pause)
            }
            let arrived = try pass()
            if !arrived.isEmpty {
                answer.last = begin.duration(to: .now)
                answer.bytes += arrived.count
                answer.repaints += questions(in: arrived)
            }
            let now = process.processorTime
            if !arrived.isEmpty || now != spent || !isEmpty || !rest.isEmpty { (stir, spent) = (.now, now) }
            if hasEnded || stir.duration(to: .now) >= Self.quiet { return answer }
        }
        throw MeasuredTerminal.Failure(description: "no rest: " + screen.joined(separator: "\n"))
    }

    private var isEmpty: Bool { down.bytes.isEmpty && up.bytes.isEmpty && typed.isEmpty }

    /// Lets the line carry what it can for a moment.
    ///
    /// - Returns: what arrived at this end.
    private func pass() throws -> [UInt8] {
        let now = ContinuousClock.now
        if up.isFreeAt <= now, !typed.isEmpty {
            send(Array(typed.prefix(Self.atOnce)), over: &up)
            typed = typed.dropFirst(Self.atOnce)
        }
        terminal.write(up.arrived(now))
        terminal.mostBytes = down.isFreeAt <= now ? Self.atOnce : 0
        switch terminal.wait(until: now.advanced(by: Self.look)) {
        case .output(let bytes): send(bytes, over: &down)
        case .written, .timeIsUp: break
        case .ended: hasEnded = down.bytes.isEmpty
        }
        let arrived = down.arrived(.now)
        typed += emulator.show(arrived)
        return arrived
    }

    private func questions(in bytes: [UInt8]) -> Int {
        bytes.count { byte in
            lastBytes = (lastBytes + [byte]).suffix(Self.question.count)
            return lastBytes == Self.question
        }
    }

    private func send(_ bytes: [UInt8], over direction: inout Direction) {
        let begin = max(direction.isFreeAt, .now.advanced(by: .zero - Self.look))
        for (place, byte) in bytes.enumerated() {
            let sent = begin.advanced(by: .seconds(1) * (place + 1) / bytesPerSecond)
            direction.bytes.append((sent.advanced(by: delay), byte))
            direction.isFreeAt = sent
        }
    }
}
