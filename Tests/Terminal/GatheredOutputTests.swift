import Foundation
import Testing

@testable import Terminal

@Suite struct GatheredOutputTests {
    /// Each writing to such a socket is a packet, as over ssh.
    @Test func whatIsWrittenInPiecesGoesOnInOne() throws {
        var ends: [Int32] = [0, 0]
        try #require(socketpair(AF_UNIX, Int32(SOCK_SEQPACKET.rawValue), 0, &ends) == 0)
        defer { for end in ends { close(end) } }
        guard let output = GatheredOutput(to: ends[0]) else {
            Issue.record("no descriptor")
            return
        }
        func write(_ text: String) {
            fputs(text, output.stream)
            fflush(output.stream)
        }
        write("straight")
        for screen in ["first", "second, longer", "3"] {
            let bytes = output.bytes { for letter in screen { write(String(letter)) } }
            #expect(String(decoding: bytes, as: UTF8.self) == screen)
        }
        let nothing = output.bytes {}
        #expect(nothing.isEmpty)
        write("on")
        // What was gathered is for whoever asked: none of it has gone on.
        #expect(packets(ends[1], 2) == ["straight", "on"])
    }

    private func packets(_ end: Int32, _ count: Int) -> [String] {
        (0..<count).map { _ in
            var bytes = [UInt8](repeating: 0, count: 100)
            let size = read(end, &bytes, bytes.count)
            return String(decoding: bytes.prefix(max(0, size)), as: UTF8.self)
        }
    }
}
