import Training

/// The words of what became of people: checks, outcomes, equipment and recall.
public struct MonitoringTerms: Sendable {
    public let outcome: @Sendable (Outcome.Kind) -> String
    public let sector: @Sendable (Outcome.Sector) -> String
    public let income: @Sendable (Outcome.IncomeBand) -> String
    public let reason: @Sendable (Outcome.Reason) -> String
    public let condition: @Sendable (Equipment.Condition) -> String
    public let method: @Sendable (FollowUp.Method) -> String
    public let state: @Sendable (DueFollowUp.State) -> String
    public let step: @Sendable (OutcomeLadder.Step) -> String
    public let recallState: @Sendable (RecallEntry.State) -> String
    public let equipmentList: @Sendable (EquipmentList) -> String
    /// What somebody does, with what matters most of it: `wirausaha dengan 2 pekerja`.
    public let fact: @Sendable (Outcome.Fact) -> String
    public let received: @Sendable (_ item: String) -> String
    /// Which check of the schedule, by its months after the class.
    public let mark: @Sendable (_ months: Int) -> String
    /// Why something typed is no code, and what would be right.
    public let flaw: @Sendable (_ flaw: LabelCode.Flaw, _ typed: String) -> String
    /// A code of one kind where one of the other was asked for.
    public let otherKind: @Sendable (_ code: LabelCode) -> String

    // Checks
    public let checkLabel: String
    public let dueOn: String
    public let daysLate: String
    public let attempts: String
    public let nextTry: String
    public let visitor: String
    public let methodLabel: String
    public let reached: String
    /// Whether somebody was met at a check.
    public let met: String
    public let notMet: String
    public let outcomeLabel: String
    public let markLabel: String
    public let event: String
    public let detail: String

    // Outcomes
    public let employer: String
    public let sectorLabel: String
    public let formal: String
    public let informal: String
    public let related: String
    public let unrelated: String
    public let wage: String
    public let business: String
    public let nib: String
    public let turnover: String
    public let workers: String
    public let trainedWorkers: String
    public let reasonLabel: String
    public let workersAbsorbed: String
    public let usingOfReached: String
    public let usingOfDue: String
    public let usingAtMost: String
    public let whole: String

    // Equipment
    public let equipment: String
    public let item: String
    public let serial: String
    public let value: String
    public let photo: String
    public let holder: String
    public let handover: String
    public let letter: String
    public let conditionLabel: String
    public let checkedOn: String
    public let nextCheck: String
    public let candidates: String
    /// What an item is, with its maker's number where it has one.
    public let itemWithSerial: @Sendable (_ item: String, _ serial: String?) -> String

    // Recall and proposals
    public let criteria: String
    public let proposer: String
    public let reference: String
}

