import GRDB
import Training

/// Making one record of two, and saying that two are two.
///
/// The order is that of what must be unique: first what belongs to the record that goes moves over, then it goes itself, and only then
/// the one that stays takes its number. Taking the step back runs through the same changes from the end.
extension Actions {
    func merge(_ merge: Merge, confirmed: Set<Doubt>) throws -> Receipt {
        let (stays, gone) = (merge.stays.id, merge.gone.id)
        guard stays != gone else { throw Refusal.samePersonTwice }
        let before = try unchanged(merge.stays)
        let other = try unchanged(merge.gone)
        try check(merge.stays.value, except: stays, gone)
        try refuseDoubtful(merge.stays, before.value, other.value, gone, confirmed: confirmed)
        let door = try open(.mergeParticipants)
        door.subject = stays.rawValue
        try mergeEnrollments(of: gone.rawValue, into: stays.rawValue, through: door)
        try mergeRecalls(of: gone.rawValue, into: stays.rawValue, through: door)
        try mergeDistinctions(of: gone.rawValue, into: stays.rawValue, through: door)
        try moveAll(referringTo: .participant, from: gone.rawValue, to: stays.rawValue, through: door)
        try door.delete(.participant, gone.rawValue)
        try door.update(.participant, stays.rawValue, merge.stays.value.values)
        try door.insert(.mergedParticipant, [gone.rawValue.databaseValue, stays.rawValue.databaseValue])
        try settleDoubts(of: stays.rawValue, through: door)
        return try finish(door, record: stays.rawValue)
    }

    /// The record on file, where nobody changed it since.
    private func unchanged(_ basis: Stored<Participant>) throws -> Stored<Participant> {
        let queries = Queries(db: db)
        guard let current = try queries.participant(basis.id) else { throw Refusal.gone }
        guard current.version == basis.version else {
            throw Refusal.changedMeanwhile(theirs: current, by: try queries.author(of: current.version.rawValue))
        }
        return current
    }

    /// Asks about what neither of the two was asked about before.
    private func refuseDoubtful(
        _ merged: Stored<Participant>, _ before: Participant, _ other: Participant, _ gone: ID<Participant>,
        confirmed: Set<Doubt>
    ) throws {
        let queries = Queries(db: db)
        let settled = [before, other].flatMap { $0.doubts(firstDay: nil, gazetteer: .tabalong) }
        let listed = try queries.openDoubts(of: merged.id) + queries.openDoubts(of: gone)
        try refuse(
            merged.value.doubts(firstDay: nil, gazetteer: .tabalong), confirmed: confirmed.union(settled + listed),
            others: [])
    }

    // MARK: What belongs to somebody

    /// Moves enrollments over. Where both are in a class, the one of the record that stays takes what the other has come to.
    private func mergeEnrollments(of gone: Int64, into stays: Int64, through door: Door) throws {
        let queries = Queries(db: db)
        let rows = try Row.fetchAll(db, sql: "SELECT * FROM enrollment WHERE participant = ?", arguments: [gone])
        for row in rows {
            let moved = try Enrollment(row: row)
            guard let own = try queries.enrollment(of: ID(stays), in: moved.trainingClass),
                var kept = try queries.enrollment(ID(own))?.value
            else { continue }
            let id: Int64 = row["id"]
            try moveAll(referringTo: .enrollment, from: id, to: own, through: door)
            try door.delete(.enrollment, id)
            if moved.standing.status.furtherance > kept.standing.status.furtherance {
                kept.standing = moved.standing
                try door.update(.enrollment, own, kept.values)
            }
        }
    }

    /// Where both stand on a list of recall, the entry that says more, or says it later, is left.
    private func mergeRecalls(of gone: Int64, into stays: Int64, through door: Door) throws {
        let rows = try Row.fetchAll(db, sql: "SELECT * FROM recall_entry WHERE participant = ?", arguments: [gone])
        for row in rows {
            let moved = try RecallEntry(row: row)
            let own = try Row.fetchOne(
                db, sql: "SELECT * FROM recall_entry WHERE recall = ? AND participant = ?",
                arguments: [moved.recall.rawValue, stays])
            guard let own else { continue }
            var kept = try RecallEntry(row: own)
            func weight(_ entry: RecallEntry) -> (Int, CalendarDate) { (entry.state == .listed ? 0 : 1, entry.date) }
            try door.delete(.recallEntry, row["id"])
            if weight(moved) > weight(kept) {
                (kept.state, kept.date, kept.note) = (moved.state, moved.date, moved.note)
                try door.update(.recallEntry, own["id"], kept.values)
            }
        }
    }

