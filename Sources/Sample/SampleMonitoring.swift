import Training

/// Somebody who completed a made-up class.
struct SampleGraduate {
    let participant: ID<Participant>
    let enrollment: ID<Enrollment>
    /// The class's last day.
    let end: CalendarDate
    let program: SampleProgram
}

/// What became of made-up graduates: checks, attempts, outcomes, and equipment with its life-lines.
struct SampleMonitoring {
    private let today: CalendarDate
    private var random: SeededGenerator

    /// How many items were handed out.
    static let items = 160

    init(today: CalendarDate, seed: UInt64) {
        self.today = today
        random = SeededGenerator(seed: seed &+ 5_151)
    }

    // MARK: Checks

    /// Follows up so many of a hundred, at each mark that has come.
    mutating func follow(_ graduates: [SampleGraduate], percent: Int, _ intake: any Intake) throws {
        for graduate in graduates where random.chance(percent) {
            let visitor = random.pick(Self.visitors)
            var found = firstFact(graduate)
            for mark in FollowUp.usualMarks {
                let date = graduate.end.adding(months: mark).adding(days: random.within(0...24))
                // Fewer are looked for with every mark.
                guard date <= today, random.chance(78) else { break }
                try look(for: graduate, mark, date, visitor, found, intake)
                found = nextFact(after: found, graduate)
            }
        }
    }

    private mutating func look(
        for graduate: SampleGraduate, _ mark: Int, _ date: CalendarDate, _ visitor: String, _ found: Outcome.Fact,
        _ intake: any Intake
    ) throws {
        var followUp = FollowUp(
            enrollment: graduate.enrollment, mark: mark, date: date, visitor: visitor,
            method: random.pick(Self.methods), isReached: true)
        var attempts = random.chance(84) ? 0 : random.within(1...3)
        while attempts > 0, followUp.date < today {
            var attempt = followUp
            attempt.isReached = false
            let next = followUp.date.adding(days: 7)
            attempt.nextTry = next
            try intake.record(attempt, found: nil, on: today)
            attempts -= 1
            // Some are never reached: the third attempt was the last.
            if next > today || attempts == 0 && random.chance(50) { return }
            followUp.date = next
        }
        try intake.record(followUp, found: found, on: today)
    }

    private mutating func firstFact(_ graduate: SampleGraduate) -> Outcome.Fact {
        switch (graduate.program.track, random.below(100)) {
        case (.community, ..<38): business()
        case (.community, ..<52), (.nonCompetency, ..<30): work(related: random.chance(35))
        case (.competency, ..<47): work(related: random.chance(78))
        case (.competency, ..<53), (.nonCompetency, ..<50): business()
        case (_, 92...): .studying
        default: .notUsing(random.pick(Self.reasons))
        }
    }

    /// Some who were idle begin something, and a few give up.
    private mutating func nextFact(after fact: Outcome.Fact, _ graduate: SampleGraduate) -> Outcome.Fact {
        switch fact {
        case .notUsing where random.chance(30): firstFact(graduate)
        case .selfEmployed(let business) where random.chance(85): .selfEmployed(grown(business))
        case .selfEmployed: .notUsing(.noMarket)
        case .working where random.chance(8): .notUsing(.noJob)
        default: fact
        }
    }

    private mutating func grown(_ business: Outcome.Business) -> Outcome.Business {
        var business = business
        if random.chance(25) { business.workers += 1 }
        return business
    }

    private mutating func business() -> Outcome.Fact {
        let workers = random.chance(35) ? random.within(1...4) : 0
        return .selfEmployed(
            Outcome.Business(
                name: random.chance(70) ? random.pick(Self.businesses) : nil, sector: random.pick(Self.trades),
                nib: random.chance(40) ? "91\(20_000_000_000 + random.below(9_999_999))" : nil,
                turnover: random.pick(Outcome.IncomeBand.allCases), workers: workers,
                trainedWorkers: workers > 0 && random.chance(30) ? 1 : 0))
    }

    private mutating func work(related: Bool) -> Outcome.Fact {
        .working(
            Outcome.Work(
                employer: random.chance(80) ? random.pick(Self.employers) : nil,
                sector: random.pick(Outcome.Sector.allCases), isFormal: random.chance(60), isRelated: related,
                wage: random.pick(Outcome.IncomeBand.allCases)))
    }

    // MARK: Equipment

