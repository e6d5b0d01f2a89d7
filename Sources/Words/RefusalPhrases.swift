import Training

/// Why something was refused or failed, where, and what would be right: one sentence each.
public struct RefusalPhrases: Sendable {
    public let flaw: @Sendable (NIK.Flaw) -> String
    public let refusal: @Sendable (Refusal, TermPhrases, Gazetteer) -> String
    public let failure: @Sendable (StoreFailure) -> String
}

extension Phrasebook {
    /// A refusal in a sentence.
    public func sentence(for refusal: Refusal, gazetteer: Gazetteer = .tabalong) -> String {
        refusals.refusal(refusal, terms, gazetteer)
    }
}

extension RefusalPhrases {
    static let indonesian = RefusalPhrases(
        flaw: {
            switch $0 {
            case .notADigit(let character, let position):
                "NIK hanya berisi angka; karakter ke-\(position) adalah “\(character)”"
            case .length(let count): "NIK harus 16 angka; ini \(count) angka"
            case .digitsLost:
                "angka NIK hilang karena ditulis sebagai bilangan (…E+15); minta berkas dengan NIK sebagai teks"
            case .placeholder(let digit):
                "NIK \(digit)\(digit)\(digit)\(digit)… adalah pengganti, bukan NIK; kosongkan dan isi alasan tanpa NIK"
            case .day(let written):
                "angka 7–8 (\(twoDigits(written))) bukan tanggal: harus 01–31, atau 41–71 untuk perempuan"
            case .month(let written): "angka 9–10 (\(twoDigits(written))) bukan bulan: harus 01–12"
            case .noSuchDate(let day, let month, let year):
                "angka 7–12 menyebut tanggal \(twoDigits(day))-\(twoDigits(month))-\(twoDigits(year)) yang tidak ada"
            case .serialZero: "angka 13–16 adalah 0000; nomor urut NIK mulai dari 0001"
            }
        },
        refusal: indonesianRefusal,
        failure: {
            switch $0 {
            case .noSuchFile(let path): "berkas tidak ada: \(path)"
            case .unreadable(let path): "\(path) tidak boleh dibaca; minta hak baca atas berkas itu"
            case .noSuchFolder(let path, let folder):
                "tidak dapat membuat \(path): folder \(folder) tidak ada; buat foldernya dulu"
            case .cannotCreate(let path, let reason): "tidak dapat membuat \(path): \(indonesianReason(reason))"
            case .notOurs(let path): "\(path) bukan berkas silat; pilih berkas lain dengan --db"
            case .newer(let path, let version, let supported, let program):
                "\(path) ditulis oleh silat yang lebih baru (tata letak \(version), program ini sampai \(supported)); pasang silat \(program.map { "\($0) atau yang lebih baru" } ?? "yang terbaru")"
            case .oddSchema(let path, let objects):
                "\(path) memuat bagian yang bukan buatan silat (\(some(objects))), jadi tidak dibuka dan tidak ada yang dijalankan; kembali ke cadangan, atau minta pengirim berkas menghapusnya"
            case .older(let path):
                "\(path) ditulis oleh silat yang lebih lama dan perlu diperbarui; minta hak tulis atas berkas itu"
            case .readOnly(let path): "\(path) hanya bisa dibaca; minta hak tulis atas berkas dan foldernya"
            case .diskFull(let path): "disk penuh; kosongkan ruang lalu simpan lagi (\(path))"
            case .noRoomForBackup(let path, let needed, let free):
                "cadangan hari ini tidak dibuat di \(path): perlu \(megabytes(needed)) MB, sisa \(megabytes(free)) MB; kosongkan disk"
            case .accessRefused(let path, let reason):
                "hak atas \(path) tidak bisa diubah: \(indonesianReason(reason)); "
                    + "minta pemilik berkas atau admin melakukannya"
            case .busy(let path): "berkas sedang dipakai program lain, coba lagi: \(path)"
            case .damaged(let path, let detail): "berkas rusak: \(path) (\(detail))"
            case .system(let path, let detail): "gagal pada \(path): \(detail)"
            }
        })

