import Training
import Words

extension Column where Row == DuplicatePair {
    /// Two people who may be one, side by side in a line.
    public static func duplicates(_ words: Phrasebook, _ gazetteer: Gazetteer, reveal: Bool) -> [Column] {
        let own = words.duplicates
        func of(_ side: String, _ heading: String, _ person: @escaping @Sendable (DuplicatePair) -> ParticipantRow)
            -> [Column]
        {
            let shown: Set<String> = ["id", "nik", "name"]
            return Column<ParticipantRow>.people(words, gazetteer, reveal: reveal).map { column in
                Column("\(side)_\(column.key)", "\(column.heading) (\(heading))", isShown: shown.contains(column.key)) {
                    column.value(person($0))
                }
            }
        }
        return [Column("rank", own.rank) { .number($0.likeness.rank) }] + of("one", own.one) { $0.one }
            + of("other", own.other) { $0.other } + [
                Column("asked_before", own.openDoubt, isShown: false) { .flag($0.isOpenDoubt) },
                Column("reasons", own.reasonsHeading, isShown: false) {
                    .texts($0.likeness.reasons.map(\.rawValue.snakeCase))
                },
                Column("why", own.reasonsHeading) {
                    .text($0.likeness.reasons.map(own.reason).joined(separator: "; "))
                },
            ]
    }
}

extension ParticipantField {
    /// The field's name for programs: `birth_date`.
    public var identifier: String { "\(self)".snakeCase }
}