extension MonitoringTerms {
    static let indonesian = MonitoringTerms(
        outcome: indonesianOutcome,
        sector: {
            switch $0 {
            case .agriculture: "pertanian dan perikanan"
            case .mining: "pertambangan"
            case .manufacturing: "industri"
            case .construction: "bangunan"
            case .trade: "perdagangan"
            case .transport: "angkutan"
            case .food: "makanan dan minuman"
            case .services: "jasa"
            case .technology: "teknologi"
            case .government: "pemerintahan"
            }
        },
        income: {
            switch $0 {
            case .under1: "di bawah Rp1 juta"
            case .to2: "Rp1–2 juta"
            case .to3: "Rp2–3 juta"
            case .to5: "Rp3–5 juta"
            case .over5: "di atas Rp5 juta"
            }
        },
        reason: indonesianReason,
        condition: {
            switch $0 {
            case .inUse: "dipakai"
            case .idle: "menganggur"
            case .broken: "rusak"
            case .lost: "hilang"
            case .sold: "dijual"
            case .reallocated: "dialihkan"
            }
        },
        method: {
            switch $0 {
            case .visit: "kunjungan"
            case .phone: "telepon"
            case .message: "pesan"
            }
        },
        state: {
            switch $0 {
            case .upcoming: "akan datang"
            case .due: "jatuh tempo"
            case .late: "terlambat"
            case .done: "selesai"
            }
        },
        step: {
            switch $0 {
            case .tookPart: "Ikut"
            case .completed: "Selesai"
            case .certified: "Bersertifikat"
            case .due: "Jatuh tempo"
            case .reached: "Terjangkau"
            case .using: "Memanfaatkan"
            case .working: "Bekerja"
            case .selfEmployed: "Wirausaha"
            case .standing: "Bertahan"
            }
        },
        recallState: {
            switch $0 {
            case .listed: "terdaftar"
            case .asked: "dihubungi"
            case .willing: "bersedia"
            case .declined: "menolak"
            case .placed: "ditempatkan"
            }
        },
        equipmentList: {
            switch $0 {
            case .all: "semua"
            case .unchecked: "lama tidak diperiksa"
            case .idle: "menganggur"
            case .lost: "hilang atau dijual"
            case .due: "jatuh tempo"
            }
        },
        fact: {
            switch $0 {
            case .working(let work): work.employer.map { "bekerja di \($0)" } ?? "bekerja"
            case .selfEmployed(let business):
                business.workers > 0 ? "wirausaha dengan \(business.workers) pekerja" : "wirausaha"
            case .notUsing(let reason): "belum memanfaatkan (\(indonesianReason(reason)))"
            case .studying, .unreachable: indonesianOutcome($0.kind)
            }
        },
        received: { "menerima \($0)" },
        mark: { "bulan ke-\($0)" },
        flaw: { flaw, typed in
            switch flaw {
            case .notACode: "“\(typed)” bukan kode; kode seperti P-0123-2 untuk pemantauan atau A-0123-8 untuk alat"
            case .checkDigit: "kode “\(typed)” tidak cocok; periksa angkanya: satu salah atau dua tertukar"
            }
        },
        otherKind: {
            $0.kind == .equipment
                ? "\($0) kode alat; kode pemantauan diawali P, alat dicatat dengan silat equipment check"
                : "\($0) kode pemantauan; kode alat diawali A, pemantauan dicatat dengan silat follow-up record"
        },
        checkLabel: "Pemantauan", dueOn: "Jatuh tempo", daysLate: "Lewat hari", attempts: "Percobaan",
        nextTry: "Coba lagi", visitor: "Petugas", methodLabel: "Cara", reached: "Terjangkau", met: "ketemu",
        notMet: "tidak ketemu",
        outcomeLabel: "Hasil", markLabel: "Bulan ke", event: "Kejadian", detail: "Rincian",
        employer: "Tempat kerja", sectorLabel: "Lapangan usaha", formal: "formal", informal: "informal",
        related: "sesuai pelatihan", unrelated: "tidak sesuai pelatihan", wage: "Upah",
        business: "Usaha", nib: "NIB", turnover: "Omzet", workers: "Pekerja",
        trainedWorkers: "Dari pelatihan", reasonLabel: "Sebab", workersAbsorbed: "Tenaga terserap",
        usingOfReached: "Dari terjangkau", usingOfDue: "Paling sedikit", usingAtMost: "Paling banyak",
        whole: "Seluruhnya",
        equipment: "Alat", item: "Barang", serial: "Nomor seri", value: "Nilai", photo: "Foto",
        holder: "Pemegang", handover: "Serah terima", letter: "Berita acara", conditionLabel: "Kondisi",
        checkedOn: "Diperiksa", nextCheck: "Pemeriksaan berikutnya",
        candidates: "Satu desa, selesai pelatihan yang sama, belum punya alat sejenis:",
        itemWithSerial: { item, serial in serial.map { "\(item), no. seri \($0)" } ?? item },
        criteria: "Kriteria", proposer: "Pengusul", reference: "Rujukan")

