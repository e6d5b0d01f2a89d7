/// How a table of text is written.
public struct CSVDialect: Hashable, Sendable {
    /// What stands between two cells: `,`, `;` or a tab.
    public var separator: UInt8 = UInt8(ascii: ",")
    /// Whether the file begins with U+FEFF, as some spreadsheets write it.
    public var hasByteOrderMark = false
    /// Whether rows end in CR LF rather than LF.
    public var endsInCRLF = false

    /// The separators that a reader looks for.
    static let separators: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), .tab]

    /// Commas and LF, unless told otherwise.
    public init() {}
}

/// Writing a row of comma-separated values.
extension CSVDialect {
    /// One row with its line end; cells are quoted where they must be.
    public func row(_ cells: some Sequence<String>) -> String {
        var bytes: [UInt8] = []
        for (place, cell) in cells.enumerated() {
            if place > 0 { bytes.append(separator) }
            add(cell, to: &bytes)
        }
        endRow(&bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Adds a row's end.
    public func endRow(_ bytes: inout [UInt8]) {
        if endsInCRLF { bytes.append(.carriageReturn) }
        bytes.append(.lineFeed)
    }

    /// Adds one cell, in quotes where it must be.
    public func add(_ cell: String, to bytes: inout [UInt8]) {
        let start = bytes.count
        bytes.append(contentsOf: cell.utf8)
        quote(from: start, in: &bytes)
    }

    /// Sets quotes around what stands from a place on, where it must be in quotes: other separators too, which a reader could take
    /// for this one where rows differ in length.
    private func quote(from start: Int, in bytes: inout [UInt8]) {
        let needsQuotes = bytes[start...].contains {
            $0 == .quote || $0 == .lineFeed || $0 == .carriageReturn || Self.separators.contains($0)
        }
        guard needsQuotes else { return }
        let cell = Array(bytes[start...])
        bytes.removeSubrange(start...)
        bytes.append(.quote)
        for byte in cell {
            if byte == .quote { bytes.append(.quote) }
            bytes.append(byte)
        }
        bytes.append(.quote)
    }
}

extension String {
    /// The cell with an apostrophe before it where a spreadsheet would take it for a formula.
    ///
    /// A cell that itself begins with apostrophes before such a sign gets one more, so that ``withoutFormulaGuard`` gives
    /// every text back as it was.
    public var guardedAgainstFormulas: String { looksLikeFormula ? "'" + self : self }

    /// The cell without the apostrophe that ``guardedAgainstFormulas`` sets; other apostrophes stay.
    public var withoutFormulaGuard: String {
        first == "'" && looksLikeFormula ? String(dropFirst()) : self
    }

    /// Whether a spreadsheet would take the text for a formula, were it not for apostrophes before it.
    private var looksLikeFormula: Bool {
        switch utf8.first(where: { $0 != UInt8(ascii: "'") }) {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), .tab, .carriageReturn: true
        default: false
        }
    }
}