    static let english = RefusalPhrases(
        flaw: {
            switch $0 {
            case .notADigit(let character, let position):
                "a NIK holds digits only; character \(position) is “\(character)”"
            case .length(let count): "a NIK has 16 digits; this has \(count)"
            case .digitsLost:
                "digits of the NIK were lost when it was written as a figure (…E+15); ask for a file with the NIK as text"
            case .placeholder(let digit):
                "NIK \(digit)\(digit)\(digit)\(digit)… is a placeholder; leave it empty and say why there is none"
            case .day(let written):
                "digits 7–8 (\(twoDigits(written))) are no day: 01–31, or 41–71 for a woman"
            case .month(let written): "digits 9–10 (\(twoDigits(written))) are no month: 01–12"
            case .noSuchDate(let day, let month, let year):
                "digits 7–12 name \(twoDigits(day))-\(twoDigits(month))-\(twoDigits(year)), a day that does not exist"
            case .serialZero: "digits 13–16 are 0000; serials begin at 0001"
            }
        },
        refusal: englishRefusal,
        failure: {
            switch $0 {
            case .noSuchFile(let path): "no such file: \(path)"
            case .unreadable(let path): "\(path) may not be read; ask for the right to read it"
            case .noSuchFolder(let path, let folder):
                "cannot create \(path): there is no folder \(folder); make the folder first"
            case .cannotCreate(let path, let reason): "cannot create \(path): \(reason)"
            case .notOurs(let path): "\(path) is not a silat file; name another with --db"
            case .newer(let path, let version, let supported, let program):
                "\(path) was written by a newer silat (layout \(version), this program knows up to \(supported)); install silat \(program.map { "\($0) or later" } ?? "as it is today")"
            case .oddSchema(let path, let objects):
                "\(path) holds parts that silat did not make (\(some(objects))), so it was not opened and nothing in it was run; go back to a backup, or have the sender take them out"
            case .older(let path):
                "\(path) was written by an older silat and has to be brought up to date; ask for the right to write to it"
            case .readOnly(let path): "\(path) can only be read; ask for the right to write to it and its folder"
            case .diskFull(let path): "the disk is full; make room, then save again (\(path))"
            case .noRoomForBackup(let path, let needed, let free):
                "today's backup was not made in \(path): it needs \(megabytes(needed)) MB and \(megabytes(free)) MB are left; make room"
            case .accessRefused(let path, let reason):
                "the rights to \(path) could not be changed: \(reason); ask the file's owner or the administrator"
            case .busy(let path): "another program holds the file, try again: \(path)"
            case .damaged(let path, let detail): "the file is damaged: \(path) (\(detail))"
            case .system(let path, let detail): "failed on \(path): \(detail)"
            }
        })
}

/// The first of a list, and that there are more.
private func some(_ objects: [String]) -> String {
    objects.prefix(3).joined(separator: ", ") + (objects.count > 3 ? ", …" : "")
}

/// Cut, as all figures are.
private func megabytes(_ bytes: Int) -> Int { bytes / 1_000_000 }

private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

