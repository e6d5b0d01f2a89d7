import Training

/// Words of people who may be one: the list, two records side by side, and what is decided; see ``Phrasebook``.
public struct DuplicatePhrases: Sendable {
    // The list
    public let title: String
    public let titleOf: @Sendable (_ name: String) -> String
    /// While all are compared: how far it has come.
    public let seeking: @Sendable (_ percent: String) -> String
    public let stopped: String
    public let none: String
    public let noneOf: @Sendable (_ name: String) -> String
    /// How many pairs; where not all are listed, of how many.
    public let count: @Sendable (_ shown: String, _ all: String?) -> String
    public let rank: String
    public let stays: String
    public let goes: String
    public let reasonsHeading: String
    public let reason: @Sendable (Likeness.Reason) -> String
    public let openDoubt: String
    public let apartTitle: String
    public let noneApart: String
    public let one: String
    public let other: String

    // Two records side by side
    public let beside: String
    public let chooseFields: String
    public let allSettled: String
    public let classes: String
    public let checks: @Sendable (_ followUps: Int, _ outcomes: Int) -> String
    public let equipment: String
    public let typedNIK: String
    public let stillOpen: @Sendable (_ fields: [String]) -> String
    public let changed: String
    public let gone: String
    /// The question before two become one: who goes, and what moves.
    public let askMerge: @Sendable (_ goes: String, _ stays: String) -> String
    public let moves: @Sendable (_ classes: [String]) -> String
    public let bothIn: @Sendable (_ classes: [String]) -> String
    public let merged: @Sendable (_ goes: String, _ stays: String) -> String
    public let askApart: @Sendable (_ one: String, _ other: String) -> String
    public let apartMeans: String
    public let apart: @Sendable (_ one: String, _ other: String) -> String
    public let forgotten: @Sendable (_ one: String, _ other: String) -> String
    /// What stands in the place of the file of somebody who was merged.
    public let mergedInto: @Sendable (_ name: String) -> String
    /// Under a NIK that somebody else has, where a record on file is edited.
    public let mergeHolder: String
    /// Under a question whether a new entry is somebody on file who has no NIK yet.
    public let giveNIK: String

    // The log
    public let mergedRecord: String
    public let apartRecord: String
    public let goneLabel: String
    public let staysLabel: String

    // The command line
    public let help: DuplicateHelpPhrases
    public let sameTwice: String
    public let mergedAway: @Sendable (_ gone: String, _ stays: String, _ name: String) -> String
    public let noSuchField: @Sendable (_ typed: String, _ fields: [String]) -> String
    public let wereApart: @Sendable (_ one: String, _ other: String) -> String
    public let wereNotApart: @Sendable (_ one: String, _ other: String) -> String
}

/// What `--help` says of the commands about people who may be one.
public struct DuplicateHelpPhrases: Sendable {
    public let duplicates: String
    public let participant: String
    public let apartOnly: String
    public let merge: String
    public let stays: String
    public let goes: String
    public let take: String
    public let newNIK: String
    public let distinct: String
    public let undo: String
}

