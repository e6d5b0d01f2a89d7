import Training

/// Makes up participants, one after the other; only the serials given out are remembered.
struct SamplePeople {
    private let year: Int
    private let places: SamplePlaces
    private let names = SampleNames()
    private var serials: [UInt16]

    /// How old somebody becomes in the fiscal year: of working age on the first day of any of its classes.
    private static let ages = 17...58
    private static let daysOfYear = 365

    /// - Parameter firstSerial: what serials are counted from; 0 unless others of the file have the lower ones.
    init(year: Int, places: SamplePlaces, firstSerial: Int = 0) {
        self.year = year
        self.places = places
        serials = Array(
            repeating: UInt16(firstSerial), count: places.registrations.count * Self.ages.count * Self.daysOfYear * 2)
    }

    /// Somebody who comes to a class of a kecamatan, `women` of a hundred being women.
    ///
    /// - Parameter due: where the person has to live; `nil` for near the class, and now and then elsewhere.
    mutating func participant(
        kecamatan: Int, women: Int, home due: SamplePlaces.Home?, _ random: inout SeededGenerator
    ) throws -> Participant {
        let sex: Sex = random.chance(women) ? .female : .male
        let home = due ?? home(near: kecamatan, &random)
        let registration = registration(home: home, &random)
        // The younger come in greater numbers.
        let age = Self.ages.lowerBound + min(random.below(Self.ages.count), random.below(Self.ages.count))
        let dayOfYear = random.below(Self.daysOfYear)
        let birthDate = try day(dayOfYear, of: year - age)
        let serial = try nextSerial(registration, age: age, dayOfYear: dayOfYear, sex: sex, &random)
        guard let name = PersonName(names.name(sex, pilgrim: age >= 40, &random)) else {
            throw SampleDefect(text: "name")
        }
        let education = education(age: age, &random)
        return Participant(
            identity: .nik(try nik(registration, birthDate: birthDate, sex: sex, serial: serial)),
            name: name, birthplace: random.pick(places.registrations[registration].birthplaces),
            birthDate: birthDate, sex: sex, residence: home.map { .desa($0.region.code) } ?? .outside,
            address: address(home, &random), phone: phone(&random), education: education,
            occupation: occupation(age: age, sex: sex, education: education, &random))
    }

    /// A home near the class in four of five cases; `nil` outside the regency.
    private func home(
        near kecamatan: Int, _ random: inout SeededGenerator
    ) -> SamplePlaces.Home? {
        if random.below(1_000) < 4 { return nil }
        let index = random.chance(80) ? kecamatan : random.pick(places.kecamatan)
        return SamplePlaces.Home(kecamatan: index, region: random.pick(places.districts[index].desa))
    }

    /// Most were first registered where they live, some moved within the regency or into it.
    private func registration(home: SamplePlaces.Home?, _ random: inout SeededGenerator) -> Int {
        let inside = places.districts.count
        let elsewhere = inside + random.below(places.registrations.count - inside)
        guard let home else { return elsewhere }
        switch random.below(100) {
        case ..<87: return home.kecamatan
        case ..<95: return random.pick(places.kecamatan)
        default: return elsewhere
        }
    }

    /// The next number of those born on one day and registered in one district. Most of them never come to a class, so numbers
    /// are passed over.
    private mutating func nextSerial(
        _ registration: Int, age: Int, dayOfYear: Int, sex: Sex, _ random: inout SeededGenerator
    ) throws(SampleDefect) -> Int {
        let cell =
            ((registration * Self.ages.count + age - Self.ages.lowerBound) * Self.daysOfYear + dayOfYear) * 2
            + (sex == .female ? 1 : 0)
        let serial = serials[cell] + 1 + UInt16(random.below(9))
        guard serial <= 9_999 else { throw SampleDefect(text: "serial") }
        serials[cell] = serial
        return Int(serials[cell])
    }

    private func day(_ dayOfYear: Int, of year: Int) throws(SampleDefect) -> CalendarDate {
        guard let newYear = CalendarDate(year: year, month: 1, day: 1) else {
            throw SampleDefect(text: "year \(year)")
        }
        return newYear.adding(days: dayOfYear)
    }