    static let english = MonitoringTerms(
        outcome: englishOutcome,
        sector: {
            switch $0 {
            case .agriculture: "farming and fishing"
            case .food: "food and drink"
            default: $0.rawValue
            }
        },
        income: {
            switch $0 {
            case .under1: "below Rp1 million"
            case .to2: "Rp1–2 million"
            case .to3: "Rp2–3 million"
            case .to5: "Rp3–5 million"
            case .over5: "above Rp5 million"
            }
        },
        reason: englishReason,
        condition: { $0 == .inUse ? "in use" : $0.rawValue },
        method: { $0.rawValue },
        state: { $0.rawValue },
        step: {
            switch $0 {
            case .tookPart: "Took part"
            case .completed: "Completed"
            case .certified: "Certified"
            case .due: "Due"
            case .reached: "Reached"
            case .using: "Using it"
            case .working: "Working"
            case .selfEmployed: "Self-employed"
            case .standing: "Standing"
            }
        },
        recallState: { $0.rawValue },
        equipmentList: {
            switch $0 {
            case .all: "all"
            case .unchecked: "long not checked"
            case .idle: "idle"
            case .lost: "lost or sold"
            case .due: "due"
            }
        },
        fact: {
            switch $0 {
            case .working(let work): work.employer.map { "working at \($0)" } ?? "working"
            case .selfEmployed(let business):
                switch business.workers {
                case 0: "self-employed"
                case 1: "self-employed with 1 worker"
                default: "self-employed with \(business.workers) workers"
                }
            case .notUsing(let reason): "not using it (\(englishReason(reason)))"
            case .studying, .unreachable: englishOutcome($0.kind)
            }
        },
        received: { "given \($0)" },
        mark: { "month \($0)" },
        flaw: { flaw, typed in
            switch flaw {
            case .notACode: "“\(typed)” is no code; codes are like P-0123-2 for a check or A-0123-8 for equipment"
            case .checkDigit: "code “\(typed)” does not fit; look at its digits: one is wrong or two are swapped"
            }
        },
        otherKind: {
            $0.kind == .equipment
                ? "\($0) is a code of equipment; codes of checks begin with P, equipment goes with silat equipment check"
                : "\($0) is a code of a check; codes of equipment begin with A, checks go with silat follow-up record"
        },
        checkLabel: "Check", dueOn: "Due on", daysLate: "Days late", attempts: "Attempts", nextTry: "Next try",
        visitor: "Visitor", methodLabel: "How", reached: "Reached", met: "met", notMet: "not met",
        outcomeLabel: "Outcome", markLabel: "Month",
        event: "Event", detail: "Detail",
        employer: "Employer", sectorLabel: "Sector", formal: "formal", informal: "informal",
        related: "related to the training", unrelated: "unrelated to the training", wage: "Wage",
        business: "Business", nib: "NIB", turnover: "Turnover", workers: "Workers",
        trainedWorkers: "From training", reasonLabel: "Reason", workersAbsorbed: "Workers absorbed",
        usingOfReached: "Of reached", usingOfDue: "At least", usingAtMost: "At most", whole: "All",
        equipment: "Equipment", item: "Item", serial: "Serial number", value: "Value", photo: "Photo",
        holder: "Holder", handover: "Handover", letter: "Letter", conditionLabel: "Condition",
        checkedOn: "Checked", nextCheck: "Next check",
        candidates: "Same desa, completed the same training, no such item yet:",
        itemWithSerial: { item, serial in serial.map { "\(item), serial number \($0)" } ?? item },
        criteria: "Criteria", proposer: "Proposer", reference: "Reference")
}

@Sendable private func indonesianOutcome(_ kind: Outcome.Kind) -> String {
    switch kind {
    case .working: "bekerja"
    case .selfEmployed: "wirausaha"
    case .studying: "belajar lagi"
    case .notUsing: "belum memanfaatkan"
    case .unreachable: "tidak terjangkau"
    }
}

@Sendable private func englishOutcome(_ kind: Outcome.Kind) -> String {
    switch kind {
    case .working: "working"
    case .selfEmployed: "self-employed"
    case .studying: "studying"
    case .notUsing: "not using it"
    case .unreachable: "unreachable"
    }
}

@Sendable private func indonesianReason(_ reason: Outcome.Reason) -> String {
    switch reason {
    case .noJob: "belum ada lowongan"
    case .noCapital: "tidak ada modal"
    case .noEquipment: "tidak ada alat"
    case .noMarket: "tidak ada pembeli"
    case .family: "urusan keluarga"
    case .health: "kesehatan"
    case .otherWork: "bekerja di bidang lain"
    case .other: "sebab lain"
    }
}

@Sendable private func englishReason(_ reason: Outcome.Reason) -> String {
    switch reason {
    case .noJob: "no job"
    case .noCapital: "no capital"
    case .noEquipment: "no equipment"
    case .noMarket: "no market"
    case .family: "family"
    case .health: "health"
    case .otherWork: "other work"
    case .other: "another reason"
    }
}