    /// Whoever was not the one that goes is not the one that stays either.
    private func mergeDistinctions(of gone: Int64, into stays: Int64, through door: Door) throws {
        let rows = try Row.fetchAll(
            db, sql: "SELECT * FROM distinct_people WHERE one = ?1 OR other = ?1", arguments: [gone])
        for row in rows {
            let (one, other): (Int64, Int64) = (row["one"], row["other"])
            let third = one == gone ? other : one
            try door.delete(.distinctPeople, row["id"])
            if third != stays, try MergedPeople(db: db).distinction(third, stays) == nil {
                try insertDistinction(third, stays, through: door)
            }
        }
    }

    /// Has whatever refers to one record refer to another; what that says already is said once.
    private func moveAll(referringTo entity: Entity, from old: Int64, to new: Int64, through door: Door) throws {
        for referring in Entity.allCases {
            for key in try Row.fetchAll(db, sql: "PRAGMA foreign_key_list(\(referring.table))")
            where key["table"] == entity.table {
                let column: String = key["from"]
                guard let place = referring.columns.firstIndex(of: column) else { continue }
                let rows = try Int64.fetchAll(
                    db, sql: "SELECT id FROM \(referring.table) WHERE \(column) = ?", arguments: [old])
                for row in rows {
                    var values = try door.current(referring, row)
                    values[place] = new.databaseValue
                    try move(referring, row, values, through: door)
                }
            }
        }
    }

    private func move(_ entity: Entity, _ row: Int64, _ values: Door.Values, through door: Door) throws {
        if entity == .doubt {
            // Nothing keeps a doubt from standing there twice.
            let isListed = try Bool.fetchOne(
                db, sql: "SELECT 1 FROM doubt WHERE participant = ? AND kind = ?", arguments: [values[0], values[1]])
            if isListed != nil { return try door.delete(entity, row) }
        }
        do {
            try door.update(entity, row, values)
        } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE {
            try door.delete(entity, row)
        }
    }

    // MARK: Two people

    func keepApart(_ one: ID<Participant>, _ other: ID<Participant>) throws -> Receipt {
        guard one != other else { throw Refusal.samePersonTwice }
        let queries = Queries(db: db)
        for id in [one, other] where try queries.participant(id) == nil { throw Refusal.gone }
        let door = try open(.keepApart)
        door.subject = one.rawValue
        let earlier = try MergedPeople(db: db).distinction(one.rawValue, other.rawValue)
        guard earlier == nil else { return try finish(door, unchanged: 1) }
        try insertDistinction(one.rawValue, other.rawValue, through: door)
        for id in [one, other] { try settleDoubts(of: id.rawValue, through: door) }
        return try finish(door, record: one.rawValue)
    }

    func forgetApart(_ one: ID<Participant>, _ other: ID<Participant>) throws -> Receipt {
        let door = try open(.forgetApart)
        door.subject = one.rawValue
        guard let row = try MergedPeople(db: db).distinction(one.rawValue, other.rawValue) else {
            return try finish(door, unchanged: 1)
        }
        try door.delete(.distinctPeople, row)
        return try finish(door, record: one.rawValue)
    }

    /// Removes what was said of somebody who goes.
    func forgetApart(allOf participant: Int64, through door: Door) throws {
        let rows = try Int64.fetchAll(
            db, sql: "SELECT id FROM distinct_people WHERE one = ?1 OR other = ?1", arguments: [participant])
        for row in rows { try door.delete(.distinctPeople, row) }
    }

    private func insertDistinction(_ one: Int64, _ other: Int64, through door: Door) throws {
        try door.insert(.distinctPeople, [min(one, other).databaseValue, max(one, other).databaseValue])
    }

    /// Takes those doubts off the list that were about somebody who is no longer in question.
    private func settleDoubts(of participant: Int64, through door: Door) throws {
        guard let person = try Queries(db: db).participant(ID(participant)) else { return }
        let left = try Lookalikes(db: db).find(person.value, except: person.id).map(\.doubt)
        let listed = try Row.fetchAll(
            db, sql: "SELECT id, kind FROM doubt WHERE participant = ?", arguments: [participant])
        for row in listed {
            let doubt = try Doubt.stored(row["kind"])
            guard Doubt.aboutOthers.contains(doubt), !left.contains(doubt) else { continue }
            try door.delete(.doubt, row["id"])
        }
    }
}

extension Doubt {
    /// The doubts whether two people are one.
    static let aboutOthers: Set<Doubt> = [.nearlySameNIK, .samePerson]
}
