import Foundation
import GRDB
import Sample
import Testing
import Training

@testable import Store

/// Whoever a search finds, page by page from either end, against everybody whose words begin so, sorted.
@Suite struct CardCatalogueTests {
    /// Names in some drawers, many alike.
    private static func filled(_ people: Int, seed: UInt64) async throws -> SilatStore {
        let store = try SilatStore.inMemory(now: Office.noon)
        let sample = SampleData(participants: people, year: 2026, seed: seed)
        try await store.takeIn(as: .generate, note: "", by: Author(name: "rina", desk: "meja1"), keep: true) {
            try sample.fill($0)
        }
        return store
    }

    private static func drawers(_ store: SilatStore) async throws -> [Int] {
        try await store.read { db in
            try Int.fetchAll(
                db,
                sql: """
                    SELECT (SELECT count(*) FROM card k WHERE k.number >= d.number AND k.number < coalesce(
                        (SELECT min(number) FROM drawer n WHERE n.number > d.number), 1 << 61))
                    FROM drawer d ORDER BY d.number
                    """)
        }
    }

    private static func findings(_ store: SilatStore) async throws -> [CheckFinding] {
        try await store.check().filter { $0.problem != nil }
    }

    @Test(arguments: ["s", "m", "si", "sit", "siti", "muh", "siti rah", "s m", "tanjung", "k", "menj", "zz"])
    func everyPageIsInOrder(words: String) async throws {
        let store = try await Self.filled(2_500, seed: 3)
        let all = try await store.read { db in
            // By the index alone, without a card's order.
            let match = words.split(separator: " ").map { "\"\($0)\" *" }.joined(separator: " ")
            return try Int64.fetchAll(
                db,
                sql: """
                    SELECT r.id FROM search s JOIN card k ON k.number = s.rowid JOIN participant r ON r.id = k.participant
                    WHERE search MATCH ? ORDER BY r.name_key, r.id
                    """, arguments: [match])
        }
        #expect(try await store.count(of: ParticipantQuery(words: words)) == all.count)
        for limit in [0, all.count - 1, all.count, all.count + 1] where limit >= 0 {
            let counted = try await store.count(of: ParticipantQuery(words: words), upTo: limit)
            #expect(counted == (all.count > limit ? .moreThan(limit) : .exactly(all.count)))
        }
        for isForward in [true, false] {
            let found = try await Self.paged(words, isForward, store)
            #expect(found.map(\.id.rawValue) == all, "forward: \(isForward)")
        }
    }

    /// In another order than by name: of letters that the newest have, or only some elsewhere; of all people or of a region.
    @Test(arguments: ["s", "si", "k", "siti", "siti rah", "s m", "tanjung", "63 s", "zz"])
    func everyPageIsInOtherOrdersToo(words: String) async throws {
        let store = try await Self.filled(2_500, seed: 3)
        let kecamatan = try #require(RegionCode("63.09.06"))
        for region in [nil, ParticipantQuery.RegionFilter.within(kecamatan), .outside] {
            let all = try await store.everyPage(
                of: ParticipantQuery(words: words, region: region), true, count: 400)
            for order in ParticipantQuery.Order.allCases where order != .name {
                let sorted = all.sorted { one, other in
                    switch order {
                    case .newest: one.id.rawValue > other.id.rawValue
                    default:
                        (one.residence.kecamatanColumn, one.name.key, one.id.rawValue) < (
                            other.residence.kecamatanColumn, other.name.key, other.id.rawValue
                        )
                    }
                }
                let query = ParticipantQuery(words: words, region: region, order: order)
                for isForward in [true, false] {
                    let found = try await store.everyPage(of: query, isForward, count: 37)
                    #expect(found == sorted, "\(query), forward: \(isForward)")
                }
                guard sorted.count > 20 else { continue }
                let middle = sorted[sorted.count / 2]
                let page = try await store.page(of: query, .from(middle), count: 5)
                #expect(page.rows == Array(sorted[(sorted.count / 2)...].prefix(5)) && page.hasEarlier)
            }
        }
    }

    /// Letters that some have and few of the newest are found all the same.
    @Test func whoeverIsFoundFarFromTheNewestIsFoundAllTheSame() async throws {
        let store = try SilatStore.inMemory(now: Office.noon)
        let office = try await Office(store)
        try await store.takeIn(as: .importRoster, note: "", by: office.author, keep: true) { intake in
            for number in 1...2_600 {
                let name = (81...2_597).contains(number) ? "Siti" : "Xaverius"
                _ = try intake.add(
                    Office.person("\(name) \(Self.letters(number))", nik: Office.nik(number)), doubts: [])
            }
        }
        let query = ParticipantQuery(words: "xav", order: .newest)
        for isForward in [true, false] {
            let found = try await store.everyPage(of: query, isForward, count: 7)
            let ids = found.map(\.id.rawValue)
            #expect(ids.count == 83)
            #expect(ids == ids.sorted(by: >))
        }
    }

