import Foundation
import Training
import Words

/// A target with the name of whom it is set for.
public struct TargetRow: Sendable {
    public var target: Target
    /// The organizer, where the target is one organizer's.
    public var organizer: Organizer?
    /// When it held and who entered it, where the row is a line of the history.
    public var version: TargetVersion?

    public init(_ target: Target, organizer: Organizer?, version: TargetVersion? = nil) {
        self.target = target
        self.organizer = organizer
        self.version = version
    }
}

extension Column where Row == TargetRow {
    /// The targets on file.
    public static func targets(_ words: Phrasebook, _ gazetteer: Gazetteer) -> [Column] {
        let terms = words.terms
        return [
            Column("year", terms.year) { .year($0.target.year) },
            Column("scope", words.command.scope) {
                .word($0.target.scope.identifier, shown: words.command.scopeName($0.target.scope))
            },
            Column("code", terms.code) { .text($0.code) },
            Column("name", terms.name) { row in
                switch row.target.scope {
                case .regency: .text(nil)
                case .kecamatan(let code): .text(gazetteer[code]?.name)
                case .track(let track): .text(terms.track(track))
                case .organizer: .text(row.organizer?.name)
                case .term: .text(nil)
                }
            },
            Column("stage", words.command.stage) {
                .word($0.target.stage.rawValue, shown: terms.stage($0.target.stage))
            },
            Column("count", terms.target) { .number($0.target.count) },
            Column("rule", words.command.rule) { .word($0.target.rule.rawValue, shown: terms.rule($0.target.rule)) },
            Column("source", terms.source) { .text($0.target.source) },
            Column("source_date", terms.sourceDate) { .date($0.target.sourceDate) },
        ]
    }

    /// Which target held from when until when, and who entered it.
    public static func targetHistory(_ words: Phrasebook, _ gazetteer: Gazetteer, in zone: TimeZone) -> [Column] {
        let moment: @Sendable (Date?) -> Cell = { .word($0?.iso, shown: $0?.toTheMinute(in: zone)) }
        return targets(words, gazetteer) + [
            Column("from", words.targets.from) { moment($0.version?.from) },
            Column("until", words.targets.until) { row in
                row.version?.until.map(moment) ?? .word(nil, shown: words.targets.holds)
            },
            Column("operator", words.command.operatorName) { .text($0.version?.by.name) },
            Column("desk", words.command.desk) { .text($0.version?.by.desk) },
        ]
    }
}

extension TargetRow {
    fileprivate var code: String? {
        switch target.scope {
        case .regency: nil
        case .kecamatan(let code): code.description
        case .track(let track): track.rawValue
        case .organizer: organizer?.code.text
        case .term(let last): "\(target.year)-\(last)"
        }
    }
}

extension Target.Scope {
    /// The kind of scope, as other programs read it.
    public var identifier: String {
        switch self {
        case .regency: "regency"
        case .kecamatan: "kecamatan"
        case .track: "track"
        case .organizer: "organizer"
        case .term: "term"
        }
    }
}

extension Phrasebook {
    /// Both sums, of the parts and of the whole; `nil` where they are the same.
    public func sentence(for sum: TargetSum) -> String? {
        let parts = targets.parts(sum.kind, sum.parts)
        guard let whole = sum.whole, let gap = sum.gap else {
            return targets.sumHasNoWhole(parts, language.number(sum.sum))
        }
        guard gap != 0 else { return nil }
        return targets.sumDiffers(
            parts, language.number(sum.sum), language.number(whole.count), language.number(gap))
    }
}

extension Column where Row == Residents {
    /// How many people live in each kecamatan, where that is known.
    public static func residents(_ words: Phrasebook, _ gazetteer: Gazetteer) -> [Column] {
        [
            Column("code", words.terms.code) { .text($0.kecamatan.description) },
            Column("name", words.terms.kecamatan) { .text(gazetteer[$0.kecamatan]?.name) },
            Column("count", words.command.residents) { .number($0.count) },
            Column("source", words.terms.source) { .text($0.source) },
        ]
    }
}
