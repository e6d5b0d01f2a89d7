import Dispatch
import Glibc
import Keyboard
import Testing

@testable import Terminal

@Suite struct TerminalInputTests {
    private let queue = DispatchQueue(label: "test")
    private let mailbox = Mailbox<Input>()

    private func input(delay: Duration = .milliseconds(1), isReadable: @escaping @Sendable () -> Bool = { false })
        -> TerminalInput
    {
        TerminalInput(KeyDecoder(escapeDelay: delay), on: queue, isReadable: isReadable) { [mailbox] in mailbox.post($0)
        }
    }

    @Test func keysComeAtOnce() async {
        let input = input()
        queue.sync { input.feed("Siti\u{1B}[A".utf8) }
        #expect(await mailbox.next() == "Siti".map { .key(.character($0)) } + [.key(.up)])
    }

    @Test func aLoneEscapeComesWhenItsTimeIsOver() async {
        let input = input()
        queue.sync { input.feed([0x1B]) }
        #expect(await mailbox.next() == [.key(.escape)])
    }

    @Test func whatComesInTimeIsOneSequence() async {
        let input = input(delay: .seconds(60))
        queue.sync { input.feed([0x1B]) }
        queue.sync { input.feed("[".utf8) }
        queue.sync { input.feed("B".utf8) }
        #expect(await mailbox.next() == [.key(.down)])
    }

    @Test func aBusyMachineDoesNotTearSequences() async {
        // The rest has arrived when the time is over, but was not read yet.
        let asked = Mailbox<Void>()
        let input = input(isReadable: {
            asked.post(())
            return true
        })
        queue.sync { input.feed([0x1B]) }
        _ = await asked.next()
        queue.sync { input.feed("[C".utf8) }
        #expect(await mailbox.next() == [.key(.right)])
    }

    @Test func whatIsRefusedInTheBackgroundIsNoBrokenLine() throws {
        // Nothing is mapped at its start: reading fails as it does from the terminal of another job, and nothing is broken.
        let refusing = open("/proc/self/mem", O_RDONLY)
        try #require(refusing >= 0)
        defer { close(refusing) }
        var byte: UInt8 = 0
        #expect(Glibc.read(refusing, &byte, 1) == -1 && errno == EIO)
        #expect(input().read(from: refusing))
    }
}
