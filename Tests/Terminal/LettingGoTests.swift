import CMemory
import Foundation
import Testing

@Suite struct LettingGoTests {
    /// In a process of its own, whose program is the one that runs tests.
    @Test func codeIsLetGoAndComesBack() async {
        await #expect(processExitsWith: .success) {
            let before = residentCode()
            memory_let_go_of_code()
            let after = residentCode()
            // That this goes on at all shows that code comes back.
            exit(before > 0 && after < before ? EXIT_SUCCESS : EXIT_FAILURE)
        }
    }
}

/// How much of the program's own code is in memory, in KiB.
private func residentCode() -> Int {
    guard let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"),
        let map = try? String(contentsOfFile: "/proc/self/smaps", encoding: .utf8)
    else { return 0 }
    var (isCode, resident) = (false, 0)
    for line in map.split(separator: "\n") {
        let words = line.split(separator: " ")
        if words.count >= 5, words[0].contains("-") {
            isCode = words[1].hasPrefix("r-x") && line.hasSuffix(program)
        } else if isCode, words.first == "Rss:" {
            resident += Int(words[1]) ?? 0
        }
    }
    return resident
}
