import Foundation

extension Sequence where Element == TargetVersion {
    /// Which target held on which day: an original one holds only while there is no revised one beside it.
    ///
    /// Every version stays in the list; one that never held begins and ends at once. In order of their beginning.
    public var holding: [TargetVersion] {
        let revised = filter { $0.target.stage == .revised }
        return flatMap { version -> [TargetVersion] in
            guard version.target.stage == .original else { return [version] }
            let over = revised.filter {
                $0.target.scope == version.target.scope && $0.target.year == version.target.year
            }
            let held = over.reduce([version]) { pieces, later in pieces.flatMap { $0.without(later) } }
            guard held.isEmpty else { return held }
            var never = version
            never.until = version.from
            return [never]
        }.sorted { $0.from < $1.from }
    }
}

extension TargetVersion {
    /// What is left of the time in which it held when the time of another is taken out of it.
    fileprivate func without(_ other: TargetVersion) -> [TargetVersion] {
        let end = until ?? .distantFuture
        let otherEnd = other.until ?? .distantFuture
        guard other.from < end, from < otherEnd else { return [self] }
        var pieces: [TargetVersion] = []
        if from < other.from {
            var before = self
            before.until = other.from
            pieces.append(before)
        }
        if let otherEnd = other.until, otherEnd < end {
            var after = self
            after.from = otherEnd
            pieces.append(after)
        }
        return pieces
    }
}
