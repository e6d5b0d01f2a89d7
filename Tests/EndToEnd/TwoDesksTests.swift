import Foundation
import Keyboard
import Testing
import Training

/// A program that is killed, and two programs on one file.
@Suite(.serialized) struct TwoDesksTests {
    private func openForm(_ desk: TerminalDesk) throws {
        try desk.sees("/ 10 orang").press(.character("2")).sees("Rahmawati")
        try desk.press(.character("n")).sees("Peserta baru")
    }

    /// Whether Capaian counts so many people in a kecamatan.
    private func counts(_ desk: TerminalDesk, _ kecamatan: String, _ people: Int) -> Bool {
        desk.screen.contains { line in
            guard let range = line.range(of: kecamatan) else { return false }
            return line[range.upperBound...].split(separator: " ").first == "\(people)"
        }
    }

    @Test func whatWasTypedOutlivesAKill() async throws {
        let office = try await OfficeFile()
        let desk = try TerminalDesk(at: office)
        try openForm(desk)
        try desk.type(OfficeFile.nik(2)).type("Siti Nurul Hidayah").press(.enter).type("Tanj").sees(
            "Tempat lahir     Tanj")
        // The program reads the figures after it has written what was typed before: once they show, the draft is on file.
        try await office.add("Aulia", serial: 3)
        try desk.sees("2 / 10 orang").kill(SIGKILL).ends(.killed(signal: SIGKILL))

        let next = try TerminalDesk(at: office)
        try next.sees("2 / 10 orang").press(.character("2")).sees("2 peserta").press(.character("n"))
        try next.sees("Konsep belum disimpan: Siti Nurul Hidayah · 6309••••••••0002").press(.enter)
        try next.sees("> Tempat lahir     Tanj").type("ung").press(.enter).sees("> Kecamatan")
        try next.type("kelua").press(.enter).sees("> Desa").press(.control("s"))
        try next.sees("✓ Tersimpan: Siti Nurul Hidayah · 6309••••••••0002")
        let saved = try #require(try await office.person(2))
        #expect(saved.name.text == "Siti Nurul Hidayah" && saved.birthplace == "Tanjung")
        #expect(saved.birthDate == CalendarDate(iso: "1999-05-05") && saved.sex == .female)
        #expect(try await office.store.check().allSatisfy { $0.problem == nil })
        // What is saved is no draft any more.
        try next.press(.escape).sees("3 peserta").press(.character("n")).sees("Peserta baru").sees("> NIK")
        #expect(!next.shows("Konsep"))
    }

    @Test func aSaveAtOneDeskShowsAtTheOther() async throws {
        let office = try await OfficeFile()
        let watching = try TerminalDesk(at: office)
        let entering = try TerminalDesk(at: office)
        try watching.sees("1 / 10 orang   10,0 %").sees(that: "one of Murung Pudak") {
            counts(watching, "Murung Pudak", 1)
        }
        try openForm(entering)
        try entering.type(OfficeFile.nik(2)).type("Siti Aminah").press(.enter, .enter).sees("> Kecamatan")
        try entering.type("murung p").press(.enter).sees("> Desa").press(.tab, .tab, .tab, .tab, .tab).sees("> Kelas")
        try entering.type("k-001").press(.enter).sees("✓ Tersimpan: Siti Aminah")
        try watching.sees("2 / 10 orang   20,0 %").sees(that: "two of Murung Pudak") {
            counts(watching, "Murung Pudak", 2)
        }
    }

    @Test func bothVersionsOfARecordAreLaidSideBySide() async throws {
        let office = try await OfficeFile()
        let mine = try TerminalDesk(["--operator", "rina"], at: office)
        let theirs = try TerminalDesk(["--operator", "udin"], at: office)
        for desk in [mine, theirs] {
            try desk.sees("1 / 10 orang").press(.character("2")).sees("Rahmawati").press(.character("e"))
            try desk.sees("Ubah peserta").press(.tab, .tab, .control("u")).sees("> Tempat lahir")
        }
        try theirs.type("Barabai").press(.tab, .tab, .tab, .tab, .tab, .tab, .tab, .tab).sees("> Pekerjaan")
        try theirs.type("Penjahit").press(.control("s")).sees("✓ Tersimpan: Rahmawati")

        try mine.type("Kandangan").press(.tab, .tab, .tab, .tab, .tab).sees("> Alamat").type("Jalan Kenangan")
        try mine.press(.control("s")).sees("Rahmawati: diubah di dua meja").sees("udin (")
        for value in ["Barabai", "Kandangan", "Penjahit", "Jalan Kenangan"] { try mine.sees(value) }
        // Going back to the form loses neither.
        try mine.press(.escape).sees("Ubah peserta").sees("Tempat lahir     Kandangan").press(.control("s"))
        try mine.sees("diubah di dua meja").sees("Barabai")
        try mine.press(.control("s")).sees("Pilih dulu isian untuk: Tempat lahir").press(.character("m"))
        try mine.press(.control("s")).sees("Tersimpan, gabungan dua meja: Rahmawati")

        let merged = try #require(try await office.person(1))
        #expect(merged.birthplace == "Kandangan" && merged.address == "Jalan Kenangan")
        #expect(merged.occupation == "Penjahit")
        // Theirs is not lost either: it stands in the log, and their step is whole.
        #expect(try await office.store.log(of: nil, count: 10).filter { $0.kind == .editParticipant }.count == 2)
        #expect(try await office.store.check().allSatisfy { $0.problem == nil })
    }

    /// A supervisor scrolls while another process saves: the figures follow, the highlight stays on its line, which is marked.
    @Test func aSaveShowsWhereTheSupervisorScrolls() async throws {
        let office = try await OfficeFile()
        let desk = try TerminalDesk(at: office)
        try desk.sees("1 / 10 orang").press(.character("4")).sees("Wilayah · tahun 2025")
        try desk.press(.down, .down, .down, .down, .down, .right).sees(that: "one of Murung Pudak") {
            counts(desk, "Murung Pudak", 1)
        }
        let before = desk.rawOutput.count
        for serial in 2...5 {
            try await office.add("Siti \(serial)", serial: serial)
            try desk.press(.pageDown, .pageUp, .home, .down, .down, .down, .down, .down)
            try desk.sees("\(serial) / 10 orang").sees(that: "\(serial) of Murung Pudak") {
                counts(desk, "Murung Pudak", serial)
            }
        }
        // The mark stands for three seconds from the last save: a busy machine may come back here when it has gone again.
        #expect(desk.rawOutput[before...].firstRange(of: Array("●".utf8)) != nil, "the line that moved is marked")
        let recount = try await office.store.totals(by: .kecamatan, of: OfficeFile.year)
        #expect(recount.map(\.people).reduce(0, +) == 5)
        // The highlighted number is still that line's: it opens to its five names.
        try desk.press(.enter).sees("5 peserta").sees("Siti 5")
    }
}
