import CNcurses

/// What is written for a cell: scalars that ncurses and the terminal agree take as many columns as the frame reckons with.
enum Glyph {
    /// The characters to write, one for each column or one for all of them.
    ///
    /// - Parameters:
    ///   - usesUTF8: whether the terminal's locale can show more than ASCII.
    ///   - width: how many columns the C library gives a scalar.
    static func scalars(
        _ character: Character, usesUTF8: Bool, width: (Unicode.Scalar) -> Int = Glyph.width
    ) -> [[Unicode.Scalar]] {
        guard usesUTF8 else { return character.asciiFallback.unicodeScalars.map { [$0] } }
        let columns = character.columns
        guard let base = character.unicodeScalars.first, columns > 0, width(base) == columns else {
            // A newer or older table than ours would shift the rest of the line.
            return Array(repeating: ["?"], count: max(1, columns))
        }
        let marks = character.unicodeScalars.dropFirst().filter {
            $0.properties.generalCategory == .nonspacingMark && !$0.properties.isVariationSelector && width($0) == 0
        }
        return [[base] + marks.prefix(mostMarks)]
    }

    /// ncurses keeps a character and four marks in a cell (CCHARW_MAX).
    private static let mostMarks = 4

    static func width(_ scalar: Unicode.Scalar) -> Int { Int(character_width(wchar_t(scalar.value))) }
}
