import Dispatch
import Foundation
import Glibc

/// Waits for descriptors to be read, on a thread of its own.
///
/// A dispatch source would do the same, but where the line breaks while the source is being cancelled, the library goes through what it has
/// freed (swift-corelibs-libdispatch, issue 949), and the program ends in a crash instead of in order.
final class DescriptorWatch: Sendable {
    /// What is read, and how.
    struct Reader: Sendable {
        let descriptor: Int32
        /// Reads what there is; false at the descriptor's end, where it could be read for ever.
        let read: @Sendable () -> Bool

        init(of descriptor: Int32, read: @escaping @Sendable () -> Bool) {
            self.descriptor = descriptor
            self.read = read
        }
    }

    /// The ends of the pipe that ``stop()`` writes to.
    private let wake: (read: Int32, write: Int32)
    /// Signalled when the thread has ended.
    private let ended = DispatchSemaphore(value: 0)

    /// `nil` where the system has no descriptor left, which `errno` says.
    init?() {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        wake = (ends[0], ends[1])
    }

    deinit {
        close(wake.read)
        close(wake.write)
    }

    /// Calls each descriptor's reader on the queue whenever there is something to read; once in a watch's life.
    func start(_ readers: [Reader], on queue: DispatchQueue) {
        let thread = Thread { [self] in
            // Signals are for the threads that always had them.
            var all = sigset_t()
            sigfillset(&all)
            pthread_sigmask(SIG_BLOCK, &all, nil)
            watch(readers, on: queue)
            ended.signal()
        }
        thread.name = "terminal"
        thread.start()
    }

    /// Ends what ``start(_:on:)`` began; when it returns no reader runs any more. Not to be called on the queue.
    func stop() {
        // A pipe that nobody has read has room for a byte.
        _ = write(wake.write, [1], 1)
        ended.wait()
    }

    private func watch(_ readers: [Reader], on queue: DispatchQueue) {
        var looks = ([wake.read] + readers.map(\.descriptor)).map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        while true {
            guard poll(&looks, nfds_t(looks.count), -1) >= 0 else {
                if errno == EINTR || errno == EAGAIN { continue }
                return
            }
            for place in looks.indices where looks[place].revents != 0 {
                if place == 0 { return }
                let isThere = queue.sync { readers[place - 1].read() }
                // What is below zero is passed over.
                if !isThere { looks[place].fd = -1 }
            }
        }
    }
}
