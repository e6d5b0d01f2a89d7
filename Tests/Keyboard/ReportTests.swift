import Keyboard
import Testing

/// A terminal's answer that it is well is counted, and is no key.
@Suite struct ReportTests {
    @Test func reportsAreCountedWhereverTheyAreTorn() {
        var decoder = KeyDecoder()
        var inputs: [Input] = []
        for byte in "a\u{1B}[0nb\u{1B}[0n\u{1B}[3n".utf8 { inputs += decoder.feed([byte]) }
        #expect(inputs == [.key(.character("a")), .key(.character("b"))])
        #expect(decoder.reports == 2)
    }

    /// Nor is it lost before anything else that a terminal says, such as that its window came in front.
    @Test(arguments: ["\u{1B}[I", "\u{1B}[3n", "\u{1B}[99~"]) func escapeBeforeWhatIsNoKeyIsTheKey(_ said: String) {
        var decoder = KeyDecoder()
        #expect(decoder.feed("\u{1B}\(said)x".utf8) == [.key(.escape), .key(.character("x"))])
    }

    /// The key and the answer that follows it at once are not one sequence.
    @Test(arguments: 1...3) func escapeBeforeAReportIsTheKey(_ presses: Int) {
        let bytes = Array(repeating: UInt8(0x1B), count: presses) + Array("\u{1B}[0nx".utf8)
        for cut in 0...bytes.count {
            var decoder = KeyDecoder()
            let inputs = decoder.feed(bytes[..<cut]) + decoder.feed(bytes[cut...])
            #expect(inputs == Array(repeating: .key(.escape), count: presses) + [.key(.character("x"))], "\(cut)")
            #expect(decoder.reports == 1, "\(cut)")
        }
    }
}
