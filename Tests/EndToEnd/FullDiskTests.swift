import DeskScript
import Foundation
import Keyboard
import Testing
import Training

/// The program in its terminal while its disk takes nothing more: the clerk is told, keeps what was typed, and goes on when there is
/// room.
@Suite(.serialized) struct FullDiskTests {
    /// A disk that is full, or broken, while its flag is there.
    private struct Disk {
        let flag: String

        init(beside office: OfficeFile) { flag = office.path + ".full" }

        var environment: [String: String] {
            let library = TerminalDesk.silat.deletingLastPathComponent().appending(path: "libCFullDisk.so").path
            return ["LD_PRELOAD": library, "SILAT_FULL_DISK": flag]
        }

        func fill() throws { try Data().write(to: URL(filePath: flag)) }
        func breakDown() throws { try Data("x".utf8).write(to: URL(filePath: flag)) }
        func mend() throws { try FileManager.default.removeItem(atPath: flag) }
    }

    private func form(_ office: OfficeFile, _ disk: Disk) throws -> TerminalDesk {
        let desk = try TerminalDesk(at: office, environment: disk.environment)
        try desk.sees("1 / 10 orang").press(.character("2")).sees("Rahmawati").press(.character("n"))
        try desk.sees("Peserta baru").type(OfficeFile.nik(2)).press(.enter).sees("> Nama").type("Siti Aminah")
        return try desk.sees("> Nama             Siti Aminah")
    }

    @Test(arguments: [false, true])
    func theClerkKeepsTheFormAndGoesOn(isBroken: Bool) async throws {
        let office = try await OfficeFile()
        let disk = Disk(beside: office)
        let desk = try form(office, disk)
        if isBroken { try disk.breakDown() } else { try disk.fill() }
        try desk.press(.enter, .enter).sees("> Kecamatan").type("kelua").press(.enter).sees("> Desa")
        try desk.press(.control("s")).sees(isBroken ? "gagal pada" : "disk penuh")
        #expect(desk.shows("Siti Aminah") && desk.shows("Kelua"))
        #expect(try await office.person(2) == nil)
        try disk.mend()
        try desk.press(.control("s")).sees("Tersimpan: Siti Aminah")
        #expect(try await office.person(2)?.name.text == "Siti Aminah")
        #expect(try await office.store.check().allSatisfy { $0.problem == nil })
    }

    /// What could not be kept as a draft is told, and kept with the next key once there is room.
    @Test func aDraftIsKeptAsSoonAsThereIsRoom() async throws {
        let office = try await OfficeFile()
        let disk = Disk(beside: office)
        let desk = try form(office, disk)
        try disk.fill()
        try desk.type(" b").sees("disk penuh")
        try disk.mend()
        try desk.type("inti").sees("> Nama             Siti Aminah binti")
        try await desk.waits(for: "the draft") { try office.hasDraft(with: "Siti Aminah binti") }
        try desk.kill(SIGKILL).ends(.killed(signal: SIGKILL))
        let next = try TerminalDesk(at: office)
        try next.sees("1 / 10 orang").press(.character("2")).sees("Rahmawati").press(.character("n"))
        try next.sees("Konsep belum disimpan: Siti Aminah binti")
    }

    /// The day's backup is made as soon as there is room; until then the clerk is told, and goes on.
    @Test func noBackupFillsTheDisk() async throws {
        let office = try await OfficeFile()
        let disk = Disk(beside: office)
        try disk.fill()
        let desk = try TerminalDesk(at: office, environment: disk.environment)
        try desk.sees("cadangan hari ini tidak dibuat").press(.character("q")).ends(.exited(0))
        #expect(try FileManager.default.contentsOfDirectory(atPath: office.path + ".backups").isEmpty)
        try disk.mend()
        let next = try TerminalDesk(at: office, environment: disk.environment)
        try next.sees("1 / 10 orang")
        try await next.waits(for: "a backup") {
            let inside = try? FileManager.default.contentsOfDirectory(atPath: office.path + ".backups")
            // Its hash comes last.
            return inside?.contains { $0.hasSuffix("Z.db.sha256") } == true
        }
        try next.press(.character("q")).ends(.exited(0))
    }

    @Test func anImportLeavesNothing() async throws {
        let office = try await OfficeFile()
        let disk = Disk(beside: office)
        try disk.fill()
        let roster = office.path + ".csv"
        try "nik;nama;tanggal lahir;jk;kecamatan\n6309064505990002;Siti;1999-05-05;P;Tanjung\n".write(
            toFile: roster, atomically: true, encoding: .utf8)
        let desk = try TerminalDesk(["import", roster], at: office, environment: disk.environment)
        try desk.sees("disk penuh").ends(.exited(73))
        #expect(try await office.store.log(of: nil, count: 10).allSatisfy { $0.kind != .importRoster })
        try disk.mend()
        let again = try TerminalDesk(["import", roster], at: office, environment: disk.environment)
        try again.ends(.exited(0))
        #expect(try await office.store.check().allSatisfy { $0.problem == nil })
    }
}
