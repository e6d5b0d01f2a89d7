/// What bytes that begin with Esc mean, as far as they have come.
enum EscapeSequence: Equatable {
    /// More bytes are to come.
    case unfinished
    /// A key.
    case key(Key)
    /// A whole sequence that is no key we know.
    case unknown
    /// What follows is pasted text.
    case pasteStart
    /// What follows is the terminal's answer to a question some program asked.
    case answerStart
    /// The first Esc is a key of its own; the rest is to be read anew.
    case escapeFirst
    /// The last byte does not belong to what came before it.
    case broken

    /// Reads Esc and at least one byte more.
    init(_ bytes: [UInt8]) {
        var body = bytes.dropFirst()
        let hasEscapeBefore = body.first == ASCII.escape
        if hasEscapeBefore {
            body = body.dropFirst()
            switch body.first {
            case nil:
                self = .unfinished
                return
            case UInt8(ascii: "["), UInt8(ascii: "O"): break
            default:
                self = .escapeFirst
                return
            }
        }
        // Some terminals send a key pressed with Alt as Esc before the key's own sequence.
        self = Self.read(Array(body)).with(alt: hasEscapeBefore)
    }

    private func with(alt: Bool) -> Self {
        switch self {
        case .key(let key) where alt: .modified(key, by: 3)
        // Nobody pressed Alt with what is no key: Esc was pressed just before the terminal said something.
        case .unknown where alt: .escapeFirst
        default: self
        }
    }

    private static func read(_ body: [UInt8]) -> Self {
        let rest = Array(body.dropFirst())
        switch body.first {
        case nil: return .unfinished
        case UInt8(ascii: "["): return controlSequence(rest)
        case UInt8(ascii: "O"): return singleShift(rest)
        case UInt8(ascii: "]"): return answer(rest, after: "0"..."9")
        case UInt8(ascii: "P"): return answer(rest, after: "!"..."?")
        case UInt8(ascii: "_"): return answer(rest, after: "G"..."G")
        // Alt and a character, or Esc and a character that followed fast: nothing here is done with Alt, and no key is lost.
        default: return .escapeFirst
        }
    }

    /// The strings OSC, DCS and APC. Their openers may also be characters typed after Esc, so the byte after decides.
    private static func answer(_ rest: [UInt8], after openers: ClosedRange<Unicode.Scalar>) -> Self {
        guard let byte = rest.first else { return .unfinished }
        return openers.contains(Unicode.Scalar(byte)) ? .answerStart : .broken
    }
}

// MARK: - Esc O

extension EscapeSequence {
    /// Esc O and a letter: cursor keys, F1 to F4, and the keypad as VT100 and PuTTY send it while a program runs.
    private static func singleShift(_ bytes: [UInt8]) -> Self {
        guard let final = bytes.last else { return .unfinished }
        let modifier = bytes.dropLast()
        switch final {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ";"): return .unfinished
        case 0x20, 0x40...0x7E: break
        default: return .broken
        }
        if let key = keypad[final] { return .key(key) }
        if let key = controlArrows[final] { return .modified(key, by: 5) }
        guard let key = letterKeys[final] else { return .unknown }
        return .modified(key, by: Parameters(modifier).last ?? 1)
    }

    private static let keypad: [UInt8: Key] = {
        var keys: [UInt8: Key] = [
            UInt8(ascii: " "): .character(" "), UInt8(ascii: "I"): .tab, UInt8(ascii: "M"): .enter,
            UInt8(ascii: "X"): .character("="),
        ]
        for (byte, character) in zip(UInt8(ascii: "j")..., "*+,-./0123456789") { keys[byte] = .character(character) }
        return keys
    }()

    /// The arrows with Ctrl, as rxvt sends them after Esc O; after Esc [ they come with Shift.
    private static let controlArrows: [UInt8: Key] = [
        UInt8(ascii: "a"): .up, UInt8(ascii: "b"): .down, UInt8(ascii: "c"): .right, UInt8(ascii: "d"): .left,
    ]

    private static let letterKeys: [UInt8: Key] = [
        UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right, UInt8(ascii: "D"): .left,
        UInt8(ascii: "F"): .end, UInt8(ascii: "H"): .home, UInt8(ascii: "P"): .function(1),
        UInt8(ascii: "Q"): .function(2), UInt8(ascii: "R"): .function(3), UInt8(ascii: "S"): .function(4),
    ]
}

// MARK: - Esc [

