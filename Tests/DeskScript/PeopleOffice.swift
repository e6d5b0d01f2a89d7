import Foundation
import Store
import Training

/// A store with two classes of one program and a few people whom stories know by name.
public struct PeopleOffice: Sendable {
    public let store: SilatStore
    public let author = Author(name: "rina", desk: "meja1")
    /// Somebody at another desk.
    public let other = Author(name: "udin", desk: "meja2")
    public let sewing: ID<TrainingClass>
    public let welding: ID<TrainingClass>

    /// Noon on 24 November 2026, when the stories' clock stands still.
    public static let noon: @Sendable () -> Date = { Date(timeIntervalSince1970: 1_795_521_600) }

    /// An office with classes and nobody in them.
    public init(target: Int? = nil, seats: Int = 16, codes: (String, String) = ("K-014", "K-020")) async throws {
        let store = try SilatStore.inMemory(now: Self.noon)
        let author = Author(name: "rina", desk: "meja1")
        let program = Program(code: Code("PROGRAM")!, title: "Menjahit Pakaian", year: 2026, track: .community)
        let programID = ID<Program>(try await store.perform(.addProgram(program), by: author).record!)
        func addClass(_ code: String, _ start: String) async throws -> ID<TrainingClass> {
            let start = CalendarDate(iso: start)!
            let trainingClass = TrainingClass(
                code: Code(code)!, program: programID, start: start, end: start.adding(days: 10), seats: seats)
            return ID(try await store.perform(.addClass(trainingClass), by: author).record!)
        }
        sewing = try await addClass(codes.0, "2026-02-01")
        welding = try await addClass(codes.1, "2026-12-01")
        if let target { _ = try await store.perform(.setTarget(Target(year: 2026, count: target)), by: author) }
        self.store = store
    }

    /// A valid NIK of a woman born on 5 May 1999.
    public static func nik(_ serial: Int) -> String { "630906450599" + String(format: "%04d", serial) }

    /// A woman born on 5 May 1999 who lives in Maburai, unless told otherwise.
    public static func person(_ name: String, _ serial: Int, residence: String? = "63.09.06.2004") -> Participant {
        let place = residence.flatMap { RegionCode($0) }
        return Participant(
            identity: .nik(try! NIK(nik(serial))), name: PersonName(name)!, birthplace: "Tanjung",
            birthDate: CalendarDate(iso: "1999-05-05")!, sex: .female,
            residence: place.map { $0.isDesa ? .desa($0) : .kecamatan($0) } ?? .outside, address: "Jl. Jaksa RT 3",
            phone: PhoneNumber("081234567890"), education: .sma, occupation: "mengurus rumah")
    }

    @discardableResult
    public func add(
        _ name: String, _ serial: Int, in trainingClass: ID<TrainingClass>? = nil,
        residence: String? = "63.09.06.2004"
    ) async throws -> ID<Participant> {
        let action = Action.addParticipant(
            Self.person(name, serial, residence: residence), in: trainingClass, confirmed: Set(Doubt.allCases))
        return ID(try await store.perform(action, by: author).record!)
    }

    /// People from Orang 0001 on, in one step.
    public func addCrowd(_ count: Int) async throws {
        _ = try await store.takeIn(as: .generate, note: "", by: author, keep: true) { intake in
            for number in 1...count {
                let person = Self.person("Orang \(String(format: "%04d", number))", 1_000 + number)
                _ = try intake.add(person, doubts: [])
            }
        }
    }
}
