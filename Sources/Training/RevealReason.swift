/// Why a NIK or phone number is shown in full. It stands in the log, so it may not hold one itself.
public enum RevealReason: Hashable, Sendable {
    /// Documents are compared with the record.
    case verification
    /// The participant asked.
    case request
    /// Somebody inspects the office's work.
    case inspection
    /// Anything else, in the operator's words.
    case other(String)
    /// A command was run, and no reason given.
    case command

    /// The reasons to pick from, besides one's own words.
    public static let usual: [RevealReason] = [.verification, .request, .inspection]

    /// The reason as the log keeps it.
    public var note: String {
        switch self {
        case .verification: "verification"
        case .request: "request"
        case .inspection: "inspection"
        case .command: "command"
        case .other(let words): "other: \(words)"
        }
    }

    /// Reads what the log keeps.
    public init?(note: String) {
        switch note {
        case "verification": self = .verification
        case "request": self = .request
        case "inspection": self = .inspection
        case "command": self = .command
        default:
            guard note.hasPrefix("other: ") else { return nil }
            self = .other(String(note.dropFirst("other: ".count)))
        }
    }

    /// Reads words of one's own; `nil` where there are none.
    public init?(typed: String) {
        guard let words = typed.fieldText else { return nil }
        self = Self(note: words) ?? .other(words)
    }

    /// Whether it holds a number long enough to be somebody's: nine digits or more, grouped or not.
    public var holdsNumber: Bool {
        guard case .other(let words) = self else { return false }
        var digits = 0
        for character in words where !" .-".contains(character) {
            digits = character.isNumber ? digits + 1 : 0
            if digits > 8 { return true }
        }
        return false
    }
}

extension String {
    /// The text with every run of exactly sixteen digits masked, as a NIK is: for messages that repeat what was typed.
    public var withNIKsMasked: String {
        var masked = ""
        var run = ""
        func shown(_ run: String) -> String {
            run.count == 16 ? "\(run.prefix(4))\(String(repeating: "•", count: 8))\(run.suffix(4))" : run
        }
        for character in self {
            if character.isASCII, character.isNumber {
                run.append(character)
            } else {
                masked += shown(run) + String(character)
                run = ""
            }
        }
        return masked + shown(run)
    }
}