@Sendable private func indonesianRefusal(
    _ refusal: Refusal, terms: TermPhrases, gazetteer: Gazetteer
) -> String {
    switch refusal {
    case .nikTaken(let nik, let holder):
        "NIK \(nik.masked) milik \(whose(holder, gazetteer, terms))"
    case .unconfirmed(let doubts, let others):
        "periksa: " + doubts.map(terms.doubt).joined(separator: "; ")
            + others.prefix(1).map { " (\(whose($0, gazetteer, terms)))" }.joined()
    case .changedMeanwhile(_, let author), .recordChangedMeanwhile(let author):
        "diubah \(author.name) (\(author.desk)) sementara Anda mengubahnya; muat ulang dan bandingkan"
    case .gone: "catatan ini sudah tidak ada; mungkin dihapus di meja lain"
    case .codeTaken(let code): "kode \(code) sudah dipakai; pilih kode lain"
    case .unknownCode(let code, let kind, let nearest):
        "tidak ada \(indonesianKind(kind)) “\(code.strippedOfControls)”" + suggestion(nearest, "; yang mirip: ")
    case .invalid(let field): indonesianField(field)
    case .inUse(let count, let kind):
        "masih dipakai oleh \(count) \(indonesianKind(kind)); pindahkan atau hapus itu dulu"
    case .nothingToUndo: "tidak ada langkah Anda yang bisa diurungkan"
    case .nothingToRedo: "tidak ada langkah Anda yang diurungkan dan bisa diulangi"
    case .changedSince(let step):
        "tidak jadi: \(step.author.name) (\(step.author.desk)) sudah mengubah catatan yang sama sesudahnya (\(terms.step(step.kind)), langkah \(step.id)); urungkan itu dulu"
    case .cannotTakeBack(let step, let flaw): "langkah \(step) \(indonesianFlaw(flaw))"
    case .dateBeforeClass(let start): "tanggal status tidak boleh sebelum kelas mulai (\(start.onScreen))"
    case .forgotten(let step): ForgetPhrases.indonesian.forgotten(step.id.description)
    case .notAllowed(let role, let permission): RolePhrases.indonesian.notAllowed(role, permission)
    case .noSupervisorLeft: RolePhrases.indonesian.noSupervisorLeft
    case .outcomeBeforeEnd(let end): "tanggalnya sebelum kelas selesai (\(end.onScreen)); hasil baru ada sesudah itu"
    case .notCompleted(let status):
        "keikutsertaan ini berstatus \(terms.status(status)); yang dipantau hanya yang selesai atau bersertifikat, jadi ubah dulu statusnya kalau memang selesai"
    case .noSuchMark(let mark, let marks):
        "program ini tidak dipantau pada bulan ke-\(mark), tetapi pada bulan ke-\(marks.map(String.init).joined(separator: ", "))"
    case .neverEnrolled(let row):
        "\(row.name.text) belum pernah ikut kelas; peralatan hanya untuk peserta, jadi daftarkan dulu ke kelasnya"
    case .serialTaken(let serial, let code):
        "nomor seri \(serial.strippedOfControls) sudah ada pada \(code); periksa nomornya atau buka \(code)"
    case .unknownLabel(let code): "tidak ada catatan berkode \(code) di berkas ini"
    case .beforeHandover(let date): "tanggalnya sebelum serah terima terakhir (\(date.onScreen))"
    case .verifiedAlready(let author):
        "formulir orang ini sudah diketik kedua kali oleh \(author.name) (\(author.desk)); urungkan itu dulu kalau harus diulang"
    case .samePersonTwice: DuplicatePhrases.indonesian.sameTwice
    case .holdsEquipment(let code): "masih tercatat memegang peralatan \(code); riwayat alat itu harus tetap utuh"
    }
}

