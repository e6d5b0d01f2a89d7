import Testing
import Training

@testable import Sample

@Suite struct SampleDataTests {
    /// The demo's data, made once for all the tests that look at them.
    static let demo = Result { try Records.made(11_630) }

    @Test func theDemoReadsAsTheNewsReportDid() throws {
        let demo = try Self.demo.get()
        #expect(demo.participants.count == 11_630)
        #expect(demo.people(in: 2025).count == 11_630)
        let target = try #require(demo.targets.first)
        #expect(demo.targets.count == 1)
        #expect(target.year == 2025 && target.count == 3_000)
        #expect(target.stage == .original && target.rule == .people && target.scope == .regency)
        #expect(target.source?.isEmpty == false)
        #expect(Percent(demo.people(in: 2025).count, of: target.count)?.tenths == 3_876)
    }

    @Test func theDemoHasAllKindsOfEverything() throws {
        let demo = try Self.demo.get()
        #expect(Set(demo.organizers.map(\.kind)) == Set(Organizer.Kind.allCases))
        #expect((20...30).contains(demo.organizers.count))
        #expect((38...44).contains(demo.programs.count))
        #expect(Set(demo.programs.compactMap(\.organizer)).count == demo.organizers.count)
        #expect((350...800).contains(demo.classes.count))
        #expect(Set(demo.programs.map(\.track)) == Set(Track.allCases))
        #expect(Set(demo.programs.compactMap(\.funding)) == Set(Funding.allCases))
        #expect(Set(demo.enrollments.map(\.standing.status)) == Set(EnrollmentStatus.allCases))
        #expect(Set(demo.participants.compactMap(\.education)).count >= 6)
        #expect(Set(demo.programs.map(\.vocation)).count >= 15)
        #expect(demo.classes.allSatisfy { [16, 32, 64, 100].contains($0.seats) })
    }

    @Test func aFewThousandHaveASecondClass() throws {
        let demo = try Self.demo.get()
        let second = demo.enrollments.count - demo.participants.count
        #expect((2_300...2_900).contains(second))
        let beside = demo.enrollments.filter { !$0.standing.status.counts }.count
        #expect((200...1_000).contains(beside))
    }

    @Test func peopleComeUnevenlyFromEveryPlace() throws {
        let demo = try Self.demo.get()
        var byDesa: [RegionCode: Int] = [:]
        var byKecamatan: [RegionCode: Int] = [:]
        var outside = 0
        for person in demo.participants {
            switch person.residence {
            case .desa(let code):
                byDesa[code, default: 0] += 1
                byKecamatan[code.kecamatan, default: 0] += 1
            case .kecamatan, .outside: outside += 1
            }
        }
        let gazetteer = Gazetteer.tabalong
        #expect(Set(byDesa.keys) == Set(gazetteer.desa.map(\.code)))
        #expect(Set(byKecamatan.keys) == Set(gazetteer.kecamatan.map(\.code)))
        #expect((20...80).contains(outside))
        let largest = try #require(byKecamatan.max { $0.value < $1.value })
        #expect(gazetteer[largest.key]?.name == "Murung Pudak")
        let smallest = try #require(byKecamatan.values.min())
        #expect(largest.value > 4 * smallest)
        let desa = byDesa.values.sorted()
        #expect(desa[0] <= 12 && desa[130] >= 300)
    }

    @Test func everyPersonIsValid() throws {
        let demo = try Self.demo.get()
        #expect(demo.doubts.isEmpty)
        for entry in demo.enrollments {
            let person = demo.person(of: entry)
            let nik = try #require(person.nik)
            #expect(try NIK(nik.digits) == nik)
            #expect(person.doubts(firstDay: demo.trainingClass(of: entry).start, gazetteer: .tabalong).isEmpty)
            #expect((17...58).contains(2025 - person.birthDate.year))
            #expect(person.birthplace?.isEmpty == false)
        }
        let phones = demo.participants.compactMap(\.phone)
        #expect((10_000..<11_630).contains(phones.count))
        #expect(phones.allSatisfy { $0.digits.hasPrefix("08") && $0.digits.utf8.count == 12 })
    }

    @Test func nikDistrictsAreMostlyTheRegencys() throws {
        let demo = try Self.demo.get()
        let own = demo.participants.filter { $0.nik?.regency == "63.09" }.count
        #expect((9_500..<11_630).contains(own))
        #expect(Set(demo.participants.compactMap { $0.nik?.regency }).count > 10)
    }

    @Test func namesAreManyAndSomeAreShared() throws {
        let demo = try Self.demo.get()
        let names = Set(demo.participants.map(\.name.text))
        #expect(names.count > 4_000)
        #expect(names.count < demo.participants.count)
        #expect(names.contains { $0.hasPrefix("H. ") } && names.contains { $0.hasPrefix("Hj. ") })
        #expect(names.contains { !$0.contains(" ") })
        #expect(names.contains { $0.contains("'") || $0.contains("’") })
        #expect(names.allSatisfy { $0.utf8.count <= 40 })
        let menNamedSiti = demo.participants.filter { $0.sex == .male && $0.name.text.hasPrefix("Siti") }
        #expect(menNamedSiti.isEmpty)
    }

    @Test(arguments: [0, 1, 2, 16, 131, 500, 3_000])
    func everySizeIsWhole(_ size: Int) throws {
        for seed: UInt64 in [0, 7, .max] {
            let made = try Records.made(size, year: 2027, seed: seed)
            #expect(made.participants.count == size)
            #expect(made.people(in: 2027).count == size)
            #expect(made.targets.map(\.year) == [2027])
            #expect(made.targets.allSatisfy { $0.count >= 1 })
            #expect(Set(made.programs.map(\.track)) == Set(Track.allCases))
            #expect(Set(made.classes.map(\.program)).count == made.programs.count)
            if size >= 131 {
                #expect(Set(made.participants.compactMap(\.residence.desa)).count == 131)
            }
            check(made, year: 2027)
        }
    }

