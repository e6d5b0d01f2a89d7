import Synchronization
import Testing

@testable import Store

struct PatienceTests {
    private final class Count: Sendable {
        let value = Atomic(0)
    }

    @Test func aWaitThatTakesLongIsToldOnce() {
        let told = Count()
        let patience = Patience { told.value.add(1, ordering: .relaxed) }
        for tries in 0..<30 { #expect(patience.waits(after: tries)) }
        #expect(told.value.load(ordering: .relaxed) == 0)
        for tries in 65..<80 { #expect(patience.waits(after: tries)) }
        #expect(told.value.load(ordering: .relaxed) == 1)
    }

    /// Ten minutes for a desk at work, five seconds for one that is about to end.
    @Test(arguments: [(false, 29_000, true), (false, 30_100, false), (true, 200, true), (true, 300, false)])
    func itEnds(isHurried: Bool, tries: Int, waits: Bool) {
        let patience = Patience()
        if isHurried { patience.hurry() }
        #expect(patience.waits(after: tries) == waits)
    }
}
