/// How far the bytes of one character of UTF-8 have come.
enum UTF8Character: Equatable {
    case unfinished
    case whole(Unicode.Scalar)
    /// The last byte does not continue what came before it, or the first begins nothing.
    case broken

    /// Reads a first byte and those that follow it, by table 3-7 of the Unicode standard.
    init(_ bytes: [UInt8]) {
        guard let lead = bytes.first, let length = Self.length(lead) else {
            self = .broken
            return
        }
        for (index, byte) in bytes.enumerated().dropFirst() {
            guard (index == 1 ? Self.second(after: lead) : 0x80...0xBF).contains(byte) else {
                self = .broken
                return
            }
        }
        guard bytes.count == length else {
            self = .unfinished
            return
        }
        let value = bytes.dropFirst().reduce(UInt32(lead) & (0xFF >> UInt32(length + 1))) {
            $0 << 6 | UInt32($1 & 0x3F)
        }
        self = Unicode.Scalar(value).map { .whole($0) } ?? .broken
    }

    private static func length(_ lead: UInt8) -> Int? {
        switch lead {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: nil
        }
    }

    private static func second(after lead: UInt8) -> ClosedRange<UInt8> {
        switch lead {
        case 0xE0: 0xA0...0xBF
        case 0xED: 0x80...0x9F
        case 0xF0: 0x90...0xBF
        case 0xF4: 0x80...0x8F
        default: 0x80...0xBF
        }
    }
}

/// Bytes that begin and end things.
enum ASCII {
    static let escape: UInt8 = 0x1B
    static let bell: UInt8 = 0x07
}
