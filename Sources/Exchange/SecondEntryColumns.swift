import Foundation
import Training
import Words

/// What the lines of a table of error rates are.
public enum RatedBy: String, CaseIterable, Sendable {
    case field, `class`, `operator`, total
}

/// One line of error rates: of a field, a class, an operator of the first entry, or of all together.
public struct RatedLine: Sendable {
    /// The field's name, the class's code, or the operator's name; empty for all together.
    public var code: String
    public var name: String
    public var rate: ErrorRate
    /// How many enrollments had their form keyed a second time.
    public var forms: Int

    /// The lines of second entries, in the order of the form, of codes or of names.
    public static func lines(_ entries: [ComparedEntry], by lines: RatedBy, _ words: Phrasebook) -> [RatedLine] {
        func line(_ code: String, _ name: String, _ own: [ComparedEntry], _ fields: [VerifiedField]) -> RatedLine {
            let forms = Set(
                own.filter { entry in fields.contains { entry.entry.verdicts[$0] != nil } }.map(\.entry.enrollment))
            return RatedLine(code: code, name: name, rate: ErrorRate(own, of: fields), forms: forms.count)
        }
        let all = VerifiedField.allCases
        switch lines {
        case .field: return all.map { line($0.rawValue, words.label($0), entries, [$0]) }
        case .class:
            return Dictionary(grouping: entries, by: \.code).sorted { $0.key < $1.key }.map {
                line($0.key.text, $0.key.text, $0.value, all)
            }
        case .operator:
            return Dictionary(grouping: entries, by: \.firstBy.name).sorted { $0.key < $1.key }.map {
                line($0.key, $0.key, $0.value, all)
            }
        case .total: return [line("", words.secondEntry.allFields, entries, all)]
        }
    }
}

extension Column where Row == RatedLine {
    /// Error rates.
    public static func errorRates(_ words: Phrasebook) -> [Column] {
        let phrases = words.secondEntry
        return [
            Column("code", words.terms.code) { .text($0.code) },
            Column("name", words.terms.name) { .text($0.name) },
            Column("forms", phrases.peopleHeading) { .number($0.forms) },
            Column("compared", phrases.comparedHeading) { .number($0.rate.compared) },
            Column("differing", phrases.differingHeading) { .number($0.rate.differing) },
            Column("percent", phrases.shareHeading) { .percent($0.rate.share) },
            Column("first_wrong", phrases.firstWrong) { .number($0.rate.firstWrong) },
            Column("second_wrong", phrases.secondWrong) { .number($0.rate.secondWrong) },
        ]
    }
}

extension Column where Row == SecondEntryLine {
    /// The people of a class: who entered them first, who keyed the form again, and who is left.
    public static func secondEntries(_ words: Phrasebook, zone: TimeZone) -> [Column] {
        let phrases = words.secondEntry
        return [
            Column("participant", words.terms.name) { .text($0.participant.value.name.text) },
            Column("nik", words.terms.nik) { .nik($0.participant.value.nik, reveal: false) },
            Column("state", phrases.stateHeading) { line in
                let done = line.verification
                return .word(
                    done == nil ? "left" : line.isVerified ? "verified" : "outdated",
                    shown: done == nil ? phrases.left : line.isVerified ? phrases.verified : phrases.outdated)
            },
            Column("first_by", phrases.firstHeading) { .text($0.firstBy.name) },
            Column("second_by", phrases.secondHeading) { .text($0.verification?.by.name) },
            Column("date", phrases.dateHeading) { line in
                .date(line.verification.map { CalendarDate.today($0.time, in: zone) })
            },
            Column("differing", phrases.differingHeading) { .number($0.verification?.differing) },
            Column("id", words.command.id, isShown: false) { .text($0.participant.id.description) },
            Column("enrollment_id", words.command.id, isShown: false) { .text($0.enrollment.description) },
        ]
    }
}
