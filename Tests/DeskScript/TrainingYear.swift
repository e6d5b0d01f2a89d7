import Foundation
import Store
import Training

/// A store with a small fiscal year 2026: two organizers, three programs, three classes, some people.
public struct TrainingYear: Sendable {
    public let store: SilatStore
    /// Who set it up: the operator at the desk of stories.
    public let author = Author(name: "rina", desk: "meja1")

    /// Noon on 24 November 2026, when the clock of stories stands still.
    public static let noon: @Sendable () -> Date = { Date(timeIntervalSince1970: 1_795_521_600) }

    public private(set) var organizers: [String: ID<Organizer>] = [:]
    public private(set) var programs: [String: ID<Program>] = [:]
    public private(set) var classes: [String: ID<TrainingClass>] = [:]
    public private(set) var people: [String: ID<Participant>] = [:]

    /// An empty machine.
    public init(now: @escaping @Sendable () -> Date = noon) throws { store = try SilatStore.inMemory(now: now) }

    /// The small year.
    public static func small() async throws -> TrainingYear {
        var year = try TrainingYear()
        try await year.add(Organizer(code: Code("DISNAKER")!, name: "Dinas Tenaga Kerja", kind: .skpd))
        try await year.add(Organizer(code: Code("LKP-ANI")!, name: "LKP Ani", kind: .lkp))
        try await year.addPrograms()
        try await year.addClass("K-013", "P-01", "2026-02-03", "2026-03-17", place: "Balai Latihan Kerja", seats: 16)
        try await year.addClass("K-014", "P-02", "2026-06-01", "2026-06-20", place: "Bengkel Murung Pudak", seats: 2)
        try await year.addClass("K-015", "P-03", "2026-12-01", "2026-12-05", place: nil, seats: 16)
        for (serial, name) in ["Aulia Rahmah", "Budi Santoso", "Hj. Noorhayati", "Siti Aminah"].enumerated() {
            try await year.addPerson(name, serial + 1, in: "K-013")
        }
        for (serial, name) in ["Rahmat Hidayat", "Rahmawati"].enumerated() {
            try await year.addPerson(name, serial + 11, in: "K-014")
        }
        for (serial, name) in ["Norliana", "Rahmini"].enumerated() {
            try await year.addPerson(name, serial + 21, in: nil)
        }
        return year
    }

    private mutating func addPrograms() async throws {
        let disnaker = organizers["DISNAKER"]
        try await add(
            Program(
                code: Code("P-01")!, title: "Menjahit Dasar", year: 2026, track: .nonCompetency, vocation: "Garmen",
                organizer: disnaker, funding: .pokir, pokirProposer: "H. Syahrani", pokirReference: "012/DPRD/2025"))
        try await add(
            Program(
                code: Code("P-02")!, title: "Las SMAW 3G", year: 2026, track: .competency, vocation: "Las",
                organizer: disnaker, funding: .apbd, skkni: "KEP.98/2018"))
        try await add(
            Program(
                code: Code("P-03")!, title: "Kue Kering", year: 2026, track: .community, vocation: "Boga",
                organizer: organizers["LKP-ANI"], funding: .csr))
    }

    @discardableResult
    public func perform(_ action: Action, by author: Author? = nil) async throws -> Receipt {
        try await store.perform(action, by: author ?? self.author)
    }

    public mutating func add(_ organizer: Organizer) async throws {
        organizers[organizer.code.text] = ID(try await perform(.addOrganizer(organizer)).record!)
    }

    public mutating func add(_ program: Program) async throws {
        programs[program.code.text] = ID(try await perform(.addProgram(program)).record!)
    }

    public mutating func addClass(
        _ code: String, _ program: String, _ start: String, _ end: String, place: String?, seats: Int
    ) async throws {
        let value = TrainingClass(
            code: Code(code)!, program: programs[program]!, start: CalendarDate(iso: start)!,
            end: CalendarDate(iso: end)!, place: place, seats: seats, instructor: "Hj. Mariana")
        classes[code] = ID(try await perform(.addClass(value)).record!)
    }

    /// A valid NIK of a woman born on 5 May 1999.
    public static func nik(_ serial: Int) -> String { "630906450599" + String(format: "%04d", serial) }

    /// Adds a woman of Maburai, born on 5 May 1999.
    public mutating func addPerson(_ name: String, _ serial: Int, in code: String?) async throws {
        let person = Participant(
            identity: .nik(try NIK(Self.nik(serial))), name: PersonName(name)!,
            birthDate: CalendarDate(iso: "1999-05-05")!, sex: .female,
            residence: .desa(RegionCode("63.09.06.2004")!))
        let action = Action.addParticipant(
            person, in: code.flatMap { classes[$0] }, confirmed: Set(Doubt.allCases))
        people[name] = ID(try await perform(action).record!)
    }

    /// The roster of a class, with each person's status.
    public func standings(of code: String) async throws -> [String: EnrollmentStanding] {
        let roster = try await store.roster(of: classes[code]!)
        return Dictionary(uniqueKeysWithValues: roster.map { ($0.participant.name.text, $0.enrollment.value.standing) })
    }
}
