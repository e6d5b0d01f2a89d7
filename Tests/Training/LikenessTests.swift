import Testing

@testable import Training

/// What speaks for two records being one person, and what against.
@Suite struct LikenessTests {
    private func person(
        _ name: String, _ nik: String? = nil, born: String = "1999-05-05", sex: Sex = .female,
        desa: String = "63.09.06.2005", phone: String? = nil
    ) -> Participant {
        Participant(
            identity: nik.map { .nik(try! NIK($0)) } ?? .none(reason: "belum merekam"), name: PersonName(name)!,
            birthDate: CalendarDate(iso: born)!, sex: sex, residence: .desa(RegionCode(desa)!),
            phone: phone.flatMap { PhoneNumber($0) })
    }

    private let nik = "6309064505990012"

    @Test func numbersAreOneSlipApart() throws {
        func slip(_ one: String, _ other: String) -> NIK.Slip? { NIK.slip(between: Int64(one)!, and: Int64(other)!) }
        #expect(slip("6309064505990012", "6309064505990013") == .oneDigit)
        #expect(slip("6309064505990012", "7309064505990012") == .oneDigit)
        #expect(slip("6309064505990012", "6309064505990021") == .twoSwapped)
        #expect(slip("6309064505990012", "6309064505990102") == .twoSwapped)
        #expect(slip("6309064505990012", "6390064505990012") == .twoSwapped)
        #expect(slip("6309064505990012", "6309064505990012") == nil)
        #expect(slip("6309064505990012", "6309064505990034") == nil)
        #expect(slip("6309064505990012", "6309064505990120") == nil)
    }

    @Test func whatIsOffered() {
        let aminah = person("Siti Aminah", nik)
        let others: [(Participant, Likeness.Reason)] = [
            (person("Siti Aminah", "6309064505990013"), .nikOneDigitOff),
            (person("Sitti Amina", "6309064505990021"), .nikDigitsSwapped),
            (person("SITI AMINAH"), .oneWithoutNIK), (person("St. Aminah"), .sameSound),
            (person("Aminah"), .similarName),
            (person("Siti Aminah", "7401054505990777", desa: "63.09.05.2001"), .sameBirthDate),
            (person("Siti Aminah", born: "1999-05-06"), .nearlySameBirthDate),
        ]
        for (other, reason) in others {
            let likeness = Likeness(aminah, other)
            #expect(likeness.isLikely, "\(other.name): \(likeness)")
            #expect(likeness.reasons.contains(reason), "\(other.name): \(likeness)")
        }
        let swapped = Likeness(person("Rusdi", born: "1990-02-11"), person("Rusdy", nik, born: "1990-11-02"))
        #expect(swapped.isLikely && swapped.reasons.contains(.dayMonthSwapped))
    }

    @Test func whatIsNot() {
        let aminah = person("Siti Aminah", nik)
        let others = [
            // Born on one day in one village: neighbouring numbers, and another name.
            person("Rusmini", "6309064505990013"),
            // A namesake with a number and a birth date of her own, in the same village even.
            person("Siti Aminah", "6309065212850003", born: "1985-12-12"),
            // A namesake of the other sex with a number of his own.
            person("Siti Aminah", "7401050505990777", sex: .male),
            // Only the day of birth, and the village.
            person("Rahmawati"), person("Siti Aminah", born: "1970-01-31"),
        ]
        for other in others { #expect(!Likeness(aminah, other).isLikely, "\(other.name): \(Likeness(aminah, other))") }
    }

    @Test func moreAgreementRanksHigher() {
        let aminah = person("Siti Aminah", nik, phone: "081234567890")
        let ranks = [
            person("Siti Aminah", "6309064505990013", phone: "+6281234567890"), person("Siti Aminah"),
            person("Sitti Amina", desa: "63.09.05.2001"),
            person("Siti Aminah", "7401054505990777", desa: "63.09.05.2001"),
            person("Siti Aminah", "6309065212850003", born: "1985-12-12"),
        ].map { Likeness(aminah, $0).rank }
        #expect(ranks == ranks.sorted(by: >) && Set(ranks).count == ranks.count, "\(ranks)")
    }

    @Test func contradictionsStandLastAndLower() {
        let (aminah, man) = (person("Siti Aminah", nik), person("Siti Aminah", "6309064505990013", sex: .male))
        #expect(Likeness(aminah, man).reasons.last == .otherSex)
        #expect(Likeness(aminah, man).rank < Likeness(aminah, person("Siti Aminah", "6309064505990013")).rank)
    }

    /// The order in which two are compared says nothing, and everybody is like themselves.
    @Test(arguments: 1...10) func comparingIsSymmetric(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let names = [
            "Siti Aminah", "Sitti Amina", "M. Yusuf", "Muhammad Yusup", "Abdurrahman", "Abd. Rahman", "Rahmat",
        ]
        func anybody() -> Participant {
            let serial = Int.random(in: 1...30, using: &random)
            let number = "630906450599" + String(10_000 + serial).suffix(4)
            return person(
                names.randomElement(using: &random)!, Bool.random(using: &random) ? number : nil,
                born: ["1999-05-05", "1999-05-06", "1999-06-05", "1980-01-01"].randomElement(using: &random)!,
                sex: Sex.allCases.randomElement(using: &random)!,
                desa: ["63.09.06.2005", "63.09.06.2004", "63.09.05.2001"].randomElement(using: &random)!,
                phone: Bool.random(using: &random) ? "081234567890" : nil)
        }
        for _ in 1...200 {
            let (one, other) = (anybody(), anybody())
            #expect(Likeness(one, other) == Likeness(other, one))
            #expect((0...100).contains(Likeness(one, other).rank))
            var same = one
            same.identity = .none(reason: "belum")
            #expect(Likeness(one, same).isLikely)
        }
    }

    @Test func whatTheOneThatStaysDoesNotSay() {
        var (stays, gone) = (person("Aminah"), person("Aminah", nik))
        #expect(ParticipantField.missing(in: stays, butIn: gone) == [.nik])
        gone.phone = PhoneNumber("081234567890")
        stays.residence = .kecamatan(RegionCode("63.09.06")!)
        #expect(ParticipantField.missing(in: stays, butIn: gone) == [.nik, .residence, .phone])
        #expect(ParticipantField.missing(in: gone, butIn: stays).isEmpty)
    }
}
