/// How a table of text is written.
public struct CSVDialect: Hashable, Sendable {
    /// What stands between two cells: `,`, `;` or a tab.
    public var separator: UInt8 = UInt8(ascii: ",")
    /// Whether the file begins with U+FEFF, as some spreadsheets write it.
    public var hasByteOrderMark = false
    /// Whether rows end in CR LF rather than LF.
    public var endsInCRLF = false

    /// Commas and LF, unless told otherwise.
    public init() {}
}

/// Writing a row of comma-separated values.
extension CSVDialect {
    /// One row with its line end; cells are quoted where they must be.
    public func row(_ cells: some Sequence<String>) -> String {
        let separator = Character(Unicode.Scalar(separator))
        return cells.map { quoted($0, separator) }.joined(separator: String(separator))
            + (endsInCRLF ? "\r\n" : "\n")
    }

    private func quoted(_ cell: String, _ separator: Character) -> String {
        // Scalars, not characters: a CR LF inside a cell is one character that is neither CR nor LF.
        let needsQuotes = cell.unicodeScalars.contains {
            $0 == "\"" || $0 == "\n" || $0 == "\r" || $0.value == UInt32(self.separator)
        }
        guard needsQuotes else { return cell }
        var text = "\""
        for scalar in cell.unicodeScalars {
            if scalar == "\"" { text.unicodeScalars.append("\"") }
            text.unicodeScalars.append(scalar)
        }
        return text + "\""
    }
}

extension String {
    /// The cell with an apostrophe before it where a spreadsheet would take it for a formula.
    ///
    /// A cell that itself begins with apostrophes before such a sign gets one more, so that ``withoutFormulaGuard`` gives
    /// every text back as it was.
    public var guardedAgainstFormulas: String { Self.looksLikeFormula(self[...]) ? "'" + self : self }

    /// The cell without the apostrophe that ``guardedAgainstFormulas`` sets; other apostrophes stay.
    public var withoutFormulaGuard: String {
        first == "'" && Self.looksLikeFormula(dropFirst()) ? String(dropFirst()) : self
    }

    private static func looksLikeFormula(_ cell: Substring) -> Bool {
        guard let sign = cell.unicodeScalars.first(where: { $0 != "'" }) else { return false }
        return "=+-@\t\r".unicodeScalars.contains(sign)
    }
}
