import Keyboard

/// The whole clerk's morning, from an empty machine in fiscal year 2025 to certificates: played at any desk.
///
/// What is on file afterwards: a target of 10, one organizer, program and class; five participants, all in the class and counted,
/// two of them certified.
public struct ClerksMorning<Table: Desk> {
    /// The fiscal year of the story; the desk has to show it.
    public static var year: Int { 2025 }

    private let desk: CountedDesk<Table>

    /// For each participant of the run: the keystrokes beyond the NIK, the name and the birthplace.
    public private(set) var extraKeystrokes: [Int] = []

    public init(at desk: Table) { self.desk = CountedDesk(desk) }

    /// Plays the story; throws where the desk shows something else.
    public mutating func play() async throws {
        try await setUpYear()
        try await enterFirstParticipant()
        try await enterRun()
        try await assignDuplicate()
        try await enterWithoutNIK()
        try await findAndMend()
        try await deleteAndUndo()
        try await certify()
    }

    /// A target in Capaian; an organizer, a program and a class in Kelas.
    private func setUpYear() async throws {
        try await desk.sees("belum ada target")
        try await desk.press(.character("t"))
        try await desk.sees("> Target awal")
        try await desk.type("10")
        try await desk.press(.control("s"))
        try await desk.sees("0 / 10 orang   0,0 %")

        try await desk.press(.character("3"))
        try await desk.sees("[Kelas 0]")
        try await desk.press(.backTab, .character("n"))
        try await desk.sees("Penyelenggara baru")
        try await enter("DKN", "Dinas Tenaga Kerja", "skpd")
        try await desk.sees("✓ Tersimpan: DKN Dinas Tenaga Kerja")

        try await desk.press(.backTab, .character("n"))
        try await desk.sees("Program baru")
        try await enter("P-01", "Menjahit Dasar", "kompetensi", "Garmen", "dinas", "apbd")
        try await desk.sees("> SKKNI")
        try await desk.press(.control("s"))
        try await desk.sees("✓ Tersimpan: P-01 Menjahit Dasar")

        try await desk.press(.backTab, .character("n"))
        try await desk.sees("> Program ")
        try await desk.sees("K-001")
        try await enter("menjahit", "3-2-2025", "17-3-2025", "Balai Latihan Kerja")
        try await desk.sees("17-03-2025")
        try await desk.press(.control("s"))
        try await desk.sees("✓ Tersimpan: K-001 Menjahit Dasar")
        try await desk.sees("0/16")
    }

    /// Fills fields one after the other.
    private func enter(_ texts: String...) async throws {
        for text in texts {
            try await desk.type(text)
            try await desk.press(.enter)
        }
    }

    /// Somebody who joins no class yet: the NIK tells birth date, sex and kecamatan, the rest is typed.
    private func enterFirstParticipant() async throws {
        try await desk.press(.character("2"))
        try await desk.sees("Belum ada peserta")
        try await desk.press(.character("n"))
        try await desk.sees("Peserta baru")
        try await desk.type("6309064505990001")
        try await desk.sees("6309 0645 0599 0001  perempuan · 05-05-1999 · Murung Pudak")
        try await desk.press(.enter)
        try await enter("Siti Noorhayati", "Tanjung", "murung p", "maburai")
        try await desk.sees("> Alamat")
        try await desk.sees("Maburai       ▪ tetap")
        try await desk.press(.control("s"))
        try await desk.sees("✓ Tersimpan: Siti Noorhayati · 6309••••••••0001")
        try await desk.sees("0 / 10 orang   0,0 %")
    }

    /// A run of participants of one desa: the first names the class, the others have it carried forward.
    private mutating func enterRun() async throws {
        try await enter("6309061207010002Rahmad Hidayat", "Amuntai", "Jalan Ahmad Yani", "", "", "")
        try await desk.sees("> Kelas")
        try await enter("k-001")
        try await desk.sees("✓ Tersimpan: Rahmad Hidayat · 6309••••••••0002 · K-001")
        try await desk.sees("kelas K-001 Menjahit Dasar (1/16)")
        try await desk.sees("1 / 10 orang   10,0 %")
        for (index, (nik, name, birthplace)) in [
            ("6309065003980003", "Rahmawati", "Kelua"), ("6309061111000004", "M. Noor", "Tanjung"),
        ].enumerated() {
            desk.countKeys()
            try await desk.type(nik + name)
            try await desk.press(.enter)
            try await desk.type(birthplace)
            // Address, phone, education and occupation are left empty; kecamatan, desa and class are passed over.
            try await desk.press(.enter, .enter, .enter, .enter, .enter)
            try await desk.sees("✓ Tersimpan: \(name) · ")
            extraKeystrokes.append(desk.countKeys() - nik.count - name.count - birthplace.count)
            try await desk.sees("\(index + 2) / 10 orang   \(index + 2)0,0 %")
        }
    }

