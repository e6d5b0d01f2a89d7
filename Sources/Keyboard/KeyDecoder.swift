/// Turns the bytes a terminal sends into keys and pasted text, in the order in which they came.
///
/// Bytes may come in pieces of any size; what is not yet whole is kept. A terminal sends Esc as the byte that also begins the
/// sequences of other keys, so only time tells them apart: while ``delay`` has a value, the owner waits that long for more bytes
/// and then calls ``flush()``.
///
/// The decoder knows the sequences of xterm, the Linux console, VT100, rxvt, PuTTY and tmux. A sequence nobody knows is
/// swallowed whole, so that its letters don't end up in a field.
public struct KeyDecoder: Sendable {
    private let extra: [[UInt8]: Key]
    private let escapeDelay: Duration
    private var state = State.ground
    /// The bytes of what is not yet whole.
    private var pending: [UInt8] = []
    /// Text since the last key, kept until it is known that no mark follows that joins its last character.
    private var text = String.UnicodeScalarView()
    private var inputs: [Input] = []
    /// How often the terminal has answered that it is well (DSR, Esc [ 0 n), which is no key.
    public private(set) var reports = 0

    private enum State {
        case ground
        /// Within a character of several bytes.
        case character
        /// After Esc; `pending` holds the sequence from Esc on.
        case sequence
        /// Within a sequence longer than any key's, which is passed over.
        case overlongSequence
        /// Within a terminal's answer to a question, which ends in BEL or Esc \.
        case answer
        /// After the Esc that may end an answer.
        case answerEnd
        /// Within pasted text.
        case paste
    }

    /// No key's sequence is longer than this.
    private static let longestSequence = 64
    private static let report: [UInt8] = Array("\u{1B}[0n".utf8)
    private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)

    /// A decoder with nothing pending.
    ///
    /// - Parameters:
    ///   - extra: sequences of the terminal at hand and their keys. They fill in what the decoder does not know itself, and they
    ///     must have the shape of a sequence: Esc and a character, Esc [ …, or Esc O ….
    ///   - escapeDelay: how long a lone Esc waits before it is taken for the key.
    public init(extra: [[UInt8]: Key] = [:], escapeDelay: Duration = .milliseconds(25)) {
        self.extra = extra
        self.escapeDelay = escapeDelay
    }

    /// Whether something is pending that ``flush()`` would settle.
    public var isWaiting: Bool { state != .ground }

    /// How long to wait for more bytes before ``flush()``; `nil` where nothing is pending.
    ///
    /// A begun sequence waits longer than a lone Esc, since no hand types one, and slow lines tear them apart. A paste waits
    /// longest: what would come after too early an end were taken for keys.
    public var delay: Duration? {
        switch state {
        case .ground: nil
        case .sequence where pending.allSatisfy { $0 == ASCII.escape }: escapeDelay
        case .sequence, .overlongSequence, .answer, .answerEnd: .milliseconds(150)
        case .character: .seconds(1)
        case .paste: .seconds(3)
        }
    }

    /// Takes the next bytes.
    ///
    /// - Returns: what they made whole. A character and the marks that join it come as one where they come in the same bytes;
    ///   a mark that comes later comes as a character of its own.
    public mutating func feed(_ bytes: some Sequence<UInt8>) -> [Input] {
        for byte in bytes { take(byte) }
        return drain()
    }

    /// Settles what is pending, because nothing more came in time.
    ///
    /// A lone Esc is the key; Esc and a bracket, without more, are two keys; an unfinished sequence is dropped; an unfinished
    /// paste is given as far as it came.
    public mutating func flush() -> [Input] {
        let unfinished = pending
        let state = state
        reset()
        switch state {
        case .ground, .overlongSequence, .answer, .answerEnd: break
        case .character: text.append("\u{FFFD}")
        case .sequence: giveUp(unfinished)
        case .paste: emitPaste(unfinished[...])
        }
        return drain()
    }

    private mutating func drain() -> [Input] {
        emitText()
        defer { inputs.removeAll() }
        return inputs
    }

    private mutating func reset() {
        state = .ground
        pending.removeAll()
    }

    private mutating func emit(_ key: Key) {
        emitText()
        inputs.append(.key(key))
    }

    private mutating func emitText() {
        guard !text.isEmpty else { return }
        for character in String(text) { inputs.append(.key(.character(character))) }
        text.removeAll()
    }

    private mutating func take(_ byte: UInt8) {
        switch state {
        case .ground: begin(byte)
        case .character: continueCharacter(byte)
        case .sequence: continueSequence(byte)
        case .overlongSequence: passOverSequence(byte)
        case .answer, .answerEnd: passOverAnswer(byte)
        case .paste: continuePaste(byte)
        }
    }
}

