import Testing
import Training

@Suite struct EnrollmentTests {
    let day = CalendarDate.day("2025-03-03")

    @Test func threeStatusesCount() {
        #expect(EnrollmentStatus.allCases.filter(\.counts) == [.attending, .completed, .certified])
    }

    @Test(arguments: EnrollmentStatus.allCases)
    func aStandingCarriesItsStatusAndDay(_ status: EnrollmentStatus) throws {
        let standing = try #require(EnrollmentStanding(status, on: day, detail: " 12/2025 "))
        #expect(standing.status == status && standing.date == day)
        let carries = status == .certified || status == .dropped
        #expect(standing.detail == (carries ? "12/2025" : nil))
    }

    @Test(arguments: [nil, "", "  ", "\u{200B}"])
    func aCertificateNeedsANumberAndADropOutAReason(_ detail: String?) {
        #expect(EnrollmentStanding(.certified, on: day, detail: detail) == nil)
        #expect(EnrollmentStanding(.dropped, on: day, detail: detail) == nil)
        #expect(EnrollmentStanding(.completed, on: day, detail: detail) == .completed(on: day))
    }

    @Test func aClassThatHasStartedIsAttended() throws {
        let run = TrainingClass(
            code: try #require(Code("K-1")), program: ID(1), start: day, end: day.adding(days: 9), seats: 16)
        #expect(EnrollmentStanding.new(in: run, today: day.adding(days: -1)) == .registered(on: day.adding(days: -1)))
        #expect(EnrollmentStanding.new(in: run, today: day) == .attending(on: day))
        #expect(EnrollmentStanding.new(in: run, today: day.adding(days: 30)).status == .attending)
    }

    @Test(arguments: [
        ("2010-03-04", [Doubt.under15]), ("2010-03-03", []), ("1960-03-04", []), ("1960-03-03", [.over64]),
        ("2010-03-02", []), ("1959-03-03", [.over64]),
    ])
    func ageIsLookedAtOnTheFirstDay(_ birth: String, _ doubts: [Doubt]) throws {
        let person = Participant(
            identity: .none(reason: "belum rekam"), name: try #require(PersonName("Rahmadi")),
            birthDate: .day(birth), sex: .male, residence: .outside)
        #expect(person.doubts(firstDay: day, gazetteer: .tabalong) == doubts)
        #expect(person.doubts(firstDay: nil, gazetteer: .tabalong).isEmpty)
        #expect(person.nik == nil)
    }

    @Test func aParticipantsDoubtsHoldTheNIKsToo() throws {
        let person = Participant(
            identity: .nik(try NIK("6399060505150012")), name: try #require(PersonName("Rahmadi")),
            birthDate: .day("2015-05-06"), sex: .female, residence: .outside)
        #expect(
            person.doubts(firstDay: day, gazetteer: .tabalong)
                == [.unknownRegency, .birthDateDiffers, .sexDiffers, .under15])
    }

    @Test func everyStatusHasACountOfItsOwn() {
        var counts: EnrollmentCounts = [.attending: 2]
        #expect(counts.total == 2)
        for (place, status) in EnrollmentStatus.allCases.enumerated() { counts[status] = 1 << place }
        #expect(EnrollmentStatus.allCases.map { counts[$0] } == [1, 2, 4, 8, 16, 32])
        #expect(counts.total == 63)
    }

    @Test func seatsAreTakenByThoseWhoStay() throws {
        let run = TrainingClass(code: try #require(Code("K-1")), program: ID(1), start: day, end: day, seats: 16)
        let program = Program(code: try #require(Code("P-1")), title: "Las", year: 2025, track: .competency)
        let line = ClassLine(
            trainingClass: Stored(id: ID(1), version: ID(1), value: run), program: program,
            enrollments: [.registered: 1, .attending: 2, .completed: 4, .certified: 8, .dropped: 16, .cancelled: 32])
        #expect(line.taken == 15)
    }
}

@Suite struct RecordIDTests {
    @Test func isReadFromItsDigits() {
        let id = ID<Participant>(123_456_789_012_345)
        #expect(ID<Participant>(id.description) == id)
        #expect(ID<Participant>("1")! < id)
    }

    @Test(arguments: ["", "0", "-5", "x", "1.5", "9223372036854775808", "+5", " 5"])
    func anythingElseIsNot(_ text: String) { #expect(ID<Participant>(text) == nil) }
}
