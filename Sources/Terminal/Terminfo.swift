import CNcurses
import Glibc
import Keyboard

/// What the system's database says of the terminal at hand; to be asked once the terminal is open.
enum Terminfo {
    /// The bytes of a capability, without the pauses that old terminals needed.
    static func bytes(_ capability: String) -> [UInt8]? {
        guard let value = terminfo_string(capability) else { return nil }
        return withoutPauses(
            Array(UnsafeBufferPointer(start: value, count: strlen(value))).map { UInt8(bitPattern: $0) })
    }

    /// Takes the pauses out, which stand as `$<5/>`.
    static func withoutPauses(_ bytes: [UInt8]) -> [UInt8] {
        var kept: [UInt8] = []
        var rest = bytes[...]
        while let byte = rest.first {
            if rest.starts(with: "$<".utf8), let end = rest.firstIndex(of: UInt8(ascii: ">")) {
                rest = rest[(end + 1)...]
            } else {
                kept.append(byte)
                rest = rest.dropFirst()
            }
        }
        return kept
    }

    /// The sequences the terminal's keys send.
    static var keys: [[UInt8]: Key] {
        var keys: [[UInt8]: Key] = [:]
        for (capability, key) in capabilities {
            if let sequence = bytes(capability) { keys[sequence] = key }
        }
        return keys
    }

    private static let capabilities: [(String, Key)] =
        [
            ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end),
            ("kpp", .pageUp), ("knp", .pageDown), ("kdch1", .delete), ("kich1", .insert), ("kcbt", .backTab),
            ("kent", .enter), ("kLFT5", .wordLeft), ("kRIT5", .wordRight), ("kLFT3", .wordLeft), ("kRIT3", .wordRight),
        ] + (1...12).map { ("kf\($0)", .function($0)) }
}
