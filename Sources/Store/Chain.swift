import CNettle
import Foundation

/// The hash that chains the log: SHA-256 over the step before and everything a step says and replaced.
struct Chain {
    private var state = sha256_ctx()

    /// Begins the hash of the step that follows one with this hash.
    init(after previous: Data) {
        nettle_sha256_init(&state)
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

    private mutating func add(bytes: UnsafeRawBufferPointer) {
        nettle_sha256_update(&state, bytes.count, bytes.bindMemory(to: UInt8.self).baseAddress)
    }

    /// The hash; the chain's state is spent.
    mutating func digest() -> Data {
        var hash = Data(count: Int(SHA256_DIGEST_SIZE))
        hash.withUnsafeMutableBytes {
            nettle_sha256_digest(&state, $0.count, $0.bindMemory(to: UInt8.self).baseAddress)
        }
        return hash
    }
}