extension DuplicatePhrases {
    static let indonesian = DuplicatePhrases(
        title: "Kemungkinan ganda", titleOf: { "Kemungkinan ganda dari \($0)" },
        seeking: { "membandingkan semua peserta… \($0) %   Esc berhenti" },
        stopped: "Pencarian dihentikan; yang sudah dibuka tidak berubah",
        none: "Tidak ada peserta yang tampak tercatat dua kali.",
        noneOf: { "Tidak ada orang lain yang mirip dengan \($0)." },
        count: { shown, all in all.map { "\(shown) dari \($0) pasang" } ?? "\(shown) pasang" },
        rank: "Mirip", stays: "Tetap", goes: "Digabungkan", reasonsHeading: "Sebab",
        reason: {
            switch $0 {
            case .nikOneDigitOff: "NIK beda satu angka"
            case .nikDigitsSwapped: "dua angka NIK tertukar"
            case .oneWithoutNIK: "salah satu tanpa NIK"
            case .bothWithoutNIK: "keduanya tanpa NIK"
            case .sameName: "nama sama"
            case .sameSound: "nama sama, beda ejaan"
            case .similarName: "nama mirip"
            case .sameBirthDate: "tanggal lahir sama"
            case .dayMonthSwapped: "hari dan bulan lahir tertukar"
            case .nearlySameBirthDate: "tanggal lahir hampir sama"
            case .samePhone: "telepon sama"
            case .sameDesa: "desa sama"
            case .sameKecamatan: "kecamatan sama"
            case .otherName: "nama lain"
            case .otherBirthDate: "tanggal lahir lain"
            case .otherSex: "jenis kelamin lain"
            case .otherNIK: "NIK jauh berbeda"
            }
        },
        openDoubt: "pernah ditanyakan", apartTitle: "Sudah diputuskan: orang yang berbeda",
        noneApart: "Belum ada pasangan yang diputuskan sebagai dua orang.", one: "Satu", other: "Lainnya",
        beside: "Satu orang atau dua?", chooseFields: "← → pilih isian yang dipakai; yang ✓ tetap tercatat.",
        allSettled: "Semua isian sudah jelas. Ctrl-S menggabungkan, b kalau ternyata dua orang.", classes: "Kelas",
        checks: { "\($0) pemantauan, \($1) hasil" }, equipment: "Peralatan", typedNIK: "NIK yang benar",
        stillOpen: { "Pilih dulu isian untuk: \($0.joined(separator: ", "))" },
        changed: "Salah satu catatan berubah sejak dibuka; periksa lagi",
        gone: "Salah satu catatan sudah tidak ada; mungkin dihapus atau digabung di meja lain. Esc kembali.",
        askMerge: { "Gabungkan \($0) ke \($1)?" },
        moves: {
            $0.isEmpty ? "Tidak ada keikutsertaan yang berpindah." : "Ikut berpindah: \($0.joined(separator: ", "))."
        },
        bothIn: { "Sama-sama di \($0.joined(separator: ", ")): menjadi satu, status yang lebih jauh tetap." },
        merged: { "Tergabung: \($0) ke \($1) (u urungkan)" },
        askApart: { "\($0) dan \($1): dua orang yang berbeda?" },
        apartMeans: "Pasangan ini tidak ditawarkan lagi; bisa ditarik kembali dari daftar keputusan (Tab).",
        apart: { "Dicatat sebagai dua orang: \($0) dan \($1) (u urungkan)" },
        forgotten: { "Keputusan ditarik: \($0) dan \($1) ditawarkan lagi" },
        mergedInto: { "Catatan ini sudah digabung ke \($0). Enter membuka berkasnya, Esc kembali." },
        mergeHolder: "F6: gabungkan dua catatan ini", giveNIK: "F8: dia orangnya; lengkapi NIK-nya",
        mergedRecord: "penggabungan", apartRecord: "dua orang berbeda", goneLabel: "Yang digabungkan",
        staysLabel: "Yang tetap", help: .indonesian,
        sameTwice: "kedua nomor itu orang yang sama; sebut dua orang",
        mergedAway: { "peserta \($0) sudah digabung ke \($2), nomor \($1)" },
        noSuchField: { "tidak ada isian “\($0)”; pilihannya: \($1.joined(separator: ", "))" },
        wereApart: { "\($0) dan \($1) sudah tercatat sebagai dua orang" },
        wereNotApart: { "\($0) dan \($1) memang tidak tercatat sebagai dua orang" })

