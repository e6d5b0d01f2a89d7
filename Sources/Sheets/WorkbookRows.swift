/// `worksheet/sheetData/row/c`: pauses after each row that holds a value.
final class WorkbookRows: XMLContent {
    /// The row that was read.
    var record = SheetRecord()
    private let part: String
    private let archive: WorkbookArchive
    private let once: SharedStringsOnce
    private let styles: WorkbookStyles
    private let dateSystem: DateSystem
    private var strings: SharedStrings?

    private var isInData = false
    private var isInRow = false
    private var isInCell = false
    private var isInline = false
    private var isInRun = false
    private var isText = false

    private var row = 0
    private var column = 0
    private var type = CellType.number
    private var style = 0
    /// What stands in the cell, as the part has it.
    private var letters: [UInt8] = []
    /// What is made of it.
    private var made: [UInt8] = []
    private var day: [UInt8] = []

    private enum CellType { case number, shared, text, inline, flag, failure, day }

    init(
        part: String, archive: WorkbookArchive, strings: SharedStringsOnce, styles: WorkbookStyles,
        dateSystem: DateSystem
    ) {
        self.part = part
        self.archive = archive
        once = strings
        self.styles = styles
        self.dateSystem = dateSystem
    }

    override func start(_ name: XMLText, _ attributes: XMLAttributes, depth: Int) {
        switch depth {
        case 1 where !(name == "worksheet"): flaw = .damagedArchive(part)
        case 2: isInData = name == "sheetData"
        case 3 where isInData && name == "row": startRow(attributes)
        case 4 where isInRow && name == "c": startCell(attributes)
        case 5 where isInCell:
            isText = name == "v"
            isInline = name == "is"
            if isInline { type = .inline }
        case 6 where isInline:
            isText = name == "t"
            isInRun = name == "r"
        case 7 where isInRun: isText = name == "t"
        default: break
        }
    }

    override func end(depth: Int) {
        switch depth {
        case 7: isText = false
        case 6: (isText, isInRun) = (false, false)
        case 5: (isText, isInline) = (false, false)
        case 4 where isInCell:
            isInCell = false
            if !letters.isEmpty { endCell() }
        case 3 where isInRow:
            isInRow = false
            isPausing = record.count > 0
        default: break
        }
    }

    override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard isText else { return }
        if letters.count + bytes.count > SheetLimits.rowBytes {
            flaw = .rowTooLong(place)
        } else {
            letters.append(contentsOf: bytes)
        }
    }

    private var place: TextPosition { TextPosition(line: row, column: column) }

    private func startRow(_ attributes: XMLAttributes) {
        let number = attributes["r"].map(\.number) ?? row + 1
        // A row that comes twice, or too late, is one that a spreadsheet would throw away.
        guard let number, number > row else {
            flaw = .damagedArchive("\(part), \(row + 1)")
            return
        }
        row = number
        column = 0
        isInRow = true
        record.clear(row: row)
    }

    private func startCell(_ attributes: XMLAttributes) {
        var reference: XMLText?
        (type, style) = (.number, 0)
        for (name, value) in attributes where name.start[0] != 0 && name.start[1] == 0 {
            switch UInt8(bitPattern: name.start[0]) {
            case UInt8(ascii: "r"): reference = value
            case UInt8(ascii: "s"): style = value.number ?? 0
            case UInt8(ascii: "t"): type = Self.type(value)
            default: break
            }
        }
        let number = reference.map(Self.column) ?? column + 1
        guard let number, number > column else {
            flaw = .damagedArchive("\(part), \(row)")
            return
        }
        column = number
        isInCell = true
        letters.removeAll(keepingCapacity: true)
    }

    private static func type(_ name: XMLText) -> CellType {
        if name == "s" { return .shared }
        if name == "n" { return .number }
        if name == "b" { return .flag }
        if name == "e" { return .failure }
        if name == "d" { return .day }
        return .text
    }

    /// The column of a reference such as `AB12`; `nil` where it is none.
    private static func column(_ reference: XMLText) -> Int? {
        var column = 0
        var next = reference.start
        while case let letter = (UInt8(bitPattern: next.pointee) | 0x20) &- 0x61, letter < 26,
            next < reference.start + 3
        {
            column = column * 26 + Int(letter) + 1
            next += 1
        }
        return column > 0 && XMLText(start: next).number != nil ? column : nil
    }

    private func endCell() {
        switch type {
        case .shared: addShared()
        case .number: addNumber()
        case .text, .inline:
            EscapedText.unescape(&letters)
            add(letters, .text)
        case .failure: add(letters, .failure)
        case .flag: addFlag()
        case .day: addDay()
        }
    }

    private func addShared() {
        do throws(SheetFlaw) {
            let strings = if let strings { strings } else { try once.read(from: archive) }
            self.strings = strings
            made.removeAll(keepingCapacity: true)
            let index = letters.withUnsafeBufferPointer { Self.index($0) }
            guard let index, strings.copy(index, to: &made) else { throw .damagedArchive("\(part), \(row):\(column)") }
            if !made.isEmpty { add(made, .text) }
        } catch {
            flaw = error
        }
    }

    private static func index(_ digits: UnsafeBufferPointer<UInt8>) -> Int? {
        var index = 0
        for byte in digits {
            guard let digit = byte.digit, index < 1 << 32 else { return nil }
            index = index * 10 + digit
        }
        return index
    }

    private func addNumber() {
        made.removeAll(keepingCapacity: true)
        guard WorkbookNumber.write(letters, to: &made) else { return add(letters, .text) }
        guard styles.isDate(style) else { return add(made, .number) }
        day.removeAll(keepingCapacity: true)
        if dateSystem.write(made, to: &day) { add(day, .date) } else { add(made, .number) }
    }

    private func addFlag() {
        switch letters {
        case Array("1".utf8), Array("true".utf8): add(Array("TRUE".utf8), .flag)
        case Array("0".utf8), Array("false".utf8): add(Array("FALSE".utf8), .flag)
        default: add(letters, .text)
        }
    }

    /// A day in ISO 8601, perhaps with its time, which is cut off; a time alone stays as it is.
    private func addDay() {
        let day = Array(letters.prefix(10))
        let isDay =
            day.count == 10
            && day.enumerated().allSatisfy { place, byte in
                place == 4 || place == 7 ? byte == UInt8(ascii: "-") : byte.digit != nil
            }
        let isWhole = letters.count == 10 || letters[min(10, letters.count - 1)] == UInt8(ascii: "T")
        if isDay && isWhole { add(day, .date) } else { add(letters, .text) }
    }

    private func add(_ text: [UInt8], _ kind: SheetRecord.Kind) {
        guard column <= SheetLimits.columns else {
            flaw = .tooManyColumns(place)
            return
        }
        guard record.bytes.count + text.count <= SheetLimits.rowBytes else {
            flaw = .rowTooLong(place)
            return
        }
        while record.count < column - 1 {
            let empty = TextPosition(line: row, column: record.count + 1)
            record.appendCell(EmptyCollection(), .text, at: empty)
        }
        record.appendCell(text, kind, at: place)
    }
}
