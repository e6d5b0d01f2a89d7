import Sheets
import Training

/// What a line of a sheet is, where it may be no name.
enum RosterLine {
    /// A name to be read.
    case name
    /// Nothing, or nothing but the line's number on a form that was printed beforehand.
    case empty
    /// How many names there are, as the sender says: `Jumlah: 48`.
    case controlTotal(Int)
    /// Something said to people: a signature, a place and date, a remark.
    case note
}

/// Tells the lines of a sheet apart.
struct RosterLines {
    let header: RosterHeader
    /// The last row that held a name; what stands apart from it below is hardly one.
    private var lastRow: Int?
    private var isBelowTotal = false

    init(header: RosterHeader) { self.header = header }

    /// What a line below the header is.
    mutating func kind(of record: SheetRecord) -> RosterLine {
        guard let first = record.firstFilled else { return .empty }
        if first == header.place(of: .lineNumber), isNumberAlone(record) { return .empty }
        if isHeaderAgain(first, record) || (lastRow == nil && Self.numbersColumns(record)) { return .note }
        if !record.hasFilled(moreThan: 3), let kind = kindOfFew(record.filled, in: record) { return kind }
        lastRow = record.row
        return .name
    }

    /// What a line of few cells is; `nil` for a name.
    private mutating func kindOfFew(_ filled: [Int], in record: SheetRecord) -> RosterLine? {
        let isBelowGap = lastRow.map { record.row > $0 + 1 } ?? false
        let (hasNIK, digits) = number(in: record)
        // Below the names a number stands in any column.
        if digits < Self.fewestDigits, let total = ControlTotal.read(record) {
            isBelowTotal = true
            return total.map(RosterLine.controlTotal) ?? .note
        }
        guard filled.count <= 2, !hasNIK else { return nil }
        let isNameless = !filled.contains { $0 == header.place(of: .name) || $0 == header.place(of: .nik) }
        return isNameless || isBelowGap || isBelowTotal ? .note : nil
    }

    /// Whether there is nothing but the line's own number.
    private func isNumberAlone(_ record: SheetRecord) -> Bool {
        guard let place = header.place(of: .lineNumber), record.filled == [place] else { return false }
        return !record[place].contains { $0.isLetter }
    }

    /// A number of so many digits is meant for a NIK, however wrong it is.
    private static let fewestDigits = 10

    /// Whether a number stands where the NIK should, and not `Jumlah: 48` or `NIP. 1965…`; and how many digits there are.
    private func number(in record: SheetRecord) -> (isNIK: Bool, digits: Int) {
        guard let place = header.place(of: .nik), place < record.count else { return (false, 0) }
        // In bytes: every row of a million comes by here.
        let text = record.utf8(of: place)
        let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
        guard let first = text.first(where: { isDigit($0) || (0x61...0x7A).contains($0 | 0x20) }), isDigit(first)
        else { return (false, 0) }
        return (true, text.lazy.filter(isDigit).count)
    }

    /// A form of several pages has its header on each.
    private func isHeaderAgain(_ first: Int, _ record: SheetRecord) -> Bool {
        guard first < header.cells.count, let sign = record.utf8(of: first).first,
            let heading = header.cells[first].utf8.first, sign == heading || sign >= 0x80 || heading >= 0x80
        else { return false }
        return record[first] == header.cells[first] && record.cells == header.cells
    }

    /// Whether a line below the header numbers its columns, as forms do: 1, 2, 3 or (1), (2), (3).
    static func numbersColumns(_ record: SheetRecord) -> Bool {
        let numbers = record.filled.map { record[$0].trimmingCharacters(in: .whitespaces) }
        guard numbers.count >= 3 else { return false }
        return numbers.enumerated().allSatisfy { $1 == "\($0 + 1)" || $1 == "(\($0 + 1))" }
    }
}

/// How many names a sheet says that it has.
enum ControlTotal {
    /// Reads `Jumlah: 48`, `Total peserta 48 orang`, or the word and the number in neighbouring cells.
    ///
    /// - Returns: `nil` where the line says no such thing; no number where it has the word alone.
    static func read(_ record: SheetRecord) -> Int?? {
        let texts = record.filled.map { record[$0] }
        guard let place = texts.firstIndex(where: { isWord($0) }) else { return nil }
        return .some(texts[place...].lazy.compactMap(number).first)
    }

    private static func isWord(_ text: String) -> Bool {
        let word = text.comparable
        return ["jumlah", "total", "jml", "banyaknya"].contains { word.hasPrefix($0) }
    }

    private static func number(_ text: String) -> Int? {
        let digits = text.split { !$0.isNumber && $0 != "." }
            .map { $0.filter(\.isNumber) }.first { !$0.isEmpty }
        return digits.flatMap { Int($0) }
    }
}

extension SheetRecord {
    /// The cells that hold more than blanks.
    var filled: [Int] { (0..<count).filter(isFilled) }

    /// The first of them; `nil` where there is none.
    var firstFilled: Int? { (0..<count).first(where: isFilled) }

    /// Whether there are more than so many of them.
    func hasFilled(moreThan few: Int) -> Bool {
        var filled = 0
        for cell in 0..<count where isFilled(cell) {
            filled += 1
            if filled > few { return true }
        }
        return false
    }

    private func isFilled(_ cell: Int) -> Bool {
        utf8(of: cell).contains { $0 != 0x20 && $0 != 0x09 && $0 != 0xC2 && $0 != 0xA0 }
    }
}
