import Foundation
import Store
import Training

/// The small year of ``TrainingYear`` with what became of its people: checks, outcomes, equipment.
///
/// Of the sewing class of H. Syahrani's proposal all four completed and two are certified; Aulia runs a business with three workers, one
/// of them from training; Budi works at something else; Noorhayati could not be reached; of Siti nothing is known. Of the welders, who
/// both completed, Rahmat uses it and Rahmawati does not.
public struct MonitoredYear: Sendable {
    public private(set) var year: TrainingYear
    public private(set) var enrollments: [String: ID<Enrollment>] = [:]
    /// The sewing machine that Aulia has, in use, and the one that Siti has, idle.
    public private(set) var items: [String: ID<Equipment>] = [:]

    public var store: SilatStore { year.store }
    public static let today = CalendarDate(iso: "2026-11-24")!

    public init() async throws {
        year = try await TrainingYear.small()
        for name in ["Aulia Rahmah", "Budi Santoso", "Hj. Noorhayati", "Siti Aminah", "Rahmat Hidayat", "Rahmawati"] {
            enrollments[name] = try await store.enrollments(of: year.people[name]!).first!.enrollment.id
        }
        try await set(["Aulia Rahmah", "Budi Santoso"], .certified, "2026-03-17")
        try await set(["Hj. Noorhayati", "Siti Aminah"], .completed, "2026-03-17")
        try await set(["Rahmat Hidayat", "Rahmawati"], .completed, "2026-06-20")
        let business = Outcome.Business(name: "Aulia Modes", workers: 3, trainedWorkers: 1)
        try await found("Aulia Rahmah", .selfEmployed(business), "2026-06-20")
        try await found("Budi Santoso", .working(Outcome.Work(employer: "PT Adaro", isRelated: false)), "2026-06-22")
        for day in ["2026-06-20", "2026-06-27", "2026-07-04"] { try await miss("Hj. Noorhayati", day) }
        try await found("Rahmat Hidayat", .working(Outcome.Work(employer: "Bengkel", isRelated: true)), "2026-09-25")
        try await found("Rahmawati", .notUsing(.noCapital), "2026-09-26")
        try await handOut("Mesin jahit Singer 8280", "SN-2201", to: "Aulia Rahmah", .inUse)
        try await handOut("Mesin jahit Juki", "SN-2202", to: "Siti Aminah", .idle)
        try await handOut("Perangkat las", nil, to: "Rahmat Hidayat", nil)
    }

    private func set(_ names: [String], _ status: EnrollmentStatus, _ day: String) async throws {
        let standings = names.map { name in
            (
                enrollment: enrollments[name]!,
                standing: EnrollmentStanding(status, on: CalendarDate(iso: day)!, detail: "S-\(name)")!
            )
        }
        try await year.perform(.setStandings(standings))
    }

    private func found(_ name: String, _ fact: Outcome.Fact, _ day: String) async throws {
        let check = FollowUp(
            enrollment: enrollments[name]!, mark: 3, date: CalendarDate(iso: day)!, visitor: "Pak Udin",
            method: .visit, isReached: true)
        try await year.perform(.recordFollowUp(check, found: fact))
    }

    private func miss(_ name: String, _ day: String) async throws {
        let attempt = FollowUp(
            enrollment: enrollments[name]!, mark: 3, date: CalendarDate(iso: day)!, visitor: "Pak Udin",
            method: .phone, isReached: false)
        try await year.perform(.recordFollowUp(attempt, found: nil))
    }

    private mutating func handOut(
        _ item: String, _ serial: String?, to name: String, _ condition: Equipment.Condition?
    ) async throws {
        let kind = item.hasPrefix("Mesin") ? "mesin jahit" : "perangkat las"
        let value = Equipment(
            item: item, kind: kind, serial: serial, value: serial == nil ? nil : 2_750_000, funding: .pokir)
        let receipt = try await year.perform(
            .addEquipment(
                value, .participant(year.people[name]!), on: CalendarDate(iso: "2026-04-01")!, letter: "BA-7/2026"))
        items[item] = ID(receipt.record!)
        guard let condition else { return }
        let check = EquipmentCheck(
            equipment: ID(receipt.record!), date: CalendarDate(iso: "2026-10-02")!, visitor: "Bu Rina",
            condition: condition, place: "di rumah")
        try await year.perform(.checkEquipment(check))
    }
}
