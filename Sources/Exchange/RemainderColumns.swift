import Foundation
import Training
import Words

/// Something that is left of somebody whose personal data was replaced.
public struct Remainder: Sendable {
    public var kind: Kind
    public var count: Int?
    public var time: Date?
    public var name: String?

    /// What can be left.
    public enum Kind: String, Sendable {
        case enrollments
        case followUps = "follow_ups"
        case backup, export
    }

    public init(kind: Kind, count: Int? = nil, time: Date? = nil, name: String? = nil) {
        self.kind = kind
        self.count = count
        self.time = time
        self.name = name
    }
}

extension Column where Row == Remainder {
    /// What is left, and where copies may be.
    public static func remains(_ words: Phrasebook, in zone: TimeZone) -> [Column] {
        let forget = words.forget
        return [
            Column("what", forget.whatLabel) { .word($0.kind.rawValue, shown: forget.name(of: $0.kind)) },
            Column("count", forget.countLabel) { .number($0.count) },
            Column("time", forget.whenLabel) { .word($0.time?.iso, shown: $0.time?.onScreen(in: zone)) },
            Column("name", forget.nameLabel) { .text($0.name) },
        ]
    }
}

extension ForgetPhrases {
    fileprivate func name(of kind: Remainder.Kind) -> String {
        switch kind {
        case .enrollments: enrollments
        case .followUps: followUps
        case .backup: backup
        case .export: export
        }
    }
}