    static let english = DuplicatePhrases(
        title: "Likely duplicates", titleOf: { "Likely duplicates of \($0)" },
        seeking: { "comparing all participants… \($0) %   Esc stops" },
        stopped: "The search was stopped; nothing was changed",
        none: "Nobody seems to be on file twice.", noneOf: { "Nobody else is like \($0)." },
        count: { shown, all in all.map { "\(shown) of \($0) pairs" } ?? "\(shown) pairs" },
        rank: "Like", stays: "Stays", goes: "Merged", reasonsHeading: "Why",
        reason: {
            switch $0 {
            case .nikOneDigitOff: "NIK one digit off"
            case .nikDigitsSwapped: "two digits of the NIK swapped"
            case .oneWithoutNIK: "one has no NIK"
            case .bothWithoutNIK: "neither has a NIK"
            case .sameName: "same name"
            case .sameSound: "same name, other spelling"
            case .similarName: "similar name"
            case .sameBirthDate: "same birth date"
            case .dayMonthSwapped: "day and month of birth swapped"
            case .nearlySameBirthDate: "nearly the same birth date"
            case .samePhone: "same phone"
            case .sameDesa: "same desa"
            case .sameKecamatan: "same kecamatan"
            case .otherName: "another name"
            case .otherBirthDate: "another birth date"
            case .otherSex: "another sex"
            case .otherNIK: "NIKs far apart"
            }
        },
        openDoubt: "asked about before", apartTitle: "Decided: different people",
        noneApart: "No pair was decided to be two people yet.", one: "One", other: "Other",
        beside: "One person or two?", chooseFields: "← → choose what is kept; ✓ marks it.",
        allSettled: "Every field is settled. Ctrl-S merges; b if they are two people.", classes: "Classes",
        checks: { "\($0) checks, \($1) outcomes" }, equipment: "Equipment", typedNIK: "The right NIK",
        stillOpen: { "Choose first for: \($0.joined(separator: ", "))" },
        changed: "One of the records changed since it was opened; look again",
        gone: "One of the records is no longer on file; another desk may have deleted or merged it. Esc goes back.",
        askMerge: { "Merge \($0) into \($1)?" },
        moves: { $0.isEmpty ? "No enrollment moves over." : "Moves over: \($0.joined(separator: ", "))." },
        bothIn: { "Both are in \($0.joined(separator: ", ")): they become one, the further status stays." },
        merged: { "Merged: \($0) into \($1) (u to undo)" },
        askApart: { "\($0) and \($1): two different people?" },
        apartMeans: "The pair is not offered again; the list of decisions (Tab) takes it back.",
        apart: { "Noted as two people: \($0) and \($1) (u to undo)" },
        forgotten: { "Decision taken back: \($0) and \($1) are offered again" },
        mergedInto: { "This record was merged into \($0). Enter opens the file, Esc goes back." },
        mergeHolder: "F6: merge the two records", giveNIK: "F8: it is them; give them this NIK",
        mergedRecord: "merge", apartRecord: "two people", goneLabel: "Merged", staysLabel: "Stays", help: .english,
        sameTwice: "both numbers are the same person; name two people",
        mergedAway: { "participant \($0) was merged into \($2), number \($1)" },
        noSuchField: { "there is no field “\($0)”; there are: \($1.joined(separator: ", "))" },
        wereApart: { "\($0) and \($1) are noted as two people already" },
        wereNotApart: { "\($0) and \($1) were not noted as two people" })
}

extension DuplicateHelpPhrases {
    static let indonesian = DuplicateHelpPhrases(
        duplicates: "Peserta yang mungkin tercatat dua kali, yang paling mirip dahulu.",
        participant: "hanya yang mirip dengan peserta ini",
        apartOnly: "pasangan yang sudah diputuskan sebagai dua orang",
        merge: "Menjadikan dua catatan satu: riwayat dan kelas keduanya menyatu; bisa diurungkan.",
        stays: "nomor catatan yang tetap", goes: "nomor catatan yang digabungkan ke dalamnya",
        take: "isian yang diambil dari catatan yang digabungkan, dipisah koma; yang kosong diisi dengan sendirinya",
        newNIK: "NIK yang benar, kalau bukan milik salah satu",
        distinct: "Mencatat bahwa dua peserta yang mirip adalah dua orang.",
        undo: "tarik kembali keputusan itu")

    static let english = DuplicateHelpPhrases(
        duplicates: "Participants who may be on file twice, the likeliest first.",
        participant: "only those like this participant",
        apartOnly: "pairs that were decided to be two people",
        merge: "Make one record of two, with the history and classes of both; undo takes it back.",
        stays: "number of the record that stays", goes: "number of the record that is merged into it",
        take: "fields to take from the record that goes, separated by commas; what is empty is filled anyway",
        newNIK: "the right NIK, where it is neither's",
        distinct: "Note that two participants who are alike are two people.", undo: "take that decision back")
}

