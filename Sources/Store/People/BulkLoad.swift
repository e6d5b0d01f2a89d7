import GRDB
import Training

/// What an import does otherwise once it brings as many people as a good part of the file: indexes that nothing needs meanwhile are made anew at its
/// end, sorted, triggers that would leave the import's people alone are not asked about each, and namesakes are looked for in memory.
///
/// It is part of the import's transaction: nobody else sees the file without its indexes and triggers, and what is not kept leaves them as they were.
final class BulkLoad {
    private let db: Database
    private let aside: LaidAside
    private var namesakes = NamesakeIndex()
    /// By place among ``namesakes``.
    private var people: [Int64] = []
    /// How many there were when it began, most of them from before the import.
    private var onFile = 0
    private var lastAsked: (participant: Participant, keys: NamesakeIndex.Keys)?

    /// Indexes whose order is another than that in which people come; no import reads by them.
    private static let unsorted = ["participant_by_name", "participant_by_kecamatan"]
    /// In order as well, where all join one class.
    private static let byClass = "enrollment_by_class"

    /// Triggers that do nothing for people of the import. Those for an enrollment do something for whoever was on file before: see
    /// ``enrollOneOnFile(_:_:)``.
    private static let idle =
        ["search_participant_insert", "class_tally_insert"]
        + ["search", "tally", "check_tally"].flatMap {
            ["\($0)_enrollment_insert_before", "\($0)_enrollment_insert_after"]
        }
        // Nothing is replaced by an INSERT: the table's key alone keeps an entry of the log from being written over.
        + ["change_is_new"]

    /// So that the index of NIKs, some 25 bytes each, stays in memory: they come in no order, and a page that had to go is read again for the next one
    /// and written once more. In KiB, as is what follows.
    private static func cacheSize(for people: Int) -> Int { 16_384 + max(people, 1_000_000) * 25 / 1_024 }

    /// After how many people the cache is looked at again.
    private static let cacheStep = 250_000

    /// What is read and written at the end goes in order and needs no more, while sorting takes all the memory that there is.
    private static let smallCacheSize = 8_192

    private static func settingCache(to size: Int) -> String { "PRAGMA cache_size = -\(size)" }

    /// How many people must have come before it is worth asking.
    static let least = 500

    /// Every how many people it is asked from then on: counting everybody in a large file takes its time.
    private static let further = 2_000

    /// Whether it is worth asking now.
    static func mayBeWorthIt(_ new: Int) -> Bool { new == least || new.isMultiple(of: further) }

    /// Whether so many new people are a good part of the file.
    static func isWorthIt(_ new: Int, in db: Database) throws -> Bool {
        try new * 4 >= Int.fetchOne(db, sql: "SELECT count(*) FROM participant") ?? 0
    }

    /// - Parameter isOneClass: whether all who came so far joined the same class.
    init(_ db: Database, isOneClass: Bool) throws {
        self.db = db
        try db.execute(sql: Self.settingCache(to: Self.cacheSize(for: 0)))
        aside = try LaidAside(
            indexes: isOneClass ? Self.unsorted : Self.unsorted + [Self.byClass], triggers: Self.idle, in: db)
        try addEverybody()
        onFile = people.count
    }

    /// Takes as much memory for pages as so many new people need; asked after each.
    func makeRoom(for new: Int) throws {
        guard new.isMultiple(of: Self.cacheStep) else { return }
        try db.execute(sql: Self.settingCache(to: Self.cacheSize(for: onFile + new)))
    }

    /// Adds all who are on file, whoever was added before once more.
    func addEverybody() throws {
        let rows = try Row.fetchCursor(
            db, sql: "SELECT id, nik, name_key, birth_date, kecamatan, desa FROM participant")
        while let row = try rows.next() {
            let residence = Residence(kecamatan: row[4], desa: row[5])
            add(NamesakeIndex.Keys(nik: row[1], name: row[2], birthDate: row[3], residence: residence), row[0])
        }
    }

    private func add(_ keys: NamesakeIndex.Keys, _ id: Int64) {
        namesakes.add(keys)
        people.append(id)
    }

    func add(_ participant: Participant, _ id: Int64) { add(keys(of: participant), id) }

    /// Whether anybody may hold a NIK; who does is asked of the file.
    func mayKnow(_ nik: NIK) -> Bool { namesakes.knows(nik.number) }

    /// Who may be the same person; ``Lookalikes`` tells by the file.
    func candidates(for participant: Participant) -> Set<Int64> {
        candidates(for: keys(of: participant))
    }

    func candidates(for keys: NamesakeIndex.Keys) -> Set<Int64> {
        let places = namesakes.candidates(for: keys)
        return places.isEmpty ? [] : Set(places.map { people[$0] })
    }

    /// Whoever is looked for is the one who is added next, nearly always.
    private func keys(of participant: Participant) -> NamesakeIndex.Keys {
        if let lastAsked, lastAsked.participant == participant { return lastAsked.keys }
        let keys = NamesakeIndex.Keys(participant)
        lastAsked = (participant, keys)
        return keys
    }

    /// Enrolls somebody who was on file before the import began, and does what the triggers would that are laid aside.
    func enrollOneOnFile(_ enrollment: Enrollment, _ insert: () throws -> Void) throws {
        let participant: StatementArguments = [enrollment.participant.rawValue]
        // As with triggers, nothing is counted where the insert fails.
        try db.inSavepoint {
            for statement in Self.before { try db.cachedStatement(sql: statement).execute(arguments: participant) }
            try insert()
            for statement in Self.after { try db.cachedStatement(sql: statement).execute(arguments: participant) }
            try db.cachedStatement(sql: Tallies.addToClass).execute(
                arguments: [enrollment.trainingClass.rawValue, enrollment.standing.status.column])
            try db.cachedStatement(sql: CheckTally.addEnrollment).execute(
                arguments: [enrollment.participant.rawValue, enrollment.trainingClass.rawValue])
            return .commit
        }
    }

    private static let before = [SearchIndex.forget("participant = ?1"), Tallies.out(of: "= ?1")]
    private static let after = [Tallies.back(of: "= ?1"), SearchIndex.learn("participant = ?1")]

    /// Lets go of whom it knows, to leave room for what is made at the end: nobody comes any more.
    func forgetPeople() throws {
        namesakes = NamesakeIndex()
        people = []
        try db.execute(sql: Self.settingCache(to: Self.smallCacheSize))
    }

    /// Makes the indexes anew.
    func putBackIndexes() throws { try aside.putBack() }
}
