import Foundation
import Training
import Words

extension Column where Row == Stored<Organizer> {
    /// The organizers on file.
    public static func organizers(_ words: Phrasebook) -> [Column] {
        let terms = words.terms
        return [
            Column("id", words.command.id, isShown: false) { .text($0.id.description) },
            Column("code", terms.code) { .text($0.value.code.text) },
            Column("name", terms.name) { .text($0.value.name) },
            Column("kind", terms.kind) { .word($0.value.kind.rawValue, shown: terms.organizerKind($0.value.kind)) },
        ]
    }
}

extension Column where Row == Stored<Operator> {
    /// Who may do what.
    public static func operators(_ words: Phrasebook) -> [Column] {
        [
            Column("name", words.terms.name) { .text($0.value.name) },
            Column("role", words.roles.roleLabel) {
                .word($0.value.role.rawValue, shown: words.roles.role($0.value.role))
            },
        ]
    }
}

extension Column where Row == ProgramLine {
    /// A year's programs.
    public static func programs(_ words: Phrasebook) -> [Column] {
        let terms = words.terms
        return [
            Column("id", words.command.id, isShown: false) { .text($0.program.id.description) },
            Column("code", terms.code) { .text($0.program.value.code.text) },
            Column("title", terms.title) { .text($0.program.value.title) },
            Column("year", terms.year) { .year($0.program.value.year) },
            Column("track", terms.trackLabel) {
                .word($0.program.value.track.rawValue, shown: terms.track($0.program.value.track))
            },
            Column("vocation", terms.vocation) { .text($0.program.value.vocation) },
            Column("organizer", terms.organizer) { .text($0.organizer?.code.text) },
            Column("organizer_name", terms.organizer, isShown: false) { .text($0.organizer?.name) },
            Column("funding", terms.fundingLabel) {
                .word($0.program.value.funding?.rawValue, shown: $0.program.value.funding.map(terms.funding))
            },
            Column("skkni", terms.skkni) { .text($0.program.value.skkni) },
            Column("pokir_proposer", terms.pokirProposer) { .text($0.program.value.pokirProposer) },
            Column("pokir_reference", terms.pokirReference) { .text($0.program.value.pokirReference) },
            Column("classes", terms.trainingClass) { .number($0.classes) },
        ]
    }
}

extension Column where Row == ClassLine {
    /// A year's classes.
    public static func classes(_ words: Phrasebook) -> [Column] {
        let terms = words.terms
        let statuses = EnrollmentStatus.allCases.map { status in
            Column(status.rawValue, terms.status(status), isShown: false) { .number($0.enrollments[status]) }
        }
        return [
            Column("id", words.command.id, isShown: false) { .text($0.trainingClass.id.description) },
            Column("code", terms.code) { .text($0.trainingClass.value.code.text) },
            Column("program", terms.program) { .text($0.program.code.text) },
            Column("title", terms.title) { .text($0.program.title) },
            Column("start", terms.start) { .date($0.trainingClass.value.start) },
            Column("end", terms.end) { .date($0.trainingClass.value.end) },
            Column("place", terms.place) { .text($0.trainingClass.value.place) },
            Column("seats", terms.seats) { .number($0.trainingClass.value.seats) },
            Column("taken", words.command.taken) { .number($0.taken) },
            Column("instructor", terms.instructor) { .text($0.trainingClass.value.instructor) },
        ] + statuses
    }
}

extension Column where Row == Step {
    /// The log, the newest step first.
    public static func log(_ words: Phrasebook, in zone: TimeZone) -> [Column] {
        [
            Column("id", words.command.id, isShown: false) { .text($0.id.description) },
            Column("time", words.command.time) { .word($0.time.iso, shown: $0.time.onScreen(in: zone)) },
            Column("operator", words.command.operatorName) { .text($0.author.name) },
            Column("desk", words.command.desk) { .text($0.author.desk) },
            Column("kind", words.terms.kind) {
                .word($0.kind.identifier, shown: ($0.merge == nil ? "" : "↳ ") + words.what($0))
            },
            Column("changes", words.command.changes) { .number($0.changes) },
            Column("note", words.command.note) { .word($0.note, shown: words.note(of: $0)) },
            Column("undoes", words.command.undoes, isShown: false) { .text($0.undoes?.description) },
            Column("person", words.terms.name) { .text($0.person) },
            Column("taken_back", words.log.takenBackHeading, isShown: false) { .flag($0.isTakenBack) },
            Column("merge", words.terms.step(.mergeFile), isShown: false) { .text($0.merge?.description) },
        ]
    }
}

