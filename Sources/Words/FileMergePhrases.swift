import Training

/// Words of bringing in what was done in a copy of the file; see ``Phrasebook``.
public struct FileMergePhrases: Sendable {
    // The command
    public let help: String
    public let fileHelp: String
    public let dryRunHelp: String
    public let preferHelp: String
    public let takeHelp: String
    public let unknownTake: @Sendable (_ id: String) -> String
    public let howToSettle: @Sendable (_ count: String, _ path: String) -> String
    public let dryRun: String

    // What both command and screen say
    public let trouble: @Sendable (FileMergeTrouble, Language) -> String
    public let phase: @Sendable (FileMergeProgress.Phase) -> String
    public let side: @Sendable (MergeSide) -> String
    public let conflict: @Sendable (MergeConflict.Kind) -> String
    public let reason: @Sendable (MergeRefusal.Reason) -> String
    public let refused: @Sendable (_ record: String, _ reason: String) -> String
    public let nothingNew: @Sendable (_ file: String) -> String
    public let lostLabels: @Sendable (_ codes: String) -> String
    public let partedAt: @Sendable (_ time: String) -> String
    public let neverParted: String
    /// Who, how many steps, from when to when.
    public let work: @Sendable (_ author: Author, _ steps: String, _ first: String, _ last: String) -> String
    public let sum: @Sendable (FileMergeCounts, Language) -> String
    public let by: @Sendable (_ author: Author, _ time: String) -> String

    // Headings
    public let was: String
    public let ours: String
    public let theirs: String
    public let number: String

    // The screen
    public let fileTitle: String
    public let title: @Sendable (_ file: String) -> String
    public let theirWork: String
    public let ownWork: String
    public let noOwnWork: String
    public let wouldBring: String
    public let conflictsAhead: @Sendable (_ count: String) -> String
    public let noConflicts: String
    public let refusalsAhead: @Sendable (_ count: String) -> String
    public let conflictsTitle: @Sendable (_ open: String, _ count: String) -> String
    public let undecided: @Sendable (_ count: String) -> String
    public let allDecided: String
    public let wholeRecord: String
    public let nothing: String
    public let done: String
    public let undoHint: String
    public let partOfMerge: String
    public let leaveLoses: @Sendable (_ count: String) -> String

