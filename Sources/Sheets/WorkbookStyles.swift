/// Which cell styles of a workbook show days.
struct WorkbookStyles: Sendable {
    private var isDate: [Bool] = []

    /// Styles of a workbook that has none: nothing is a day.
    init() {}

    /// - Throws: ``SheetFlaw`` where the part is broken.
    init(_ part: WorkbookPart) throws(SheetFlaw) {
        let stream = try XMLStream(part, StylesContent())
        try stream.finish()
        isDate = stream.content.formats.map { NumberFormat.isDate($0, code: stream.content.codes[$0]) }
    }

    /// Whether a number in this style is a day.
    func isDate(_ style: Int) -> Bool { style < isDate.count && isDate[style] }
}

/// `styleSheet/numFmts/numFmt` and `styleSheet/cellXfs/xf`.
private final class StylesContent: XMLContent {
    /// Format of each style.
    private(set) var formats: [Int] = []
    private(set) var codes: [Int: String] = [:]
    private var isInFormats = false
    private var isInStyles = false

    override func start(_ name: XMLText, _ attributes: XMLAttributes, depth: Int) {
        switch depth {
        case 2:
            isInFormats = name == "numFmts"
            isInStyles = name == "cellXfs"
        case 3 where isInFormats && name == "numFmt":
            if let id = attributes["numFmtId"]?.number { codes[id] = attributes["formatCode"]?.string }
        case 3 where isInStyles && name == "xf": formats.append(attributes["numFmtId"]?.number ?? 0)
        default: break
        }
    }
}

/// What a number's format shows.
enum NumberFormat {
    /// Whether a format shows a day, with or without its time.
    ///
    /// - Parameter code: what the workbook says the format is; `nil` where it is one that every spreadsheet knows.
    static func isDate(_ id: Int, code: String?) -> Bool {
        if let code { return isDate(code) }
        return switch id {
        case 14...17, 22, 27...31, 36, 50...54, 57...58: true
        default: false
        }
    }

    /// Whether a code shows a year, a month or a day. `m` means minutes next to hours or seconds.
    static func isDate(_ code: String) -> Bool {
        var previous: UInt8 = 0
        for (letter, count) in signs(in: Array(code.utf8)) {
            switch letter {
            case UInt8(ascii: "y"), UInt8(ascii: "d"): return true
            case UInt8(ascii: "s") where previous == undecidedMonth: previous = letter
            case _ where previous == undecidedMonth: return true
            case UInt8(ascii: "m") where previous != UInt8(ascii: "h"):
                if count > 2 { return true }
                previous = undecidedMonth
            default: previous = letter
            }
        }
        return previous == undecidedMonth
    }

    private static let undecidedMonth = UInt8(ascii: "?")

    /// The letters y, m, d, h and s of a code's first section, outside quotes, brackets and escapes, with how often each is repeated.
    private static func signs(in code: [UInt8]) -> [(letter: UInt8, count: Int)] {
        var signs: [(letter: UInt8, count: Int)] = []
        var next = 0
        var last = -1
        while next < code.count, code[next] != UInt8(ascii: ";") {
            let letter = code[next] | 0x20
            switch code[next] {
            case .quote: next = code[(next + 1)...].firstIndex(of: .quote) ?? code.count
            case UInt8(ascii: "["):
                let end = code[next...].firstIndex(of: UInt8(ascii: "]")) ?? code.count
                // Hours that go on beyond a day stand in brackets.
                if code[(next + 1)..<end].allSatisfy({ $0 | 0x20 == UInt8(ascii: "h") }) {
                    signs.append((UInt8(ascii: "h"), 1))
                }
                next = end
            case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): next += 1
            case _ where [UInt8](code[next...].prefix(5)).lowercased == "am/pm": next += 4
            case _ where "ymdhs".utf8.contains(letter):
                if last == next - 1, let sign = signs.last, sign.letter == letter {
                    signs[signs.count - 1].count += 1
                } else {
                    signs.append((letter, 1))
                }
                last = next
            default: break
            }
            next += 1
        }
        return signs
    }
}

extension [UInt8] {
    fileprivate var lowercased: String { String(decoding: self, as: UTF8.self).lowercased() }
}
