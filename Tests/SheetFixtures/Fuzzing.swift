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

/// How long the fuzz targets run: a minute together, `SILAT_FUZZ_SECONDS` together where that is set.
///
/// Seeds count up from 1, or from `SILAT_FUZZ_SEED`: a failure names its seed, and that seed alone brings it back.
package struct FuzzBudget {
    private let share: Double

    /// - Parameter share: this target's part of the time; those of all targets add up to 1.
    package init(share: Double) { self.share = share }

    private static func setting(_ name: String) -> Double? {
        ProcessInfo.processInfo.environment[name].flatMap(Double.init)
    }

    /// The seeds for which there is time; one at least.
    package var seeds: some Sequence<UInt64> {
        let seconds = (Self.setting("SILAT_FUZZ_SECONDS") ?? 60) * share
        let end = ContinuousClock.now + .seconds(seconds)
        let first = UInt64(Self.setting("SILAT_FUZZ_SEED") ?? 1)
        return sequence(first: first) { seed in ContinuousClock.now < end ? seed + 1 : nil }
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
