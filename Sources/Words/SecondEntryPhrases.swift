import Training

/// Words of the second entry of a roster: the form, who is left, and the error rates; see ``Phrasebook``.
public struct SecondEntryPhrases: Sendable {
    // The form
    public let title: @Sendable (_ code: String, _ program: String) -> String
    public let progress: @Sendable (_ verified: Int, _ people: Int) -> String
    public let allVerified: String
    public let hint: String
    public let found: @Sendable (_ first: String) -> String
    /// Said softly: whoever entered somebody first may key them again, but another sees more.
    public let foundOwn: String
    /// That the record has changed since it was keyed a second time.
    public let changedSince: @Sendable (_ by: String, _ day: String) -> String

    // Under a field: whose form it is
    public let notInClass: @Sendable (_ code: String) -> String
    public let oneDigitOff: @Sendable (_ place: Int, _ name: String, _ nik: String) -> String
    public let digitsSwapped: @Sendable (_ place: Int, _ name: String, _ nik: String) -> String
    public let nobodyNamed: @Sendable (_ code: String) -> String
    public let nearlyNamed: @Sendable (_ name: String) -> String
    public let severalNamed: @Sendable (_ count: Int) -> String
    public let verifiedAlready: @Sendable (_ name: String, _ by: String, _ day: String) -> String
    public let whose: String

    // Under a field: the comparison
    public let difference: @Sendable (_ first: String, _ second: String) -> String
    public let capitalsOnly: @Sendable (_ first: String, _ second: String) -> String
    public let digitDiffers: @Sendable (_ place: Int, _ first: String, _ second: String) -> String
    public let empty: String
    public let keptFirst: String
    public let tookSecond: @Sendable (_ first: String) -> String

    // Below the form
    public let decide: @Sendable (_ field: String) -> String
    public let saved: @Sendable (_ name: String, _ nik: String, _ differing: Int, _ corrected: Int) -> String
    public let changedMeanwhile: @Sendable (_ by: String) -> String

    // Who is left
    public let listTitle: @Sendable (_ code: String) -> String
    public let leftTitle: @Sendable (_ code: String) -> String
    public let firstHeading: String
    public let secondHeading: String
    public let dateHeading: String
    public let differingShort: String
    public let stateHeading: String
    public let left: String
    public let verified: String
    public let outdated: String
    public let nobodyLeft: String
    public let emptyClass: String

    // Error rates
    public let ratesTitle: @Sendable (_ scope: String) -> String
    public let wholeYear: @Sendable (_ year: Int) -> String
    public let ofOperator: @Sendable (_ name: String) -> String
    public let loading: String
    public let none: String
    public let fieldHeading: String
    public let operatorHeading: String
    public let comparedHeading: String
    /// The same, above a column of a screen.
    public let comparedShort: String
    public let differingHeading: String
    public let shareHeading: String
    public let firstWrong: String
    public let secondWrong: String
    public let peopleHeading: String
    public let allFields: String
    /// What the rates count, under the table.
    public let meaning: String

    // Names behind a rate
    public let namesTitle: @Sendable (_ field: String, _ what: String) -> String
    public let rightHeading: String
    public let firstRight: String
    public let secondRight: String
    public let agreed: String

    public let help: SecondEntryHelpPhrases

