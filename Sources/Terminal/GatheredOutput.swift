import CNcurses
import Foundation

/// Holds back what is written to a descriptor until all of it can go on in one piece.
///
/// ncurses writes whenever it has moved the cursor, some forty times a screen. Each piece would wake whoever reads the terminal, and over ssh be a packet of
/// its own.
struct GatheredOutput: ~Copyable {
    /// What is to be gathered is written here; at other times it goes straight on.
    let stream: UnsafeMutablePointer<FILE>
    private let descriptor: Int32
    private let target: Int32
    private let held: Int32

    /// Makes a stream for what a descriptor stands for.
    ///
    /// - Returns: `nil` where the system has no descriptor left.
    init?(to target: Int32) {
        let descriptor = fcntl(target, F_DUPFD_CLOEXEC, 0)
        guard descriptor >= 0 else { return nil }
        guard let stream = fdopen(descriptor, "w") else {
            close(descriptor)
            return nil
        }
        (self.stream, self.descriptor, self.target) = (stream, descriptor, target)
        // Not a pipe: it would be full after some screens' bytes, with nobody there to read.
        held = memory_file()
    }

    deinit {
        fclose(stream)
        if held >= 0 { close(held) }
    }

    /// What is written to the descriptor by this. It goes straight on, and is nothing here, where the system can't hold it.
    func bytes(writtenBy body: () -> Void) -> [UInt8] {
        guard held >= 0, Self.point(descriptor, at: held) else {
            body()
            return []
        }
        body()
        _ = Self.point(descriptor, at: target)
        let count = Int(lseek(held, 0, SEEK_CUR))
        defer {
            ftruncate(held, 0)
            lseek(held, 0, SEEK_SET)
        }
        return [UInt8](unsafeUninitializedCapacity: max(0, count)) { buffer, read in
            read = max(0, pread(held, buffer.baseAddress, buffer.count, 0))
        }
    }

    /// Interrupted, or in a race with others who open files, it is asked for again.
    private static func point(_ descriptor: Int32, at other: Int32) -> Bool {
        while descriptor_point(descriptor, other) < 0 {
            guard errno == EINTR || errno == EBUSY else { return false }
        }
        return true
    }
}
