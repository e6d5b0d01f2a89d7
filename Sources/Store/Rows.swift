import Foundation
import GRDB
import Training

/// How records are written to and read from their rows. The order is that of ``Entity/columns``.

extension CalendarDate {
    /// The date as its column holds it: `yyyymmdd`.
    var column: Int { number }

    init?(column: Int) {
        self.init(year: column / 10_000, month: column / 100 % 100, day: column % 100)
    }
}

extension CaseIterable where Self: Equatable, AllCases.Index == Int {
    /// The value as its column holds it: its place, from 1, among all values.
    var column: Int { (Self.allCases.firstIndex(of: self) ?? -1) + 1 }

    init?(column: Int) {
        guard Self.allCases.indices.contains(column - 1) else { return nil }
        self = Self.allCases[column - 1]
    }
}

extension Residence {
    /// The number that stands for the world outside the regency; it sorts after every kecamatan.
    static let outsideColumn: Int64 = 999_999

    init(kecamatan: Int64, desa: Int64?) {
        if let desa = desa.flatMap(RegionCode.init(number:)) {
            self = .desa(desa)
        } else if kecamatan != Self.outsideColumn, let code = RegionCode(number: kecamatan) {
            self = .kecamatan(code)
        } else {
            self = .outside
        }
    }

    var kecamatanColumn: Int64 { kecamatan?.number ?? Self.outsideColumn }
}

extension Organizer {
    var values: Door.Values { [code.text.databaseValue, name.databaseValue, kind.rawValue.databaseValue] }

    init(row: Row) throws {
        self.init(
            code: try Code(stored: row["code"]), name: row["name"], kind: try .stored(row["kind"]))
    }
}

extension Program {
    var values: Door.Values {
        [
            code.text.databaseValue, title.databaseValue, year.databaseValue, track.column.databaseValue,
            vocation.databaseValue, (organizer?.rawValue).databaseValue, (funding?.column).databaseValue,
            skkni.databaseValue, pokirProposer.databaseValue, pokirReference.databaseValue,
            followUpMarks.map(\.asJSON).databaseValue,
        ]
    }

    init(row: Row) throws {
        self.init(
            code: try Code(stored: row["code"]), title: row["title"], year: row["year"],
            track: try .stored(column: row["track"]), vocation: row["vocation"],
            organizer: (row["organizer"] as Int64?).map { ID($0) },
            funding: (row["funding"] as Int?).flatMap { Funding(column: $0) }, skkni: row["skkni"],
            pokirProposer: row["pokir_proposer"], pokirReference: row["pokir_reference"],
            followUpMarks: (row["follow_up_months"] as String?).map(Self.marks))
    }

    /// Months as their column holds them: a list in JSON.
    static func marks(_ text: String) -> [Int] {
        text.split { !("0"..."9").contains($0) }.compactMap { Int($0) }
    }
}

extension TrainingClass {
    var values: Door.Values {
        [
            code.text.databaseValue, program.rawValue.databaseValue, start.column.databaseValue,
            end.column.databaseValue, place.databaseValue, seats.databaseValue, instructor.databaseValue,
        ]
    }

    init(row: Row) throws {
        self.init(
            code: try Code(stored: row["code"]), program: ID(row["program"]),
            start: try .stored(row["start_date"]), end: try .stored(row["end_date"]), place: row["place"],
            seats: row["seats"], instructor: row["instructor"])
    }

    /// Reads the columns of a class in their order, the first of which stands at a place.
    init(row: StatementRow, from place: Int) throws {
        self.init(
            code: try Code(stored: row.text(at: place) ?? ""), program: ID(row.number(at: place + 1)),
            start: try .stored(Int(row.number(at: place + 2))), end: try .stored(Int(row.number(at: place + 3))),
            place: row.text(at: place + 4), seats: Int(row.number(at: place + 5)), instructor: row.text(at: place + 6))
    }
}

extension Participant {
    var values: Door.Values {
        var reason: String?
        if case .none(let given) = identity { reason = given }
        return [
            (nik?.number).databaseValue, reason.databaseValue, name.text.databaseValue, name.key.databaseValue,
            birthplace.databaseValue, birthDate.column.databaseValue, sex.rawValue.databaseValue,
            residence.kecamatanColumn.databaseValue, (residence.desa?.number).databaseValue, address.databaseValue,
            (phone?.digits).databaseValue, (education?.rawValue).databaseValue, occupation.databaseValue,
        ]
    }

    init(row: Row) throws {
        try self.init(
            nik: row["nik"], reason: row["no_nik_reason"], name: row["name"], birthplace: row["birthplace"],
            birthDate: row["birth_date"], sex: row["sex"], kecamatan: row["kecamatan"], desa: row["desa"],
            address: row["address"], phone: row["phone"], education: row["education"], occupation: row["occupation"])
    }

    /// What ``init(row:from:)`` reads, in its order.
    static let exportedColumns = """
        r.nik, r.no_nik_reason, r.name, r.birthplace, r.birth_date, r.sex, r.kecamatan, r.desa, r.address, r.phone,
        r.education, r.occupation
        """

