/// How one quantity grows with the file.
public struct GrowthCurve: Sendable, Equatable {
    /// A quantity at one size.
    public struct Point: Sendable, Equatable {
        /// How many people the file holds.
        public let size: Int
        public let value: Double

        public init(size: Int, value: Double) { (self.size, self.value) = (size, value) }
    }

    public let name: String
    public let unit: Measure
    /// By size, smallest first.
    public let points: [Point]

    public init(_ name: String, in unit: Measure, _ points: [Point]) {
        (self.name, self.unit) = (name, unit)
        self.points = points.sorted { $0.size < $1.size }
    }
}

/// All quantities that were measured at files of growing size, as a table.
public struct GrowthTable: Sendable {
    public let curves: [GrowthCurve]

    public init(_ curves: [GrowthCurve]) { self.curves = curves }

    private var sizes: [Int] { Set(curves.flatMap(\.points).map(\.size)).sorted() }

    private var head: [String] {
        ["what"] + sizes.map(Measure.count) + ["largest ÷ smallest"]
    }

    private var lines: [[String]] {
        curves.map { curve in
            let cells = sizes.map { size in
                curve.points.first { $0.size == size }.map { curve.unit.text($0.value) } ?? ""
            }
            guard let first = curve.points.first, let last = curve.points.last, first.value > 0 else {
                return [curve.name] + cells + [""]
            }
            return [curve.name] + cells + [Measure.number(last.value / first.value)]
        }
    }

    /// As text, in columns.
    public var text: String { TextColumns.text([head] + lines) }

    /// As a Markdown table.
    public var markdown: String { TextColumns.markdown(head, lines) }
}