    static let indonesian = FileMergePhrases(
        help: "Menggabungkan pekerjaan dari salinan berkas, misalnya laptop yang pulang dari desa.",
        fileHelp: "Berkas silat yang dibawa pulang; berkas itu tidak diubah.",
        dryRunHelp: "Hanya dicoba; tidak ada yang disimpan.",
        preferHelp:
            "Yang berlaku bila kedua pihak mengubah isian yang sama: ours (berkas ini), theirs (yang dibawa), newer (yang terakhir).",
        takeHelp: "Jawaban untuk satu pertentangan: nomornya, lalu ours atau theirs.",
        unknownTake: { "tidak ada pertentangan bernomor \($0); jalankan lagi tanpa --take untuk melihat nomornya" },
        howToSettle: {
            "\($0) hal diubah di kedua pihak; belum ada yang digabung. Pilih dengan --prefer ours, theirs atau newer, atau satu per satu dengan --take NOMOR=theirs, lalu jalankan lagi pada \($1)"
        },
        dryRun: "hanya dicoba; tidak ada yang disimpan",
        trouble: { trouble, language in
            switch trouble {
            case .sameFile(let path): "\(path) adalah berkas ini sendiri; pilih berkas yang dibawa pulang"
            case .notRelated(let path):
                "\(path) bukan salinan dari berkas ini: riwayatnya tidak punya langkah yang sama. Ekspor daftar pesertanya di sana, lalu impor di sini"
            case .unsettled(let conflicts):
                "\(language.number(conflicts.count)) hal diubah di kedua pihak dan belum dipilih; tidak ada yang digabung"
            case .changedMeanwhile(let path): "\(path) berubah sejak dibaca; baca lagi, tidak ada yang digabung"
            }
        },
        phase: {
            switch $0 {
            case .proving: "memeriksa berkas"
            case .comparing: "membandingkan"
            case .writing: "menulis"
            }
        },
        side: { $0 == .ours ? "di sini" : "di sana" },
        conflict: {
            switch $0 {
            case .field: "diubah di kedua pihak"
            case .removedThere: "dihapus di sana, diubah atau dipakai di sini"
            case .removedHere: "dihapus di sini, diubah atau dipakai di sana"
            }
        },
        reason: {
            switch $0 {
            case .taken: "kode, NIK atau nomor serinya sudah dipakai catatan lain di sini"
            case .missing: "catatan yang dirujuknya tidak ada di sini"
            case .used: "masih dipakai catatan yang tetap di sini"
            case .rule: "isinya melanggar aturan tanggal, tempat atau program"
            }
        },
        refused: { "tidak digabung: \($0) — \($1)" },
        nothingNew: { "tidak ada yang baru di \($0): semua langkahnya sudah ada di berkas ini" },
        lostLabels: { "kode yang dicetak di sana sudah dipakai di sini, cetak ulang: \($0)" },
        partedAt: { "terpisah sejak \($0)" }, neverParted: "berkas ini masih kosong",
        work: { "\($0.name) · \($0.desk): \($1) langkah, \($2) – \($3)" },
        sum: { counts, language in
            let number = language.number
            return
                "\(number(counts.steps)) langkah dibaca: \(number(counts.added)) ditambahkan, \(number(counts.changed)) diubah, \(number(counts.removed)) dihapus; pertentangan: \(number(counts.settledOurs)) tetap di sini, \(number(counts.settledTheirs)) dari sana; \(number(counts.same)) sudah sama; \(number(counts.refused)) ditolak"
        },
        by: { "\($0.name) · \($0.desk), \($1)" },
        was: "Semula", ours: "Di sini", theirs: "Di sana", number: "Nomor",
        fileTitle: "Gabung berkas: pilih berkas yang dibawa pulang", title: { "Gabung berkas \($0)" },
        theirWork: "Dikerjakan di sana", ownWork: "Sementara itu di sini", noOwnWork: "tidak ada",
        wouldBring: "Akan masuk",
        conflictsAhead: { "\($0) hal diubah di kedua pihak: akan ditanyakan satu per satu" },
        noConflicts: "Tidak ada yang diubah di kedua pihak.",
        refusalsAhead: { "\($0) catatan tidak dapat digabung" },
        conflictsTitle: { "Diubah di kedua pihak: \($0) dari \($1) belum dipilih" },
        undecided: { "\($0) hal belum dipilih" }, allDecided: "Semua sudah dipilih; Ctrl-S menggabung.",
        wholeRecord: "seluruh catatan", nothing: "(kosong)", done: "Sudah digabung, sebagai satu langkah.",
        undoHint: "u mengurungkan semuanya sekaligus.",
        partOfMerge: "Langkah ini masuk bersama penggabungan berkas; urungkan penggabungannya di atas.",
        leaveLoses: { "\($0) pilihan akan hilang; tekan Esc sekali lagi untuk keluar" })

    static let english = FileMergePhrases(
        help: "Bring in what was done in a copy of the file, such as a laptop's back from a village.",
        fileHelp: "The silat file that came back; it is not changed.",
        dryRunHelp: "Only try it; nothing is kept.",
        preferHelp:
            "Which holds where both sides changed a field: ours (this file), theirs (the one that came back), newer (the last).",
        takeHelp: "The answer to one conflict: its number, then ours or theirs.",
        unknownTake: { "there is no conflict of number \($0); run it without --take to see the numbers" },
        howToSettle: {
            "\($0) things were changed on both sides; nothing was merged. Choose with --prefer ours, theirs or newer, or one by one with --take NUMBER=theirs, and run it again on \($1)"
        },
        dryRun: "only tried; nothing was kept",
        trouble: { trouble, language in
            switch trouble {
            case .sameFile(let path): "\(path) is this file itself; choose the one that came back"
            case .notRelated(let path):
                "\(path) is no copy of this file: their logs have no step in common. Export its participants there and import them here"
            case .unsettled(let conflicts):
                "\(language.number(conflicts.count)) things were changed on both sides and not chosen; nothing was merged"
            case .changedMeanwhile(let path): "\(path) was changed since it was read; read it again, nothing was merged"
            }
        },
        phase: {
            switch $0 {
            case .proving: "proving the file"
            case .comparing: "comparing"
            case .writing: "writing"
            }
        },
        side: { $0 == .ours ? "here" : "there" },
        conflict: {
            switch $0 {
            case .field: "changed on both sides"
            case .removedThere: "removed there, changed or used here"
            case .removedHere: "removed here, changed or used there"
            }
        },
        reason: {
            switch $0 {
            case .taken: "its code, NIK or serial number stands on another record here"
            case .missing: "what it refers to is not on file here"
            case .used: "it is still used by something that stays here"
            case .rule: "it would break a rule of dates, places or programs"
            }
        },
        refused: { "not merged: \($0) — \($1)" },
        nothingNew: { "nothing new in \($0): this file has all its steps" },
        lostLabels: { "codes printed there stand for something else here, print them anew: \($0)" },
        partedAt: { "apart since \($0)" }, neverParted: "this file is still empty",
        work: { "\($0.name) · \($0.desk): \($1) steps, \($2) – \($3)" },
        sum: { counts, language in
            let number = language.number
            return
                "\(number(counts.steps)) steps read: \(number(counts.added)) added, \(number(counts.changed)) changed, \(number(counts.removed)) removed; conflicts: \(number(counts.settledOurs)) kept here, \(number(counts.settledTheirs)) from there; \(number(counts.same)) the same already; \(number(counts.refused)) refused"
        },
        by: { "\($0.name) · \($0.desk), \($1)" },
        was: "Was", ours: "Here", theirs: "There", number: "Number",
        fileTitle: "Merge a file: choose the one that came back", title: { "Merge of \($0)" },
        theirWork: "Done there", ownWork: "Meanwhile here", noOwnWork: "nothing",
        wouldBring: "Would come in",
        conflictsAhead: { "\($0) things were changed on both sides: you will be asked one by one" },
        noConflicts: "Nothing was changed on both sides.",
        refusalsAhead: { "\($0) records cannot be merged" },
        conflictsTitle: { "Changed on both sides: \($0) of \($1) not chosen yet" },
        undecided: { "\($0) things are not chosen yet" }, allDecided: "All are chosen; Ctrl-S merges.",
        wholeRecord: "the whole record", nothing: "(empty)", done: "Merged, as one step.",
        undoHint: "u takes all of it back at once.",
        partOfMerge: "This step came in with the merge of a file; take back the merge above it.",
        leaveLoses: { "\($0) choices would be lost; press Esc once more to leave" })
}

