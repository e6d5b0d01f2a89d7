/// What a file is, as its first bytes tell.
public enum SheetFormat: Hashable, Sendable {
    /// Text: comma-separated values, in one encoding or another.
    case text
    /// A zip archive, which a workbook is, and much else.
    case zip
    /// A compound file of Microsoft: a workbook from before 2007, or one with a password.
    case compound
    /// Neither: a picture, a letter, a program.
    case binary

    /// Tells a format from a file's first bytes; a few hundred are enough, and none are text.
    public static func sniff(_ head: [UInt8]) -> SheetFormat {
        if zipBeginnings.contains(where: head.starts) { return .zip }
        if head.starts(with: compoundBeginning) { return .compound }
        if binaryBeginnings.contains(where: head.starts) { return .binary }
        if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return .text }
        return head.contains(0) && !looksLikeUTF16(head) ? .binary : .text
    }

    private static let zipBeginnings: [[UInt8]] = [
        Array("PK\u{3}\u{4}".utf8), Array("PK\u{5}\u{6}".utf8), Array("PK\u{7}\u{8}".utf8),
    ]
    private static let compoundBeginning: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    /// PDF, RTF, PNG, JPEG, GIF, gzip, xz, 7z, rar, ELF: those that need not hold a zero byte early on.
    private static let binaryBeginnings: [[UInt8]] = [
        Array("%PDF".utf8), Array("{\\rtf".utf8), [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], Array("GIF8".utf8),
        [0x1F, 0x8B], [0xFD, 0x37, 0x7A, 0x58, 0x5A], [0x37, 0x7A, 0xBC, 0xAF], Array("Rar!".utf8),
        [0x7F, 0x45, 0x4C, 0x46],
    ]

    /// Whether the zero bytes stand as in UTF-16 without a mark: all in the same half of each pair, in a good part of the pairs.
    private static func looksLikeUTF16(_ head: [UInt8]) -> Bool {
        var zeros = [0, 0]
        for (place, byte) in head.enumerated() where byte == 0 { zeros[place % 2] += 1 }
        return zeros.contains(0) && (zeros[0] + zeros[1]) * 6 >= head.count
    }
}

/// The directory of a compound file, as far as it tells one document from another.
enum CompoundFile {
    /// What is wrong with a compound file, as no such file is a workbook that can be read.
    ///
    /// - Throws: ``SheetFlaw`` where it can't be read at all.
    static func flaw(path: String) throws(SheetFlaw) -> SheetFlaw {
        let file = try FileBytes(path: path)
        var buffer: [UInt8] = []
        var isLetter = false
        repeat {
            buffer.removeFirst(buffer.count / entrySize * entrySize)
            let rest = buffer.count
            try file.read(into: &buffer)
            guard buffer.count > rest else { break }
            for start in stride(from: 0, through: buffer.count - entrySize, by: entrySize) {
                let entry = buffer[start..<start + entrySize]
                if isNamed("EncryptedPackage", entry) { return .encrypted }
                if isNamed("WordDocument", entry) || isNamed("PowerPoint Document", entry) { isLetter = true }
            }
        } while true
        return isLetter ? .notATable : .oldWorkbook
    }

    /// Entries of the directory have this size and stand at its multiples, as all sectors do.
    private static let entrySize = 128

    /// Whether an entry of the directory has this name: UTF-16 in 64 bytes, then how many of them count, with the zero at the end.
    private static func isNamed(_ name: StaticString, _ entry: ArraySlice<UInt8>) -> Bool {
        let length = name.utf8CodeUnitCount * 2 + 2
        guard Int(entry[entry.startIndex + 64]) == length, entry[entry.startIndex + 65] == 0 else { return false }
        return name.withUTF8Buffer { letters in
            letters.indices.allSatisfy { place in
                entry[entry.startIndex + 2 * place] == letters[place] && entry[entry.startIndex + 2 * place + 1] == 0
            }
        }
    }
}
