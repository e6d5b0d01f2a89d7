import Foundation
import Training
import Words

/// The forms of a list for paper.
public enum PaperListFormat: String, CaseIterable, Sendable {
    /// For printing.
    case html
    /// For a spreadsheet.
    case csv

    /// The form that a path's ending names, in any case; `nil` for an ending that names none.
    public init?(path: String) { self.init(rawValue: (path as NSString).pathExtension.lowercased()) }

    /// The endings that name a form, as a message lists them.
    public static var endings: [String] { allCases.map { ".\($0.rawValue)" } }
}

/// One line of a list for paper.
struct ListedPerson: Sendable {
    var person: Stored<Participant>
    var standing: EnrollmentStanding
    var trainingClass: ClassLine
}

/// What a list for paper is made of: people, and the class or organizer they are of.
public struct PaperListContents: Sendable {
    /// Which list.
    public var list: PaperList
    /// How many sessions an attendance list has boxes for, at least 1.
    public var sessions = 1
    var people: [ListedPerson]
    /// The class; `nil` for all classes of an organizer.
    var trainingClass: ClassLine?
    var organizer: Organizer?
    var year: Int

    /// How many lines it has.
    public var count: Int { people.count }

    /// What the log calls it.
    public var what: String {
        let whose = trainingClass?.trainingClass.value.code ?? organizer?.code
        return [list.rawValue, whose?.text].compactMap(\.self).joined(separator: " ")
    }

    /// Reads the list of a class. Who dropped out or cancelled is on the nominative list only.
    public static func read(
        _ list: PaperList, of line: ClassLine, from store: any TrainingStore
    ) async throws -> PaperListContents {
        let organizer = try await store.program(code: line.program.code.text).organizer
        return PaperListContents(
            list: list, people: try await people(of: line, on: list, from: store), trainingClass: line,
            organizer: organizer, year: line.program.year)
    }

    /// Reads the nominative list of all classes that an organizer holds in a year.
    public static func read(
        of organizer: Stored<Organizer>, in year: Int, from store: any TrainingStore
    ) async throws -> PaperListContents {
        let programs = try await store.programs(of: year).filter { $0.program.value.organizer == organizer.id }
        let held = Set(programs.map(\.program.id))
        var listed: [ListedPerson] = []
        for line in try await store.classes(of: year) where held.contains(line.trainingClass.value.program) {
            listed += try await people(of: line, on: .nominative, from: store)
        }
        return PaperListContents(
            list: .nominative, people: listed, trainingClass: nil, organizer: organizer.value, year: year)
    }

    private static func people(
        of line: ClassLine, on list: PaperList, from store: any TrainingStore
    ) async throws -> [ListedPerson] {
        var people: [ListedPerson] = []
        for entry in try await store.roster(of: line.trainingClass.id) {
            let standing = entry.enrollment.value.standing
            guard list.has(standing.status), let person = try await store.participant(entry.participant.id) else {
                continue
            }
            people.append(ListedPerson(person: person, standing: standing, trainingClass: line))
        }
        return people
    }

    /// Writes the list.
    public func write(
        _ format: PaperListFormat, _ words: Phrasebook, _ gazetteer: Gazetteer, today: CalendarDate, reveal: Bool,
        to output: Output
    ) throws(OutputFailure) {
        let columns = Column<ListedPerson>.listed(on: list, words, gazetteer, reveal: reveal)
        switch format {
        case .html:
            let page = PaperListPage(self, columns: columns, words: words, today: today, reveal: reveal)
            try output.write(page.html)
        case .csv:
            let boxes = list == .attendance ? (1...sessions).map(Column<ListedPerson>.session) : []
            let writer = ListWriter(exporting: .csv, columns: columns + boxes, style: .of(words), to: output)
            for person in people { try writer.add(person) }
            try writer.finish()
        }
    }
}

extension PaperList {
    /// Whether people of this status stand on it.
    fileprivate func has(_ status: EnrollmentStatus) -> Bool {
        switch self {
        case .attendance: ![.dropped, .cancelled].contains(status)
        case .certificates: [.completed, .certified].contains(status)
        case .nominative: true
        }
    }
}

extension Column where Row == ListedPerson {
    /// What a list says of everybody.
    static func listed(
        on list: PaperList, _ words: Phrasebook, _ gazetteer: Gazetteer, reveal: Bool
    ) -> [Column] {
        switch list {
        case .attendance: [name(words), sex(words), desa(words, gazetteer)]
        case .certificates: [name(words), sex(words), desa(words, gazetteer)] + certificate(words)
        case .nominative: nominative(words, gazetteer, reveal: reveal)
        }
    }

    private static func name(_ words: Phrasebook) -> Column {
        Column("name", words.terms.name) { .text($0.person.value.name.text) }
    }

    private static func sex(_ words: Phrasebook) -> Column {
        Column("sex", words.participants.sexHeading) { .text($0.person.value.sex.rawValue) }
    }

    private static func desa(_ words: Phrasebook, _ gazetteer: Gazetteer) -> Column {
        Column("desa", words.terms.desa) { line in
            let residence = line.person.value.residence
            return .text(
                gazetteer.desaName(of: residence) ?? gazetteer.kecamatanName(of: residence) ?? words.terms.outside)
        }
    }

    private static func certificate(_ words: Phrasebook) -> [Column] {
        [
            Column("status", words.terms.statusLabel, isShown: false) { line in
                let status = line.standing.status
                return .word(status.rawValue, shown: words.terms.status(status))
            },
            Column("certificate", words.terms.certificateNumber) { line in
                .text(line.standing.status == .certified ? line.standing.detail : nil)
            },
            Column("date", words.paper.certificateDate) { .date($0.standing.date) },
        ]
    }

    private static func nominative(_ words: Phrasebook, _ gazetteer: Gazetteer, reveal: Bool) -> [Column] {
        let terms = words.terms
        return [
            name(words),
            Column("nik", terms.nik) { .nik($0.person.value.nik, reveal: reveal) },
            Column("birthplace", terms.birthplace, isShown: false) { .text($0.person.value.birthplace) },
            Column("birth_date", terms.birthDate, isShown: false) { .date($0.person.value.birthDate) },
            sex(words),
            Column("address", terms.address) { .text($0.person.value.address) },
            Column("desa", terms.desa) { .text(gazetteer.desaName(of: $0.person.value.residence)) },
            Column("kecamatan", terms.kecamatan) {
                .text(gazetteer.kecamatanName(of: $0.person.value.residence) ?? terms.outside)
            },
            Column("education", terms.educationLabel) { line in
                let education = line.person.value.education
                return .word(education?.rawValue, shown: education.map(terms.education))
            },
            Column("phone", terms.phone) { line in
                .text(line.person.value.phone.map { reveal ? $0.digits : $0.masked })
            },
            Column("class", terms.trainingClass) { .text($0.trainingClass.trainingClass.value.code.text) },
            Column("status", terms.statusLabel) { line in
                let status = line.standing.status
                return .word(status.rawValue, shown: terms.status(status))
            },
        ]
    }

    /// A column to fill in.
    fileprivate static func session(_ number: Int) -> Column {
        Column("session_\(number)", "") { _ in .text(nil) }
    }
}
