import Sample
import Store
import Training

extension SilatStore {
    /// Fills an empty store with made-up people of 2025, followed up until a day, with equipment in their hands.
    public func fillMonitored(participants: Int, today: CalendarDate) async throws {
        let author = Author(name: "rina", desk: "meja1")
        try await takeIn(as: .generate, note: "", by: author, keep: true) { intake in
            try intake.set(Target(year: 2025, count: participants))
            try SampleData(participants: participants, year: 2025, seed: 1).fill(intake, followedUntil: today)
        }
    }
}