@Sendable private func englishRefusal(
    _ refusal: Refusal, terms: TermPhrases, gazetteer: Gazetteer
) -> String {
    switch refusal {
    case .nikTaken(let nik, let holder):
        "NIK \(nik.masked) belongs to \(whose(holder, gazetteer, terms))"
    case .unconfirmed(let doubts, let others):
        "please look: " + doubts.map(terms.doubt).joined(separator: "; ")
            + others.prefix(1).map { " (\(whose($0, gazetteer, terms)))" }.joined()
    case .changedMeanwhile(_, let author), .recordChangedMeanwhile(let author):
        "\(author.name) (\(author.desk)) changed it while you were editing; reload and compare"
    case .gone: "this record is no longer on file; another desk may have deleted it"
    case .codeTaken(let code): "code \(code) is taken; choose another"
    case .unknownCode(let code, let kind, let nearest):
        "no \(englishKind(kind)) “\(code.strippedOfControls)”" + suggestion(nearest, "; nearest: ")
    case .invalid(let field): englishField(field)
    case .inUse(let count, let kind): "still used by \(count) × \(englishKind(kind)); move or delete those first"
    case .nothingToUndo: "there is no step of yours to undo"
    case .nothingToRedo: "no step of yours was taken back"
    case .changedSince(let step):
        "not done: \(step.author.name) (\(step.author.desk)) has changed the same record since (\(terms.step(step.kind)), step \(step.id)); take that back first"
    case .cannotTakeBack(let step, let flaw): "step \(step) \(englishFlaw(flaw))"
    case .dateBeforeClass(let start): "a status cannot be dated before the class begins (\(start.onScreen))"
    case .forgotten(let step): ForgetPhrases.english.forgotten(step.id.description)
    case .notAllowed(let role, let permission): RolePhrases.english.notAllowed(role, permission)
    case .noSupervisorLeft: RolePhrases.english.noSupervisorLeft
    case .outcomeBeforeEnd(let end): "that is before the class ended (\(end.onScreen)); outcomes come after it"
    case .notCompleted(let status):
        "this enrollment is \(terms.status(status)); only completed and certified ones are followed up, so set its status first if it was completed"
    case .noSuchMark(let mark, let marks):
        "this program has no check at month \(mark), but at \(marks.map(String.init).joined(separator: ", "))"
    case .neverEnrolled(let row):
        "\(row.name.text) has never joined a class; equipment is for participants, so enrol them first"
    case .serialTaken(let serial, let code):
        "serial number \(serial.strippedOfControls) stands on \(code); check the number or open \(code)"
    case .unknownLabel(let code): "nothing in this file has the code \(code)"
    case .beforeHandover(let date): "that is before the last handover (\(date.onScreen))"
    case .verifiedAlready(let author):
        "this person's form was keyed a second time by \(author.name) (\(author.desk)); take that back first if it must be done again"
    case .samePersonTwice: DuplicatePhrases.english.sameTwice
    case .holdsEquipment(let code):
        "still on record as a holder of equipment \(code), whose life-line has to stay whole"
    }
}

private func whose(_ row: ParticipantRow, _ gazetteer: Gazetteer, _ terms: TermPhrases) -> String {
    [
        row.name.text,
        gazetteer.desaName(of: row.residence) ?? gazetteer.kecamatanName(of: row.residence) ?? terms.outside,
        row.latestClass.map(\.text),
    ].compactMap(\.self).joined(separator: ", ")
}

private func suggestion(_ nearest: [String], _ lead: String) -> String {
    nearest.isEmpty ? "" : lead + nearest.joined(separator: ", ")
}

private func indonesianKind(_ kind: Refusal.CodeKind) -> String {
    switch kind {
    case .organizer: "penyelenggara"
    case .program: "program"
    case .trainingClass: "kelas"
    case .kecamatan: "kecamatan"
    case .desa: "desa"
    case .enrollment: "keikutsertaan"
    case .claim: "klaim"
    }
}

private func englishKind(_ kind: Refusal.CodeKind) -> String {
    kind == .trainingClass ? "class" : kind.rawValue
}

