import Foundation

/// Numbers that are the same for the same seed (SplitMix64).
package struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    package init(state: UInt64) { self.state = state }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// How much the fuzz targets try: each as many seeds as it says, about a minute together; where `SILAT_FUZZ_SECONDS` is set, as many as
/// there is time for, so long together.
///
/// Seeds count up from 1, or from `SILAT_FUZZ_SEED`: a failure names its seed, and that seed alone brings it back.
package struct FuzzBudget {
    private let count: Int
    private let share: Double

    /// - Parameters:
    ///   - count: how many seeds, where no time is set: the same on every machine.
    ///   - share: this target's part of the time; those of all targets add up to 1.
    package init(seeds count: Int, share: Double) { (self.count, self.share) = (count, share) }

    private static func setting(_ name: String) -> Double? {
        ProcessInfo.processInfo.environment[name].flatMap(Double.init)
    }

    /// The seeds to try; one at least.
    package var seeds: some Sequence<UInt64> {
        let first = UInt64(Self.setting("SILAT_FUZZ_SEED") ?? 1)
        let end = Self.setting("SILAT_FUZZ_SECONDS").map { ContinuousClock.now + .seconds($0 * share) }
        let last = first + UInt64(max(count, 1)) - 1
        return sequence(first: first) { seed in
            let isMore = end.map { ContinuousClock.now < $0 } ?? (seed < last)
            return isMore ? seed + 1 : nil
        }
    }
}

/// Flips, cuts out, doubles, overwrites or inserts bytes, once or a few times.
///
/// - Parameter signs: what means something in the form at hand.
package func mutate(_ bytes: inout [UInt8], signs: String, _ random: inout Seeded) {
    for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        let length = min(Int.random(in: 1...20, using: &random), bytes.count - place)
        switch Int.random(in: 0..<6, using: &random) {
        case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 2: bytes.removeSubrange(place..<place + length)
        case 3: bytes.insert(contentsOf: bytes[place..<place + length], at: place)
        case 4:
            let sign = Array(signs.utf8).randomElement(using: &random) ?? 0
            bytes.insert(contentsOf: repeatElement(sign, count: length), at: place)
        default: bytes.replaceSubrange(place..<place + length, with: repeatElement(0xFF, count: length))
        }
    }
}
