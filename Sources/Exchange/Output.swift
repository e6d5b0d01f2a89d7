import Foundation
import Synchronization

/// Why output did not arrive.
public enum OutputFailure: Error, Hashable, Sendable {
    /// Whoever read standard output has gone, as `head` does when it has enough: no failure of ours.
    case readerLeft
    /// The file can't be written; the system's own words (exit 73).
    case cannotWrite(path: String, reason: String)
    /// More rows than a workbook's sheet holds; the other forms hold any number (exit 73).
    case tooManyRows(path: String, most: Int)
    /// A text is longer than a workbook's cell holds; the row counts as a spreadsheet does (exit 73).
    case textTooLong(path: String, row: Int, column: String, length: Int, most: Int)
}

/// Where text goes: standard output, or a file that appears whole or not at all.
public final class Output: Sendable {
    /// The path as it was given; `nil` for standard output.
    public let path: String?
    private let descriptor: Int32
    private let beside: Beside?
    private let state = Mutex(State())

    private struct State {
        var buffer: [UInt8] = []
        var isKept = false
    }

    /// A file under another name until it is whole.
    private struct Beside {
        let temporary: String
        let final: String
    }

    private init(path: String?, descriptor: Int32, beside: Beside?) {
        self.path = path
        self.descriptor = descriptor
        self.beside = beside
    }

    /// Standard output.
    public static let standard = Output(path: nil, descriptor: STDOUT_FILENO, beside: nil)

    /// A file that takes the place of `path` when ``keep()`` is called, readable by its owner alone: it may hold personal data.
    ///
    /// What is no plain file, `/dev/stdout` or a pipe, is written straight.
    ///
    /// - Throws: ``OutputFailure/cannotWrite(path:reason:)``
    public static func file(_ path: String) throws(OutputFailure) -> Output {
        var facts = stat()
        if stat(path, &facts) == 0, facts.st_mode & S_IFMT != S_IFREG {
            let descriptor = open(path, O_WRONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw failure(path) }
            return Output(path: path, descriptor: descriptor, beside: nil)
        }
        // A link stays a link: what it leads to is replaced.
        let final = (path as NSString).resolvingSymlinksInPath
        let folder = (final as NSString).deletingLastPathComponent
        let name = ".\((final as NSString).lastPathComponent).\(getpid())"
        let temporary = folder.isEmpty ? name : (folder as NSString).appendingPathComponent(name)
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw failure(path) }
        return Output(path: path, descriptor: descriptor, beside: Beside(temporary: temporary, final: final))
    }

    deinit {
        guard path != nil else { return }
        close(descriptor)
        if let beside, !state.withLock(\.isKept) { unlink(beside.temporary) }
    }

    /// Writes text, soon.
    public func write(_ text: String) throws(OutputFailure) { try write(bytes: text.utf8) }

    /// Writes bytes, soon.
    func write(bytes: some Sequence<UInt8>) throws(OutputFailure) {
        let full = state.withLock { state -> [UInt8]? in
            state.buffer.append(contentsOf: bytes)
            guard state.buffer.count >= 1 << 16 else { return nil }
            defer { state.buffer.removeAll(keepingCapacity: true) }
            return state.buffer
        }
        if let full { try send(full) }
    }

    /// Writes what is waiting.
    public func flush() throws(OutputFailure) {
        let rest = state.withLock { state in
            defer { state.buffer.removeAll(keepingCapacity: true) }
            return state.buffer
        }
        try send(rest)
    }

    /// Writes what is waiting; a file is on disk then, under another name still.
    public func secure() throws(OutputFailure) {
        try flush()
        guard let beside else { return }
        guard fsync(descriptor) == 0 else { throw Self.failure(beside.final) }
    }

    /// Writes what is waiting and, for a file, puts it in its place.
    public func keep() throws(OutputFailure) {
        try secure()
        guard let beside else { return }
        guard rename(beside.temporary, beside.final) == 0 else { throw Self.failure(beside.final) }
        state.withLock { $0.isKept = true }
    }

    /// Where a workbook for this output is made: in the file that will take its place, or in one that is sent on.
    func workbookPlace() throws(OutputFailure) -> WorkbookPlace {
        if let beside { return WorkbookPlace(beside.temporary) }
        return try WorkbookPlace()
    }

    /// Sends a workbook on that was made elsewhere.
    func pass(_ place: WorkbookPlace) throws(OutputFailure) {
        guard place.isPassing else { return }
        let source = open(place.path, O_RDONLY | O_CLOEXEC)
        guard source >= 0 else { throw Self.failure(place.path) }
        defer { close(source) }
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = piece.withUnsafeMutableBytes { read(source, $0.baseAddress, $0.count) }
            guard count >= 0 else { throw Self.failure(place.path) }
            guard count > 0 else { return }
            try send(Array(piece[..<count]))
        }
    }

    private func send(_ bytes: [UInt8]) throws(OutputFailure) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                Foundation.write(descriptor, $0.baseAddress?.advanced(by: sent), bytes.count - sent)
            }
            if count >= 0 {
                sent += count
            } else if errno == EPIPE {
                throw .readerLeft
            } else if errno == EAGAIN {
                var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&ready, 1, -1)
            } else if errno != EINTR {
                throw Self.failure(path ?? "stdout")
            }
        }
    }

    private static func failure(_ path: String) -> OutputFailure {
        .cannotWrite(path: path, reason: String(cString: strerror(errno)))
    }
}
