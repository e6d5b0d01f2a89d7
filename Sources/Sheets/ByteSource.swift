import Foundation

/// Where bytes come from, a piece at a time.
public protocol ByteSource {
    /// Appends the next piece; nothing at the end.
    mutating func read(into buffer: inout [UInt8]) throws(SheetFlaw)
}

/// The bytes of a file, in pieces of 64 KiB.
public struct FileBytes: ByteSource, Sendable {
    /// Bytes in the file.
    public let size: Int
    private let file: OpenFile

    /// Opens a file for reading.
    ///
    /// - Throws: ``SheetFlaw`` where there is none, it is a folder or a pipe, or the system forbids it.
    public init(path: String) throws(SheetFlaw) {
        // Without waiting: a pipe that nobody writes to would hold us here.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            throw errno == ENOENT || errno == ENOTDIR ? .noSuchFile : .unreadable(String(cString: strerror(errno)))
        }
        file = OpenFile(descriptor)
        var facts = stat()
        guard fstat(descriptor, &facts) == 0 else { throw .unreadable(String(cString: strerror(errno))) }
        guard facts.st_mode & S_IFMT != S_IFDIR else { throw .isFolder }
        guard facts.st_mode & S_IFMT == S_IFREG else { throw .isPipe }
        size = Int(facts.st_size)
    }

    /// The open file; it closes with the last copy of this value.
    var descriptor: Int32 { file.descriptor }

    public func read(into buffer: inout [UInt8]) throws(SheetFlaw) {
        let before = buffer.count
        buffer.append(contentsOf: repeatElement(0, count: 65_536))
        let count = buffer.withUnsafeMutableBytes { bytes in
            while true {
                let count = Foundation.read(file.descriptor, bytes.baseAddress?.advanced(by: before), 65_536)
                if count >= 0 || errno != EINTR { return count }
            }
        }
        buffer.removeLast(65_536 - max(count, 0))
        if count < 0 { throw .unreadable(String(cString: strerror(errno))) }
    }

    /// Closes the file when nobody reads it any more.
    private final class OpenFile: Sendable {
        let descriptor: Int32

        init(_ descriptor: Int32) { self.descriptor = descriptor }

        deinit { close(descriptor) }
    }
}

/// Bytes in memory, in pieces of a chosen size.
public struct MemoryBytes: ByteSource, Sendable {
    private var rest: ArraySlice<UInt8>
    private let piece: Int

    /// - Parameter piece: how many bytes each read gives, at least 1.
    public init(_ bytes: some Sequence<UInt8>, piece: Int = 4_096) {
        rest = Array(bytes)[...]
        self.piece = max(1, piece)
    }

    public mutating func read(into buffer: inout [UInt8]) {
        buffer.append(contentsOf: rest.prefix(piece))
        rest = rest.dropFirst(piece)
    }
}
