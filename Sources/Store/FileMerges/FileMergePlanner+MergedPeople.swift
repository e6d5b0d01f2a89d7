import GRDB
import Training

/// Who was merged there, and what belongs here to them.
extension FileMergePlanner {
    /// Into whom a record of theirs was merged there, as numbered here.
    func whoTakesOver(_ key: RowKey) throws -> RowKey? {
        guard key.entity == .participant, let stays = try people.theirs.whoStays(for: key.id) else { return nil }
        return here(RowKey(.participant, stays))
    }

    /// Whether a row that is gone there is that of somebody who was merged, or an enrollment that another took in.
    func isMovedOver(_ mine: RowKey) throws -> Bool {
        if mergedThere[mine] != nil { return true }
        guard mine.entity == .enrollment, let values = try mine.entity.values(mine.id, in: ours),
            let participant = Int64.fromDatabaseValue(values[0]),
            mergedThere[RowKey(.participant, participant)] != nil,
            let stays = try people.theirs.whoStays(for: participant)
        else { return false }
        return try Bool.fetchOne(
            theirs, sql: "SELECT 1 FROM enrollment WHERE participant = ? AND class = ?", arguments: [stays, values[1]])
            != nil
    }

    /// What belongs here to those who were merged there goes to the ones who stay, as if they had been merged after.
    func moveToThoseWhoStay() throws {
        var queue = mergedThere.map { (old: $0.key, new: $0.value) }.sorted { Self.byNumber($0.old, $1.old) }
        var next = 0
        while next < queue.count {
            let (old, new) = queue[next]
            next += 1
            for child in try shape.children(of: old, in: ours) {
                let planned = places[child].flatMap { writes[$0].final }
                guard let now = try planned ?? child.entity.values(child.id, in: ours) else { continue }
                var values = now
                for reference in shape.references(child.entity, now)
                where reference.entity == old.entity && now[reference.column] == old.id.databaseValue {
                    values[reference.column] = new.id.databaseValue
                }
                guard values != now else { continue }
                values = Self.ordered(child.entity, values)
                if let twin = try twin(of: child, values) {
                    queue.append((child, twin))
                    try takeOver(from: values, to: twin)
                    remove(child)
                } else if Self.isOfOne(child.entity, values) {
                    remove(child)
                } else if !removed.contains(child) {
                    try rewrite(child) { $0 = values }
                }
            }
        }
    }

    /// The row that says already what a row would say once it belongs to somebody else.
    func twin(of row: RowKey, _ values: Door.Values) throws -> RowKey? {
        for natural in shape.naturalKeys(row.entity, values) {
            guard let id = try plannedKeys[natural] ?? natural.find(in: ours), id != row.id else { continue }
            let found = RowKey(row.entity, id)
            if !removed.contains(found) { return found }
        }
        return nil
    }

    /// Of two enrollments of one person in one class, the one that is left takes the standing that came further.
    private func takeOver(from values: Door.Values, to twin: RowKey) throws {
        guard twin.entity == .enrollment else { return }
        func furtherance(_ values: Door.Values) -> Int? {
            Int.fromDatabaseValue(values[2]).flatMap { EnrollmentStatus(column: $0) }?.furtherance
        }
        try rewrite(twin) { kept in
            guard let own = furtherance(kept), let other = furtherance(values), other > own else { return }
            for place in 2...4 { kept[place] = values[place] }
        }
    }

    private func rewrite(_ row: RowKey, _ change: (inout Door.Values) -> Void) throws {
        if let place = places[row] {
            switch writes[place] {
            case .insert(let mine, let key, var values):
                change(&values)
                writes[place] = .insert(mine, theirs: key, values)
            case .update(let mine, let key, var final, let loser):
                change(&final)
                writes[place] = .update(mine, theirs: key, final: final, loser: loser)
            case .delete, .lost: break
            }
        } else if var values = try row.entity.values(row.id, in: ours) {
            change(&values)
            places[row] = writes.count
            writes.append(.update(row, theirs: row, final: values, loser: nil))
        }
    }

    func remove(_ row: RowKey) {
        if let place = places.removeValue(forKey: row) { writes[place] = .lost([]) }
        if removed.insert(row).inserted { writes.append(.delete(row, theirs: nil)) }
    }
}