extension EscapeSequence {
    /// Esc [, parameters, and a final byte, by ECMA-48; and the forms of the Linux console, rxvt and mice that break its rules.
    private static func controlSequence(_ bytes: [UInt8]) -> Self {
        if bytes.first == UInt8(ascii: "[") { return linuxFunction(bytes) }
        if bytes.first == UInt8(ascii: "M") { return mouseReport(bytes) }
        guard let final = bytes.last else { return .unfinished }
        let parameters = Parameters(bytes.dropLast())
        switch final {
        case UInt8(ascii: "$") where parameters.isPlain && parameters.count == 1:
            return numbered(parameters.first, modifier: 2)
        case 0x20...0x3F: return .unfinished
        case 0x40...0x7E: break
        default: return .broken
        }
        guard parameters.isPlain else { return .unknown }
        let modifier = parameters.count > 1 ? parameters.last ?? 1 : 1
        switch final {
        case UInt8(ascii: "~"): return tilde(parameters)
        case UInt8(ascii: "^"): return numbered(parameters.first, modifier: 5)
        case UInt8(ascii: "@"): return numbered(parameters.first, modifier: 6)
        case UInt8(ascii: "u"): return .modified(character(of: parameters.first), by: modifier)
        case UInt8(ascii: "Z"): return .key(.backTab)
        default: return .modified(letterKeys[final] ?? controlArrows[final], by: modifier)
        }
    }

    private static func tilde(_ parameters: Parameters) -> Self {
        if parameters.first == 200 { return .pasteStart }
        // xterm's modifyOtherKeys: 27 ; modifier ; character.
        if parameters.first == 27, parameters.count == 3 {
            return .modified(character(of: parameters.last), by: parameters[1] ?? 1)
        }
        return numbered(parameters.first, modifier: parameters[1] ?? 1)
    }

    private static func numbered(_ number: Int?, modifier: Int) -> Self {
        .modified(number.flatMap { numberedKeys[$0] }, by: modifier)
    }

    private static let numberedKeys: [Int: Key] = {
        var keys: [Int: Key] = [
            1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
        ]
        let functions = [11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24]
        for (index, number) in functions.enumerated() { keys[number] = .function(index + 1) }
        return keys
    }()

    /// The key of a character sent by its code, as xterm and others do where they are set so.
    private static func character(of code: Int?) -> Key? {
        switch code {
        case 8, 127: return .backspace
        case 9: return .tab
        case 13: return .enter
        case 27: return .escape
        default:
            guard let code, code >= 0x20, let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init),
                ![.control, .privateUse].contains(scalar.properties.generalCategory)
            else { return nil }
            return .character(Character(scalar))
        }
    }

    private static func linuxFunction(_ bytes: [UInt8]) -> Self {
        guard bytes.count > 1 else { return .unfinished }
        switch bytes[1] {
        case UInt8(ascii: "A")...UInt8(ascii: "E"): return .key(.function(Int(bytes[1] - UInt8(ascii: "A")) + 1))
        case 0x20...0x7E: return .unknown
        default: return .broken
        }
    }

    /// A click, from a terminal that another program left reporting them: M and three bytes.
    private static func mouseReport(_ bytes: [UInt8]) -> Self {
        if bytes.count > 1, let last = bytes.last, last < 0x20 { return .broken }
        return bytes.count < 4 ? .unfinished : .unknown
    }

    /// A key with Shift (1), Alt (2), Ctrl (4) and Meta (8), their sum sent plus one.
    ///
    /// Movement keeps its meaning where we have no other for it. A function key is another key with a modifier, and we have
    /// no use for that one.
    private static func modified(_ key: Key?, by modifier: Int) -> Self {
        guard let key else { return .unknown }
        let bits = max(0, modifier - 1)
        let hasShift = bits & 1 != 0
        let hasAlt = bits & 0b1010 != 0
        let hasControl = bits & 4 != 0
        switch key {
        case .left where hasAlt || hasControl: return .key(.wordLeft)
        case .right where hasAlt || hasControl: return .key(.wordRight)
        case .function: return bits & 0b1111 == 0 ? .key(key) : .unknown
        case .tab where hasShift: return .key(.backTab)
        case .backspace where hasAlt: return .key(.control("w"))
        case .character(let character) where hasControl:
            guard character.isASCII, !hasAlt else { return .unknown }
            return .key(.control(Character(character.lowercased())))
        case .character where hasAlt: return .unknown
        default: return .key(key)
        }
    }
}

/// The numbers between Esc [ and the final byte.
private struct Parameters {
    /// `nil` where the place of a number is empty.
    private let numbers: [Int?]
    /// Whether there are nothing but numbers: private marks and intermediate bytes are of answers, not of keys.
    let isPlain: Bool

    init(_ bytes: ArraySlice<UInt8>) {
        // A number may carry more after a colon, which says how the key was pressed.
        let fields = bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { field in
            String(decoding: field.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self)
        }
        numbers = fields.map { Int($0) }
        isPlain =
            bytes.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: ";")).contains($0) }
            && zip(fields, numbers).allSatisfy { $0.isEmpty || $1 != nil }
    }

    var count: Int { numbers.count }
    /// The first number.
    var first: Int? { self[0] }
    /// The last number.
    var last: Int? { self[count - 1] }
    subscript(index: Int) -> Int? { numbers.indices.contains(index) ? numbers[index] : nil }
}
