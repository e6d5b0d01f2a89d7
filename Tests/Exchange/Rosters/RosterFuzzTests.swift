import Foundation
import SheetFixtures
import Sheets
import Store
import Testing
import Training
import Words

@testable import Exchange

/// Whatever comes, it is read or refused, and what is read adds up. How much it tries: see ``FuzzBudget``.
@Suite struct RosterFuzzTests {
    /// Rosters of the folder with some bytes changed.
    @Test func textIsTakenInOrRefused() async throws {
        let texts = try RosterFolderTests.names.filter { !$0.hasSuffix(".workbook") }.map {
            [UInt8](try Data(contentsOf: URL(fileURLWithPath: RosterFolderTests.folder + "/" + $0)))
        }
        try await takeMutations(of: texts, named: "fuzz.csv", signs: ",;\t\"\n\r'=0/.\u{FEFF}")
    }

    @Test func workbooksAreTakenInOrRefused() async throws {
        let books = try RosterFolderTests.names.filter { $0.hasSuffix(".workbook") }.map {
            WorkbookListing(try String(contentsOfFile: RosterFolderTests.folder + "/" + $0, encoding: .utf8)).fixture
        }
        let roster = try await Roster()
        var tally = Tally()
        for seed in FuzzBudget(seeds: 400, share: 0.2).seeds {
            var random = Seeded(state: seed)
            var book = try #require(books.randomElement(using: &random))
            let sheets = book.parts.indices.filter { book.parts[$0].name.hasPrefix("xl/") }
            mutate(
                &book.parts[try #require(sheets.randomElement(using: &random))].bytes, signs: "<>\"/&;09A=_", &random)
            tally.count(try await take(book.bytes(), as: "fuzz.xlsx", roster, seed))
        }
        tally.check()
    }

    private func takeMutations(of good: [[UInt8]], named name: String, signs: String) async throws {
        let roster = try await Roster()
        var tally = Tally()
        for seed in FuzzBudget(seeds: 110, share: 0.3).seeds {
            var random = Seeded(state: seed)
            var bytes = try #require(good.randomElement(using: &random))
            mutate(&bytes, signs: signs, &random)
            tally.count(try await take(bytes, as: name, roster, seed))
        }
        tally.check()
    }

    private struct Tally {
        private var (read, refused) = (0, 0)

        mutating func count(_ isRead: Bool) { if isRead { read += 1 } else { refused += 1 } }

        /// Mutations that are all refused, or all harmless, would prove nothing.
        func check() {
            guard read + refused > 200 else { return }
            #expect(read > 20 && refused > 5, "\(self)")
        }
    }

    /// Rehearses one file: nothing but a sentence may come of a bad one, and the sums are right of any other.
    ///
    /// - Returns: whether it was read.
    private func take(_ bytes: [UInt8], as name: String, _ roster: Roster, _ seed: UInt64) async throws -> Bool {
        var plan = ImportPlan(path: try roster.write(bytes, to: name), into: roster.trainingClass?.id)
        plan.isRehearsal = true
        plan.unsettled = seed.isMultiple(of: 2) ? .kept : .refused
        do {
            let preview = try await roster.desk.preview(of: plan.path, plan.choices, roster.store)
            let outcome = try await roster.settle(plan)
            let counts = outcome.counts
            #expect(counts.read == counts.added + counts.matched + counts.rejected, "seed \(seed)")
            #expect(counts.added + counts.matched == counts.enrolled + counts.alreadyEnrolled, "seed \(seed)")
            #expect(outcome.rejections.count == counts.rejected && counts.undecided <= counts.rejected, "seed \(seed)")
            #expect(preview.rows.count == min(20, counts.read), "seed \(seed)")
            for rejection in outcome.rejections {
                #expect(!rejection.reason.isEmpty && rejection.row > preview.headerRow, "seed \(seed)")
            }
            return true
        } catch let trouble as RosterTrouble {
            #expect(
                !trouble.sentence.isEmpty && !trouble.sentence.unicodeScalars.contains { $0.value < 0x20 },
                "seed \(seed)")
            return false
        }
    }

    /// Refused rows fed back are refused for the same reasons, or read; none is lost and none is doubled.
    @Test func refusedRowsAreNeverLost() async throws {
        let good = try RosterFolderTests.names.filter { $0.hasSuffix(".csv") }.map {
            [UInt8](try Data(contentsOf: URL(fileURLWithPath: RosterFolderTests.folder + "/" + $0)))
        }
        let roster = try await Roster()
        for seed in FuzzBudget(seeds: 70, share: 0.15).seeds {
            var random = Seeded(state: seed)
            var bytes = try #require(good.randomElement(using: &random))
            mutate(&bytes, signs: ",;\"\n'=0", &random)
            let path = try roster.write(bytes, to: "fuzz.csv")
            guard let first = try? await roster.take(file: path, keep: false), first.counts.rejected > 0 else {
                continue
            }
            let again = try roster.write(try Data(contentsOf: URL(fileURLWithPath: roster.rejects)), to: "again.csv")
            do {
                let second = try await roster.take(file: again, keep: false)
                #expect(second.counts.read == first.counts.rejected, "seed \(seed)")
            } catch {
                Issue.record(error, "seed \(seed)")
            }
        }
    }

    // MARK: Values

    @Test func datesAreDaysOrRefused() throws {
        let forms = [
            "12/05/1999", "12 Mei 1999", "1999-05-12 00:00", "36292", "120599", "Tanjung, 12-05-1999", "29-02-00",
        ]
        try values(of: forms, signs: "0123456789/-. ,:TMei+", seeds: 450) { text, seed in
            let birth = WrittenBirth(text)
            for written in [text, birth.date].compactMap(\.self) {
                guard let date = CalendarDate(inSheet: written, latest: Roster.today) else { continue }
                #expect(
                    CalendarDate(inSheet: date.description, latest: Roster.today) == date, "seed \(seed): \(written)")
                #expect(CalendarDate(inSheet: date.onScreen, latest: Roster.today) == date, "seed \(seed): \(written)")
            }
        }
    }

