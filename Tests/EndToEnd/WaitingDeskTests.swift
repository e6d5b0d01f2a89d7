import Foundation
import Keyboard
import Store
import Testing
import Training

/// A desk that takes long holds the file: the others wait for it, are told so, and lose nothing.
@Suite(.serialized) struct WaitingDeskTests {
    /// An import at another desk that ends when it is told to.
    private final class LongImport: Sendable {
        private let (began, mayEnd) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))

        func hold() {
            began.signal()
            mayEnd.wait()
        }

        func waitUntilBegun() { began.wait() }

        func end() { mayEnd.signal() }
    }

    private func importing(_ office: OfficeFile, _ long: LongImport) -> Task<Void, any Error> {
        let task = Task.detached { [store = office.store] in
            try await store.takeIn(
                as: .importRoster, note: "daftar", by: Author(name: "udin", desk: "meja2"), keep: true
            ) { _ in long.hold() }
        }
        long.waitUntilBegun()
        return task
    }

    @Test func aSaveOnScreenWaits() async throws {
        let office = try await OfficeFile()
        let desk = try TerminalDesk(at: office)
        try desk.sees("1 / 10 orang").press(.character("2")).sees("Rahmawati").press(.character("n"))
        try desk.sees("Peserta baru").type(OfficeFile.nik(2)).type("Siti Aminah").press(.enter, .enter)
        try desk.sees("> Kecamatan").type("kelua").press(.enter).sees("> Desa")
        let long = LongImport()
        let other = importing(office, long)
        try desk.press(.control("s")).sees("menunggu meja lain")
        long.end()
        try await other.value
        try desk.sees("Tersimpan: Siti Aminah")
        #expect(try await office.person(2)?.name.text == "Siti Aminah")
    }

    @Test func aCommandWaits() async throws {
        let office = try await OfficeFile()
        let long = LongImport()
        let other = importing(office, long)
        let desk = try TerminalDesk(["target", "set", "--count", "20"], at: office)
        try desk.sees("menunggu meja lain")
        long.end()
        try await other.value
        try desk.ends(.exited(0))
        #expect(try await office.store.targets().map(\.value.count) == [20])
    }
}
