import Training

/// A store with people who completed a class, so that there are checks to make.
///
/// The class ended on 11 February 2026: on 24 November 2026 the checks of months 3 and 6 are late, that of month 12 is to come.
public struct AlumniOffice: Sendable {
    public let office: PeopleOffice
    /// The participants, in the order in which they were named.
    public private(set) var people: [ID<Participant>] = []

    /// An office where these people completed the class in sewing.
    ///
    /// - Parameter people: names with where they live.
    public init(_ people: [(name: String, residence: String?)]) async throws {
        office = try await PeopleOffice()
        for (place, person) in people.enumerated() {
            let id = try await office.add(person.name, place + 1, in: office.sewing, residence: person.residence)
            self.people.append(id)
            let line = try await office.store.enrollments(of: id)[0]
            let standing = EnrollmentStanding.certified(on: line.trainingClass.end, number: "S-\(place + 1)")
            _ = try await office.store.perform(.setStanding([line.enrollment.id], standing), by: office.author)
        }
    }

    /// Three people of Maburai, one of Belimbing, one whose desa is not on file, one from elsewhere.
    public static func usual() async throws -> AlumniOffice {
        try await AlumniOffice([
            ("Aminah", "63.09.06.2004"), ("Budiarti", "63.09.06.2004"), ("Citra", "63.09.06.2004"),
            ("Dewi", "63.09.02.1001"), ("Eka", "63.09.06"), ("Farida", nil),
        ])
    }

    /// The checks of somebody, by mark.
    public func checks(of place: Int) async throws -> [DueFollowUp] {
        let line = try await office.store.enrollments(of: people[place])[0]
        let query = FollowUpQuery(states: Set(DueFollowUp.State.allCases), enrollment: line.enrollment.id)
        let today = CalendarDate(iso: "2026-11-24")!
        return try await office.store.followUps(query, today: today, count: 10).sorted { $0.mark < $1.mark }
    }

    /// What was found of somebody, oldest first.
    public func facts(of place: Int) async throws -> [Outcome.Fact] {
        try await office.store.outcomes(of: people[place]).map(\.value.fact)
    }
}
