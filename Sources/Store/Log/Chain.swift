import Digest
import Foundation
import GRDB

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

    /// Adds any value of a column, its kind included.
    mutating func add(_ value: DatabaseValue) {
        switch value.storage {
        case .null: add(0)
        case .int64(let number):
            add(1)
            add(number)
        case .double(let number):
            add(2)
            add(Int64(bitPattern: number.bitPattern))
        case .string(let text):
            add(3)
            add(text)
        case .blob(let data):
            add(4)
            add(Int64(data.count))
            add(data)
        }
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
