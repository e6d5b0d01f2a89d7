import Training
import Words

extension Column where Row == ParticipantRow {
    /// What a list shows of each participant.
    public static func people(_ words: Phrasebook, _ gazetteer: Gazetteer, reveal: Bool) -> [Column] {
        let terms = words.terms
        return [
            Column("id", words.command.id) { .text($0.id.description) },
            Column("nik", terms.nik) { .nik($0.nik, reveal: reveal) },
            Column("name", terms.name) { .text($0.name.text) },
            Column("sex", terms.sexLabel) { .word($0.sex.rawValue, shown: $0.sex.rawValue) },
            Column("birth_date", terms.birthDate) { .date($0.birthDate) },
            Column("kecamatan_code", terms.kecamatan, isShown: false) { .text($0.residence.kecamatan?.description) },
            Column("kecamatan", terms.kecamatan) { .text(gazetteer.kecamatanName(of: $0.residence) ?? terms.outside) },
            Column("desa_code", terms.desa, isShown: false) { .text($0.residence.desa?.description) },
            Column("desa", terms.desa) { .text(gazetteer.desaName(of: $0.residence)) },
            Column("class", terms.trainingClass) { .text($0.latestClass?.text) },
            Column("status", terms.statusLabel) {
                .word($0.latestStatus?.rawValue, shown: $0.latestStatus.map(terms.status))
            },
        ]
    }
}

extension Column where Row == Stored<Participant> {
    /// Everything on file about each participant.
    public static func participants(_ words: Phrasebook, _ gazetteer: Gazetteer, reveal: Bool) -> [Column] {
        let terms = words.terms
        return [
            Column("id", words.command.id) { .text($0.id.description) },
            Column("nik", terms.nik) { .nik($0.value.nik, reveal: reveal) },
            Column("no_nik_reason", terms.noNIKReason) { .text($0.value.noNIKReason) },
            Column("name", terms.name) { .text($0.value.name.text) },
            Column("birthplace", terms.birthplace) { .text($0.value.birthplace) },
            Column("birth_date", terms.birthDate) { .date($0.value.birthDate) },
            Column("sex", terms.sexLabel) { .word($0.value.sex.rawValue, shown: terms.sex($0.value.sex)) },
            Column("kecamatan_code", terms.kecamatan, isShown: false) {
                .text($0.value.residence.kecamatan?.description)
            },
            Column("kecamatan", terms.kecamatan) {
                .text(gazetteer.kecamatanName(of: $0.value.residence) ?? terms.outside)
            },
            Column("desa_code", terms.desa, isShown: false) { .text($0.value.residence.desa?.description) },
            Column("desa", terms.desa) { .text(gazetteer.desaName(of: $0.value.residence)) },
            Column("address", terms.address) { .text($0.value.address) },
            Column("phone", terms.phone) { .text($0.value.phone.map { reveal ? $0.digits : $0.masked }) },
            Column("education", terms.educationLabel) {
                .word($0.value.education?.rawValue, shown: $0.value.education.map(terms.education))
            },
            Column("occupation", terms.occupation) { .text($0.value.occupation) },
        ]
    }
}

/// One enrollment with the person it is of.
public struct EnrollmentRow: Sendable {
    public var person: ParticipantRow
    public var line: EnrollmentLine

    public init(_ person: ParticipantRow, _ line: EnrollmentLine) {
        self.person = person
        self.line = line
    }
}

extension Column where Row == EnrollmentRow {
    /// Every enrollment with its person, class and program.
    public static func enrollments(_ words: Phrasebook, _ gazetteer: Gazetteer, reveal: Bool) -> [Column] {
        let people = Column<ParticipantRow>.people(words, gazetteer, reveal: reveal)
        // The person's latest class and status would stand beside this enrollment's own.
        let person = people.filter { !["id", "class", "status"].contains($0.key) }.map { column in
            Column(column.key, column.heading, isShown: column.isShown) { column.value($0.person) }
        }
        let line = Column<EnrollmentLine>.history(words).map { column in
            Column(column.key, column.heading, isShown: column.isShown) { column.value($0.line) }
        }
        return [Column("participant_id", words.command.id) { .text($0.person.id.description) }] + person + line
    }
}

extension Column where Row == EnrollmentLine {
    /// What one participant has joined.
    public static func history(_ words: Phrasebook) -> [Column] {
        let terms = words.terms
        return [
            Column("enrollment_id", words.command.id, isShown: false) { .text($0.enrollment.id.description) },
            Column("year", terms.year) { .year($0.program.year) },
            Column("class", terms.trainingClass) { .text($0.trainingClass.code.text) },
            Column("program", terms.program) { .text($0.program.code.text) },
            Column("title", terms.title) { .text($0.program.title) },
            Column("track", terms.trackLabel) {
                .word($0.program.track.rawValue, shown: terms.track($0.program.track))
            },
            Column("start", terms.start) { .date($0.trainingClass.start) },
            Column("end", terms.end) { .date($0.trainingClass.end) },
            Column("status", terms.statusLabel) {
                .word(
                    $0.enrollment.value.standing.status.rawValue,
                    shown: terms.status($0.enrollment.value.standing.status))
            },
            Column("date", words.command.date) { .date($0.enrollment.value.standing.date) },
            Column("certificate", terms.certificateNumber) {
                .text($0.enrollment.value.standing.status == .certified ? $0.enrollment.value.standing.detail : nil)
            },
            Column("reason", terms.dropReason) {
                .text($0.enrollment.value.standing.status == .dropped ? $0.enrollment.value.standing.detail : nil)
            },
        ]
    }
}

extension Cell {
    /// A NIK, masked unless it is revealed.
    // A function of its own: the optimizer of Swift 6.3.1 stops at this as a closure in the list of columns.
    @inline(never)
    static func nik(_ nik: NIK?, reveal: Bool) -> Cell {
        guard let nik else { return .text(nil) }
        return .text(reveal ? nik.digits : nik.masked)
    }
}
