import Foundation
import Testing

/// The harness, run short: its figures stand in the test's output. `swift run silat-harness --help` says how to run it long.
@Suite(.serialized) struct HarnessTests {
    @Test(arguments: ["kills", "faults", "desks"]) func keepsWhatSilatPromises(_ part: String) throws {
        let run = try CommandRun()
        #expect(try run.shell("\"$(dirname \"$silat\")/silat-harness\" --only \(part) > figures 2>&1") == 0)
        let figures = try run.text(of: "figures")
        print(figures)
        // A run that broke nothing proves nothing.
        let done = ["kills": "kills survived: ", "faults": "faults injected: ", "desks": "edits landed: "][part] ?? ""
        let count = figures.components(separatedBy: done).dropFirst().first?.prefix { $0.isNumber }
        #expect(count.flatMap { Int($0) } ?? 0 >= 30, "\(figures)")
    }
}
