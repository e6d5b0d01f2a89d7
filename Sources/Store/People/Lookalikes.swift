import GRDB
import Training

/// People who may be the same as one who is being entered.
struct Lookalikes {
    let db: Database

    /// Those of the same name whose NIK is one digit off, and those of the same name, birth date and residence where one of
    /// the two has no NIK. Who was found to be somebody else is left out.
    func find(_ participant: Participant, except id: ID<Participant>?) throws -> [Lookalike] {
        let namesakes = try Row.fetchAll(
            db,
            sql:
                "SELECT id, nik, birth_date, kecamatan, desa FROM participant WHERE name_key = ? AND id <> ? LIMIT 2000",
            arguments: [participant.name.key, id?.rawValue ?? 0])
        let (queries, merged) = (Queries(db: db), MergedPeople(db: db))
        return try namesakes.compactMap { row in
            guard let doubt = doubt(participant, row), let line = try queries.row(of: ID(row["id"])) else { return nil }
            if let id, try merged.distinction(id.rawValue, line.id.rawValue) != nil { return nil }
            return Lookalike(row: line, doubt: doubt)
        }
    }

    private func doubt(_ participant: Participant, _ row: Row) -> Doubt? {
        let other: Int64? = row["nik"]
        if let nik = participant.nik, let other {
            return Self.differInOneDigit(nik.number, other) ? .nearlySameNIK : nil
        }
        let residence = Residence(kecamatan: row["kecamatan"], desa: row["desa"])
        return row["birth_date"] == participant.birthDate.column && residence == participant.residence
            ? .samePerson : nil
    }

    /// Whether two numbers of 16 digits differ in exactly one place.
    static func differInOneDigit(_ one: Int64, _ other: Int64) -> Bool {
        var (one, other, differing) = (one, other, 0)
        for _ in 0..<16 {
            if one % 10 != other % 10 { differing += 1 }
            one /= 10
            other /= 10
        }
        return differing == 1
    }
}
