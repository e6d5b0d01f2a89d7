import Foundation

/// Keys of many names, to be put in the order in which lists have them: byte by byte, as SQLite compares them.
struct NameOrder: Sendable {
    private var keys = Runs<UInt8>()

    /// Makes room for so many names.
    mutating func reserve(_ names: Int) { keys.reserve(names, of: Self.bytesEach) }

    /// Most names have less.
    static let bytesEach = 24

    /// Adds a name's key, at the next place.
    mutating func add(_ key: UnsafeBufferPointer<UInt8>) { keys.append(key) }

    /// The key at a place.
    func key(_ place: UInt32) -> String { String(decoding: keys[Int(place)], as: UTF8.self) }

    func areSame(_ one: UInt32, _ other: UInt32) -> Bool { keys[Int(one)].elementsEqual(keys[Int(other)]) }

    /// The places by name; of the same name, the lower first.
    func sorted() -> [UInt32] {
        keys.elements.withUnsafeBytes { bytes in
            // There is none where nobody has a name.
            guard let start = bytes.baseAddress else { return (0..<keys.count).map(UInt32.init) }
            var beginnings: [Beginning] = []
            beginnings.reserveCapacity(keys.count)
            for place in 0..<keys.count {
                let key = UnsafeRawBufferPointer(rebasing: bytes[keys.range(place)])
                beginnings.append(Beginning(key, UInt32(place)))
            }
            // Where it stands: another list of a million would be held beside it.
            beginnings.sort { one, other in
                if one.letters != other.letters { return one.letters < other.letters }
                let (ours, theirs) = (keys.range(Int(one.place)), keys.range(Int(other.place)))
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
