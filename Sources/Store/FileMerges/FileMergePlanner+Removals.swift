import GRDB
import Training

/// What one side removed and the other changed or still needs.
extension FileMergePlanner {
    func planRemovals() throws {
        var gone: [RowKey: (theirs: RowKey, isChanged: Bool)] = [:]
        for key in history.touched.keys where try key.entity.values(key.id, in: theirs) == nil {
            let mine = here(key)
            // Merged here, by whichever side first: the one who stays is not the one who was removed there.
            if key.entity == .participant, mine.id != ownNumber(of: key) || people.ours.areMerged(key.id) { continue }
            let stays = try whoTakesOver(key)
            if stays == mine { continue }
            guard let was = try start(of: key, now: nil), let now = try mine.entity.values(mine.id, in: ours) else {
                continue
            }
            gone[mine] = (key, now != was)
            if let stays { mergedThere[mine] = stays }
        }
        let movedOver = try Set(gone.keys.filter { try isMovedOver($0) })
        let troubled = try troubled(gone.mapValues(\.isChanged), except: movedOver)
        var kept: Set<RowKey> = []
        for root in troubled.sorted(by: Self.byNumber) {
            let parents = try parents(of: root)
            guard let key = gone[root]?.theirs, parents.allSatisfy({ gone[$0] == nil || movedOver.contains($0) })
            else { continue }
            let tree = try descendants(of: [root]) { try self.shape.children(of: $0, in: self.ours) }
            let side = try settle(
                .removedThere, key, root, field: nil, values: (nil, try root.entity.values(root.id, in: ours), nil),
                origins: (try origins.lastHere(tree), try origins.there(history.touched[key]?.last)))
            if side == .ours {
                kept.formUnion(tree.filter { gone[$0] != nil })
            } else {
                removed.formUnion(tree)
            }
        }
        removed.formUnion(gone.keys.filter { !kept.contains($0) })
        removed.subtract(kept)
        writes += removed.map { .delete($0, theirs: gone[$0]?.theirs) }
    }

    /// Those of the removed rows that were changed here or that something here still needs, and all that they belong to.
    private func troubled(_ gone: [RowKey: Bool], except movedOver: Set<RowKey>) throws -> Set<RowKey> {
        var troubled: Set<RowKey> = []
        var fresh = try gone.filter { key, isChanged in
            guard !movedOver.contains(key) else { return false }
            return try isChanged || shape.children(of: key, in: ours).contains { gone[$0] == nil }
        }.map(\.key)
        while let key = fresh.popLast() {
            guard troubled.insert(key).inserted else { continue }
            fresh += try parents(of: key).filter { gone[$0] != nil && !movedOver.contains($0) }
        }
        return troubled
    }

    private func parents(of key: RowKey) throws -> [RowKey] {
        guard let values = try key.entity.values(key.id, in: ours) else { return [] }
        return shape.parents(of: key.entity, values)
    }

    private func descendants(of roots: [RowKey], _ children: (RowKey) throws -> [RowKey]) throws -> [RowKey] {
        var (found, seen, next) = (roots, Set(roots), 0)
        while next < found.count {
            found += try children(found[next]).filter { seen.insert($0).inserted }
            next += 1
        }
        return found
    }

    static func byNumber(_ one: RowKey, _ other: RowKey) -> Bool {
        (one.entity.rawValue, one.id) < (other.entity.rawValue, other.id)
    }

    // MARK: Removed here

    /// The topmost of the records that one of theirs needs and that was removed here; `nil` where all are here.
    func removedHere(_ key: RowKey, _ values: Door.Values) throws -> RowKey? {
        for parent in shape.parents(of: key.entity, values) {
            let mine = here(parent)
            if planned.contains(mine) { continue }
            guard let there = try parent.entity.values(parent.id, in: theirs) else { continue }
            if try find(parent, translate(parent.entity, there)) != nil { continue }
            return try removedHere(parent, there) ?? parent
        }
        return nil
    }

    /// Brings back what was removed here with all that belongs to it, or enters in the log what is not brought back.
    func settleRemovedHere(_ root: RowKey) throws {
        let places = Dictionary(uniqueKeysWithValues: shape.order.enumerated().map { ($1, $0) })
        let tree = try descendants(of: [root]) { key in
            try self.shape.children(of: key, in: self.theirs).filter { child in
                let mine = self.here(child)
                return try mine.entity.values(mine.id, in: self.ours) == nil && !self.planned.contains(mine)
            }
        }.sorted { (places[$0.entity] ?? 0, $0.id) < (places[$1.entity] ?? 0, $1.id) }
        let mine = here(root)
        let steps = tree.compactMap { history.touched[$0]?.last }
        let side = try settle(
            .removedHere, root, mine, field: nil, values: (nil, nil, try root.entity.values(root.id, in: theirs)),
            origins: (try origins.lastHere([mine]), try origins.there(steps.max())))
        var rows: [MergeWrite] = []
        for key in tree {
            guard let values = try key.entity.values(key.id, in: theirs) else { continue }
            let row = RowKey(key.entity, history.touched[key]?.isNew == true ? freeNumber(for: key) : number(of: key))
            if row.id != key.id { numbers[key] = row.id }
            rows.append(.insert(row, theirs: key, translate(key.entity, values)))
        }
        if side == .theirs { writes += rows } else { writes.append(.lost(rows)) }
    }
}
