import BenchmarkTables
import EmulatedTerminal
import Foundation

/// A peer that lives in a terminal, in one of 80×24.
final class PeerTerminal {
    /// From its start until the text stood on its screen.
    let start: Duration
    private let terminal: PseudoTerminal
    private let process: RunningProcess
    private let emulator = Emulator(columns: 80, rows: 24)

    private static let quiet = Duration.milliseconds(20)
    private static let patience = Duration.seconds(60)

    /// Starts it, and waits for a text on its screen.
    init(_ command: MeasuredCommand, in folder: String, awaiting text: String) throws {
        let begin = ContinuousClock.now
        terminal = try PseudoTerminal(
            command.program, command.arguments, environment: MeasuredCommand.environment(folder), folder: folder,
            columns: 80, rows: 24)
        process = RunningProcess(number: terminal.process)
        while begin.duration(to: .now) < Self.patience {
            switch terminal.wait(until: .now.advanced(by: .seconds(1))) {
            case .output(let bytes):
                let now = ContinuousClock.now
                terminal.write(emulator.show(bytes))
                guard emulator.screen.contains(where: { $0.contains(text) }) else { continue }
                start = begin.duration(to: now)
                return
            case .written, .timeIsUp: continue
            case .ended: throw MeasuredCommand.Failure(description: "\(command.program) ended")
            }
        }
        throw MeasuredCommand.Failure(description: emulator.screen.joined(separator: "\n"))
    }

    /// Types letters, each when the screen rests, and says how long each took to the last byte that came for it.
    func type(_ text: String) throws -> Times {
        _ = try settle()
        var times = Times()
        for letter in text.utf8 {
            terminal.write([letter])
            times.add(try settle())
        }
        return times
    }

    private func settle() throws -> Duration {
        let begin = ContinuousClock.now
        var (last, stir, spent) = (begin, begin, Duration.zero)
        while begin.duration(to: .now) < Self.patience {
            switch terminal.wait(until: .now.advanced(by: Self.quiet / 2)) {
            case .output(let bytes):
                (last, stir) = (.now, .now)
                terminal.write(emulator.show(bytes))
            case .written: continue
            case .ended: throw MeasuredCommand.Failure(description: "ended at a key")
            case .timeIsUp:
                let now = process.processorTime
                if now != spent { (spent, stir) = (now, .now) }
                if stir.duration(to: .now) >= Self.quiet { return begin.duration(to: last) }
            }
        }
        throw MeasuredCommand.Failure(description: "does not come to rest")
    }
}