    /// Hands items to some of those who can use them, and looks at most of them since.
    mutating func handOut(_ graduates: [SampleGraduate], _ intake: any Intake) throws {
        let fit = graduates.filter { Self.kinds[$0.program.vocation] != nil && $0.end.adding(days: 60) < today }
        guard !fit.isEmpty else { return }
        for number in 0..<Self.items {
            let place = number * fit.count / Self.items
            let graduate = fit[place]
            guard let (item, kind, value) = Self.kinds[graduate.program.vocation] else { continue }
            let date = graduate.end.adding(days: random.within(5...40))
            let neighbour = fit[(place + 1) % fit.count].participant
            let holder: EquipmentHolding.Holder =
                number % 9 == 0 && neighbour != graduate.participant
                ? .group("KUB \(random.pick(Self.groups))", members: [graduate.participant, neighbour])
                : .participant(graduate.participant)
            let id = try intake.add(
                Equipment(
                    item: item, kind: kind, serial: "SN\(date.year)-\(10_000 + number)", value: value,
                    funding: random.chance(80) ? .apbd : .csr),
                to: holder, on: date, letter: "\(100 + number)/BAST/\(date.year)")
            try lookAfter(id, handedOn: date, next: neighbour, intake)
        }
    }

    private mutating func lookAfter(
        _ id: ID<Equipment>, handedOn date: CalendarDate, next neighbour: ID<Participant>, _ intake: any Intake
    ) throws {
        var condition = Equipment.Condition.inUse
        for mark in Equipment.marks {
            let day = date.adding(months: mark).adding(days: random.within(0...15))
            guard day <= today, random.chance(74) else { return }
            condition = random.pick(condition == .idle ? Self.afterIdle : Self.found)
            try intake.record(
                EquipmentCheck(
                    equipment: id, date: day, visitor: random.pick(Self.visitors), condition: condition,
                    place: random.chance(60) ? "rumah penerima" : nil))
            if condition == .lost || condition == .sold { return }
            if condition == .reallocated {
                try intake.move(
                    EquipmentHolding(
                        equipment: id, date: day, holder: .participant(neighbour), note: "dialihkan, tidak dipakai"))
            }
        }
    }

    private static let visitors = ["Rusdiansyah", "Norlina", "Fahmi", "Maulida"]
    private static let methods = Weighted<FollowUp.Method>([(.visit, 55), (.phone, 35), (.message, 10)])
    private static let reasons = Weighted<Outcome.Reason>([
        (.noCapital, 34), (.noJob, 26), (.noEquipment, 14), (.family, 12), (.noMarket, 6), (.otherWork, 5),
        (.health, 3),
    ])
    private static let found = Weighted<Equipment.Condition>([
        (.inUse, 78), (.idle, 12), (.broken, 5), (.lost, 2), (.sold, 3),
    ])
    private static let afterIdle = Weighted<Equipment.Condition>([(.idle, 45), (.inUse, 30), (.reallocated, 25)])
    private static let trades = Weighted<Outcome.Sector>([
        (.food, 32), (.trade, 22), (.services, 18), (.manufacturing, 16), (.agriculture, 12),
    ])
    private static let businesses = [
        "Dapur Acil Imah", "Jahit Barokah", "Bengkel Saraba", "Salon Cantik", "Kue Bingka Banua", "Las Tabalong Jaya",
        "Ternak Mandiri", "Warung Haur", "Kerajinan Purun", "Service HP Maju",
    ]
    private static let employers = [
        "PT Tambang Banua Utama", "PT Karet Tabalong Jaya", "Koperasi Sawit Jaro", "CV Teknik Saraba",
        "Toko Sinar Tanjung",
        "RSUD H. Badaruddin", "Hotel Aston Tanjung", "PT Alat Berat Banua",
    ]
    private static let groups = ["Mawar", "Melati", "Harapan", "Sejahtera", "Banua Bauntung"]
    private static let kinds: [String: (item: String, kind: String, value: Int)] = [
        "Menjahit": ("Mesin jahit portabel", "mesin jahit", 3_250_000),
        "Tata boga": ("Oven gas dua rak", "oven", 4_100_000),
        "Las": ("Mesin las inverter 200 A", "mesin las", 2_900_000),
        "Otomotif": ("Kunci perkakas bengkel", "perkakas bengkel", 5_600_000),
        "Kecantikan": ("Kursi dan steamer salon", "alat salon", 3_800_000),
        "Elektronika": ("Perangkat servis ponsel", "alat servis", 2_400_000),
        "Kerajinan": ("Alat anyam purun", "alat kerajinan", 1_250_000),
        "Pertanian": ("Hand sprayer elektrik", "alat pertanian", 850_000),
    ]
}

extension SampleData {
    /// Writes everything, and what became of the people by a day: checks, outcomes, and equipment in their hands.
    ///
    /// - Throws: what the intake throws.
    public func fill(_ intake: any Intake, followedUntil today: CalendarDate) throws {
        let made = try fill(intake, organizers: nil, collects: true)
        var monitoring = SampleMonitoring(today: today, seed: seed)
        try monitoring.follow(made.graduates, percent: 60, intake)
        try monitoring.handOut(made.graduates, intake)
    }
}