    /// A NIK that somebody has already: in one key the form assigns its holder to the class.
    private func assignDuplicate() async throws {
        try await desk.type("6309064505990001")
        try await desk.sees("NIK ini milik Siti Noorhayati, Maburai.")
        try await desk.press(.enter)
        try await desk.sees("Tugaskan ke kelas")
        try await desk.press(.enter)
        try await desk.sees("✓ Ditugaskan: Siti Noorhayati · 6309••••••••0001 · K-001")
        try await desk.sees("4 / 10 orang   40,0 %")
    }

    private func enterWithoutNIK() async throws {
        try await desk.press(.enter)
        try await desk.sees("> Alasan tanpa NIK")
        try await enter("KTP hilang", "Hj. Masitah", "Kandangan", "24-11-1979", "p")
        try await desk.sees("> Alamat")
        try await desk.press(.control("s"))
        try await desk.sees("✓ Tersimpan: Hj. Masitah · K-001")
        try await desk.sees("5 / 10 orang   50,0 %")
    }

    /// Somebody is searched for, opened, and edited.
    private func findAndMend() async throws {
        try await desk.press(.escape)
        try await desk.sees("5 peserta")
        try await desk.press(.character("/"))
        try await desk.sees("Cari:")
        try await desk.type("rahma")
        try await desk.sees("2 peserta")
        try await desk.type("wati")
        try await desk.sees("1 peserta")
        try await desk.press(.enter, .enter)
        try await desk.sees("Rahmawati · Berkas peserta")
        try await desk.sees("Tempat lahir   Kelua")
        try await desk.press(.character("e"))
        try await desk.sees("Ubah peserta")
        try await desk.press(.tab, .tab, .control("u"))
        try await desk.type("Barabai")
        try await desk.press(.control("s"))
        try await desk.sees("✓ Tersimpan: Rahmawati")
        try await desk.sees("Tempat lahir   Barabai")
        try await desk.press(.escape)
        try await desk.sees("Peserta · menurut nama")
    }

    /// A deletion is asked about, and taken back.
    private func deleteAndUndo() async throws {
        try await desk.press(.character("d"))
        try await desk.sees("Hapus Rahmawati?")
        try await desk.sees("Ikut terhapus: 1 keikutsertaan (K-001).")
        try await desk.press(.character("x"))
        try await desk.doesNotSee("Hapus Rahmawati?")
        try await desk.sees("5 / 10 orang   50,0 %")
        try await desk.press(.character("d"))
        try await desk.sees("Hapus Rahmawati?")
        try await desk.press(.character("y"))
        try await desk.sees("✓ Terhapus: Rahmawati")
        try await desk.sees("4 / 10 orang   40,0 %")
        try await desk.sees("Tidak ada yang cocok dengan “rahmawati”")
        try await desk.press(.character("u"))
        try await desk.sees("✓ Diurungkan: peserta dihapus")
        try await desk.sees("5 / 10 orang   50,0 %")
        try await desk.sees("1 peserta")
        try await desk.press(.escape)
        try await desk.sees("5 peserta")
    }

    /// On the class's roster two get certificates, with numbers that count on, and one drops out and comes back.
    private func certify() async throws {
        try await desk.press(.character("3"))
        try await desk.sees("5/16")
        try await desk.press(.enter)
        try await desk.sees("5/16 kursi terisi")
        try await desk.sees("mengikuti 5")
        try await desk.press(.character(" "), .character(" "), .character("t"))
        try await desk.sees("Ubah status 2 peserta")
        try await enter("bersertifikat", "")
        try await desk.sees("> Nomor pertama")
        try await desk.type("S-001/2025")
        try await desk.sees("bersertifikat · S-002/2025")
        try await desk.press(.enter)
        try await desk.sees("✓ 2 peserta: bersertifikat")
        try await desk.sees("mengikuti 3 · bersertifikat 2")
        try await desk.sees("5 / 10 orang   50,0 %")

        try await desk.press(.end, .character("t"))
        try await desk.sees("Ubah status 1 peserta")
        try await enter("berhenti", "", "pindah ke luar daerah")
        try await desk.sees("✓ 1 peserta: berhenti")
        try await desk.sees("4 / 10 orang   40,0 %")
        try await desk.press(.character("u"))
        try await desk.sees("mengikuti 3 · bersertifikat 2")
        try await desk.sees("5 / 10 orang   50,0 %")
    }
}