    @Test func numbersAreNIKsOrRefused() throws {
        let forms = [
            "6309064505990001", "'6309 0645 0599 0001", "630906.450599.0001", "6,30904E+15", "9999999999999999",
        ]
        try values(of: forms, signs: "0123456789 .-'eE+", seeds: 550) { text, seed in
            guard let nik = try? NIK(text) else { return }
            let again = (try NIK(nik.digits), try NIK(number: nik.number))
            #expect(again == (nik, nik), "seed \(seed): \(text)")
            #expect(
                nik.digits.count == 16 && text.filter { $0.isWholeNumber && $0.isASCII } == nik.digits,
                "seed \(seed): \(text)")
        }
    }

    @Test func placesAreFoundOrAskedAbout() throws {
        let places = PlaceIndex()
        let forms = [
            "Kec. Murung Pudak", "MRG PUDAK", "Ds. Maburai Kec. Murung Pudak", "Mabu'un", "63.09.06.1006",
            "Luar Tabalong",
        ]
        try values(of: forms, signs: "abikmprtu. '/-,0369", seeds: 3) { text, seed in
            for written in [
                WrittenPlace(kecamatan: text, desa: nil), WrittenPlace(kecamatan: nil, desa: text),
                WrittenPlace(kecamatan: "Murung Pudak", desa: text),
            ] {
                do {
                    let found = try places.residence(kecamatan: written.kecamatan, desa: written.desa)
                    let code = found?.desa?.description ?? found?.kecamatan?.description
                    if let code, found?.desa != nil {
                        #expect(try places.residence(kecamatan: nil, desa: code) == found, "seed \(seed): \(text)")
                    }
                } catch is Refusal {
                    let offered = places.nearest(to: written)
                    #expect(offered.count <= 5 && Set(offered).count == offered.count, "seed \(seed): \(text)")
                }
            }
        }
    }

    @Test func headingsMeanOneColumnOrNone() throws {
        let forms = [
            "No. KTP / NIK", "Nama Lengkap (sesuai KTP)", "TTL", "L/P", "Kec.", "Desa/Kel", "Tempat, Tanggal Lahir",
            "No. HP/WA",
        ]
        try values(of: forms, signs: "abcnikt ()[]./\n123", seeds: 75) { text, seed in
            let column = RosterColumn(heading: text)
            // Neither case nor blanks around it change what a heading means.
            #expect(RosterColumn(heading: "  \(text.uppercased()) ") == column, "seed \(seed): \(text)")
        }
    }

    @Test func numbersAreTelephonesOrRefused() throws {
        let forms = ["081234567890", "+62 812-3456-7890", "(0526) 2021234"]
        try values(of: forms, signs: "0123456789 +-()./'", seeds: 700) { text, seed in
            guard let phone = PhoneNumber(text) else { return }
            #expect(PhoneNumber(phone.digits) == phone, "seed \(seed): \(text)")
        }
    }

    /// Many values a seed: one is done in no time.
    private func values(
        of forms: [String], signs: String, seeds: Int, _ check: (String, UInt64) throws -> Void
    ) throws {
        for seed in FuzzBudget(seeds: seeds, share: 0.03).seeds {
            var random = Seeded(state: seed)
            for _ in 0..<200 {
                var bytes = Array(try #require(forms.randomElement(using: &random)).utf8)
                mutate(&bytes, signs: signs, &random)
                try check(String(decoding: bytes, as: UTF8.self), seed)
            }
        }
    }
}
