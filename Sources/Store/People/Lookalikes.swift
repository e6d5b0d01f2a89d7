import GRDB
import Training

/// People who may be the same as one who is being entered.
struct Lookalikes {
    let db: Database

    /// Those of the same name whose NIK is one digit off, and those of the same name, birth date and residence where one of
    /// the two has no NIK. Who was found to be somebody else is left out.
    func find(_ participant: Participant, except id: ID<Participant>?) throws -> [Lookalike] {
        let merged = MergedPeople(db: db)
        return try among(namesakes(of: participant), participant).filter { lookalike in
            guard let id else { return true }
            return try lookalike.row.id != id
                && merged.distinction(id.rawValue, lookalike.row.id.rawValue) == nil
        }
    }

    /// Those of some people on file who may be the same, by the same rule.
    func among(_ candidates: Set<Int64>, _ participant: Participant) throws -> [Lookalike] {
        let queries = Queries(db: db)
        return try candidates.sorted().compactMap { candidate in
            guard let line = try queries.row(of: ID(candidate)), line.name.key == participant.name.key else {
                return nil
            }
            return doubt(participant, line).map { Lookalike(row: line, doubt: $0) }
        }
    }

    /// Who may come near: found by what must agree, since a common name has thousands of bearers.
    private func namesakes(of participant: Participant) throws -> Set<Int64> {
        let byPlace = try db.cachedStatement(
            sql: """
                SELECT id FROM participant
                WHERE kecamatan = ? AND name_key = ? AND desa IS ? AND birth_date = ? AND (?5 OR nik IS NULL)
                """)
        let (name, residence) = (participant.name.key, participant.residence)
        var found = try Set(
            Int64.fetchAll(
                byPlace,
                arguments: [
                    residence.kecamatanColumn, name, residence.desa?.number, participant.birthDate.column,
                    participant.nik == nil,
                ]))
        if let nik = participant.nik {
            let byNumber = try db.cachedStatement(sql: Self.oneDigitOff)
            found.formUnion(try Int64.fetchAll(byNumber, arguments: [nik.number, name]))
        }
        return found
    }

    /// All numbers that differ from one in one digit: 144 of them are sought, however many people there are.
    private static let oneDigitOff = """
        WITH RECURSIVE place (unit) AS (VALUES (1) UNION ALL SELECT unit * 10 FROM place WHERE unit < 1000000000000000),
            digit (value) AS (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9))
        SELECT r.id FROM place CROSS JOIN digit CROSS JOIN participant r
            ON r.nik = ?1 + (digit.value - ?1 / place.unit % 10) * place.unit
        WHERE digit.value <> ?1 / place.unit % 10 AND r.name_key = ?2
        """

    private func doubt(_ participant: Participant, _ line: ParticipantRow) -> Doubt? {
        if let nik = participant.nik, let other = line.nik {
            return NIK.differInOneDigit(nik.number, other.number) ? .nearlySameNIK : nil
        }
        return line.birthDate == participant.birthDate && line.residence == participant.residence ? .samePerson : nil
    }
}
