extension Sequence where Element: BinaryInteger {
    /// The numbers as a list that SQLite's `json_each` reads: one argument, however many they are.
    var asJSON: String { "[\(map { "\($0)" }.joined(separator: ","))]" }
}
