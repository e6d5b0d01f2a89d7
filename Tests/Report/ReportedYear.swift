import DeskScript
import Foundation
import Report
import Store
import Training
import Words

/// The small year whose people were followed up, with targets, claims and somebody in two tracks: a page with everything on it.
struct ReportedYear {
    let store: SilatStore
    static let zone = TimeZone(secondsFromGMT: 8 * 3_600)!

    init() async throws {
        let monitored = try await MonitoredYear()
        let year = monitored.year
        store = monitored.store
        try await year.perform(
            .enroll(
                [year.people["Aulia Rahmah"]!], in: year.classes["K-014"]!, standing: nil,
                confirmed: Set(Doubt.allCases)))
        let day = CalendarDate(iso: "2026-01-05")!
        for target in [
            Target(year: 2026, count: 3, source: "DPA 2026", sourceDate: day),
            Target(year: 2026, stage: .revised, count: 4, source: "DPPA <2026> & lain"),
            Target(year: 2026, scope: .kecamatan(RegionCode("63.09.06")!), count: 5),
        ] { try await year.perform(.setTarget(target)) }
        try await year.perform(
            .setClaim(Claim(organizer: year.organizers["DISNAKER"]!, year: 2026, count: 9, letter: "045/DTK/2026")))
        let odd = Organizer(code: Code("LKP-ODD")!, name: "LKP <b>\u{202E}Odd & \"Sons\"", kind: .lkp)
        try await year.perform(.addOrganizer(odd))
        try await year.perform(.setResidents(Residents(kecamatan: RegionCode("63.09.06")!, count: 60_000)))
    }

    func report() async throws -> YearReport {
        try await YearReport.read(store, year: 2026, today: MonitoredYear.today)
    }
}

extension YearReport {
    func html(_ language: Language = .indonesian) -> String {
        ReportPage(self, .of(language), in: ReportedYear.zone).html
    }

    func text(_ language: Language = .indonesian) -> String {
        ReportText(self, .of(language), in: ReportedYear.zone, width: { $0.count }).text
    }
}
