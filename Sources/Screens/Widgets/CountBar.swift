/// A count as a bar of whole and eighth cells, with a mark where its target stands.
struct CountBar {
    let count: Int
    let target: Int?
    /// What a bar across the whole width stands for.
    let full: Int

    private static let eighths: [Character] = [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

    func text(width: Int) -> String {
        guard full > 0, width > 0 else { return "" }
        let met = count * width * 8 / full
        var cells = Array(repeating: Character("█"), count: met / 8)
        if met % 8 > 0 { cells.append(Self.eighths[met % 8]) }
        if let target {
            let place = min(width - 1, target * width / full)
            while cells.count <= place { cells.append(" ") }
            cells[place] = "│"
        }
        return String(cells)
    }

    /// The same, in the upper halves of cells: what makes a bar thicker by half a row.
    func lowerText(width: Int) -> String {
        guard full > 0, width > 0 else { return "" }
        var cells = Array(repeating: Character("▀"), count: count * width / full)
        if let target {
            let place = min(width - 1, target * width / full)
            while cells.count <= place { cells.append(" ") }
            cells[place] = "│"
        }
        return String(cells)
    }
}
