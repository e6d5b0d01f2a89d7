import Dispatch
import Foundation
import Synchronization
import Testing

@testable import Terminal

/// What can be read is read, on the queue, until the descriptor's end or the watch's.
struct DescriptorWatchTests {
    private let queue = DispatchQueue(label: "test")

    /// Reads what comes out of a pipe and passes it on; at the pipe's end the stream ends.
    private func reader(of pipe: Pipe, _ texts: AsyncStream<String>.Continuation) -> DescriptorWatch.Reader {
        let descriptor = pipe.fileHandleForReading.fileDescriptor
        return DescriptorWatch.Reader(of: descriptor) { [queue] in
            dispatchPrecondition(condition: .onQueue(queue))
            var bytes = [UInt8](repeating: 0, count: 64)
            let count = read(descriptor, &bytes, bytes.count)
            guard count > 0 else {
                texts.finish()
                return false
            }
            texts.yield(String(decoding: bytes.prefix(count), as: UTF8.self))
            return true
        }
    }

    @Test func whatArrivesIsReadUntilTheEnd() async throws {
        let (first, second) = (Pipe(), Pipe())
        let (texts, passOn) = AsyncStream.makeStream(of: String.self)
        let (others, passOnOthers) = AsyncStream.makeStream(of: String.self)
        let watch = try #require(DescriptorWatch())
        watch.start([reader(of: first, passOn), reader(of: second, passOnOthers)], on: queue)
        var incoming = texts.makeAsyncIterator()
        for text in ["satu", "dua"] {
            try first.fileHandleForWriting.write(contentsOf: Data(text.utf8))
            #expect(await incoming.next() == text)
        }
        try first.fileHandleForWriting.close()
        #expect(await incoming.next() == nil)
        // One has ended; the other is read as before.
        var more = others.makeAsyncIterator()
        try second.fileHandleForWriting.write(contentsOf: Data("tiga".utf8))
        #expect(await more.next() == "tiga")
        watch.stop()
    }

    @Test func afterItsEndNothingIsRead() async throws {
        let pipe = Pipe()
        let (texts, passOn) = AsyncStream.makeStream(of: String.self)
        let watch = try #require(DescriptorWatch())
        watch.start([reader(of: pipe, passOn)], on: queue)
        watch.stop()
        try pipe.fileHandleForWriting.write(contentsOf: Data("empat".utf8))
        passOn.finish()
        #expect(await texts.reduce("", +) == "")
    }
}
