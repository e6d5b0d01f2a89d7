import Testing

@testable import Terminal

@Suite struct MailboxTests {
    @Test func allThatWaitsComesAtOnceAndInOrder() async {
        let mailbox = Mailbox<Int>()
        mailbox.post(1)
        mailbox.post([2, 3])
        mailbox.post([])
        #expect(await mailbox.next() == [1, 2, 3])
        mailbox.post(4)
        #expect(await mailbox.next() == [4])
    }

    @Test func whoWaitsIsWoken() async {
        let mailbox = Mailbox<Int>()
        async let taken = mailbox.next()
        mailbox.post(7)
        #expect(await taken == [7])
    }

    @Test func nothingIsLostBetweenThreads() async {
        let mailbox = Mailbox<(sender: Int, number: Int)>()
        let senders = 8
        let each = 500
        await withTaskGroup(of: Void.self) { group in
            for sender in 0..<senders {
                group.addTask { for number in 0..<each { mailbox.post((sender, number)) } }
            }
            var expected = [Int](repeating: 0, count: senders)
            while expected.reduce(0, +) < senders * each {
                for event in await mailbox.next() {
                    #expect(event.number == expected[event.sender])
                    expected[event.sender] += 1
                }
            }
        }
    }

    @Test func closingGivesWhatWaitsAndEndsTheLoop() async {
        let mailbox = Mailbox<Int>()
        mailbox.post([1, 2])
        mailbox.close()
        mailbox.post(3)
        var seen: [[Int]] = []
        for await events in mailbox { seen.append(events) }
        #expect(seen == [[1, 2]])
        #expect(await mailbox.next() == [])
    }

    @Test func closingWakesWhoWaits() async {
        let mailbox = Mailbox<Int>()
        let loop = Task {
            var count = 0
            for await events in mailbox { count += events.count }
            return count
        }
        mailbox.post(1)
        mailbox.close()
        #expect(await loop.value == 1)
    }

    @Test func cancellingEndsTheWait() async {
        let mailbox = Mailbox<Int>()
        let loop = Task { await mailbox.next() }
        loop.cancel()
        #expect(await loop.value == [])
        // What comes later is for whoever asks next.
        mailbox.post(5)
        #expect(await mailbox.next() == [5])
    }
}
