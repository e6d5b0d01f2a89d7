import Training

/// A check with what the clerk has to know before it is recorded.
public struct FollowUpFile: Sendable {
    /// The check as it stands now.
    public var check: DueFollowUp
    /// The person's path, oldest first.
    public var path: [PathStep]

    /// How many checks of an enrollment are read at most.
    private static let limit = 100

    /// Reads a check anew; `nil` where the schedule no longer has it.
    static func read(
        _ key: DueFollowUp.Key, today: CalendarDate, from store: any TrainingStore
    ) async throws -> FollowUpFile? {
        let all = FollowUpQuery(states: Set(DueFollowUp.State.allCases), enrollment: key.enrollment)
        let checks = try await store.followUps(all, today: today, count: limit)
        guard let check = checks.first(where: { $0.mark == key.mark }) else { return nil }
        return FollowUpFile(check: check, path: try await store.path(of: check.person.id))
    }

    /// The first of some checks that is still open: what another desk has recorded meanwhile is passed over.
    static func firstOpen(
        of keys: some Sequence<DueFollowUp.Key> & Sendable, today: CalendarDate, from store: any TrainingStore
    ) async throws -> FollowUpFile? {
        for key in keys {
            guard let file = try await read(key, today: today, from: store) else { continue }
            if file.check.state != .done { return file }
        }
        return nil
    }
}

extension Residence {
    /// Those who live in the same desa, as far as it is known.
    var sameDesa: ParticipantQuery.RegionFilter {
        switch self {
        case .desa(let code): .within(code)
        case .kecamatan(let code): .desaUnknown(in: code)
        case .outside: .outside
        }
    }
}

/// How a check was made, as the next one's form begins with it.
public struct CarriedVisit: Hashable, Sendable {
    public var visitor: String
    public var method: FollowUp.Method
    /// The day of the visit.
    public var date: CalendarDate
    /// The day on which it was entered: on another, today is proposed again.
    public var enteredOn: CalendarDate

    public init(visitor: String, method: FollowUp.Method, date: CalendarDate, enteredOn: CalendarDate) {
        self.visitor = visitor
        self.method = method
        self.date = date
        self.enteredOn = enteredOn
    }
}
