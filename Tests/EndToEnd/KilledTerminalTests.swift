import DeskScript
import Foundation
import Keyboard
import Testing
import Training

/// The program in its terminal, ended in the four ways that programs end: what was echoed is on file once, and what was typed is
/// offered. `SILAT_KILLS` is how many there are.
@Suite(.serialized) struct KilledTerminalTests {
    private enum Ending: CaseIterable {
        case kill, terminate, hangUpSignal, line
    }

    private static var kills: Int { ProcessInfo.processInfo.environment["SILAT_KILLS"].flatMap { Int($0) } ?? 4 }

    private func form(_ office: OfficeFile, _ serial: Int) throws -> TerminalDesk {
        let desk = try TerminalDesk(at: office)
        try desk.sees("1 / 10 orang").press(.character("2")).sees("Rahmawati").press(.character("n"))
        return try desk.sees("Peserta baru").type(OfficeFile.nik(serial)).type("Siti Aminah")
            .sees("> Nama             Siti Aminah")
    }

    private func end(_ desk: TerminalDesk, _ ending: Ending) throws {
        switch ending {
        case .kill: try desk.kill(SIGKILL).ends(.killed(signal: SIGKILL))
        case .terminate: try desk.kill(SIGTERM).ends(.exited(0))
        case .hangUpSignal: try desk.kill(SIGHUP).ends(.exited(0))
        case .line: try desk.hangUp().ends(.exited(0))
        }
    }

    @Test func whatWasEchoedIsOnFileOnce() async throws {
        for round in 0..<Self.kills {
            let office = try await OfficeFile()
            let desk = try form(office, 2)
            try desk.press(.enter, .enter).sees("> Kecamatan").type("kelua").press(.enter).sees("> Desa")
            try desk.press(.control("s")).sees("Tersimpan: Siti Aminah")
            // The last keys are on their way when it ends.
            try desk.type("6309")
            try end(desk, Ending.allCases[round % Ending.allCases.count])
            #expect(try await office.person(2)?.name.text == "Siti Aminah")
            #expect(try await office.store.log(of: nil, count: 100).count == 5)
            #expect(try await office.store.check().allSatisfy { $0.problem == nil })
        }
    }

    @Test func whatWasTypedIsOffered() async throws {
        for round in 0..<Self.kills {
            let office = try await OfficeFile()
            let desk = try form(office, 2)
            // What is typed while it is killed may be lost, what is on disk may not.
            try await desk.waits(for: "the draft") { try office.hasDraft(with: "Siti Aminah") }
            try desk.type(" binti")
            try end(desk, Ending.allCases[round % Ending.allCases.count])
            let next = try TerminalDesk(at: office)
            try next.sees("1 / 10 orang").press(.character("2")).sees("Rahmawati").press(.character("n"))
            try next.sees("Konsep belum disimpan: Siti Aminah").press(.enter).sees("> Nama             Siti Aminah")
            #expect(try await office.person(2) == nil)
            #expect(try await office.store.check().allSatisfy { $0.problem == nil })
        }
    }
}
