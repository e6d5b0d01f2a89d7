import GRDB
import Training

/// What was added or changed there.
extension FileMergePlanner {
    func consider(_ key: RowKey) throws {
        guard let now = try key.entity.values(key.id, in: theirs) else { return }
        var values = translate(key.entity, now)
        guard !Self.isOfOne(key.entity, values) else { return }
        let isForgotten = try forgotten.covers(key.entity, number(of: key), values)
        if isForgotten { values = key.entity.forgetting(values) }
        let wasRefused = base.numbers[key].map { $0 == nil } ?? false
        let start = wasRefused ? nil : try start(of: key, now: now)
        let was = isForgotten ? start.map(key.entity.forgetting) : start
        if let was, was == values { return }
        let own = here(key)
        if let mine = try find(key, values) {
            // One that only has the same code or number was never the same row: there is nothing they both come from.
            return try meet(key, mine, was: mine == own ? was : nil, values, isForgotten)
        }
        // Somebody who is forgotten and no longer on file stays away.
        if isForgotten, key.entity == .participant { return }
        if let root = try removedHere(key, now) {
            if !isForgotten { orphans[root, default: []].append(key) }
            return
        }
        // What stood in both files and is gone here was removed here; else it is new.
        if was != nil {
            orphans[key, default: []].append(key)
            return
        }
        // What it refers to may have been found here under another number only now.
        let again = translate(key.entity, now)
        let added = isForgotten ? key.entity.forgetting(again) : again
        if added != values, let mine = try find(key, added) {
            return try meet(key, mine, was: nil, added, isForgotten)
        }
        add(key, added)
    }

    /// Their record as it is here already: by its number, or by what there is only one of.
    func find(_ key: RowKey, _ values: Door.Values) throws -> RowKey? {
        let same = here(key)
        if try same.entity.values(same.id, in: ours) != nil, !removed.contains(same) { return same }
        for natural in shape.naturalKeys(key.entity, values) {
            guard let id = try plannedKeys[natural] ?? natural.find(in: ours) else { continue }
            let found = RowKey(key.entity, id)
            guard !removed.contains(found) else { continue }
            numbers[key] = id
            return found
        }
        return nil
    }

    func add(_ key: RowKey, _ values: Door.Values) {
        let id = freeNumber(for: key)
        if id != key.id { numbers[key] = id }
        let mine = RowKey(key.entity, id)
        planned.insert(mine)
        for natural in shape.naturalKeys(key.entity, values) { plannedKeys[natural] = id }
        places[mine] = writes.count
        writes.append(.insert(mine, theirs: key, values))
    }

    /// Its own number, unless that is yet to be given here: a clock that runs ahead would have it given twice.
    func freeNumber(for key: RowKey) -> Int64 {
        let id = number(of: key)
        let isOther = try? Bool.fetchOne(
            ours, sql: "SELECT 1 FROM change WHERE row = ? AND entity <> ? LIMIT 1",
            arguments: [id, key.entity.rawValue])
        return id >= firstFree || isOther == true ? newID() : id
    }

    /// Lays their record over the one here, field by field.
    ///
    /// Of somebody who is forgotten, what stands here holds, and nobody is asked.
    func meet(
        _ key: RowKey, _ mine: RowKey, was: Door.Values?, _ values: Door.Values, _ isForgotten: Bool
    ) throws {
        // Another of theirs that turned out to be the same new one: the first stands.
        guard let stored = try mine.entity.values(mine.id, in: ours) else { return }
        // Two of theirs may be one here: what the first brought holds.
        let now = places[mine].flatMap { writes[$0].final } ?? stored
        var (final, loser) = (now, now)
        for field in shape.fields(of: key.entity) {
            let (there, here) = (field.map { values[$0] }, field.map { now[$0] })
            guard there != here else { continue }
            if isForgotten, field.allSatisfy({ key.entity.personalColumns.contains(key.entity.columns[$0]) }) {
                continue
            }
            if let start = was.map({ was in field.map { was[$0] } }) {
                if there == start { continue }
                if here == start {
                    for place in field { final[place] = values[place] }
                    continue
                }
            } else if there.allSatisfy(\.isNull) {
                continue
            } else if here.allSatisfy(\.isNull) {
                for place in field { final[place] = values[place] }
                continue
            }
            let side = try settle(
                .field, key, mine, field: field, values: (was, now, values),
                origins: (try origins.here(mine, field), try origins.there(key, field)))
            for place in field {
                if side == .theirs { final[place] = values[place] } else { loser[place] = values[place] }
            }
        }
        if final != now || loser != now {
            let write = MergeWrite.update(mine, theirs: key, final: final, loser: loser == now ? nil : loser)
            if let place = places[mine] {
                writes[place] = write
            } else {
                places[mine] = writes.count
                writes.append(write)
            }
        } else if now == values {
            same += 1
        }
    }
}
