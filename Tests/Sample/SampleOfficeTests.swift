import Testing
import Training

@testable import Sample

/// The office that the demo shows.
@Suite struct SampleOfficeTests {
    private func made() throws -> Records {
        let intake = RecordingIntake()
        try SampleOffice(year: 2025, today: CalendarDate(iso: "2026-11-24")!).fill(intake)
        return intake.records
    }

    @Test func itReadsAsTheNewsReportDid() throws {
        let made = try made()
        #expect(made.people(in: 2025).count == 11_630)
        let target = try #require(made.targets.filter { $0.year == 2025 }.inForce(for: .regency))
        #expect(target.count == 3_000 && target.rule == .people)
        #expect(Percent(11_630, of: target.count)?.tenths == 3_876)
        #expect(made.people(in: 2024).count == 2_412)
        #expect(made.targets.inForce(for: .term(through: 2029))?.count == 15_000)
    }

    @Test func nothingOfTwoYearsHasTheSameCodeOrNIK() throws {
        let made = try made()
        #expect(Set(made.classes.map(\.code)).count == made.classes.count)
        #expect(Set(made.programs.map(\.code)).count == made.programs.count)
        let niks = made.participants.compactMap(\.nik)
        #expect(Set(niks).count == niks.count)
        #expect(made.participants.count - niks.count == 14)
    }

    @Test func someWereFollowedUpAndSomeHaveEquipment() throws {
        let made = try made()
        #expect((2_000...7_000).contains(made.followUps.count))
        #expect(made.followUps.contains { !$0.isReached } && made.followUps.contains { $0.mark == 12 })
        #expect(made.equipment.count == SampleMonitoring.items)
        #expect(Set(made.equipment.compactMap(\.serial)).count == made.equipment.count)
        #expect(Set(made.equipmentChecks.map(\.condition)).count >= 4)
        #expect(!made.moves.isEmpty)
    }

    @Test func partsOfTheTargetDoNotAddUpAndClaimsDiffer() throws {
        let made = try made()
        let ofYear = made.targets.filter { $0.year == 2025 }
        let kecamatan = ofYear.sum { if case .kecamatan = $0 { true } else { false } }
        #expect(kecamatan.parts == 12 && kecamatan.count != 3_000)
        let tracks = ofYear.sum { if case .track = $0 { true } else { false } }
        #expect(tracks.parts == 3 && tracks.count == 3_000)
        #expect(made.claims.count > 15 && made.claims.count < made.organizers.count)
        #expect(made.residents.count == 12)
        #expect(made.doubts.count >= 7)
    }
}
