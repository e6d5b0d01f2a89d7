import Foundation
import Synchronization

/// Text that is kept for later without taking memory: an open file that has no name any more.
final class Spool: Sendable {
    private let state: Mutex<Int32>

    /// - Throws: ``OutputFailure`` where there is no room for it.
    init() throws(OutputFailure) {
        let file = try TemporaryFile()
        unlink(file.path)
        state = Mutex(file.descriptor)
    }

    deinit { _ = state.withLock { close($0) } }

    /// Adds text.
    func write(_ text: String) throws(OutputFailure) {
        let isWritten = state.withLock { descriptor in
            var rest = Array(text.utf8)[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
                guard count > 0 || errno == EINTR else { return false }
                rest = rest.dropFirst(max(count, 0))
            }
            return true
        }
        guard isWritten else { throw Self.failure() }
    }

    /// Hands everything on, in pieces that end where a line ends.
    func read(_ body: (String) throws -> Void) throws {
        let descriptor = state.withLock { $0 }
        lseek(descriptor, 0, SEEK_SET)
        var pending: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = piece.withUnsafeMutableBytes { Foundation.read(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { break }
            pending += piece[..<count]
            guard let end = pending.lastIndex(of: UInt8(ascii: "\n")) else { continue }
            try body(String(decoding: pending[...end], as: UTF8.self))
            pending.removeFirst(end + 1)
        }
    }

    private static func failure() -> OutputFailure {
        .cannotWrite(path: TemporaryFile.folder, reason: String(cString: strerror(errno)))
    }
}