// MARK: - Characters

extension KeyDecoder {
    private mutating func begin(_ byte: UInt8) {
        switch byte {
        case ASCII.escape: wait(.sequence, byte)
        case 0x0D, 0x0A: emit(.enter)
        case 0x09: emit(.tab)
        case 0x08, 0x7F: emit(.backspace)
        case 0x00: emit(.control(" "))
        case 0x01...0x1A: emit(.control(Character(Unicode.Scalar(byte + 0x60))))
        case 0x1C...0x1F: emit(.control(Character(Unicode.Scalar(byte + 0x40))))
        case 0x20...0x7E: text.append(Unicode.Scalar(byte))
        case 0xC2...0xF4: wait(.character, byte)
        default: text.append("\u{FFFD}")
        }
    }

    private mutating func wait(_ state: State, _ byte: UInt8) {
        self.state = state
        pending = [byte]
    }

    private mutating func continueCharacter(_ byte: UInt8) {
        pending.append(byte)
        switch UTF8Character(pending) {
        case .unfinished: return
        case .whole(let scalar):
            reset()
            append(scalar)
        case .broken:
            reset()
            text.append("\u{FFFD}")
            begin(byte)
        }
    }

    /// Adds a character of several bytes; controls among them are no text.
    private mutating func append(_ scalar: Unicode.Scalar) {
        if scalar.properties.generalCategory != .control { text.append(scalar) }
    }
}

// MARK: - Sequences

extension KeyDecoder {
    private mutating func continueSequence(_ byte: UInt8) {
        let before = pending
        pending.append(byte)
        switch reading(of: pending) {
        case .unfinished:
            if pending.count > Self.longestSequence { state = .overlongSequence }
        case .key(let key):
            reset()
            emit(key)
        case .unknown:
            if pending == Self.report { reports += 1 }
            reset()
        case .pasteStart:
            state = .paste
            pending.removeAll()
        case .answerStart:
            state = .answer
            pending.removeAll()
        case .escapeFirst:
            let rest = pending.dropFirst()
            reset()
            emit(.escape)
            for byte in rest { take(byte) }
        case .broken:
            reset()
            giveUp(before)
            begin(byte)
        }
    }

    private func reading(of bytes: [UInt8]) -> EscapeSequence {
        let reading = EscapeSequence(bytes)
        switch reading {
        case .unknown, .escapeFirst: return extra[bytes].map { .key($0) } ?? reading
        default: return reading
        }
    }

    /// Makes the best of a sequence that did not become whole.
    private mutating func giveUp(_ bytes: [UInt8]) {
        guard let second = bytes.dropFirst().first else { return emit(.escape) }
        if second == ASCII.escape {
            emit(.escape)
            giveUp(Array(bytes.dropFirst()))
        } else if bytes.count == 2 {
            emit(.escape)
            text.append(Unicode.Scalar(second))
        }
    }

    private mutating func passOverSequence(_ byte: UInt8) {
        switch byte {
        case 0x20...0x3F: return
        case 0x40...0x7E: reset()
        default:
            reset()
            begin(byte)
        }
    }

    private mutating func passOverAnswer(_ byte: UInt8) {
        if state == .answerEnd {
            reset()
            if byte == UInt8(ascii: "\\") { return }
            take(ASCII.escape)
            return take(byte)
        }
        switch byte {
        case ASCII.escape: state = .answerEnd
        case ASCII.bell, 0x18, 0x1A: reset()
        case 0x20...: return
        default:
            reset()
            begin(byte)
        }
    }
}

// MARK: - Paste

extension KeyDecoder {
    private mutating func continuePaste(_ byte: UInt8) {
        pending.append(byte)
        guard byte == Self.pasteEnd.last, pending.suffix(Self.pasteEnd.count).elementsEqual(Self.pasteEnd) else {
            return
        }
        let pasted = pending
        reset()
        emitPaste(pasted.dropLast(Self.pasteEnd.count))
    }

    /// Terminals send a line break as CR, LF or both; as text it is one LF.
    private mutating func emitPaste(_ bytes: ArraySlice<UInt8>) {
        emitText()
        guard !bytes.isEmpty else { return }
        var clean: [UInt8] = []
        clean.reserveCapacity(bytes.count)
        var afterReturn = false
        for byte in bytes {
            if !(afterReturn && byte == 0x0A) { clean.append(byte == 0x0D ? 0x0A : byte) }
            afterReturn = byte == 0x0D
        }
        inputs.append(.paste(String(decoding: clean, as: UTF8.self)))
    }
}
