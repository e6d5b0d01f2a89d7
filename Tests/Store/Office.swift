import Foundation
import Store
import Training

@testable import Store

/// A store with one program and class, and short ways to put people in it.
struct Office {
    let store: SilatStore
    let author = Author(name: "rina", desk: "meja1")
    var program: ID<Program>
    var trainingClass: ID<TrainingClass>

    /// Noon on 24 November 2026, when the tests' clock stands still.
    static let noon: @Sendable () -> Date = { Date(timeIntervalSince1970: 1_795_521_600) }

    init(_ store: SilatStore) async throws {
        self.store = store
        program = ID(0)
        trainingClass = ID(0)
        program = try await addProgram("P-1", track: .community)
        trainingClass = try await addClass("K-001", program)
    }

    @discardableResult
    func perform(_ action: Action, by author: Author? = nil) async throws -> Receipt {
        try await store.perform(action, by: author ?? self.author)
    }

    func addProgram(_ code: String, year: Int = 2026, track: Track) async throws -> ID<Program> {
        let program = Program(code: Code(code)!, title: "Menjahit", year: year, track: track)
        return ID(try await perform(.addProgram(program)).record!)
    }

    func addClass(
        _ code: String, _ program: ID<Program>, start: String = "2026-02-01", seats: Int = 16
    ) async throws -> ID<TrainingClass> {
        let trainingClass = TrainingClass(
            code: Code(code)!, program: program, start: CalendarDate(iso: start)!,
            end: CalendarDate(iso: start)!.adding(days: 10), seats: seats)
        return ID(try await perform(.addClass(trainingClass)).record!)
    }

    /// A person of the kecamatan Murung Pudak, unless told otherwise.
    static func person(
        _ name: String, nik: String? = nil, desa: String? = "63.09.06.2005", birth: String = "1999-05-05",
        sex: Sex = .female
    ) -> Participant {
        Participant(
            identity: nik.map { .nik(try! NIK($0)) } ?? .none(reason: "belum merekam KTP"), name: PersonName(name)!,
            birthDate: CalendarDate(iso: birth)!, sex: sex,
            residence: desa.flatMap { RegionCode($0) }.map { $0.isDesa ? .desa($0) : .kecamatan($0) } ?? .outside)
    }

    /// A valid NIK of a woman born on 5 May 1999.
    static func nik(_ serial: Int) -> String { "630906450599" + String(format: "%04d", serial) }

    @discardableResult
    func add(
        _ name: String, _ serial: Int, in classID: ID<TrainingClass>? = nil, desa: String? = "63.09.06.2005",
        by author: Author? = nil
    ) async throws -> ID<Participant> {
        let action = Action.addParticipant(
            Self.person(name, nik: Self.nik(serial), desa: desa), in: classID ?? trainingClass,
            confirmed: Set(Doubt.allCases))
        return ID(try await perform(action, by: author).record!)
    }
}

/// A folder that is gone when the test is over.
final class Folder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "silat-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    func file(_ name: String) -> String { path + "/" + name }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