    static let indonesian = SecondEntryPhrases(
        title: { "Masukan kedua · \($0) \($1)" }, progress: { "\($0)/\($1) terverifikasi" },
        allVerified: "semua sudah terverifikasi",
        hint: "Ketik dari formulir kertas: NIK; tanpa NIK, nama dan tanggal lahir",
        found: { "Catatan ditemukan · isian pertama oleh \($0)" },
        foundOwn: "Ditemukan · isian pertama juga oleh Anda; lebih baik orang lain yang mengetik",
        changedSince: { "Pernah diketik kedua kali oleh \($0) (\($1)), lalu catatannya berubah" },
        notInClass: {
            "NIK ini tidak ada di kelas \($0); periksa angkanya, atau teruskan dengan nama dan tanggal lahir"
        },
        oneDigitOff: {
            "tidak ada di kelas ini; hanya angka ke-\($0) yang beda dari \($1) (\($2)): ketik ulang, atau F6 kalau memang orang ini"
        },
        digitsSwapped: {
            "tidak ada di kelas ini; angka ke-\($0) dan ke-\($0 + 1) tertukar dari \($1) (\($2)): ketik ulang, atau F6 kalau memang orang ini"
        },
        nobodyNamed: { "tidak ada orang bernama dan lahir begitu di kelas \($0); periksa nama dan tanggal lahirnya" },
        nearlyNamed: {
            "tidak ada orang bernama dan lahir begitu di kelas ini; yang mirip: \($0). Ketik ulang, atau F6 kalau memang orang ini"
        },
        severalNamed: { "ada \($0) orang bernama dan lahir begitu di kelas ini; ketik NIK-nya" },
        verifiedAlready: { "\($0) sudah diketik kedua kali oleh \($1) (\($2))" },
        whose: "isi NIK, atau nama dan tanggal lahir, supaya catatannya ditemukan",
        difference: { "beda: pertama \(quoted($0)), sekarang \(quoted($1))" },
        capitalsOnly: { "hanya huruf besar dan kecilnya yang beda: pertama \(quoted($0)), sekarang \(quoted($1))" },
        digitDiffers: { "beda di angka ke-\($0): pertama \($1), sekarang \($2)" },
        empty: "(kosong)", keptFirst: "isian pertama yang dipakai",
        tookSecond: { "isian kedua yang dipakai, catatan dibetulkan saat disimpan; pertama: \($0)" },
        decide: { "\($0): F2 isian pertama benar · F3 isian kedua benar · atau ketik ulang" },
        saved: { name, nik, differing, corrected in
            let found =
                differing == 0 ? "tidak ada beda" : "\(differing) isian beda, \(corrected) dibetulkan"
            return "✓ Terverifikasi: \([name, nik].filter { !$0.isEmpty }.joined(separator: " · ")) · \(found)"
        },
        changedMeanwhile: {
            "\($0) mengubah catatan ini sementara Anda mengetik; sudah dibandingkan lagi, simpan sekali lagi"
        },
        listTitle: { "Masukan kedua kelas \($0)" }, leftTitle: { "Belum diketik kedua kali di kelas \($0)" },
        firstHeading: "Isian pertama", secondHeading: "Isian kedua", dateHeading: "Tanggal", differingShort: "Beda",
        stateHeading: "Keadaan", left: "belum", verified: "terverifikasi", outdated: "berubah sesudahnya",
        nobodyLeft: "Semua orang di kelas ini sudah diketik kedua kali.",
        emptyClass: "Belum ada peserta di kelas ini.",
        ratesTitle: { "Angka kesalahan isian · \($0)" }, wholeYear: { "tahun \($0)" },
        ofOperator: { "isian pertama oleh \($0)" }, loading: "membaca masukan kedua…",
        none: "Belum ada formulir yang diketik kedua kali; V di daftar peserta kelas memulainya.",
        fieldHeading: "Isian", operatorHeading: "Operator pertama", comparedHeading: "Dibandingkan",
        comparedShort: "Dicek",
        differingHeading: "Beda", shareHeading: "Beda %", firstWrong: "Pertama salah", secondWrong: "Kedua salah",
        peopleHeading: "Formulir", allFields: "Semua isian",
        meaning: "Persen dari yang dicek, dipotong, bukan dibulatkan · Enter: nama-namanya",
        namesTitle: { "\($0): \($1)" }, rightHeading: "Yang benar", firstRight: "pertama", secondRight: "kedua",
        agreed: "sama", help: .indonesian)

