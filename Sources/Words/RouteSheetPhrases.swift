import Training

/// The route sheet that goes to villages on paper.
public struct RouteSheetPhrases: Sendable {
    public let title: String
    public let page: @Sendable (_ number: Int, _ all: Int) -> String
    public let printed: @Sendable (_ date: String) -> String
    public let visitor: String
    public let visitDate: String
    /// How much is on the sheet, and what to do with it.
    public let contents: @Sendable (_ checks: String, _ items: String) -> String
    public let instruction: String
    public let desa: @Sendable (_ desa: String, _ kecamatan: String?) -> String
    public let kecamatan: @Sendable (_ name: String) -> String
    public let noPhone: String
    public let noAddress: String
    public let dueOn: @Sendable (_ date: String, _ daysLate: Int) -> String
    public let attempts: @Sendable (_ count: Int) -> String
    public let nextTry: @Sendable (_ date: String) -> String
    public let lastOutcome: @Sendable (_ outcome: String) -> String
    public let lastCondition: @Sendable (_ condition: String, _ date: String) -> String
    public let neverChecked: @Sendable (_ handover: String) -> String
    public let heldBy: @Sendable (_ holder: String) -> String
    /// What to write where nobody was met.
    public let notMet: String
    /// What to write beside what was ticked, for people and for equipment.
    public let detail: String
    public let note: String
    /// Earlier checks of the same class that nobody made, by code: one visit answers them too.
    public let alsoOpen: @Sendable (_ checks: [String]) -> String
    public let earlier: @Sendable (_ code: String, _ mark: String) -> String
    public let equipmentTitle: String

    static let indonesian = RouteSheetPhrases(
        title: "LEMBAR KUNJUNGAN",
        page: { "halaman \($0) dari \($1)" },
        printed: { "dicetak \($0)" },
        visitor: "Petugas", visitDate: "Tanggal kunjungan",
        contents: { "\($0) pemantauan, \($1) alat." },
        instruction: "Centang satu kotak untuk tiap kode. Di kantor, ketik kodenya untuk mencatat.",
        desa: { desa, kecamatan in kecamatan.map { "Desa \(desa), Kecamatan \($0)" } ?? "Desa \(desa)" },
        kecamatan: { "Kecamatan \($0)" },
        noPhone: "tanpa telepon", noAddress: "alamat belum tercatat",
        dueOn: { "jatuh tempo \($0)" + ($1 > 0 ? ", lewat \($1) hari" : "") },
        attempts: { "\($0) kali dicoba" },
        nextTry: { "coba lagi \($0)" },
        lastOutcome: { "terakhir: \($0)" },
        lastCondition: { "terakhir: \($0), \($1)" },
        neverChecked: { "diserahkan \($0), belum pernah diperiksa" },
        heldBy: { "pemegang: \($0)" },
        notMet: "tidak ketemu, coba lagi",
        detail: "Tempat kerja atau usaha, jumlah pekerja, sebab", note: "Keterangan",
        alsoOpen: { "belum juga: \($0.joined(separator: ", "))" },
        earlier: { "\($0) (\($1))" },
        equipmentTitle: "Alat yang perlu diperiksa")

    static let english = RouteSheetPhrases(
        title: "ROUTE SHEET",
        page: { "page \($0) of \($1)" },
        printed: { "printed \($0)" },
        visitor: "Visitor", visitDate: "Day of visit",
        contents: { "Checks: \($0), equipment: \($1)." },
        instruction: "Tick one box for each code. Back at the desk, type the code to record it.",
        desa: { desa, kecamatan in kecamatan.map { "Desa \(desa), Kecamatan \($0)" } ?? "Desa \(desa)" },
        kecamatan: { "Kecamatan \($0)" },
        noPhone: "no phone", noAddress: "no address on file",
        dueOn: { "due on \($0)" + ($1 > 0 ? ", \($1) days late" : "") },
        attempts: { $0 == 1 ? "tried once" : "tried \($0) times" },
        nextTry: { "next try \($0)" },
        lastOutcome: { "last: \($0)" },
        lastCondition: { "last: \($0), \($1)" },
        neverChecked: { "handed over \($0), never checked" },
        heldBy: { "held by \($0)" },
        notMet: "not met, try again",
        detail: "Employer or business, workers, reason", note: "Notes",
        alsoOpen: { "also open: \($0.joined(separator: ", "))" },
        earlier: { "\($0) (\($1))" },
        equipmentTitle: "Equipment to look at")
}
