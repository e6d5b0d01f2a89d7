/// Numbers that look random and are the same on every machine for the same seed: SplitMix64 (Steele, Lea, Flood 2014).
///
/// The standard library's `random(in:using:)` may draw differently in a later version, so that the drawing is here too.
struct SeededGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// The next 64 bits.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, not including, `count`; 0 where `count` is not positive.
    mutating func below(_ count: Int) -> Int {
        let bits = next()
        return count > 0 ? Int(UInt64(count).multipliedFullWidth(by: bits).high) : 0
    }

    /// A number of a range, each as likely as the other.
    mutating func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.upperBound - range.lowerBound + 1)
    }

    /// A number of a range, those in its middle likelier.
    mutating func aroundMiddle(of range: ClosedRange<Int>) -> Int {
        let width = range.upperBound - range.lowerBound
        return range.lowerBound + (below(width + 1) + below(width + 1)) / 2
    }

    /// True in `percent` of a hundred cases.
    mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

    /// One of a list that is not empty.
    mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }

    /// One of a list, by weight.
    mutating func pick<Element>(_ list: Weighted<Element>) -> Element {
        list.element(share: next())
    }
}

/// A list that is not empty, each of whose elements is as likely as its weight says.
struct Weighted<Element: Sendable>: Sendable {
    private let elements: [Element]
    private let upperBounds: [Int]
    /// The sum of all weights.
    let total: Int

    /// Elements with their weights, 1 and up.
    init(_ weighted: [(Element, Int)]) {
        elements = weighted.map(\.0)
        var sum = 0
        upperBounds = weighted.map { pair in
            sum += pair.1
            return sum
        }
        total = sum
    }

    /// The element at a share of the weights, from 0 for none of them to `UInt64.max` for all.
    func element(share: UInt64) -> Element {
        element(at: Int(UInt64(total).multipliedFullWidth(by: share).high))
    }

    /// The element that the point falls on, counted along the weights from 0.
    func element(at point: Int) -> Element {
        var low = 0
        var high = elements.count - 1
        while low < high {
            let middle = (low + high) / 2
            if point < upperBounds[middle] { high = middle } else { low = middle + 1 }
        }
        return elements[low]
    }
}
