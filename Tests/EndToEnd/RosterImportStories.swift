import Foundation
import Store
import Testing
import Training

/// The import screen at a real terminal, with real files.
@Suite(.serialized) struct RosterImportStories {
    private static let header = "No;NIK/No KTP;Nama Lengkap;TTL;L/P;Kec.;Desa/Kel;No HP\n"

    private func roster(_ lines: some Sequence<String>, in office: OfficeFile, _ name: String) throws -> String {
        let path = (office.path as NSString).deletingLastPathComponent + "/\(name)"
        let text = "DAFTAR PESERTA;;;;;;;\n" + Self.header + lines.joined(separator: "\n") + "\n"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        return path
    }

    private func line(_ number: Int) -> String {
        "\(number);\(OfficeFile.nik(number));Peserta \(Self.letters(number));Tanjung, 05-05-1999;P;Mrg Pudak;Ds. Maburai;-"
    }

    private static func letters(_ number: Int) -> String {
        String(String(number).compactMap { $0.wholeNumberValue.map { Array("abcdefghij")[$0] } })
    }

    private func opened(_ office: OfficeFile, _ path: String) throws -> TerminalDesk {
        let desk = try TerminalDesk(["--operator", "rina"], at: office)
        try desk.sees("1 / 10").press(.character("2")).sees("Rahmawati").press(.character("i")).sees("pilih berkas")
        return try desk.paste(path).sees((path as NSString).lastPathComponent).press(.enter)
    }

    @Test func aCleanFileIsThreeEntersAndOneStep() async throws {
        let office = try await OfficeFile()
        let path = try roster((11...13).map(line), in: office, "daftar.csv")
        let desk = try opened(office, path)
        try desk.sees("Baris pertama, seperti akan dibaca").sees("Murung Pudak, Mabur").press(.enter)
        try desk.sees("3 baris = 3 orang baru").press(.enter).sees("Diimpor: daftar.csv")
        #expect(try await office.store.count(of: ParticipantQuery()) == 4)
        let step = try await office.store.log(of: nil, count: 1).first
        #expect(step?.kind == .importRoster && step?.author.name == "rina")
        #expect(step?.note?.hasPrefix("daftar.csv (") == true)
        try desk.press(.character("u")).sees("Diurungkan")
        #expect(try await office.store.count(of: ParticipantQuery()) == 1)
        try desk.press(.character("q")).ends(.exited(0))
    }

    /// The same NIK under another name comes side by side; what is taken is what was chosen.
    @Test func aDoubtIsSettledSideBySide() async throws {
        let office = try await OfficeFile()
        let other = line(1).replacingOccurrences(of: "Peserta b", with: "Rahma Wati")
        let desk = try opened(office, try roster([line(11), other], in: office, "daftar.csv"))
        try desk.sees("seperti akan dibaca").press(.enter).sees("Orang yang perlu dipastikan").press(.enter)
        try desk.sees("Rahma Wati").sees("Rahmawati").press(.character("s")).sees("semua diputuskan")
        try desk.press(.enter).sees("Diimpor: daftar.csv")
        #expect(try await office.store.count(of: ParticipantQuery()) == 2)
        #expect(try await office.person(1)?.name.text == "Rahmawati")
        try desk.press(.character("q")).ends(.exited(0))
    }

    @Test func escInTheMiddleKeepsNothing() async throws {
        let office = try await OfficeFile()
        let path = try roster((100..<6_100).map(line), in: office, "besar.csv")
        let desk = try opened(office, path)
        try desk.sees("seperti akan dibaca").press(.enter).sees("6.000 baris = 6.000 orang baru")
        try desk.press(.enter).sees("Esc menghentikan").press(.escape).sees("Dihentikan; tidak ada yang disimpan")
        #expect(try await office.store.count(of: ParticipantQuery()) == 1)
        #expect(try await office.store.check().filter { $0.problem != nil } == [])
        // The file is free, and the same import goes through.
        try await office.add("Udin", serial: 2)
        try desk.sees("2 / 10").press(.enter).sees("Diimpor: besar.csv")
        #expect(try await office.store.count(of: ParticipantQuery()) == 6_002)
        try desk.press(.character("q")).ends(.exited(0))
    }
}
