import Foundation
import Store
import Synchronization
import Training

/// An office's file and a laptop's copy of it, on which both sides worked: both changed Siti, the laptop met Ana, the office Ida.
public final class VillageLaptop: Sendable {
    private let folder: String
    /// The office's file.
    public let store: SilatStore
    public let rina = Author(name: "rina", desk: "meja1")
    public let budi = Author(name: "budi", desk: "laptop1")
    public let siti: ID<Participant>

    /// Where the laptop's file is.
    public var path: String { folder + "/laptop.db" }

    /// - Parameter isQuiet: whether nothing was done that both sides changed.
    public init(isQuiet: Bool = false) async throws {
        folder = NSTemporaryDirectory() + "silat-laptop-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let ticks = Mutex(0)
        // Noon on 20 November 2026, and a minute later each time it is read.
        let now: @Sendable () -> Date = {
            ticks.withLock {
                $0 += 1
                return Date(timeIntervalSince1970: 1_795_176_000 + Double($0) * 60)
            }
        }
        store = try SilatStore.open(at: folder + "/kantor.db", mode: .create, now: now)
        let program = Program(code: Code("P-1")!, title: "Menjahit", year: 2026, track: .community)
        let programID = ID<Program>(try await store.perform(.addProgram(program), by: rina).record!)
        let course = TrainingClass(
            code: Code("K-001")!, program: programID, start: CalendarDate(iso: "2026-02-02")!,
            end: CalendarDate(iso: "2026-02-20")!, seats: 16)
        let classID = ID<TrainingClass>(try await store.perform(.addClass(course), by: rina).record!)
        siti = try await Self.add("Siti Aminah", 1, classID, to: store, by: rina)
        _ = try await store.backup(to: folder + "/laptop.db")
        let laptop = try SilatStore.open(at: folder + "/laptop.db", mode: .readWrite, now: now)
        _ = try await Self.add("Ana Lestari", 2, classID, to: laptop, by: budi)
        try await Self.edit(siti, in: laptop, by: budi) {
            $0.address = "Desa Maburai RT 3"
            if !isQuiet { $0.phone = PhoneNumber("081234567890") }
        }
        laptop.close()
        _ = try await Self.add("Ida Royani", 3, classID, to: store, by: rina)
        try await Self.edit(siti, in: store, by: rina) {
            $0.occupation = "penjahit"
            if isQuiet { return }
            $0.address = "Jalan Pahlawan 5"
            $0.phone = PhoneNumber("081299998888")
        }
    }

    deinit {
        store.close()
        try? FileManager.default.removeItem(atPath: folder)
    }

    private static func add(
        _ name: String, _ serial: Int, _ classID: ID<TrainingClass>, to store: SilatStore, by author: Author
    ) async throws -> ID<Participant> {
        let person = Participant(
            identity: .nik(try NIK("630906450599" + String(format: "%04d", serial))), name: PersonName(name)!,
            birthDate: CalendarDate(iso: "1999-05-05")!, sex: .female,
            residence: .desa(RegionCode("63.09.06.2004")!))
        let action = Action.addParticipant(person, in: classID, confirmed: Set(Doubt.allCases))
        return ID(try await store.perform(action, by: author).record!)
    }

    private static func edit(
        _ id: ID<Participant>, in store: SilatStore, by author: Author, _ change: (inout Participant) -> Void
    ) async throws {
        guard let basis = try await store.participant(id) else { return }
        var edited = basis
        change(&edited.value)
        _ = try await store.perform(
            .editParticipant(edited, basedOn: basis, confirmed: Set(Doubt.allCases)), by: author)
    }
}