/// What keys do where two people may be one.
public struct DuplicateKeyPhrases: Sendable {
    public let open: KeyPhrase
    public let ofPerson: KeyPhrase
    public let pair: KeyPhrase
    public let apart: KeyPhrase
    public let decided: KeyPhrase
    public let offered: KeyPhrase
    public let forget: KeyPhrase
    public let again: KeyPhrase
    public let stop: KeyPhrase
    public let left: KeyPhrase
    public let right: KeyPhrase
    public let swap: KeyPhrase
    public let typeNIK: KeyPhrase
    public let takeNIK: KeyPhrase
    public let noNIK: KeyPhrase
    public let merge: KeyPhrase
    public let openStays: KeyPhrase
    public let openGoes: KeyPhrase
    public let openMerged: KeyPhrase
    public let mergeHolder: KeyPhrase
    public let giveNIK: KeyPhrase

    static let indonesian = DuplicateKeyPhrases(
        open: KeyPhrase("ganda", "cari orang yang mungkin tercatat dua kali"),
        ofPerson: KeyPhrase("ganda", "cari catatan lain yang mungkin orang ini juga"),
        pair: KeyPhrase("bandingkan", "letakkan kedua catatan bersebelahan"),
        apart: KeyPhrase("beda orang", "catat sebagai dua orang; pasangan ini tidak ditawarkan lagi"),
        decided: KeyPhrase("keputusan", "pasangan yang sudah diputuskan sebagai dua orang"),
        offered: KeyPhrase("yang mirip", "kembali ke pasangan yang mungkin satu orang"),
        forget: KeyPhrase("tarik", "tarik kembali keputusan bahwa mereka dua orang"),
        again: KeyPhrase("cari lagi", "bandingkan semua lagi dari awal"),
        stop: KeyPhrase("berhenti", "hentikan pencarian"),
        left: KeyPhrase("kiri", "pakai isian kiri"), right: KeyPhrase("kanan", "pakai isian kanan"),
        swap: KeyPhrase("tukar", "tukar catatan yang tetap dan yang digabungkan"),
        typeNIK: KeyPhrase("ketik NIK", "ketik NIK yang benar, kalau bukan milik salah satu"),
        takeNIK: KeyPhrase("pakai", "pakai NIK yang diketik"),
        noNIK: KeyPhrase("batal", "jangan pakai NIK yang diketik"),
        merge: KeyPhrase("gabungkan", "gabungkan kedua catatan, setelah ditanya"),
        openStays: KeyPhrase("berkas kiri", "buka berkas yang tetap"),
        openGoes: KeyPhrase("berkas kanan", "buka berkas yang digabungkan"),
        openMerged: KeyPhrase("buka", "buka berkas tempat catatan ini digabung"),
        mergeHolder: KeyPhrase("gabungkan", "NIK ini milik catatan lain: gabungkan keduanya"),
        giveNIK: KeyPhrase("lengkapi NIK", "orang ini sudah ada tanpa NIK: beri dia NIK yang diketik"))

    static let english = DuplicateKeyPhrases(
        open: KeyPhrase("duplicates", "look for people who may be on file twice"),
        ofPerson: KeyPhrase("duplicates", "look for other records that may be this person"),
        pair: KeyPhrase("compare", "lay both records side by side"),
        apart: KeyPhrase("two people", "note them as two people; the pair is not offered again"),
        decided: KeyPhrase("decisions", "the pairs that were decided to be two people"),
        offered: KeyPhrase("likely", "back to the pairs that may be one person"),
        forget: KeyPhrase("take back", "take back the decision that they are two people"),
        again: KeyPhrase("again", "compare all anew"),
        stop: KeyPhrase("stop", "stop the search"),
        left: KeyPhrase("left", "take the left value"), right: KeyPhrase("right", "take the right value"),
        swap: KeyPhrase("swap", "swap the record that stays and the one that goes"),
        typeNIK: KeyPhrase("type NIK", "type the right NIK, where it is neither's"),
        takeNIK: KeyPhrase("take", "take the NIK that was typed"),
        noNIK: KeyPhrase("cancel", "do not take the NIK typed"),
        merge: KeyPhrase("merge", "merge the two records, after asking"),
        openStays: KeyPhrase("left file", "open the file that stays"),
        openGoes: KeyPhrase("right file", "open the file that goes"),
        openMerged: KeyPhrase("open", "open the file that this record was merged into"),
        mergeHolder: KeyPhrase("merge", "this NIK is another record's: merge the two"),
        giveNIK: KeyPhrase("give NIK", "this person is on file without a NIK: give them the one typed"))
}
