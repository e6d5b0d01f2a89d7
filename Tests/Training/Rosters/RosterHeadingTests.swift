import Testing
import Training

@Suite struct RosterHeadingTests {
    @Test(arguments: [
        (
            RosterColumn.nik,
            [
                "NIK", "nik", "No. KTP", "NIK/No KTP", "No KTP / NIK", "NO.KTP", "N I K", "Nomor Induk Kependudukan",
                "NIK *)", "NIK (16 digit)", "No. Identitas", "NIK\nKTP", "2. NIK",
            ]
        ),
        (
            .name,
            [
                "Nama", "NAMA LENGKAP", "Nama Lengkap (sesuai KTP)", "Nama\nLengkap", "Nama Peserta",
                "Nama Calon Peserta", "  nama ", "Nama:", "3. Nama", "Nama Lenkap",
            ]
        ),
        (
            .birth,
            [
                "TTL", "T.T.L", "Tempat/Tanggal Lahir", "Tempat, Tgl. Lahir", "Tempat & Tanggal Lahir",
                "TEMPAT TANGGAL LAHIR", "Tempat, Tanggal Lahir", "TTL (Tempat, Tanggal Lahir)",
            ]
        ),
        (.birthplace, ["Tempat Lahir", "Tmp. Lahir", "Tempat", "TEMPAT_LAHIR"]),
        (
            .birthDate,
            [
                "Tanggal Lahir", "Tgl. Lahir", "tgl lahir", "Tanggal Lahir (dd/mm/yyyy)", "Tgl/Bln/Thn Lahir",
                "tanggal_lahir",
            ]
        ),
        (
            .sex,
            [
                "L/P", "JK", "J.K.", "Jenis Kelamin", "JENIS KELAMIN (L/P)", "Kelamin", "Jns. Kelamin", "LK/PR",
                "Jenis Kelmin",
            ]
        ),
        (.kecamatan, ["Kec.", "KECAMATAN", "Kec", "Kecamatan Domisili", "Kecamtan"]),
        (.desa, ["Desa/Kel", "Desa / Kelurahan", "Kel/Desa", "Kelurahan", "DESA", "Kel./Desa"]),
        (.address, ["Alamat", "Alamat Lengkap", "Alamat (sesuai KTP)", "ALAMAT RUMAH"]),
        (
            .phone,
            ["No HP", "No. HP", "No. HP/WA", "NO. TELP.", "HP", "WA", "Nomor Telepon", "Telp/HP", "No. WhatsApp"]
        ),
        (.education, ["Pendidikan", "Pend. Terakhir", "PENDIDIKAN TERAKHIR", "Ijazah Terakhir"]),
        (.occupation, ["Pekerjaan", "PEKERJAAN SAAT INI", "Pekrjaan"]),
        (.noNIKReason, ["alasan_tanpa_nik", "Alasan tanpa NIK"]),
        (.lineNumber, ["No", "No.", "NO", "Nomor Urut", "No. Urut"]),
        (.rejection, ["alasan_ditolak"]),
    ])
    func isMatchedByMeaning(column: RosterColumn, headings: [String]) {
        for heading in headings { #expect(RosterColumn(heading: heading) == column, "\(heading)") }
    }

    /// What means something else, or nothing, is not taken for a column: a wrong match would put wrong values on file.
    @Test(arguments: [
        "", " ", "-", "?", "Ket.", "Keterangan", "Nama Ayah", "Nama Ibu Kandung", "Nama Usaha", "Tanda Tangan", "TTD",
        "Umur", "Usia",
        "Agama", "Status", "Ukuran Baju", "No. KK", "RT/RW", "Kabupaten", "Provinsi", "Email", "(NIK)x",
        "Tanggal Daftar", "No. Rekening",
        "NPWP", "Nilai", "5",
    ])
    func anythingElseIsNoColumn(heading: String) {
        #expect(RosterColumn(heading: heading) == nil)
    }

    @Test func everyColumnMeansItself() {
        for column in RosterColumn.allCases { #expect(RosterColumn(heading: column.rawValue) == column) }
    }
}
