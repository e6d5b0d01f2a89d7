import Foundation
import Store
import Synchronization
import Training

extension TrainingYear {
    /// One person and a target of 10 entered on 16 November, another person and a target of 12 on 23 November, at noon.
    public static func pastAndPresent() async throws -> TrainingYear {
        let clock = StoryClock(noon().addingTimeInterval(-8 * 86_400))
        var year = try TrainingYear(now: { clock.now })
        try await year.add(Program(code: Code("P-01")!, title: "Menjahit", year: 2026, track: .community))
        try await year.addClass("K-001", "P-01", "2026-11-01", "2026-11-20", place: nil, seats: 16)
        try await year.perform(.setTarget(Target(year: 2026, count: 10)))
        try await year.addPerson("Siti Aminah", 1, in: "K-001")
        clock.now = noon().addingTimeInterval(-86_400)
        try await year.addPerson("Rahmawati", 2, in: "K-001")
        try await year.perform(.setTarget(Target(year: 2026, stage: .revised, count: 12)))
        clock.now = noon()
        return year
    }
}

/// The clock of a story that goes on over days.
private final class StoryClock: Sendable {
    private let time: Mutex<Date>

    init(_ time: Date) { self.time = Mutex(time) }

    var now: Date {
        get { time.withLock { $0 } }
        set { time.withLock { $0 = newValue } }
    }
}
