extension Sequence where Element: Hashable {
    /// The elements in order, each once.
    public var unique: [Element] {
        var seen = Set<Element>()
        return filter { seen.insert($0).inserted }
    }
}
