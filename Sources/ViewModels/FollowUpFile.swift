import Training

/// A check with what the clerk has to know before it is recorded.
public struct FollowUpFile: Sendable {
    /// The check as it stands now.
    public var check: DueFollowUp
    /// The person's path, oldest first.
    public var path: [PathStep]
    /// The open checks of the same desa, the nearest first; this one among them where it is open.
    public var queue: [DueFollowUp.Key]

    /// How many checks of a desa are read at most.
    private static let limit = 2_000

    /// Reads a check anew; `nil` where the schedule no longer has it.
    ///
    /// - Parameter visitor: goes through the checks given to this visitor alone, where one is named.
    static func read(
        _ key: DueFollowUp.Key, visitor: String?, today: CalendarDate, from store: any TrainingStore
    ) async throws -> FollowUpFile? {
        let all = FollowUpQuery(states: Set(DueFollowUp.State.allCases), enrollment: key.enrollment)
        let checks = try await store.followUps(all, today: today, count: limit)
        guard let check = checks.first(where: { $0.mark == key.mark }) else { return nil }
        let desa = FollowUpQuery(region: check.person.residence.filter, visitor: visitor)
        let queue = try await store.followUps(desa, today: today, count: limit)
        return FollowUpFile(
            check: check, path: try await store.path(of: check.person.id), queue: queue.map(\.key))
    }

    /// The check that comes after this one in its desa, as it stands now.
    ///
    /// - Parameters:
    ///   - key: the check that was just recorded.
    ///   - queue: the checks of the desa as they stood before: this one's place among them is looked for.
    static func next(
        after key: DueFollowUp.Key, in queue: [DueFollowUp.Key], visitor: String?, today: CalendarDate,
        from store: any TrainingStore
    ) async throws -> FollowUpFile? {
        let later = queue.firstIndex(of: key).map { queue.dropFirst($0 + 1) } ?? queue[...]
        for candidate in later {
            // What another desk has recorded meanwhile is passed over.
            guard let file = try await read(candidate, visitor: visitor, today: today, from: store) else { continue }
            if file.check.state != .done { return file }
        }
        return nil
    }

    /// How many open checks of the desa come after this one.
    public var remaining: Int { queue.firstIndex(of: check.key).map { queue.count - $0 - 1 } ?? queue.count }
}

extension Residence {
    /// Those who live in the same desa, as far as it is known.
    fileprivate var filter: ParticipantQuery.RegionFilter {
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
