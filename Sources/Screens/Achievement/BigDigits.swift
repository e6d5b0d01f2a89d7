import Terminal

/// Figures that can be read from across a room: each cell of a digit is as many cells of the terminal as the scale says.
struct BigDigits {
    /// How high a figure is at scale 1, in rows.
    static let rows = 5

    private static let shapes: [Character: [String]] = [
        "0": ["#####", "#   #", "#   #", "#   #", "#####"], "1": ["  #  ", " ##  ", "  #  ", "  #  ", " ### "],
        "2": ["#####", "    #", "#####", "#    ", "#####"], "3": ["#####", "    #", " ####", "    #", "#####"],
        "4": ["#   #", "#   #", "#####", "    #", "    #"], "5": ["#####", "#    ", "#####", "    #", "#####"],
        "6": ["#####", "#    ", "#####", "#   #", "#####"], "7": ["#####", "    #", "   # ", "  #  ", "  #  "],
        "8": ["#####", "#   #", "#####", "#   #", "#####"], "9": ["#####", "#   #", "#####", "    #", "#####"],
        ",": ["  ", "  ", "  ", " #", "# "], ".": [" ", " ", " ", " ", "#"],
        "%": ["#   #", "   # ", "  #  ", " #   ", "#   #"], "/": ["    #", "   # ", "  #  ", " #   ", "#    "],
        " ": [" ", " ", " ", " ", " "], "-": ["     ", "     ", "#####", "     ", "     "],
    ]

    let text: String
    let scale: Int

    private var glyphs: [[String]] { text.compactMap { Self.shapes[$0] } }

    /// How wide the text is at scale 1: a blank column stands between its figures.
    static func columns(of text: String) -> Int {
        let widths = text.compactMap { shapes[$0]?[0].count }
        return widths.reduce(0, +) + max(0, widths.count - 1)
    }

    /// Draws the text with its upper left corner at a place.
    func draw(into frame: inout Frame, at column: Int, _ row: Int, _ style: Style) {
        var left = column
        for glyph in glyphs {
            for (line, cells) in glyph.enumerated() {
                for (place, cell) in cells.enumerated() where cell == "#" {
                    for offset in 0..<scale {
                        frame.write(
                            String(repeating: "█", count: scale), at: left + place * scale,
                            row + line * scale + offset, style)
                    }
                }
            }
            left += (glyph[0].count + 1) * scale
        }
    }
}
