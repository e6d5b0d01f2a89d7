import GRDB
import Training

/// The tallies' cells of people who are made in a step and join the same class once each, as most imports bring them: counted as they come, so that
/// nobody need be read again at the end.
///
/// Whatever else happens to one of them, ``Recount`` makes the cells of all from the tables.
struct NewcomerCount {
    private let db: Database
    /// What they all join, and as what.
    private var joined: (trainingClass: ID<TrainingClass>, status: EnrollmentStatus)?
    /// The years and keys that people have.
    private var kinds: [[Int64]] = []
    private var placesOfKinds: [[Int64]: Int] = [:]
    /// Between which birth dates somebody with a NIK, or without, is known to be of a kind.
    private var known: [(hasNIK: Bool, dates: ClosedRange<CalendarDate>, kind: Int)] = []
    private var sums: [Alike: Recount.Sums] = [:]

    /// What somebody's cells depend on.
    struct Person {
        fileprivate let birth: Birth
        fileprivate let residence: Residence
        fileprivate let isWoman: Bool

        init(_ participant: Participant) {
            birth = Birth(date: participant.birthDate, hasNIK: participant.nik != nil)
            residence = participant.residence
            isWoman = participant.sex == .female
        }
    }

    /// What somebody's keys depend on.
    fileprivate struct Birth {
        let date: CalendarDate
        let hasNIK: Bool
    }

    private struct Alike: Hashable {
        let kind: Int
        let residence: Residence
        let isWoman: Bool
    }

    /// Whether everybody who was enrolled is counted here.
    private(set) var isWhole = true

    init(_ db: Database) { self.db = db }

    /// Whether all who came joined one class, and somebody did.
    var isOfOneClass: Bool { isWhole && joined != nil }

    mutating func add(_ person: Person, _ enrollment: Enrollment, _ id: Int64) throws {
        guard isWhole else { return }
        let (trainingClass, status) = joined ?? (enrollment.trainingClass, enrollment.standing.status)
        guard enrollment.trainingClass == trainingClass, enrollment.standing.status == status else { return giveUp() }
        joined = (trainingClass, status)
        guard let kind = try knownKind(of: person.birth) ?? kind(of: person.birth, trainingClass, status) else {
            return giveUp()
        }
        sums[Alike(kind: kind, residence: person.residence, isWoman: person.isWoman), default: Recount.Sums()]
            .add(people: 1, Recount.Sums(enrollments: 1, latest: id))
    }

    /// Leaves the cells to ``Recount``.
    mutating func giveUp() {
        self = NewcomerCount(db)
        isWhole = false
    }

    /// Adds the cells to the tallies: by what was counted, or else by who is on file from a number on.
    func addToTallies(from participant: Int64) throws {
        let recount = Recount(db: db)
        guard isWhole else { return try recount.addToTallies(from: participant) }
        guard let joined else { return }
        try recount.addToTallies(
            sums.map { alike, sums in
                let standing = Recount.Standing(
                    status: joined.status, residence: alike.residence, isWoman: alike.isWoman,
                    yearAndKeys: kinds[alike.kind])
                return (standing, sums)
            })
    }

    private mutating func kind(
        of birth: Birth, _ trainingClass: ID<TrainingClass>, _ status: EnrollmentStatus
    ) throws -> Int? {
        let keys = try yearAndKeys(of: birth, trainingClass, status)
        guard !keys.isEmpty else { return nil }
        let kind = placesOfKinds[keys] ?? kinds.count
        if kind == kinds.count {
            kinds.append(keys)
            placesOfKinds[keys] = kind
        }
        if let place = known.firstIndex(where: { $0.kind == kind && $0.hasNIK == birth.hasNIK }) {
            let dates = known[place].dates
            known[place].dates = min(dates.lowerBound, birth.date)...max(dates.upperBound, birth.date)
        } else {
            known.append((birth.hasNIK, birth.date...birth.date, kind))
        }
        return kind
    }

    /// Birth dates decide by age alone: whoever is born between two people of a kind is of the same.
    private func knownKind(of birth: Birth) -> Int? {
        known.first { $0.hasNIK == birth.hasNIK && $0.dates.contains(birth.date) }?.kind
    }

    private static let select = """
        SELECT p.year, \(Recount.groupings.map(\.key).joined(separator: ", "))
        FROM (SELECT ?1 AS status) e, (SELECT ?2 AS nik, ?3 AS birth_date) r, training_class c
        JOIN program p ON p.id = c.program WHERE c.id = ?4
        """

    /// Empty where there is no such class.
    private func yearAndKeys(
        of birth: Birth, _ trainingClass: ID<TrainingClass>, _ status: EnrollmentStatus
    ) throws -> [Int64] {
        var numbers: [Int64] = []
        let arguments: StatementArguments = [
            status.column, birth.hasNIK ? 1 : nil, birth.date.column, trainingClass.rawValue,
        ]
        try db.cachedStatement(sql: Self.select).each(arguments) { row in
            numbers = (0...Recount.groupings.count).map(row.number(at:))
        }
        return numbers
    }
}