    private func nik(
        _ registration: Int, birthDate: CalendarDate, sex: Sex, serial: Int
    ) throws(NIK.Flaw) -> NIK {
        let day = birthDate.day + (sex == .female ? 40 : 0)
        let birth = (day * 100 + birthDate.month) * 100 + birthDate.year % 100
        return try NIK(
            number: (places.registrations[registration].prefix * 1_000_000 + Int64(birth)) * 10_000 + Int64(serial))
    }

    private func address(_ home: SamplePlaces.Home?, _ random: inout SeededGenerator) -> String? {
        guard random.chance(94) else { return nil }
        let neighbourhood = random.within(1...24)
        let rt = neighbourhood < 10 ? "RT 0\(neighbourhood)" : "RT \(neighbourhood)"
        guard home?.region.kind != .desa else {
            return random.chance(60) ? rt : "Jl. \(random.pick(Self.villageStreets)) \(rt)"
        }
        return "Jl. \(random.pick(Self.townStreets)) No. \(random.within(1...180)) \(rt)"
    }

    private func phone(_ random: inout SeededGenerator) -> PhoneNumber? {
        guard random.chance(93) else { return nil }
        return PhoneNumber("\(random.pick(Self.phonePrefixes))\(10_000_000 + random.below(90_000_000))")
    }

    private func education(age: Int, _ random: inout SeededGenerator) -> Education {
        if age < 19 { return random.pick(Self.schoolLeavers) }
        return random.pick(age < 40 ? Self.younger : Self.older)
    }

    private func occupation(
        age: Int, sex: Sex, education: Education, _ random: inout SeededGenerator
    ) -> String? {
        guard random.chance(96) else { return nil }
        if age < 22, random.chance(55) { return random.chance(70) ? "Belum bekerja" : "Pelajar/mahasiswa" }
        if education == .s1, random.chance(40) { return "Tenaga honorer" }
        return random.pick(sex == .female ? Self.womensWork : Self.mensWork)
    }

    private static let townStreets = [
        "Ir. P.H.M. Noor", "Basuki Rahmat", "Jend. Sudirman", "A. Yani", "Putri Zaleha", "Cempaka", "Kenanga",
        "Tanjung Baru", "Mabuun Raya", "Pangeran Antasari", "Gusti Hidayat", "Saraba Kawa", "Pertamina", "Stadion",
    ]
    private static let villageStreets = [
        "Trans Kalimantan", "Usaha Tani", "Masjid Jami", "Tepi Sungai", "Karet Raya", "Balai Desa", "Langsat", "Inpres",
    ]
    private static let phonePrefixes = [
        "0811", "0812", "0813", "0821", "0822", "0851", "0852", "0853", "0857", "0877", "0895", "0896",
    ]
    private static let schoolLeavers = Weighted<Education>([(.smp, 40), (.sma, 32), (.smk, 28)])
    private static let younger = Weighted<Education>([
        (.sd, 8), (.smp, 20), (.sma, 34), (.smk, 22), (.d3, 4), (.s1, 12),
    ])
    private static let older = Weighted<Education>([
        (.none, 3), (.sd, 34), (.smp, 25), (.sma, 25), (.smk, 7), (.d3, 1), (.s1, 5),
    ])
    private static let womensWork = Weighted([
        ("Ibu rumah tangga", 46), ("Pedagang", 12), ("Petani", 10), ("Belum bekerja", 10), ("Penyadap karet", 7),
        ("Karyawan swasta", 6), ("Wiraswasta", 5), ("Buruh harian", 2), ("Guru mengaji", 2),
    ])
    private static let mensWork = Weighted([
        ("Petani", 18), ("Penyadap karet", 16), ("Buruh harian", 16), ("Belum bekerja", 18), ("Karyawan swasta", 10),
        ("Wiraswasta", 7), ("Pedagang", 7), ("Sopir", 4), ("Tukang bangunan", 3), ("Nelayan", 1),
    ])
}
