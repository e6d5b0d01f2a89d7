import Digest
import Sheets

/// What a file is, from all of its bytes: looked at once before anything is read from it.
struct FileFacts: Sendable {
    /// SHA-256 in hexadecimal digits.
    let hash: String
    /// Bytes in the file.
    let size: Int
    /// What its first bytes say that it is.
    let format: SheetFormat
    /// How its letters are written, where it is text.
    let encoding: TextEncoding

    /// Reads a file to its end.
    ///
    /// - Throws: ``SheetFlaw`` where it can't be read or is empty.
    init(path: String) throws(SheetFlaw) {
        let source = try FileBytes(path: path)
        var digest = SHA256()
        var detector = TextEncodingDetector()
        var head: [UInt8] = []
        var piece: [UInt8] = []
        var size = 0
        while true {
            piece.removeAll(keepingCapacity: true)
            try source.read(into: &piece)
            guard !piece.isEmpty else { break }
            digest.add(piece)
            if head.count < Self.headSize { head += piece.prefix(Self.headSize - head.count) }
            if size == 0 || SheetFormat.sniff(head) == .text { detector.look(at: piece) }
            size += piece.count
        }
        guard size > 0 else { throw .empty }
        self.size = size
        format = SheetFormat.sniff(head)
        encoding = detector.encoding
        hash = digest.hexadecimal()
    }

    /// How many bytes tell what a file is.
    private static let headSize = 1 << 12
}