    @Test func theDemoKeepsTheRules() throws { check(try Self.demo.get(), year: 2025) }

    @Test func aLargerFileHasMorePrograms() throws {
        let made = try Records.made(60_000)
        #expect(made.people(in: 2025).count == 60_000)
        #expect(made.programs.count == 60)
        check(made, year: 2025)
    }

    /// What a store or the field would object to.
    private func check(_ made: Records, year: Int) {
        #expect(Set(made.organizers.map(\.code)).count == made.organizers.count)
        #expect(Set(made.programs.map(\.code)).count == made.programs.count)
        #expect(Set(made.classes.map(\.code)).count == made.classes.count)
        for program in made.programs {
            #expect(program.year == year)
            #expect((program.skkni != nil) == (program.track == .competency))
            #expect((program.pokirProposer != nil) == (program.track == .nonCompetency))
            #expect((program.pokirReference != nil) == (program.track == .nonCompetency))
        }
        for trainingClass in made.classes {
            #expect(trainingClass.start <= trainingClass.end)
            #expect(trainingClass.start.year == year || trainingClass.start.month == 1)
        }
        var taken = Array(repeating: 0, count: made.classes.count)
        for entry in made.enrollments {
            checkStanding(entry.standing, made.trainingClass(of: entry), year: year)
            if ![.dropped, .cancelled].contains(entry.standing.status) {
                taken[Int(entry.trainingClass.rawValue)] += 1
            }
        }
        #expect(zip(taken, made.classes).allSatisfy { $0 <= $1.seats })
        let certificates = made.enrollments.filter { $0.standing.status == .certified }.compactMap(\.standing.detail)
        #expect(Set(certificates).count == certificates.count)
    }

    /// A status has to fit its class as things stand on 31 December.
    private func checkStanding(_ standing: EnrollmentStanding, _ run: TrainingClass, year: Int) {
        guard let lastDay = CalendarDate(year: year, month: 12, day: 31) else { return }
        #expect(standing.date <= lastDay)
        switch standing {
        case .registered: #expect(run.start > lastDay)
        case .attending(let date): #expect(run.start == date && run.end > lastDay)
        case .completed(let date): #expect(run.end == date)
        case .certified(let date, _): #expect(date >= run.end)
        case .dropped(let date, _): #expect((run.start...run.end).contains(date))
        case .cancelled(let date): #expect(date < run.start)
        }
    }

    @Test func theSameSeedGivesTheSameData() throws {
        let one = try Records.made(2_000, seed: 42)
        let other = try Records.made(2_000, seed: 42)
        #expect(one == other)
    }

    @Test func anotherSeedOrYearGivesOthers() throws {
        let one = try Records.made(500, seed: 42)
        #expect(one.participants != (try Records.made(500, seed: 43)).participants)
        #expect(one.participants.map(\.name) != (try Records.made(500, year: 2026, seed: 42)).participants.map(\.name))
    }

    /// The same on every machine: these figures were written down once.
    @Test func theDataAreThoseOfEveryMachine() throws {
        let made = try Records.made(100, seed: 2_025)
        let first = try #require(made.participants.first)
        let last = try #require(made.participants.last)
        #expect(
            Self.line(first)
                == "6309011808800001|Riduan Nafis|Banua Lawas|1980-08-18|L|63.09.01.2001|RT 12|082299823055|smp|Penyadap karet"
        )
        #expect(
            Self.line(last)
                == "6309126110080007|Siti Hajar|Tabalong|2008-10-21|P|63.09.12.2008|RT 03|082221052313|smp|Ibu rumah tangga"
        )
        var digest: UInt64 = 0xCBF2_9CE4_8422_2325
        for line in made.participants.map(Self.line) + made.enrollments.map({ Self.line($0.standing) }) {
            for byte in line.utf8 { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01B3 }
        }
        #expect(digest == 1_926_822_428_359_264_238)
    }

    private static func line(_ person: Participant) -> String {
        [
            person.nik?.digits ?? "", person.name.text, person.birthplace ?? "", "\(person.birthDate)",
            person.sex.rawValue, person.residence.desa.map(\.description) ?? "", person.address ?? "",
            person.phone?.digits ?? "", person.education?.rawValue ?? "", person.occupation ?? "",
        ].joined(separator: "|")
    }

    private static func line(_ standing: EnrollmentStanding) -> String {
        "\(standing.status.rawValue)|\(standing.date)|\(standing.detail ?? "")"
    }

    @Test func aYearOutOfRangeIsRefused() {
        #expect(throws: Refusal.self) { try Records.made(1, year: 1999) }
        #expect(throws: Refusal.self) { try Records.made(1, year: 2101) }
        #expect(throws: Never.self) { try Records.made(20, year: 2000) }
        #expect(throws: Never.self) { try Records.made(20, year: 2100) }
    }

    @Test func sizesOutOfRangeBecomeTheNearest() {
        #expect(SampleData(participants: -5, year: 2025, seed: 1).participants == 0)
        #expect(SampleData(participants: .max, year: 2025, seed: 1).participants == 10_000_000)
    }

    @Test func whatTheIntakeThrowsComesThrough() {
        let intake = RecordingIntake(limit: 10)
        #expect(throws: RecordingIntake.Failure.full) {
            try SampleData(participants: 100, year: 2025, seed: 1).fill(intake)
        }
        #expect(intake.records.participants.count == 10)
    }
}
