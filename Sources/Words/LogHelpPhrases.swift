/// What `--help` and messages say of the log, undo and redo on the command line.
public struct LogHelpPhrases: Sendable {
    public let redo: String
    public let step: String
    public let undoStep: String
    public let redoStep: String
    public let by: String
    public let since: String
    public let until: String
    public let kind: String
    public let notAStep: @Sendable (_ typed: String) -> String
    public let noSuchStep: @Sendable (_ step: String) -> String
    public let noSuchKind: @Sendable (_ typed: String, _ nearest: [String]) -> String
    public let stepAlone: String
    public let moreChanges: @Sendable (_ shown: String, _ all: String) -> String

    static let indonesian = LogHelpPhrases(
        redo: "Mengulangi langkah Anda yang terakhir diurungkan di meja ini.",
        step: "isi catatan sebelum dan sesudah langkah ini",
        undoStep: "langkah Anda yang diurungkan; tanpa ini: yang terakhir",
        redoStep: "langkah Anda yang diulangi; tanpa ini: yang terakhir diurungkan",
        by: "hanya langkah operator ini", since: "hanya langkah sejak hari itu", until: "hanya langkah sampai hari itu",
        kind: "hanya langkah jenis ini, misalnya edit_participant, reveal, export, import_roster",
        notAStep: { "“\($0)” bukan nomor langkah; nomornya ada di silat log --format json" },
        noSuchStep: { "tidak ada langkah \($0)" },
        noSuchKind: { typed, nearest in
            "tidak ada jenis langkah “\(typed)”; yang mirip: \(nearest.joined(separator: ", "))"
        },
        stepAlone: "--step tidak bersama --participant, --by, --since, --until atau --kind",
        moreChanges: { "\($0) dari \($1) perubahan; --limit menampilkan lebih banyak" })

    static let english = LogHelpPhrases(
        redo: "Do again your step that was taken back last at this desk.",
        step: "what stood in records before this step and after",
        undoStep: "the step of yours to take back; without: the last",
        redoStep: "the step of yours to do again; without: the one taken back last",
        by: "only steps of this operator", since: "only steps from this day on", until: "only steps through this day",
        kind: "only steps of this kind, such as edit_participant, reveal, export, import_roster",
        notAStep: { "“\($0)” is no step's number; silat log --format json has the numbers" },
        noSuchStep: { "there is no step \($0)" },
        noSuchKind: { typed, nearest in "no kind of step “\(typed)”; nearest: \(nearest.joined(separator: ", "))" },
        stepAlone: "--step does not go with --participant, --by, --since, --until or --kind",
        moreChanges: { "\($0) of \($1) changes; --limit shows more" })
}
