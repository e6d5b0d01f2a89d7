import Foundation
import Training
import Words

extension Column where Row == Backup {
    /// What a backup holds.
    public static func backups(_ words: Phrasebook) -> [Column] {
        [
            Column("path", words.backup.path) { .text($0.path) },
            Column("sha256", words.backup.hash) { .text($0.hash) },
            Column("bytes", words.backup.size) { .number($0.size) },
            Column("steps", words.backup.steps) { .number($0.steps) },
            Column("newest", words.backup.newest) { .text($0.newest?.iso) },
        ]
    }
}

extension Column where Row == LostWork {
    /// Whose work since a backup.
    public static func lostWork(_ words: Phrasebook, in zone: TimeZone) -> [Column] {
        [
            Column("operator", words.command.operatorName) { .text($0.author.name) },
            Column("desk", words.command.desk) { .text($0.author.desk) },
            Column("steps", words.backup.steps) { .number($0.steps) },
            Column("changes", words.command.changes) { .number($0.changes) },
            Column("first", words.backup.first) { .word($0.first.iso, shown: $0.first.onScreen(in: zone)) },
            Column("last", words.backup.last) { .word($0.last.iso, shown: $0.last.onScreen(in: zone)) },
        ]
    }
}
