import Foundation
import Store
import Training

/// Three fiscal years of a term: 2024 and 2025 are over, 2026 runs.
///
/// 2026 has a revised target, targets of kecamatan that do not add up to it, entries of two operators, and somebody in two
/// tracks; the term 2024–2028 has a goal.
public struct SeveralYears: Sendable {
    public var year: TrainingYear
    /// Somebody at another desk.
    public let other = Author(name: "budi", desk: "meja2")

    public var store: SilatStore { year.store }

    public init() async throws {
        year = try await TrainingYear.small()
        try await addEarlierYears()
        for target in [
            Target(year: 2024, count: 2), Target(year: 2025, count: 4), Target(year: 2026, count: 5),
            Target(year: 2026, stage: .revised, count: 8),
            Target(year: 2024, scope: .term(through: 2028), count: 15),
            Target(year: 2026, scope: .kecamatan(RegionCode("63.09.06")!), count: 3),
            Target(year: 2026, scope: .kecamatan(RegionCode("63.09.02")!), count: 2),
        ] { try await year.perform(.setTarget(target)) }
        try await enroll("Aulia Rahmah", in: "K-014")
        try await year.addPerson("Zainab", 61, in: "K-015")
    }

    private mutating func addEarlierYears() async throws {
        for (number, fiscalYear) in [2024, 2025].enumerated() {
            try await year.add(
                Program(
                    code: Code("P-\(fiscalYear)")!, title: "Barista \(fiscalYear)", year: fiscalYear, track: .community,
                    vocation: "Boga"))
            try await year.addClass(
                "K-\(fiscalYear)", "P-\(fiscalYear)", "\(fiscalYear)-0\(number + 3)-01",
                "\(fiscalYear)-0\(number + 3)-20",
                place: nil, seats: 16)
        }
        try await year.addClass("K-2025B", "P-2025", "2025-12-20", "2026-01-10", place: nil, seats: 16)
        for serial in 31...35 { try await year.addPerson("Peserta \(serial)", serial, in: "K-2024") }
        for serial in 41...43 { try await year.addPerson("Peserta \(serial)", serial, in: "K-2025") }
        try await enroll("Peserta 31", in: "K-2025B")
    }

    public func enroll(_ name: String, in code: String, by author: Author? = nil) async throws {
        let action = Action.enroll(
            [year.people[name]!], in: year.classes[code]!, standing: nil, confirmed: Set(Doubt.allCases))
        try await year.perform(action, by: author)
    }

    /// A save at another desk: one more in the class.
    public func addByOther(_ name: String, _ serial: Int, in code: String) async throws {
        let person = Participant(
            identity: .nik(try NIK(TrainingYear.nik(serial))), name: PersonName(name)!,
            birthDate: CalendarDate(iso: "1999-05-05")!, sex: .female, residence: .kecamatan(RegionCode("63.09.02")!))
        let action = Action.addParticipant(person, in: year.classes[code], confirmed: Set(Doubt.allCases))
        try await year.perform(action, by: other)
    }
}
