import Foundation
import Training
import Words

extension Column where Row == MergeConflict {
    /// What both sides changed: what stands on either, and who put it there when. NIK and phone are masked.
    public static func conflicts(_ words: Phrasebook, in zone: TimeZone) -> [Column] {
        let (phrases, log) = (words.merge, words.log)
        return [
            Column("id", phrases.number) { .text($0.id) },
            Column("kind", words.terms.kind, isShown: false) {
                .word($0.kind.rawValue.snakeCase, shown: phrases.conflict($0.kind))
            },
            Column("record", log.recordHeading) {
                .word($0.record.kind.rawValue.snakeCase, shown: log.record($0.record.kind))
            },
            Column("record_id", words.command.id, isShown: false) { .text(String($0.record.id)) },
            Column("name", log.nameHeading) { .text($0.record.name) },
            Column("field", log.fieldHeading) { .word($0.field?.rawValue, shown: words.subject(of: $0)) },
            Column("base", phrases.was, isShown: false) { .text($0.base.map { words.text(of: $0) }) },
            Column("ours", phrases.ours) { .text(words.text(of: $0, on: .ours)) },
        ] + origin("ours", phrases.ours, words, zone) { $0.ourOrigin } + [
            Column("theirs", phrases.theirs) { .text(words.text(of: $0, on: .theirs)) }
        ] + origin("theirs", phrases.theirs, words, zone) { $0.theirOrigin }
    }
}

extension Column {
    /// Who did something, at which desk, when.
    fileprivate static func origin(
        _ key: String, _ heading: String, _ words: Phrasebook, _ zone: TimeZone,
        _ origin: @escaping @Sendable (Row) -> ChangeOrigin?
    ) -> [Column] {
        [
            Column("\(key)_by", "\(heading): \(words.command.operatorName)") { .text(origin($0)?.author.name) },
            Column("\(key)_desk", "\(heading): \(words.command.desk)", isShown: false) {
                .text(origin($0)?.author.desk)
            },
            Column("\(key)_time", "\(heading): \(words.command.time)") { row in
                .word(origin(row)?.time.iso, shown: origin(row)?.time.toTheMinute(in: zone))
            },
        ]
    }
}

extension Column where Row == ChangedField {
    /// Of a merge: who made the change in the other file, and when.
    public static func origins(_ words: Phrasebook, in zone: TimeZone) -> [Column] {
        [
            Column("operator", words.command.operatorName) { .text($0.change.origin?.author.name) },
            Column("desk", words.command.desk) { .text($0.change.origin?.author.desk) },
            Column("time", words.command.time) { line in
                .word(line.change.origin?.time.iso, shown: line.change.origin?.time.toTheMinute(in: zone))
            },
        ]
    }
}
