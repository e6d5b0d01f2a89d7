import Foundation
import GRDB
import Store
import Testing
import Training

/// A silat file that desks work on: fiscal year 2025 with a target of 10, a program, the class K-001 and one participant in it.
///
/// The test holds the file open as well and can save there, as a program at another desk does. The file goes with this value.
final class OfficeFile {
    let path: String
    let store: SilatStore
    private let folder: URL
    private let trainingClass: ID<TrainingClass>

    static let year = 2025
    /// Somebody at another desk.
    private static let other = Author(name: "udin", desk: "meja2")

    init() async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "office-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.appending(path: "silat.db").path
        store = try SilatStore.open(at: path, mode: .create)
        let target = Target(year: Self.year, count: 10)
        _ = try await store.perform(.setTarget(target), by: Self.other)
        let program = Program(code: Code("P-01")!, title: "Menjahit Dasar", year: Self.year, track: .community)
        let programID = ID<Program>(try await store.perform(.addProgram(program), by: Self.other).record!)
        let course = TrainingClass(
            code: Code("K-001")!, program: programID, start: CalendarDate(iso: "2025-02-03")!,
            end: CalendarDate(iso: "2025-03-17")!, seats: 16)
        trainingClass = ID(try await store.perform(.addClass(course), by: Self.other).record!)
        try await add("Rahmawati", serial: 1)
    }

    deinit {
        store.close()
        try? FileManager.default.removeItem(at: folder)
    }

    /// The arguments of a program on this file.
    var arguments: [String] { ["--db", path, "--year", "\(Self.year)"] }

    /// A woman of Maburai, born on 5 May 1999, entered at the other desk: she is in the class and counted.
    func add(_ name: String, serial: Int) async throws {
        let person = Participant(
            identity: .nik(try NIK(Self.nik(serial))), name: PersonName(name)!, birthplace: "Kelua",
            birthDate: CalendarDate(iso: "1999-05-05")!, sex: .female,
            residence: .desa(RegionCode("63.09.06.2004")!))
        let action = Action.addParticipant(person, in: trainingClass, confirmed: Set(Doubt.allCases))
        _ = try await store.perform(action, by: Self.other)
    }

    static func nik(_ serial: Int) -> String { "630906450599" + String(format: "%04d", serial) }

    /// The record of the person with this serial.
    func person(_ serial: Int) async throws -> Participant? {
        try await store.participant(nik: NIK(Self.nik(serial)))?.value
    }

    /// Whether what a program keeps as a draft has this in it.
    func hasDraft(with text: String) throws -> Bool {
        try DatabaseQueue(path: path).read { db in
            let sql = "SELECT EXISTS (SELECT 1 FROM draft WHERE instr(content, ?))"
            return try Bool.fetchOne(db, sql: sql, arguments: [text]) == true
        }
    }
}
