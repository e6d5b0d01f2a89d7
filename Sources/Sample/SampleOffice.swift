import Training

/// The office that the demo shows: a fiscal year like that of the news report, the year before, targets of every kind, what organizers
/// claimed, and a few people who are not as simple as the rest.
///
/// 11.630 people took part in the year; the target in force is 3.000. Nobody in it exists.
public struct SampleOffice: Sendable {
    /// The fiscal year.
    public let year: Int
    private let today: CalendarDate
    private let seed: UInt64

    /// How many people took part in the year.
    public static let participants = 11_630
    /// How many of them have no NIK, no known desa, or a doubt to settle.
    private static let odd = 30
    private static let before = (participants: 2_412, target: 2_400)

    /// The office in a fiscal year.
    ///
    /// - Parameter today: until when people were followed up; checks lie before it.
    public init(year: Int, today: CalendarDate, seed: UInt64 = 1) {
        self.year = year
        self.today = today
        self.seed = seed
    }

    /// Writes everything.
    ///
    /// - Throws: what the intake throws.
    public func fill(_ intake: any Intake) throws {
        let main = SampleData(participants: Self.participants - Self.odd, year: year, seed: seed)
        var made = try main.fill(intake, organizers: nil, collects: true)
        try addOddities(to: &made, intake)
        try setTargets(intake)
        try claim(made, intake)
        for (region, hundreds) in populations {
            try intake.set(Residents(kecamatan: region.code, count: hundreds * 100, source: "angka contoh, dibulatkan"))
        }
        let before = SampleData(
            participants: Self.before.participants, year: year - 1, seed: seed, series: "\((year - 1) % 100)",
            firstSerial: 5_000)
        let earlier = try before.fill(intake, organizers: made.organizers, collects: true)
        var monitoring = SampleMonitoring(today: today, seed: seed)
        try monitoring.follow(earlier.graduates, percent: 50, intake)
        try monitoring.follow(made.graduates, percent: 13, intake)
        try monitoring.handOut(earlier.graduates + made.graduates, intake)
        try intake.set(
            Target(
                year: year - 1, count: Self.before.target, source: "DPA-SKPD Tahun Anggaran \(year - 1)",
                sourceDate: CalendarDate(year: year - 1, month: 1, day: 9)))
    }

    private var populations: [(Region, Int)] {
        Gazetteer.tabalong.kecamatan.map { ($0, SamplePlaces.populations[$0.name] ?? 60) }
    }

    private func setTargets(_ intake: any Intake) throws {
        try intake.set(
            Target(
                year: year, count: 2_500, source: "DPA-SKPD Dinas Tenaga Kerja Tahun Anggaran \(year)",
                sourceDate: CalendarDate(year: year, month: 1, day: 8)))
        try intake.set(
            Target(
                year: year, stage: .revised, count: 3_000,
                source: "DPPA-SKPD Dinas Tenaga Kerja Tahun Anggaran \(year)",
                sourceDate: CalendarDate(year: year, month: 9, day: 15)))
        try intake.set(
            Target(
                year: year, scope: .term(through: year + 4), count: 15_000, source: "RPJMD \(year)–\(year + 4)",
                sourceDate: CalendarDate(year: year, month: 8, day: 20)))
        for (track, count) in zip(Track.allCases, [1_300, 800, 900]) {
            try intake.set(Target(year: year, scope: .track(track), count: count, source: "Renja \(year)"))
        }
        // The kecamatan were promised more than the regency was: such sums do not add up in life either.
        let everybody = populations.map(\.1).reduce(0, +)
        for (region, hundreds) in populations {
            let count = hundreds * 310 / everybody * 10
            try intake.set(Target(year: year, scope: .kecamatan(region.code), count: count, source: "Renja \(year)"))
        }
    }

    /// Most claim the seats they planned, some a little more, some less than stands on file, a few have not reported.
    private func claim(_ made: SampleData.Made, _ intake: any Intake) throws {
        for (place, organizer) in made.organizers.enumerated() where place % 7 != 6 {
            let seats = made.seats[place]
            let count = [seats, seats * 21 / 20, seats * 4 / 5, seats, seats * 9 / 10][place % 5]
            try intake.set(
                Claim(
                    organizer: organizer, year: year, count: count,
                    reportedOn: CalendarDate(year: year, month: 12, day: 5 + place % 20),
                    letter: "\(560 + place)/LAP/\(year)"))
        }
    }

    /// One more class, of people without NIK, of an unknown desa, or whose birth date is another than the NIK's.
    private func addOddities(to made: inout SampleData.Made, _ intake: any Intake) throws {
        guard let start = CalendarDate(year: year, month: 10, day: 6), let program = made.programs.first,
            let code = Code("K-LUAR-01")
        else { throw SampleDefect(text: "year \(year)") }
        let trainingClass = try intake.add(
            TrainingClass(
                code: code, program: program, start: start, end: start.adding(days: 11),
                place: "Balai Desa Maburai", seats: 32))
        var random = SeededGenerator(seed: seed &+ 77)
        for number in 0..<Self.odd {
            var person = try made.people.participant(kecamatan: number % 12, women: 50, home: nil, &random)
            var doubts: [Doubt] = []
            switch number {
            case ..<14: person.identity = .none(reason: Self.reasons[number % Self.reasons.count])
            case ..<23: person.residence = person.residence.kecamatan.map { .kecamatan($0) } ?? .outside
            default:
                person.birthDate = person.birthDate.adding(days: 1)
                doubts = person.doubts(firstDay: start, gazetteer: .tabalong)
            }
            let id = try intake.add(person, doubts: doubts)
            _ = try intake.enroll(id, in: trainingClass, standing: .completed(on: start.adding(days: 11)))
        }
    }

    private static let reasons = [
        "belum merekam KTP-el", "KTP hilang", "KTP dalam pengurusan", "pindah, data belum masuk",
    ]
}