    static let english = SecondEntryPhrases(
        title: { "Second entry · \($0) \($1)" }, progress: { "\($0)/\($1) verified" },
        allVerified: "all are verified",
        hint: "Key from the paper form: the NIK; without one, name and birth date",
        found: { "Record found · first entered by \($0)" },
        foundOwn: "Found · first entered by you too; better that somebody else keys it again",
        changedSince: { "Keyed a second time by \($0) (\($1)), and changed since" },
        notInClass: { "this NIK is not in class \($0); check its digits, or go on with name and birth date" },
        oneDigitOff: {
            "not in this class; only digit \($0) differs from \($1) (\($2)): key it again, or F6 if it is this person"
        },
        digitsSwapped: {
            "not in this class; digits \($0) and \($0 + 1) are swapped from \($1) (\($2)): key it again, or F6 if it is this person"
        },
        nobodyNamed: { "nobody of this name and birth date is in class \($0); check both" },
        nearlyNamed: {
            "nobody of this name and birth date is in this class; most like it: \($0). Key it again, or F6 if it is this person"
        },
        severalNamed: { "\($0) people of this name and birth date are in this class; key the NIK" },
        verifiedAlready: { "\($0) was keyed a second time by \($1) (\($2))" },
        whose: "key the NIK, or name and birth date, so that the record is found",
        difference: { "differs: first \(quoted($0)), now \(quoted($1))" },
        capitalsOnly: { "only the capitals differ: first \(quoted($0)), now \(quoted($1))" },
        digitDiffers: { "digit \($0) differs: first \($1), now \($2)" },
        empty: "(empty)", keptFirst: "the first entry is kept",
        tookSecond: { "the second entry is taken, the record is corrected on saving; first: \($0)" },
        decide: { "\($0): F2 the first entry is right · F3 the second is right · or key it again" },
        saved: { name, nik, differing, corrected in
            let found =
                differing == 0
                ? "no difference"
                : "\(differing) \(differing == 1 ? "field differed" : "fields differed"), \(corrected) corrected"
            return "✓ Verified: \([name, nik].filter { !$0.isEmpty }.joined(separator: " · ")) · \(found)"
        },
        changedMeanwhile: { "\($0) changed this record while you were keying; it was compared again, save once more" },
        listTitle: { "Second entry of class \($0)" }, leftTitle: { "Not keyed a second time in class \($0)" },
        firstHeading: "First entry", secondHeading: "Second entry", dateHeading: "Date", differingShort: "Differ",
        stateHeading: "State", left: "left", verified: "verified", outdated: "changed since",
        nobodyLeft: "Everybody in this class was keyed a second time.", emptyClass: "Nobody is in this class yet.",
        ratesTitle: { "Error rates · \($0)" }, wholeYear: { "year \($0)" },
        ofOperator: { "first entered by \($0)" }, loading: "reading second entries…",
        none: "No form was keyed a second time yet; V on a class's roster begins.",
        fieldHeading: "Field", operatorHeading: "First operator", comparedHeading: "Compared",
        comparedShort: "Checked",
        differingHeading: "Differing", shareHeading: "Differ %", firstWrong: "First wrong",
        secondWrong: "Second wrong", peopleHeading: "Forms", allFields: "All fields",
        meaning: "Percent of those compared, cut, not rounded · Enter: their names",
        namesTitle: { "\($0): \($1)" }, rightHeading: "Right", firstRight: "first", secondRight: "second",
        agreed: "same", help: .english)
}

/// A value between quotes; what stands for nothing stands without.
private func quoted(_ value: String) -> String { value.hasPrefix("(") ? value : "“\(value)”" }

extension Phrasebook {
    /// What a field that is keyed twice is called.
    public func label(_ field: VerifiedField) -> String {
        switch field {
        case .nik: terms.nik
        case .name: terms.name
        case .birthplace: terms.birthplace
        case .birthDate: terms.birthDate
        case .sex: terms.sexLabel
        case .kecamatan: terms.kecamatan
        case .desa: terms.desa
        case .address: terms.address
        case .phone: terms.phone
        case .education: terms.educationLabel
        case .occupation: terms.occupation
        }
    }
}