    /// Whoever is found, read page by page from one end.
    private static func paged(_ words: String, _ isForward: Bool, _ store: SilatStore) async throws -> [ParticipantRow]
    {
        try await store.everyPage(of: ParticipantQuery(words: words), isForward, count: 37)
    }

    @Test func aRegionNarrowsASearch() async throws {
        let store = try await Self.filled(2_500, seed: 4)
        let kecamatan = try #require(Gazetteer.tabalong.kecamatan.first).code
        let query = ParticipantQuery(words: "s", region: .within(kecamatan))
        let page = try await store.page(of: query, .first, count: 1_000)
        #expect(page.rows.count == (try await store.count(of: query)))
        #expect(!page.rows.isEmpty && page.rows.allSatisfy { $0.residence.kecamatan == kecamatan })
        #expect(page.rows.map(\.name.key) == page.rows.map(\.name.key).sorted())
    }

    /// Beginnings that nearly everybody's number has, many, some, few and none, among so many people that all ways of finding them are gone.
    @Test(arguments: [
        "6", "63", "630", "6309", "63090", "630901", "630906", "6309064", "63090645", "630906450", "6309064505", "7",
        "6310",
        "63090699",
    ])
    func peopleAreFoundByTheBeginningOfTheirNumber(_ digits: String) async throws {
        let store = try await Self.filled(5_500, seed: 7)
        try await store.takeIn(as: .importRoster, note: "", by: Author(name: "rina", desk: "meja1"), keep: true) {
            for number in 1...40 {
                _ = try $0.add(Office.person("Siti \(Self.letters(number))", nik: Office.nik(number)), doubts: [])
                _ = try $0.add(Office.person("Aminah \(Self.letters(number))"), doubts: [])
            }
        }
        let kecamatan = try #require(RegionCode("63.09.06"))
        for region in [nil, ParticipantQuery.RegionFilter.within(kecamatan)] {
            for order in ParticipantQuery.Order.allCases {
                var query = ParticipantQuery(region: region, order: order)
                let all = try await store.page(of: query, .first, count: 9_999).rows
                    .filter { $0.nik?.digits.hasPrefix(digits) == true }
                #expect(all.isEmpty == ["7", "6310", "63090699"].contains(digits))
                query.words = digits
                #expect(try await store.count(of: query) == all.count)
                #expect(try await store.count(of: query, upTo: 2) == RowCount(min(all.count, 3), upTo: 2))
                #expect(try await store.page(of: query, .first, count: 9_999).rows == all)
                #expect(try await store.page(of: query, .first, count: 5).rows == Array(all.prefix(5)))
                #expect(try await store.page(of: query, .last, count: 5).rows == Array(all.suffix(5)))
                guard region == nil, order == .name else { continue }
                for isForward in [true, false] {
                    #expect(try await Self.paged(digits, isForward, store) == all, "forward: \(isForward)")
                }
            }
        }
    }

    /// Digits beside words narrow what the words find, whether the index knows them all or not.
    @Test(arguments: ["6309", "630906", "63090645", "630906450", "6309064505", "7"])
    func aNumberNarrowsWords(_ digits: String) async throws {
        let store = try await Self.filled(5_500, seed: 7)
        let siti = try await store.page(of: ParticipantQuery(words: "s"), .first, count: 9_999).rows
        let all = siti.filter { $0.nik?.digits.hasPrefix(digits) == true }
        #expect(all.isEmpty == (digits == "7"))
        let query = ParticipantQuery(words: "\(digits) s")
        #expect(try await store.count(of: query) == all.count)
        #expect(try await Self.paged(query.words, true, store) == all)
        #expect(try await Self.paged(query.words, false, store) == all)
    }

    /// The index has the first digits of a number; where the number changes or goes, so do they.
    @Test func aNumberThatChangesIsFoundByItsOwnDigits() async throws {
        let store = try SilatStore.inMemory(now: Office.noon)
        let office = try await Office(store)
        try await office.add("Siti Aminah", 1)
        let row = try #require(try await store.page(of: ParticipantQuery(words: "siti"), .first, count: 1).rows.first)
        let before = try #require(try await store.participant(row.id))
        let old = try #require(before.value.nik).digits.prefix(8)
        for nik in [try NIK("6308124505990001"), nil] {
            let last = try #require(try await store.participant(row.id))
            var person = last
            person.value.identity = nik.map(Identity.nik) ?? .none(reason: "belum punya")
            _ = try await store.perform(
                .editParticipant(person, basedOn: last, confirmed: Set(Doubt.allCases)), by: office.author)
            let new = nik.map { String($0.digits.prefix(8)) }
            for (digits, isFound) in [(String(old), false), (new ?? "630812", nik != nil)] {
                let found = try await store.page(of: ParticipantQuery(words: digits), .first, count: 9).rows
                #expect(found.map(\.id) == (isFound ? [row.id] : []), "\(digits)")
            }
            #expect(try await Self.findings(store).isEmpty)
        }
    }

