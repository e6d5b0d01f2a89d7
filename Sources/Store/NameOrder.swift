import Foundation

/// Keys of many names, to be put in the order in which lists have them: byte by byte, as SQLite compares them.
struct NameOrder: Sendable {
    /// All keys, one after the other, and where each ends.
    private var bytes: [UInt8] = []
    private var ends: [UInt32] = []

    /// Makes room for so many names: where it has to be made larger, all is held twice for a while.
    mutating func reserve(_ names: Int) {
        bytes.reserveCapacity(names * Self.bytesEach)
        ends.reserveCapacity(names)
    }

    /// Most names have less. What is not used takes no memory.
    static let bytesEach = 24

    /// Adds a name's key, at the next place.
    mutating func add(_ key: UnsafeBufferPointer<UInt8>) {
        bytes.append(contentsOf: key)
        ends.append(UInt32(bytes.count))
    }

    private func range(_ place: UInt32) -> Range<Int> {
        let place = Int(place)
        return (place == 0 ? 0 : Int(ends[place - 1]))..<Int(ends[place])
    }

    /// The key at a place.
    func key(_ place: UInt32) -> String { String(decoding: bytes[range(place)], as: UTF8.self) }

    func areSame(_ one: UInt32, _ other: UInt32) -> Bool { bytes[range(one)].elementsEqual(bytes[range(other)]) }

    /// The places by name; of the same name, the lower first.
    func sorted() -> [UInt32] {
        bytes.withUnsafeBytes { bytes in
            // There is none where nobody has a name.
            guard let start = bytes.baseAddress else { return Array(ends.indices.map(UInt32.init)) }
            var beginnings: [Beginning] = []
            beginnings.reserveCapacity(ends.count)
            for place in ends.indices {
                let place = UInt32(place)
                beginnings.append(Beginning(UnsafeRawBufferPointer(rebasing: bytes[range(place)]), place))
            }
            // Where it stands: another list of a million would be held beside it.
            beginnings.sort { one, other in
                if one.letters != other.letters { return one.letters < other.letters }
                let (ours, theirs) = (range(one.place), range(other.place))
                let rest = min(ours.count, theirs.count)
                let difference = memcmp(start + ours.lowerBound, start + theirs.lowerBound, rest)
                if difference != 0 { return difference < 0 }
                return ours.count != theirs.count ? ours.count < theirs.count : one.place < other.place
            }
            return beginnings.map(\.place)
        }
    }

    /// A name's first four bytes as one number, which tell most names apart without looking at them.
    private struct Beginning {
        var letters: UInt32 = 0
        let place: UInt32

        init(_ key: UnsafeRawBufferPointer, _ place: UInt32) {
            self.place = place
            for offset in 0..<4 { letters = letters << 8 | (offset < key.count ? UInt32(key[offset]) : 0) }
        }
    }
}
