import Training

extension TermPhrases {
    static let indonesian = TermPhrases(
        track: {
            switch $0 {
            case .community: "Berbasis masyarakat"
            case .competency: "Berbasis kompetensi"
            case .nonCompetency: "Nonkompetensi"
            }
        },
        funding: {
            switch $0 {
            case .apbd: "APBD"
            case .apbn: "APBN"
            case .csr: "CSR"
            case .pokir: "Pokir"
            case .selfFunded: "Swadaya"
            }
        },
        organizerKind: {
            switch $0 {
            case .skpd: "SKPD"
            case .kecamatan: "Kecamatan"
            case .desa: "Desa"
            case .lkp: "LKP"
            case .company: "Perusahaan"
            }
        },
        status: {
            switch $0 {
            case .registered: "terdaftar"
            case .attending: "mengikuti"
            case .completed: "selesai"
            case .certified: "bersertifikat"
            case .dropped: "berhenti"
            case .cancelled: "batal"
            }
        },
        sex: { $0 == .male ? "laki-laki" : "perempuan" },
        education: { $0 == .none ? "Tidak sekolah" : $0.rawValue.uppercased() },
        doubt: {
            switch $0 {
            case .unknownProvince: "kode provinsi NIK (2 angka pertama) tidak dikenal"
            case .unknownRegency: "kode kabupaten NIK (4 angka pertama) tidak dikenal"
            case .birthDateDiffers: "tanggal lahir berbeda dari NIK"
            case .sexDiffers: "jenis kelamin berbeda dari NIK"
            case .under15: "umur di bawah 15 tahun pada hari pertama kelas"
            case .over64: "umur di atas 64 tahun pada hari pertama kelas"
            case .nearlySameNIK: "NIK hanya beda satu angka dengan orang bernama sama"
            case .roundedNIK: "NIK berupa angka di lembar kerja; digit terakhirnya mungkin hilang"
            case .samePerson: "nama, tanggal lahir dan desa sama dengan orang lain"
            case .classFull: "kelas sudah penuh"
            }
        },
        step: {
            switch $0 {
            case .addParticipant: "peserta ditambahkan"
            case .editParticipant: "peserta diubah"
            case .deleteParticipant: "peserta dihapus"
            case .enroll: "penugasan ke kelas"
            case .setStatus: "status diubah"
            case .removeEnrollment: "keikutsertaan dihapus"
            case .addOrganizer: "penyelenggara ditambahkan"
            case .editOrganizer: "penyelenggara diubah"
            case .deleteOrganizer: "penyelenggara dihapus"
            case .addProgram: "program ditambahkan"
            case .editProgram: "program diubah"
            case .deleteProgram: "program dihapus"
            case .addClass: "kelas ditambahkan"
            case .editClass: "kelas diubah"
            case .deleteClass: "kelas dihapus"
            case .setTarget: "target ditetapkan"
            case .setClaim: "klaim ditetapkan"
            case .recordFollowUp: "pemantauan dicatat"
            case .recordOutcome: "hasil dicatat"
            case .assignVisitor: "petugas ditugaskan"
            case .addEquipment: "peralatan ditambahkan"
            case .editEquipment: "peralatan diubah"
            case .checkEquipment: "peralatan diperiksa"
            case .moveEquipment: "peralatan dialihkan"
            case .addRecall: "daftar pemanggilan dibuat"
            case .setRecallState: "pemanggilan diperbarui"
            case .secondEntry: "masukan kedua"
            case .setResidents: "jumlah penduduk ditetapkan"
            case .mergeParticipants: "peserta digabungkan"
            case .keepApart: "diputuskan: dua orang"
            case .forgetApart: "keputusan dua orang ditarik"
            case .importRoster: "impor daftar"
            case .repair: "perbaikan berkas"
            case .mergeFile: "gabung berkas"
            case .restore: "pemulihan dari cadangan"
            case .generate: "data contoh dibuat"
            case .reveal: "NIK dibuka"
            case .export: "data diekspor"
            case .setRole: "peran operator ditetapkan"
            case .removeOperator: "operator dihapus"
            case .setLock: "kunci layar diatur"
            case .setPIN: "PIN diubah"
            case .failedUnlock: "PIN salah"
            case .forget: "data pribadi dihapus atas permintaan"
            case .undo: "langkah diurungkan"
            }
        },
        stage: { $0 == .original ? "awal" : "perubahan" },
        rule: { $0 == .people ? "orang" : "keikutsertaan" },
        outside: "Luar Tabalong", none: "–",
        nik: "NIK", noNIKReason: "Alasan tanpa NIK", name: "Nama", birthplace: "Tempat lahir",
        birthDate: "Tanggal lahir", sexLabel: "Jenis kelamin", kecamatan: "Kecamatan",
        desa: "Desa", address: "Alamat", phone: "Telepon", educationLabel: "Pendidikan",
        occupation: "Pekerjaan", trainingClass: "Kelas", program: "Program",
        organizer: "Penyelenggara", fundingLabel: "Sumber dana", trackLabel: "Jalur",
        vocation: "Kejuruan", skkni: "SKKNI", pokirProposer: "Pengusul pokir",
        pokirReference: "Rujukan pokir", code: "Kode", title: "Judul", kind: "Jenis",
        year: "Tahun", start: "Mulai", end: "Selesai", place: "Tempat", seats: "Kursi",
        instructor: "Instruktur", statusLabel: "Status", target: "Target", people: "Orang",
        enrollments: "Keikutsertaan", percent: "Persen", source: "Dokumen sumber",
        sourceDate: "Tanggal dokumen", followUpMarks: "Pemantauan", month: "Bulan", age: "Umur",
        ageGroup: { "\($0) tahun" },
        women: "Perempuan", lastEntry: "Entri terakhir", certificateNumber: "Nomor sertifikat",
        dropReason: "Alasan berhenti")
}