private func indonesianField(_ field: Refusal.Field) -> String {
    switch field {
    case .seats: "kursi harus 1 sampai 10.000"
    case .classDates: "hari terakhir kelas tidak boleh sebelum hari pertama"
    case .year: "tahun anggaran harus 2000–2100"
    case .targetCount: "target harus 1 sampai 100.000.000"
    case .termYears: "tahun terakhir periode harus 1 sampai 9 tahun sesudah tahun pertamanya"
    case .claimCount: "klaim harus 0 sampai 100.000.000"
    case .residentsCount: "jumlah penduduk harus 1 sampai 100.000.000"
    case .documentDate: "tanggal dokumen tidak boleh di masa depan"
    case .checkDate: "tanggal tidak boleh di masa depan; tulis hari ini atau sebelumnya"
    case .nextTry: "kunjungan berikutnya tidak boleh sebelum yang ini"
    case .visitor: "nama petugas harus diisi"
    case .workers: "jumlah pekerja 0 atau lebih, dan yang dari pelatihan tidak melebihi semuanya"
    case .nib: "NIB terdiri dari 13 angka"
    case .rupiah: "nilai harus Rp0 sampai Rp100.000.000.000"
    case .groupMembers: "kelompok harus punya anggota"
    case .followUpMarks: "jadwal pemantauan: bulan 1–60, makin besar, paling banyak enam"
    case .title: "nama atau judul harus diisi"
    case .noNIKReason: "tanpa NIK, alasannya harus diisi"
    case .birthDate: "tanggal lahir harus sesudah 1900 dan tidak di masa depan"
    case .skkni: "kode SKKNI hanya untuk jalur kompetensi"
    case .pokir: "pokir hanya untuk jalur nonkompetensi"
    case .pin: "PIN harus 6 sampai 64 huruf atau angka"
    case .lockMinutes: "kunci layar sesudah 1 sampai 480 menit, atau --off"
    case .reason: RevealPhrases.indonesian.noNumbers
    case .verdicts: "isian yang dibetulkan harus sama dengan isian yang dinyatakan salah"
    }
}

private func englishField(_ field: Refusal.Field) -> String {
    switch field {
    case .seats: "seats must be 1 to 10,000"
    case .classDates: "a class cannot end before it begins"
    case .year: "a fiscal year is 2000–2100"
    case .targetCount: "a target is 1 to 100,000,000"
    case .termYears: "the last year of a term lies 1 to 9 years after its first"
    case .claimCount: "a claim is 0 to 100,000,000"
    case .residentsCount: "the number of residents is 1 to 100,000,000"
    case .documentDate: "a document cannot be dated in the future"
    case .checkDate: "the date cannot lie in the future; write today or a day before"
    case .nextTry: "the next try cannot come before this one"
    case .visitor: "the visitor has to be named"
    case .workers: "workers are 0 or more, and those from training not more than all"
    case .nib: "a NIB has 13 digits"
    case .rupiah: "a value is Rp0 to Rp100,000,000,000"
    case .groupMembers: "a group needs members"
    case .followUpMarks: "a schedule of follow-ups: months 1–60, rising, six at most"
    case .title: "a name or title is needed"
    case .noNIKReason: "without a NIK, a reason is needed"
    case .birthDate: "a birth date lies after 1900 and not in the future"
    case .skkni: "an SKKNI code belongs to the competency track only"
    case .pokir: "pokir belongs to the non-competency track only"
    case .pin: "a PIN has 6 to 64 letters or digits"
    case .lockMinutes: "screens lock after 1 to 480 minutes, or --off"
    case .reason: RevealPhrases.english.noNumbers
    case .verdicts: "the fields that are corrected must be those that were found wrong"
    }
}

private func indonesianFlaw(_ flaw: Refusal.TakeBackFlaw) -> String {
    switch flaw {
    case .unknown: "tidak ada; nomor langkah ada di log"
    case .notOwn(let author):
        "dikerjakan \(author.name) (\(author.desk)); hanya dia, di mejanya, yang bisa mengurungkannya"
    case .changedNothing: "tidak mengubah catatan apa pun, jadi tidak ada yang diurungkan"
    case .madeUp: "membuat data contoh, yang tidak bisa diurungkan"
    case .takenBack: "sudah diurungkan"
    case .forgot: ForgetPhrases.indonesian.isFinal
    case .stands: "tidak diurungkan, jadi tidak ada yang diulangi"
    }
}

private func englishFlaw(_ flaw: Refusal.TakeBackFlaw) -> String {
    switch flaw {
    case .unknown: "is not there; the log has the numbers of steps"
    case .notOwn(let author): "was done by \(author.name) (\(author.desk)); only they, at their desk, can take it back"
    case .changedNothing: "changed no record, so there is nothing to take back"
    case .madeUp: "made up sample data, which cannot be taken back"
    case .takenBack: "is taken back already"
    case .forgot: ForgetPhrases.english.isFinal
    case .stands: "is not taken back, so there is nothing to bring back"
    }
}
