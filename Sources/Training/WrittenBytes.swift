/// Writes digits and bullets into a text's own memory: what every row of a list shows, without a text for each part of it.
struct WrittenBytes {
    private let buffer: UnsafeMutableBufferPointer<UInt8>
    /// How many bytes were written.
    private(set) var count = 0

    /// - Parameter buffer: must hold all that is added.
    init(to buffer: UnsafeMutableBufferPointer<UInt8>) { self.buffer = buffer }

    /// Adds a number with zeros before it.
    mutating func add(_ number: Int64, digits: Int) {
        var rest = number
        for place in (count..<count + digits).reversed() {
            buffer[place] = 0x30 + UInt8(rest % 10)
            rest /= 10
        }
        count += digits
    }

    /// Adds an ASCII character.
    mutating func add(_ byte: UInt8) {
        buffer[count] = byte
        count += 1
    }

    /// Adds what masks a character, so often.
    mutating func addBullets(_ bullets: Int) {
        for _ in 0..<bullets {
            for byte in "•".utf8 { add(byte) }
        }
    }
}