/// What `--help` says of `silat second-entry`.
public struct SecondEntryHelpPhrases: Sendable {
    public let secondEntry: String
    public let rates: String
    public let list: String
    public let trainingClass: String
    public let by: String
    public let firstBy: String
    public let left: String

    static let indonesian = SecondEntryHelpPhrases(
        secondEntry: "Masukan kedua: formulir yang diketik dua kali, dan angka kesalahannya",
        rates: "Angka kesalahan per isian, kelas, atau operator isian pertama",
        list: "Peserta satu kelas: siapa yang sudah dan belum diketik kedua kali",
        trainingClass: "Kode kelas", by: "Menurut field, class atau operator",
        firstBy: "Hanya yang isian pertamanya oleh operator ini", left: "Hanya yang belum diketik kedua kali")

    static let english = SecondEntryHelpPhrases(
        secondEntry: "Second entry: forms keyed twice, and their error rates",
        rates: "Error rates by field, class, or operator of the first entry",
        list: "The people of one class: who was keyed a second time, and who is left",
        trainingClass: "Code of the class", by: "By field, class or operator",
        firstBy: "Only those whom this operator entered first", left: "Only those not keyed a second time")
}

/// What the keys of the second entry do.
public struct SecondEntryKeyPhrases: Sendable {
    public let open: KeyPhrase
    public let firstRight: KeyPhrase
    public let secondRight: KeyPhrase
    public let thisPerson: KeyPhrase
    public let otherPerson: KeyPhrase
    public let people: KeyPhrase
    public let rates: KeyPhrase
    public let save: KeyPhrase
    public let onlyLeft: KeyPhrase
    public let by: KeyPhrase
    public let deeper: KeyPhrase

    static let indonesian = SecondEntryKeyPhrases(
        open: KeyPhrase("masukan kedua", "ketik lagi formulir kertas kelas ini tanpa melihat isian pertama"),
        firstRight: KeyPhrase("pertama benar", "isian pertama benar: itu yang dipakai"),
        secondRight: KeyPhrase("kedua benar", "isian kedua benar: catatan dibetulkan saat disimpan"),
        thisPerson: KeyPhrase("orang ini", "formulir ini memang milik orang yang disebut itu"),
        otherPerson: KeyPhrase("bukan dia", "formulir ini ternyata bukan milik orang itu"),
        people: KeyPhrase("siapa belum", "daftar orang kelas ini: siapa yang sudah dan siapa yang belum"),
        rates: KeyPhrase("angka salah", "angka kesalahan per isian, kelas dan operator"),
        save: KeyPhrase("simpan", "simpan dan buka formulir kertas berikutnya"),
        onlyLeft: KeyPhrase("belum saja", "tampilkan yang belum saja, atau semua lagi"),
        by: KeyPhrase("menurut", "menurut isian, kelas, atau operator isian pertama"),
        deeper: KeyPhrase("isiannya", "buka angka per isian dari baris ini"))

    static let english = SecondEntryKeyPhrases(
        open: KeyPhrase("second entry", "key this class's paper forms again without seeing the first entry"),
        firstRight: KeyPhrase("first is right", "the first entry is right, and is kept"),
        secondRight: KeyPhrase("second is right", "the second entry is right: the record is corrected on saving"),
        thisPerson: KeyPhrase("this person", "the form is of the person named there"),
        otherPerson: KeyPhrase("not them", "the form is not of that person after all"),
        people: KeyPhrase("who is left", "the people of this class: who is verified, and who is left"),
        rates: KeyPhrase("error rates", "error rates by field, class and operator"),
        save: KeyPhrase("save", "save and go on to the next paper form"),
        onlyLeft: KeyPhrase("only left", "show only those who are left, or all again"),
        by: KeyPhrase("by", "by field, class, or operator of the first entry"),
        deeper: KeyPhrase("its fields", "open the figures by field of this line"))
}