/// What keys do while a file is merged.
public struct FileMergeKeyPhrases: Sendable {
    public let open: KeyPhrase
    public let goOn: KeyPhrase
    public let ours: KeyPhrase
    public let theirs: KeyPhrase
    public let allOurs: KeyPhrase
    public let allTheirs: KeyPhrase
    public let allNewer: KeyPhrase
    public let merge: KeyPhrase
    public let close: KeyPhrase

    static let indonesian = FileMergeKeyPhrases(
        open: KeyPhrase("gabung berkas", "gabungkan pekerjaan dari salinan berkas, misalnya laptop dari desa"),
        goOn: KeyPhrase("lanjut", "ke hal yang diubah di kedua pihak, atau gabung bila tidak ada"),
        ours: KeyPhrase("di sini", "yang di sini berlaku"), theirs: KeyPhrase("di sana", "yang di sana berlaku"),
        allOurs: KeyPhrase("semua di sini", "yang di sini berlaku untuk semuanya"),
        allTheirs: KeyPhrase("semua di sana", "yang di sana berlaku untuk semuanya"),
        allNewer: KeyPhrase("semua terbaru", "yang terakhir diubah berlaku untuk semuanya"),
        merge: KeyPhrase("gabung", "gabung sekarang, sebagai satu langkah"),
        close: KeyPhrase("selesai", "kembali ke riwayat"))

    static let english = FileMergeKeyPhrases(
        open: KeyPhrase(
            "merge file", "bring in what was done in a copy of the file, such as a laptop's from a village"),
        goOn: KeyPhrase("go on", "to what both sides changed, or merge where there is nothing"),
        ours: KeyPhrase("here", "what stands here holds"), theirs: KeyPhrase("there", "what stands there holds"),
        allOurs: KeyPhrase("all here", "what stands here holds for all"),
        allTheirs: KeyPhrase("all there", "what stands there holds for all"),
        allNewer: KeyPhrase("all newer", "what was changed last holds for all"),
        merge: KeyPhrase("merge", "merge now, as one step"), close: KeyPhrase("done", "back to the history"))
}

extension Phrasebook {
    /// A record as a list or a sentence names it.
    public func name(of record: LoggedRecord) -> String {
        [log.record(record.kind), record.name?.strippedOfControls].compactMap(\.self).joined(separator: " ")
    }

    /// What a conflict is about, within its record.
    public func subject(of conflict: MergeConflict) -> String {
        conflict.field.map { label(of: $0, in: conflict.record.kind) } ?? merge.wholeRecord
    }

    /// What stands on one side of a conflict.
    public func text(of conflict: MergeConflict, on side: MergeSide, _ gazetteer: Gazetteer = .tabalong) -> String {
        switch (conflict.kind, side) {
        case (.removedThere, .theirs), (.removedHere, .ours): return log.way(.removed)
        case (.removedThere, .ours), (.removedHere, .theirs): return log.way(.changed)
        case (.field, _):
            let value = side == .ours ? conflict.ours : conflict.theirs
            return value.map { text(of: $0, gazetteer) } ?? merge.nothing
        }
    }
}
