import Synchronization

/// The texts that the cells of a workbook share: UTF-8 in pieces, so that millions of them are never copied to make room.
struct SharedStrings: Sendable {
    private var letters = Pieces<UInt8>()
    private var ends = Pieces<UInt32>()

    /// How many texts there are.
    var count: Int { ends.count }

    /// Bytes of memory taken.
    var size: Int { letters.count + ends.count * 4 }

    mutating func append(_ text: [UInt8]) {
        letters.append(text[...])
        ends.append([UInt32(letters.count)])
    }

    /// Adds a text to the end of a buffer.
    ///
    /// - Returns: `false` where there is no such text.
    func copy(_ index: Int, to buffer: inout [UInt8]) -> Bool {
        guard index < count else { return false }
        letters.copy((index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index]), to: &buffer)
        return true
    }
}

/// An array that grows by pieces of one size.
private struct Pieces<Element: Sendable>: Sendable {
    private var pieces: [[Element]] = []
    private(set) var count = 0
    private static var shift: Int { 17 }
    private static var pieceSize: Int { 1 << shift }

    subscript(place: Int) -> Element { pieces[place >> Self.shift][place & (Self.pieceSize - 1)] }

    mutating func append(_ elements: ArraySlice<Element>) {
        var rest = elements
        while !rest.isEmpty {
            let taken = count & (Self.pieceSize - 1)
            if taken == 0 {
                pieces.append([])
                pieces[pieces.count - 1].reserveCapacity(Self.pieceSize)
            }
            let part = rest.prefix(Self.pieceSize - taken)
            pieces[pieces.count - 1].append(contentsOf: part)
            count += part.count
            rest = rest.dropFirst(part.count)
        }
    }

    func copy(_ range: Range<Int>, to buffer: inout [Element]) {
        var start = range.lowerBound
        while start < range.upperBound {
            let first = start & (Self.pieceSize - 1)
            let length = min(range.upperBound - start, Self.pieceSize - first)
            buffer.append(contentsOf: pieces[start >> Self.shift][first..<first + length])
            start += length
        }
    }
}

/// The shared texts of a workbook, read when the first cell needs them and kept for all readers.
final class SharedStringsOnce: Sendable {
    private let part: String?
    private let strings = Mutex<SharedStrings?>(nil)

    /// - Parameter part: where they stand; `nil` for a workbook that has none.
    init(part: String?) { self.part = part }

    /// - Throws: ``SheetFlaw`` where the part is broken or takes too much memory.
    func read(from archive: WorkbookArchive) throws(SheetFlaw) -> SharedStrings {
        guard let part else { return SharedStrings() }
        return try strings.withLock { (strings) throws(SheetFlaw) in
            if let strings { return strings }
            let opened = try archive.open(part, limit: WorkbookLimits.partBytes)
            let stream = try XMLStream(opened, SharedStringsContent(part: opened.name))
            try stream.finish()
            strings = stream.content.strings
            return stream.content.strings
        }
    }
}

/// `sst/si/t` and `sst/si/r/t`: runs are joined, and how to pronounce them (`rPh`) is left out.
private final class SharedStringsContent: XMLContent {
    private(set) var strings = SharedStrings()
    private let part: String
    private var letters: [UInt8] = []
    private var isItem = false
    private var isRun = false
    private var isText = false

    init(part: String) { self.part = part }

    override func start(_ name: XMLText, _ attributes: XMLAttributes, depth: Int) {
        switch depth {
        case 2: isItem = name == "si"
        case 3 where isItem:
            isText = name == "t"
            isRun = name == "r"
        case 4 where isRun: isText = name == "t"
        default: break
        }
    }

    override func end(depth: Int) {
        switch depth {
        case 4: isText = false
        case 3: (isText, isRun) = (false, false)
        case 2 where isItem:
            isItem = false
            EscapedText.unescape(&letters)
            strings.append(letters)
            letters.removeAll(keepingCapacity: true)
            if strings.size > WorkbookLimits.stringBytes { flaw = .tooLarge(part: part) }
        default: break
        }
    }

    override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard isText else { return }
        if letters.count + bytes.count > SheetLimits.rowBytes {
            flaw = .tooLarge(part: part)
        } else {
            letters.append(contentsOf: bytes)
        }
    }
}

/// Text in which `_x000D_` stands for what XML can't hold, and `_x005F_` for an underscore that would begin such a sign.
enum EscapedText {
    static func unescape(_ text: inout [UInt8]) {
        guard var next = text.firstIndex(of: underscore) else { return }
        var end = next
        while next < text.count {
            if let unit = unit(in: text, at: next) {
                let low = UTF16.isLeadSurrogate(unit) ? self.unit(in: text, at: next + length) : nil
                let isPair = low.map(UTF16.isTrailSurrogate) ?? false
                let units = isPair ? [unit, low ?? 0] : [unit]
                // Five bytes at most, and seven or more were taken. A zero would end the text for whoever reads it in C.
                for byte in String(decoding: unit == 0 ? [0xFFFD] : units, as: UTF16.self).utf8 {
                    text[end] = byte
                    end += 1
                }
                next += isPair ? 2 * length : length
            } else {
                text[end] = text[next]
                end += 1
                next += 1
            }
        }
        text.removeLast(text.count - end)
    }

    static func unescape(_ text: String) -> String {
        var letters = Array(text.utf8)
        unescape(&letters)
        return String(decoding: letters, as: UTF8.self)
    }

    private static let underscore = UInt8(ascii: "_")
    private static let length = 7

    private static func unit(in text: [UInt8], at place: Int) -> UInt16? {
        guard place + length <= text.count, text[place] == underscore, text[place + 1] == UInt8(ascii: "x"),
            text[place + length - 1] == underscore
        else { return nil }
        var unit: UInt16 = 0
        for letter in text[place + 2..<place + 6] {
            guard let digit = Character(Unicode.Scalar(letter)).hexDigitValue else { return nil }
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }
}
