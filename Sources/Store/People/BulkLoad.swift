import GRDB
import Training

/// What an import does otherwise once it brings as many people as a good part of the file: indexes that nothing needs meanwhile are made anew at its
/// end, sorted, and namesakes are looked for in memory.
///
/// It is part of the import's transaction: nobody else sees the file without its indexes, and what is not kept leaves them as they were.
struct BulkLoad {
    private let db: Database
    private let indexes: LaidAsideIndexes
    private(set) var namesakes = NamesakeIndex()

    /// Indexes whose order is another than that in which people come; no import reads by them.
    private static let unsorted = ["participant_by_name", "participant_by_kecamatan", "enrollment_by_class"]

    /// In KiB: so that the index of the NIKs of a million people stays in memory.
    private static let cacheSize = "PRAGMA cache_size = -65536"

    /// How many people must have come before it is worth asking.
    static let least = 2_000

    /// Whether so many new people are a good part of the file.
    static func isWorthIt(_ new: Int, in db: Database) throws -> Bool {
        try new * 4 >= Int.fetchOne(db, sql: "SELECT count(*) FROM participant") ?? 0
    }

    init(_ db: Database) throws {
        self.db = db
        try db.execute(sql: Self.cacheSize)
        let people = try Row.fetchCursor(
            db, sql: "SELECT id, nik, name_key, birth_date, kecamatan, desa FROM participant")
        while let row = try people.next() {
            namesakes.add(
                NamesakeIndex.Entry(nik: row[1], name: row[2], birthDate: row[3], kecamatan: row[4], desa: row[5]),
                row[0])
        }
        indexes = try LaidAsideIndexes(Self.unsorted, in: db)
    }

    mutating func add(_ participant: Participant, _ id: Int64) { namesakes.add(Self.entry(participant), id) }

    func lookalikes(of participant: Participant) throws -> [Lookalike] {
        try Lookalikes(db: db).among(namesakes.candidates(for: Self.entry(participant)), participant)
    }

    /// Makes the indexes anew, once the namesakes have left room for it.
    mutating func end() throws {
        namesakes = NamesakeIndex()
        try indexes.putBack()
    }

    private static func entry(_ participant: Participant) -> NamesakeIndex.Entry {
        NamesakeIndex.Entry(
            nik: participant.nik?.number, name: participant.name.key, birthDate: participant.birthDate.column,
            kecamatan: participant.residence.kecamatanColumn, desa: participant.residence.desa?.number)
    }
}
