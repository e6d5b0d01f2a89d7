import Testing
import Training

/// Reasons as the log keeps them, and numbers that messages must not repeat.
@Suite struct RevealReasonTests {
    @Test func aReasonComesBackFromTheLog() {
        for reason in RevealReason.usual + [.command, .other("surat camat")] {
            #expect(RevealReason(note: reason.note) == reason)
        }
        #expect(RevealReason(note: "participants 3") == nil)
        #expect(RevealReason(typed: "  ") == nil)
        #expect(RevealReason(typed: "request") == .request)
    }

    @Test(arguments: [
        ("surat camat 440/123/2026", false), ("6309064505990001", true), ("hp 0812 3456 7890", true), ("RT 3", false),
        ("6309.0645.0599.0001", true),
    ])
    func numbersAreFound(words: String, holds: Bool) { #expect(RevealReason.other(words).holdsNumber == holds) }

    @Test func messagesMaskWhatLooksLikeANIK() {
        #expect("tidak ada 6309064505990001.".withNIKsMasked == "tidak ada 6309••••••••0001.")
        #expect("langkah 913043350663323764".withNIKsMasked == "langkah 913043350663323764")
        #expect("6309064505990001".withNIKsMasked == "6309••••••••0001")
    }
}