    /// Reads ``exportedColumns``, the first of which stands at a place.
    init(row: StatementRow, from place: Int) throws {
        guard let name = row.text(at: place + 2), let sex = row.text(at: place + 5) else {
            throw DamagedRow(what: "participant")
        }
        try self.init(
            nik: row.numberIfAny(at: place), reason: row.text(at: place + 1), name: name,
            birthplace: row.text(at: place + 3), birthDate: Int(row.number(at: place + 4)), sex: sex,
            kecamatan: row.number(at: place + 6), desa: row.numberIfAny(at: place + 7),
            address: row.text(at: place + 8), phone: row.text(at: place + 9), education: row.text(at: place + 10),
            occupation: row.text(at: place + 11))
    }

    private init(
        nik: Int64?, reason: String?, name: String, birthplace: String?, birthDate: Int, sex: String, kecamatan: Int64,
        desa: Int64?, address: String?, phone: String?, education: String?, occupation: String?
    ) throws {
        self.init(
            identity: try nik.map { .nik(try NIK(stored: $0)) } ?? .none(reason: reason ?? ""),
            name: try PersonName(stored: name), birthplace: birthplace, birthDate: try .stored(birthDate),
            sex: try .stored(sex), residence: Residence(kecamatan: kecamatan, desa: desa), address: address,
            phone: phone.flatMap { PhoneNumber($0) }, education: education.flatMap { Education.named[$0] },
            occupation: occupation)
    }
}

extension Education {
    /// By identifier; looking through all cases for each row of a million takes its time.
    fileprivate static let named = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
}

extension Enrollment {
    var values: Door.Values {
        [
            participant.rawValue.databaseValue, trainingClass.rawValue.databaseValue,
            standing.status.column.databaseValue, standing.date.column.databaseValue, standing.detail.databaseValue,
        ]
    }

    init(row: Row) throws {
        let standing = EnrollmentStanding(
            try .stored(column: row["status"]), on: try .stored(row["since"]), detail: row["detail"])
        guard let standing else { throw DamagedRow(what: "enrollment \(row["id"] as Int64? ?? 0)") }
        self.init(participant: ID(row["participant"]), trainingClass: ID(row["class"]), standing: standing)
    }
}

extension Target {
    var values: Door.Values {
        let (name, key) = scope.columns
        return [
            year.databaseValue, name.databaseValue, key.databaseValue, stage.rawValue.databaseValue,
            count.databaseValue, rule.rawValue.databaseValue, source.databaseValue,
            (sourceDate?.column).databaseValue,
        ]
    }

    init(row: Row) throws {
        self.init(
            year: row["year"], scope: try Scope(name: row["scope"], key: row["scope_key"]),
            stage: try .stored(row["stage"]), count: row["count"], rule: try .stored(row["rule"]),
            source: row["source"], sourceDate: try (row["source_date"] as Int?).map(CalendarDate.stored))
    }
}

extension Claim {
    var values: Door.Values {
        [
            organizer.rawValue.databaseValue, year.databaseValue, count.databaseValue,
            (reportedOn?.column).databaseValue, letter.databaseValue,
        ]
    }

    init(row: Row) throws {
        self.init(
            organizer: ID(row["organizer"]), year: row["year"], count: row["count"],
            reportedOn: try (row["reported_on"] as Int?).map(CalendarDate.stored), letter: row["letter"])
    }
}

extension Residents {
    var values: Door.Values { [kecamatan.number.databaseValue, count.databaseValue, source.databaseValue] }

    init(row: Row) throws {
        guard let code = RegionCode(number: row["kecamatan"]) else { throw DamagedRow(what: "residents") }
        self.init(kecamatan: code, count: row["count"], source: row["source"])
    }
}

extension Target.Scope {
    var columns: (name: String, key: Int64) {
        switch self {
        case .regency: ("regency", 0)
        case .kecamatan(let code): ("kecamatan", code.number)
        case .track(let track): ("track", Int64(track.column))
        case .organizer(let id): ("organizer", id.rawValue)
        case .term(let last): ("term", Int64(last))
        }
    }

    init(name: String, key: Int64) throws {
        switch name {
        case "kecamatan":
            guard let code = RegionCode(number: key) else { throw DamagedRow(what: "target") }
            self = .kecamatan(code)
        case "track": self = .track(try .stored(column: Int(key)))
        case "organizer": self = .organizer(ID(key))
        case "term": self = .term(through: Int(key))
        default: self = .regency
        }
    }
}

/// A row that holds what no rule would have let in: the file was changed by something else.
struct DamagedRow: Error {
    let what: String
}

extension RawRepresentable where RawValue == String {
    static func stored(_ text: String) throws -> Self {
        guard let value = Self(rawValue: text) else { throw DamagedRow(what: text) }
        return value
    }
}

extension CaseIterable where Self: Equatable, AllCases.Index == Int {
    static func stored(column: Int) throws -> Self {
        guard let value = Self(column: column) else { throw DamagedRow(what: "\(Self.self) \(column)") }
        return value
    }
}

extension CalendarDate {
    static func stored(_ column: Int) throws -> CalendarDate {
        guard let date = CalendarDate(column: column) else { throw DamagedRow(what: "date \(column)") }
        return date
    }
}

extension Code {
    init(stored text: String) throws {
        guard let code = Code(text) else { throw DamagedRow(what: "code") }
        self = code
    }
}

extension PersonName {
    init(stored text: String) throws {
        guard let name = PersonName(text) else { throw DamagedRow(what: "name") }
        self = name
    }
}

extension NIK {
    init(stored number: Int64) throws {
        do { try self.init(number: number) } catch { throw DamagedRow(what: "nik") }
    }
}
