/// How letters are written as bytes in a text file.
public enum TextEncoding: String, Sendable {
    case utf8
    case utf16LittleEndian
    case utf16BigEndian
    /// What Windows programs in Western languages wrote before UTF-8.
    case windows1252

    /// A text's bytes in this encoding; what it has no sign for becomes `?`.
    public func bytes(of text: String) -> [UInt8] {
        switch self {
        case .utf8: Array(text.utf8)
        case .utf16LittleEndian: text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        case .utf16BigEndian: text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        case .windows1252: text.unicodeScalars.map { Windows1252.byte(of: $0) ?? UInt8(ascii: "?") }
        }
    }
}

/// Tells from all bytes of a file, handed to it piece by piece, how its letters are written.
///
/// A mark at the beginning decides. Without one, a zero in every other byte is UTF-16; what is valid UTF-8 is that, and
/// anything else is Windows-1252, in which every file can be read but for five bytes.
public struct TextEncodingDetector: Sendable {
    private var head: [UInt8] = []
    private var check = UTF8Check()
    private var isUTF8 = true
    /// Whether a byte stands in the file that Windows-1252 has no letter for.
    private var hasUndefined = false
    private var letters = 0

    /// Nothing was seen yet.
    public init() {}

    /// Looks at the next bytes.
    public mutating func look(at piece: [UInt8]) {
        if head.count < Self.headSize { head += piece.prefix(Self.headSize - head.count) }
        for byte in piece {
            guard byte >= 0x80 || check.isUnfinished else { continue }
            if isUTF8 {
                isUTF8 = check.accepts(byte)
                if byte >= 0xC0 { letters += 1 }
            }
            if Windows1252.undefined.contains(byte) { hasUndefined = true }
        }
    }

    /// How the letters are written.
    ///
    /// A file that is neither counts as UTF-8, so that reading it says where it is not.
    public var encoding: TextEncoding {
        if head.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
        if head.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
        if let wide = unmarkedUTF16 { return wide }
        return (isUTF8 && !check.isUnfinished) || hasUndefined ? .utf8 : .windows1252
    }

    private static let headSize = 256

    private var unmarkedUTF16: TextEncoding? {
        guard head.count >= 4, head.count % 2 == 0 || head.count == Self.headSize else { return nil }
        let evens = stride(from: 0, to: head.count, by: 2).filter { head[$0] == 0 }.count
        let odds = stride(from: 1, to: head.count, by: 2).filter { head[$0] == 0 }.count
        let pairs = head.count / 2
        if odds * 4 > pairs * 3, evens == 0 { return .utf16LittleEndian }
        if evens * 4 > pairs * 3, odds == 0 { return .utf16BigEndian }
        return nil
    }
}

/// Bytes of a text as UTF-8, whatever the file is written in. What is no letter there becomes a byte that is no UTF-8, so that whoever
/// reads it can say where it stands.
public struct UTF8Text<Source: ByteSource>: ByteSource {
    private var source: Source
    private let encoding: TextEncoding
    private var piece: [UInt8] = []
    /// The first half of a UTF-16 surrogate pair.
    private var high: UInt16?
    private var isAtStart = true

    /// - Parameter encoding: how the letters of `source` are written.
    public init(_ source: Source, _ encoding: TextEncoding) {
        self.source = source
        self.encoding = encoding
    }

    public mutating func read(into buffer: inout [UInt8]) throws(SheetFlaw) {
        guard encoding != .utf8 else { return try source.read(into: &buffer) }
        let before = buffer.count
        // A piece may hold half a letter only; nothing would mean the end.
        repeat {
            let waiting = piece.count
            try source.read(into: &piece)
            guard piece.count > waiting else { return finish(&buffer) }
            decode(into: &buffer)
        } while buffer.count == before
    }

    private mutating func finish(_ buffer: inout [UInt8]) {
        if !piece.isEmpty || high != nil { buffer.append(Self.noLetter) }
        piece.removeAll()
        high = nil
    }

    /// A byte that stands nowhere in UTF-8.
    private static var noLetter: UInt8 { 0xFF }

    private mutating func decode(into buffer: inout [UInt8]) {
        if encoding == .windows1252 {
            for byte in piece { Windows1252.append(byte, to: &buffer) }
            piece.removeAll(keepingCapacity: true)
            return
        }
        let units = piece.count / 2
        for unit in 0..<units {
            let (first, second) = (UInt16(piece[2 * unit]), UInt16(piece[2 * unit + 1]))
            take(encoding == .utf16LittleEndian ? second << 8 | first : first << 8 | second, into: &buffer)
        }
        piece.removeFirst(2 * units)
    }

    private mutating func take(_ unit: UInt16, into buffer: inout [UInt8]) {
        if isAtStart {
            isAtStart = false
            // The mark goes on as UTF-8's.
            if unit == 0xFEFF { return buffer.append(contentsOf: [0xEF, 0xBB, 0xBF]) }
        }
        if let first = high {
            high = nil
            if UTF16.isTrailSurrogate(unit) {
                append(0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(unit) - 0xDC00), to: &buffer)
                return
            }
            buffer.append(Self.noLetter)
        }
        if UTF16.isLeadSurrogate(unit) {
            high = unit
        } else {
            append(UInt32(unit), to: &buffer)
        }
    }

    private func append(_ scalar: UInt32, to buffer: inout [UInt8]) {
        guard let scalar = Unicode.Scalar(scalar) else { return buffer.append(Self.noLetter) }
        buffer.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
}

extension UTF8Text: Sendable where Source: Sendable {}

/// The letters of Windows-1252 where it differs from Unicode's first 256.
enum Windows1252 {
    /// The bytes that stand for nothing.
    static let undefined: Set<UInt8> = [0x81, 0x8D, 0x8F, 0x90, 0x9D]

    /// What 0x80 to 0x9F stand for (unicode.org, CP1252); 0 for nothing.
    private static let letters: [UInt16] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
        0x0178,
    ]

    /// Adds the letter of a byte as UTF-8, or a byte that is none.
    static func append(_ byte: UInt8, to buffer: inout [UInt8]) {
        guard byte >= 0x80 else { return buffer.append(byte) }
        let value = byte < 0xA0 ? letters[Int(byte) - 0x80] : UInt16(byte)
        guard value != 0, let scalar = Unicode.Scalar(value) else { return buffer.append(0xFF) }
        buffer.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }

    /// The byte of a letter, where there is one.
    static func byte(of scalar: Unicode.Scalar) -> UInt8? {
        if scalar.value < 0x80 || (0xA0...0xFF).contains(scalar.value) { return UInt8(scalar.value) }
        return letters.firstIndex { $0 != 0 && UInt32($0) == scalar.value }.map { UInt8(0x80 + $0) }
    }
}
