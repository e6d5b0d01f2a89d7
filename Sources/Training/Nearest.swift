import Foundation

extension StringProtocol {
    /// What codes and place names are compared by: letters and digits alone, lower case, without accents.
    ///
    /// So `Mabu'un`, `MABUUN` and `Mabu un` are one.
    public var comparable: String { String(self).comparable }
}

extension String {
    /// What codes and place names are compared by: letters and digits alone, lower case, without accents.
    // Not generic: a million rows of a roster come by here.
    public var comparable: String {
        plainComparable
            ?? folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
            .filter { $0.isLetter || $0.isNumber }
    }

    /// The text to compare by where it is ASCII, as nearly all is: folding by Foundation costs a hundred times as much.
    private var plainComparable: String? {
        guard utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        return String(unsafeUninitializedCapacity: utf8.count) { buffer in
            var count = 0
            for byte in utf8 where byte.isPlainLetter || byte.isDigit {
                buffer[count] = byte.isDigit ? byte : byte | 0x20
                count += 1
            }
            return count
        }
    }
}

/// The candidates most like a text, the nearest first, at most three: what a message about an unknown name offers.
///
/// Case, accents and punctuation are ignored. Where some candidates are a slip or two away only these are named; where
/// none is, the three nearest are, so that whoever asked sees what there is.
public func nearest(to text: String, among candidates: some Sequence<String>) -> [String] {
    let wanted = Array(text.comparable.utf8)
    let slips = max(2, wanted.count / 3)
    let ranked = candidates.map { (name: $0, distance: distance(wanted, Array($0.comparable.utf8))) }
        .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
    let close = ranked.prefix { $0.distance <= slips }
    return (close.isEmpty ? ranked[...] : close).prefix(3).map(\.name)
}

/// Whether two texts that were made ``StringProtocol/comparable`` are one slip apart, or none.
func isOneSlip(_ one: String, _ other: String) -> Bool {
    abs(one.utf8.count - other.utf8.count) <= 1 && distance(Array(one.utf8), Array(other.utf8)) <= 1
}

/// How many slips apart two texts are: letters left out, added, exchanged, or swapped with their neighbour.
private func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...other.count)
    for row in one.indices {
        var line = [row + 1]
        line.reserveCapacity(other.count + 1)
        for column in other.indices {
            let exchange = last[column] + (one[row] == other[column] ? 0 : 1)
            var best = min(exchange, last[column + 1] + 1, line[column] + 1)
            if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
                best = min(best, beforeLast[column - 1] + 1)
            }
            line.append(best)
        }
        beforeLast = last
        last = line
    }
    return last[other.count]
}
