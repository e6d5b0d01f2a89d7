import Digest
import Foundation

/// The hash that chains the log: SHA-256 over the step before and everything a step says and replaced.
struct Chain {
    private var hash = SHA256()

    /// Begins the hash of the step that follows one with this hash.
    init(after previous: Data) {
        add(previous)
    }

    /// Adds a number.
    mutating func add(_ number: Int64) {
        withUnsafeBytes(of: number.littleEndian) { add(bytes: $0) }
    }

    /// Adds a text; no text and an empty one are told apart, and so is where one ends and the next begins.
    mutating func add(_ text: String?) {
        guard var text else { return add(-1) }
        add(Int64(text.utf8.count))
        text.withUTF8 { add(bytes: UnsafeRawBufferPointer($0)) }
    }

    private mutating func add(_ data: Data) {
        data.withUnsafeBytes { add(bytes: $0) }
    }

    private mutating func add(bytes: UnsafeRawBufferPointer) { hash.add(bytes) }

    /// The hash; the chain's state is spent.
    mutating func digest() -> Data {
        Data(hash.finish())
    }
}