/// A field of a change, or a change that has none, on a line of its own.
public struct ChangedField: Sendable {
    public var change: ChangeEntry
    public var field: FieldChange?

    /// The lines that tell of changes.
    public static func lines(of changes: [ChangeEntry]) -> [ChangedField] {
        changes.flatMap { change in
            change.fields.isEmpty
                ? [ChangedField(change: change, field: nil)]
                : change.fields.map { ChangedField(change: change, field: $0) }
        }
    }
}

extension Column where Row == ChangedField {
    /// What a step changed, a line for each field, before and after. NIK and phone are masked.
    public static func changes(_ words: Phrasebook) -> [Column] {
        let phrases = words.log
        return [
            Column("place", phrases.placeHeading) { .number($0.change.place + 1) },
            Column("record", phrases.recordHeading) {
                .word($0.change.record.kind.rawValue.snakeCase, shown: phrases.record($0.change.record.kind))
            },
            Column("record_id", words.command.id, isShown: false) { .text(String($0.change.record.id)) },
            Column("name", phrases.nameHeading) { .text($0.change.record.name) },
            Column("way", phrases.wayHeading) { .word($0.change.way.rawValue, shown: phrases.way($0.change.way)) },
            Column("field", phrases.fieldHeading) { line in
                let kind = line.change.record.kind
                return .word(line.field?.field.rawValue, shown: line.field.map { words.label(of: $0.field, in: kind) })
            },
            Column("before", phrases.beforeHeading) { .text($0.field?.before.map { words.text(of: $0) }) },
            Column("after", phrases.afterHeading) { .text($0.field?.after.map { words.text(of: $0) }) },
        ]
    }
}

extension Step.Kind {
    /// The kind in snake_case, as other programs read it: `add_participant`.
    public var identifier: String { rawValue.snakeCase }
}

extension Column where Row == CheckFinding {
    /// What was looked at, and what was found.
    public static func findings(_ words: Phrasebook) -> [Column] {
        [
            Column("check", words.command.checkLabel) {
                .word($0.check.rawValue.snakeCase, shown: words.command.check($0.check))
            },
            Column("ok", words.command.inOrder) { .flag($0.problem == nil) },
            Column("problem", words.command.problem) { .text($0.problem) },
            Column("value", words.care.found) { .text($0.value) },
        ]
    }
}

extension String {
    /// An identifier of Swift as JSON writes it; a run of capitals is one word, so that `noNIK` is `no_nik`.
    var snakeCase: String {
        var text = ""
        var isInCapitals = false
        for character in self {
            if character.isUppercase, !isInCapitals { text += "_" }
            text += character.lowercased()
            isInCapitals = character.isUppercase
        }
        return text
    }
}

extension Date {
    /// The moment as ISO 8601 in UTC, to the second.
    var iso: String { "\(clock(in: .gmt, { $0.description }, "T"))Z" }

    /// The moment as it stands on screen.
    func onScreen(in zone: TimeZone) -> String { clock(in: zone, { $0.onScreen }, " ") }

    private func clock(in zone: TimeZone, _ day: (CalendarDate) -> String, _ between: String) -> String {
        let seconds = Int(timeIntervalSince1970.rounded(.down)) + zone.secondsFromGMT(for: self)
        let date = CalendarDate.today(self, in: zone)
        let second = seconds - date.daysSince1970 * 86_400
        let parts = [second / 3600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return day(date) + between + parts.joined(separator: ":")
    }
}
