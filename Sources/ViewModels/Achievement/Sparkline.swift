/// Counts as a line of blocks, each as high as its count; a dot where there is none.
public struct Sparkline: Hashable, Sendable {
    /// One character for each count.
    public let text: String

    private static let blocks = Array("▁▂▃▄▅▆▇█")

    /// The line of some counts; the largest fills a cell.
    public init(_ counts: [Int]) {
        let full = counts.max() ?? 0
        text = String(
            counts.map { count -> Character in
                guard count > 0, full > 0 else { return "·" }
                return Self.blocks[(count * Self.blocks.count - 1) / full]
            })
    }
}
