import Training

/// Words of lists of recall; see ``Phrasebook``.
public struct RecallPhrases: Sendable {
    public let title: String
    public let none: String
    public let loading: String
    public let titleLabel: String
    public let dateHeading: String
    public let peopleHeading: String
    /// A state in so few letters that all stand side by side.
    public let short: @Sendable (RecallEntry.State) -> String

    // The people of a list
    public let kept: @Sendable (_ date: String, _ criteria: String) -> String
    /// How many of a list stand how: `3 bersedia`.
    public let count: @Sendable (_ number: String, _ state: String) -> String
    public let stateHeading: String
    public let certificate: String
    public let latest: String
    public let note: String
    public let marked: @Sendable (_ count: String) -> String
    /// Asks for the note that goes with a state, of one person or several.
    public let askNote: @Sendable (_ state: String, _ name: String, _ more: Int) -> String
    public let noteHint: String
    public let stateSet: @Sendable (_ count: String, _ state: String) -> String
    public let noPhone: String

    // The form
    public let newTitle: String
    public let vocation: String
    public let certified: String
    public let certifiedOnly: String
    public let ages: String
    public let agesHint: String
    public let noAges: @Sendable (_ typed: String) -> String
    public let place: @Sendable (_ number: Int) -> String
    public let outcome: @Sendable (_ number: Int) -> String
    public let criteriaHint: String
    public let listTitle: String
    public let titleHint: String
    public let fits: @Sendable (_ count: String) -> String
    public let counting: String
    /// Which of those who fit are in sight.
    public let inSight: @Sendable (_ first: String, _ last: String) -> String
    public let nobodyFits: String
    public let oneOfBoth: String
    public let saved: @Sendable (_ title: String, _ count: String) -> String

    static let indonesian = RecallPhrases(
        title: "Pemanggilan kembali alumni",
        none: "Belum ada daftar; n mencari alumni untuk lowongan atau kelas lanjutan.",
        loading: "memuat daftar…", titleLabel: "Judul", dateHeading: "Tanggal", peopleHeading: "Orang",
        short: {
            switch $0 {
            case .listed: "Belum"
            case .asked: "Hubungi"
            case .willing: "Sedia"
            case .declined: "Tolak"
            case .placed: "Tempat"
            }
        },
        kept: { "\($0) · \($1)" }, count: { "\($0) \($1)" },
        stateHeading: "Keadaan", certificate: "Sertifikat", latest: "Hasil terakhir", note: "Catatan",
        marked: { "\($0) ditandai" },
        askNote: { state, name, more in "\(name)\(more > 0 ? " dan \(more) lagi" : ""): \(state). Catatan:" },
        noteHint: "boleh kosong · Enter simpan · Esc batal",
        stateSet: { "\($0) orang: \($1)" }, noPhone: "tanpa telepon",
        newTitle: "Cari alumni", vocation: "Kejuruan", certified: "Sertifikat",
        certifiedOnly: "hanya yang bersertifikat",
        ages: "Umur", agesHint: "misalnya 20-30, atau 25",
        noAges: { "umur “\($0)” tidak terbaca; tulis seperti 20-30 atau 25" },
        place: { $0 == 1 ? "Tinggal di" : "atau di" }, outcome: { $0 == 1 ? "Hasil terakhir" : "atau" },
        criteriaHint: "kosong: semua; ketik nama, atau spasi", listTitle: "Judul daftar",
        titleHint: "untuk apa mereka dipanggil",
        fits: { "\($0) orang cocok" }, counting: "menghitung…", inSight: { "\($0)–\($1)" },
        nobodyFits: "Tidak ada alumni yang cocok, jadi tidak ada daftar yang disimpan; longgarkan syaratnya",
        oneOfBoth: "pilih program atau kejuruan, salah satu",
        saved: { "Tersimpan: “\($0)”, \($1) orang" })

    static let english = RecallPhrases(
        title: "Recall of alumni", none: "No list yet; n finds alumni for an opening or an advanced class.",
        loading: "reading the lists…", titleLabel: "Title", dateHeading: "Date", peopleHeading: "People",
        short: {
            switch $0 {
            case .listed: "Not yet"
            case .asked: "Asked"
            case .willing: "Willing"
            case .declined: "Declined"
            case .placed: "Placed"
            }
        },
        kept: { "\($0) · \($1)" }, count: { "\($0) \($1)" },
        stateHeading: "State", certificate: "Certificate", latest: "Last outcome", note: "Note",
        marked: { "\($0) marked" },
        askNote: { state, name, more in "\(name)\(more > 0 ? " and \(more) more" : ""): \(state). Note:" },
        noteHint: "may be empty · Enter saves · Esc cancels",
        stateSet: { "\($0) people: \($1)" }, noPhone: "no phone",
        newTitle: "Find alumni", vocation: "Vocation", certified: "Certificate", certifiedOnly: "certified only",
        ages: "Age", agesHint: "such as 20-30, or 25",
        noAges: { "ages “\($0)” cannot be read; write them as 20-30 or 25" },
        place: { $0 == 1 ? "Living in" : "or in" }, outcome: { $0 == 1 ? "Last outcome" : "or" },
        criteriaHint: "empty: all; type a name, or space", listTitle: "Title of the list",
        titleHint: "what they are called for",
        fits: { "\($0) people fit" }, counting: "counting…", inSight: { "\($0)–\($1)" },
        nobodyFits: "No alumni fit, so no list was kept; ask for less",
        oneOfBoth: "choose a program or a vocation, one of them",
        saved: { "Saved: “\($0)”, \($1) people" })
}

extension Phrasebook {
    /// Whom a list of recall looks for, as a person would say it; it is kept with the list.
    public func criteria(of query: AlumniQuery, _ gazetteer: Gazetteer) -> String {
        let phrases = command.monitoring
        let outcomes = Outcome.Kind.allCases.filter(query.outcomes.contains).map(monitoring.outcome)
        let places = query.places.map { gazetteer[$0]?.name ?? $0.description }
        let parts = [
            query.program.map(phrases.ofProgram), query.vocation.map(phrases.ofVocation),
            query.isCertified ? phrases.certifiedOnly : nil,
            query.ages.map { phrases.aged($0.lowerBound, $0.upperBound) },
            places.isEmpty ? nil : phrases.livingIn(places), outcomes.isEmpty ? nil : phrases.found(outcomes),
        ].compactMap(\.self)
        return parts.isEmpty ? phrases.everybody : parts.joined(separator: "; ")
    }
}
