import GRDB
import Testing
import Training

@testable import Store

/// What an import counts as people come is what a recount from the tables makes.
@Suite struct NewcomerCountTests {
    private static let author = Author(name: "rina", desk: "meja1")

    /// People of every kind that a tally tells apart: NIK or none, sex, age, residence.
    private static let people: [Participant] = (1...80).map { number in
        Office.person(
            "Siti \(["Aminah", "Aisyah", "Rahmah"][number % 3])",
            nik: number.isMultiple(of: 5) ? nil : Office.nik(number),
            desa: ["63.09.06.2005", "63.09.06.2003", "63.09.06", nil][number % 4],
            birth: "\(1950 + number % 65)-\(number.isMultiple(of: 2) ? "01-31" : "02-02")",
            sex: number.isMultiple(of: 7) ? .male : .female)
    }

    private static func standing(_ status: EnrollmentStatus) -> EnrollmentStanding {
        EnrollmentStanding(status, on: CalendarDate(iso: "2026-02-05")!)!
    }

    /// What may come between people of one class, and leave the count of them to the tables.
    enum Turn: CaseIterable {
        case none, otherClass, otherStatus, second, later, update
    }

    @Test(arguments: Turn.allCases, [EnrollmentStatus.registered, .completed])
    func tallyIsAsRecounted(turn: Turn, status: EnrollmentStatus) async throws {
        let office = try await Office(try SilatStore.inMemory(now: Office.noon))
        try await office.add("Sudah Ada", 9_991)
        let other = try await office.addClass("K-002", office.program, start: "2026-06-01")
        let trainingClass = office.trainingClass
        try await office.store.takeIn(as: .importRoster, note: "", by: Self.author, keep: true) { intake in
            func enroll(_ id: ID<Participant>, in joined: ID<TrainingClass>? = nil, _ as: EnrollmentStatus) throws {
                #expect(
                    try intake.enroll(id, in: joined ?? trainingClass, standing: Self.standing(`as`)) != nil)
            }
            let waiting = turn == .later ? try intake.add(Office.person("Nanti"), doubts: []) : nil
            for (place, person) in Self.people.enumerated() {
                let id = try intake.add(person, doubts: [])
                let isTurn = place == 40
                try enroll(
                    id, in: isTurn && turn == .otherClass ? other : nil,
                    isTurn && turn == .otherStatus ? .attending : status)
                guard isTurn else { continue }
                switch turn {
                case .none, .otherClass, .otherStatus: break
                case .second: try enroll(id, in: other, status)
                case .later: try enroll(try #require(waiting), status)
                case .update:
                    try intake.update(id, to: Office.person("Pindah", nik: Office.nik(9_000), desa: nil, sex: .male))
                }
            }
        }
        try await office.store.read { db in
            let people = try Int.fetchOne(
                db, sql: "SELECT sum(people) FROM tally WHERE dimension = \(Tallies.Grouping.status.rawValue)")
            #expect(try #require(people) > Self.people.count)
            #expect(try Recount(db: db).differences() == 0)
        }
        #expect(try await office.store.check().filter { $0.problem != nil }.isEmpty)
    }
}
