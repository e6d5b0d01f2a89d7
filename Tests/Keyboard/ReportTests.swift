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
}
