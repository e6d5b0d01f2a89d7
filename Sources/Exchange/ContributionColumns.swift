import Training
import Words

extension Column where Row == Contribution {
    /// What each organizer claimed beside the names on file, and what may explain the difference.
    ///
    /// JSON has the reasons in an object; other programs have a column for each, people one column for all.
    public static func contributions(_ words: Phrasebook, for format: ListFormat) -> [Column] {
        let terms = words.terms
        let phrases = words.contributions
        let columns: [Column] = [
            Column("organizer", terms.organizer) { .text($0.organizer.value.code.text) },
            Column("name", terms.name) { .text($0.organizer.value.name) },
            Column("kind", terms.kind) {
                .word($0.organizer.value.kind.rawValue, shown: terms.organizerKind($0.organizer.value.kind))
            },
            Column("claimed", phrases.claimed) { .number($0.claim?.count) },
            Column("claimed_on", phrases.claimedOn) { .date($0.claim?.reportedOn) },
            Column("letter", phrases.letter) { .text($0.claim?.letter) },
            Column("people", terms.people) { .number($0.named.people) },
            Column("enrollments", terms.enrollments) { .number($0.named.enrollments) },
            Column("difference", phrases.difference) { .number($0.difference) },
        ]
        return columns + reasons(words, for: format)
    }

    private static func reasons(_ words: Phrasebook, for format: ListFormat) -> [Column] {
        let all = Contribution.Reason.allCases
        switch format {
        case .json:
            return [
                Column("reasons", words.contributions.reasons) { row in
                    .counts(all.map { ($0.rawValue.snakeCase, row.reasons[$0] ?? 0) })
                }
            ]
        case .csv:
            return all.map { reason in
                Column(reason.rawValue.snakeCase, words.contributions.reason(reason)) {
                    .number($0.reasons[reason] ?? 0)
                }
            }
        case .table:
            return [
                Column("reasons", words.contributions.reasons) { row in
                    .text(
                        all.compactMap { reason in
                            row.reasons[reason].map {
                                "\(words.language.number($0)) \(words.contributions.reasonTitle(reason))"
                            }
                        }.joined(separator: "; "))
                }
            ]
        }
    }
}