    @Test func aFullDrawerIsDividedAsPeopleAreEntered() async throws {
        let office = try await Office(try SilatStore.inMemory(now: Office.noon))
        let people = Int(CardCatalogue.full) + 40
        for number in 0..<people {
            // No two names begin alike for long, so that there is something to divide by.
            try await office.add(
                "\(["Aminah", "Budi", "Siti", "Zainal"][number % 4]) \(Self.letters(number))", number + 1)
        }
        let drawers = try await Self.drawers(office.store)
        #expect(drawers.count > 1)
        #expect(drawers.reduce(0, +) == people)
        #expect(drawers.allSatisfy { $0 <= CardCatalogue.full })
        #expect(try await Self.findings(office.store).isEmpty)
        let siti = try await office.store.page(of: ParticipantQuery(words: "siti"), .first, count: people)
        #expect(siti.rows.count == people / 4)
        #expect(siti.rows.map(\.name.key) == siti.rows.map(\.name.key).sorted())
    }

    @Test func peopleOfOneNameStayInOneDrawer() async throws {
        let store = try SilatStore.inMemory(now: Office.noon)
        let office = try await Office(store)
        let people = Int(CardCatalogue.full) * 2 + 10
        try await store.takeIn(as: .importRoster, note: "", by: office.author, keep: true) { intake in
            for number in 1...people {
                _ = try intake.add(Office.person("Siti Aminah", nik: Office.nik(number)), doubts: [])
            }
        }
        try await office.add("Siti Aminah", people + 1)
        #expect(try await Self.drawers(store).contains(people + 1))
        #expect(try await Self.findings(store).isEmpty)
        for (place, name) in ["Rusidah", "Siti Aisyah", "Siti Aminah Binti Ali", "Yanti"].enumerated() {
            try await office.add(name, people + 2 + place)
        }
        let all = try await store.read { db in
            try Int64.fetchAll(
                db, sql: "SELECT id FROM participant WHERE name_key LIKE 'siti%' ORDER BY name_key, id")
        }
        for isForward in [true, false] {
            #expect(try await Self.paged("siti", isForward, store).map(\.id.rawValue) == all, "forward: \(isForward)")
        }
    }

    @Test func aNameThatChangesMovesItsCard() async throws {
        let store = try await Self.filled(2_500, seed: 5)
        let author = Author(name: "rina", desk: "meja1")
        let row = try #require(try await store.page(of: ParticipantQuery(words: "siti"), .first, count: 1).rows.first)
        let before = try #require(try await store.participant(row.id))
        var person = before
        person.value.name = PersonName("Zulkifli Zzyzx")!
        _ = try await store.perform(
            .editParticipant(person, basedOn: before, confirmed: Set(Doubt.allCases)), by: author)
        let found = try await store.page(of: ParticipantQuery(words: "zzyz"), .first, count: 9)
        #expect(found.rows.map(\.id) == [row.id])
        #expect(try await Self.findings(store).isEmpty)
        _ = try await store.perform(.undo, by: author)
        #expect(try await store.page(of: ParticipantQuery(words: "zzyz"), .first, count: 9).rows.isEmpty)
        #expect(try await Self.findings(store).isEmpty)
    }

    @Test func aCardInTheWrongDrawerIsFoundAndMended() async throws {
        let store = try await Self.filled(2_500, seed: 6)
        try await store.write { db in
            let last = try Int64.fetchOne(db, sql: "SELECT max(number) + 1 FROM card")
            try db.execute(
                sql: "UPDATE card SET number = ? WHERE number = (SELECT min(number) FROM card)", arguments: [last])
        }
        #expect(try await Self.findings(store).map(\.check) == [.searchIndex])
        try await store.write { try Repair(db: $0).perform(.searchIndex) }
        #expect(try await Self.findings(store).isEmpty)
    }

    private static func letters(_ number: Int) -> String {
        String(
            String(number, radix: 26).map {
                Character(UnicodeScalar(UInt8($0.wholeNumberValue ?? Int($0.asciiValue!) - 87) + 97))
            })
    }
}
