import Foundation
import GRDB
import Training

/// Looks for people who may be one among all on file.
///
/// Nobody is compared with everybody. What the rules look at is read once, into less than a hundred bytes a person, and sorted by one
/// key after the other, so that those who could be one stand beside each other: the numbers that are alike but for one digit, or two
/// swapped; those born on one day whose names begin or end alike; those with one telephone; namesakes of one village. Only neighbours
/// are compared.
struct LikelyDuplicates {
    private var people: [Person] = []
    private var letters: [UInt8] = []
    /// Pairs that were found to be two people.
    private var distinct: Set<Pair> = []
    private var found: [Pair: Likeness] = [:]
    /// How many were found, those that are no longer kept included.
    private var dropped = 0

    private struct Person {
        let id: Int64
        let traits: PersonTraits
        let name: UInt64
        let sound: UInt64
        let start: Int32
        let count: Int32
        /// Where the sound without a common first name begins.
        let core: Int32
    }

    /// Two people by their numbers, the lower first.
    struct Pair: Hashable {
        let one: Int64
        let other: Int64

        init(_ one: Int64, _ other: Int64) { (self.one, self.other) = (min(one, other), max(one, other)) }
    }

    /// How many pairs are kept while looking; the least likely go first.
    private static let kept = 20_000
    /// How often everybody is sorted: by five keys, and by each digit of the NIK and each two beside each other.
    private static let passes = 5 + 16 + 15
    /// In a crowd that is alike by a key, nobody is compared with more than so many.
    private static let crowd = 400

    // MARK: Reading

    /// Reads what the rules look at. Memory grows by less than a hundred bytes a person.
    init(db: Database, progress: (Double) -> Void) throws {
        let all = try Int.fetchOne(db, sql: "SELECT count(*) FROM participant") ?? 0
        people.reserveCapacity(all)
        letters.reserveCapacity(all * 14)
        let rows = try Row.fetchCursor(
            db, sql: "SELECT id, nik, name_key, birth_date, kecamatan, desa, phone, sex = 'P' FROM participant")
        while let row = try rows.next() {
            add(row)
            if people.count % 20_000 == 0 {
                try Task.checkCancellation()
                progress(Double(people.count) / Double(max(1, all)))
            }
        }
        distinct = try Set(
            Row.fetchAll(db, sql: "SELECT one, other FROM distinct_people").map { Pair($0["one"], $0["other"]) })
    }

    private mutating func add(_ row: Row) {
        let key: String = row[2]
        let sound = NameSound(key: key)
        let (kecamatan, phone): (Int64, String?) = (row[4], row[6])
        people.append(
            Person(
                id: row[0],
                traits: PersonTraits(
                    nik: row[1] ?? 0, birthDate: row[3],
                    kecamatan: kecamatan == Residence.outsideColumn ? 0 : Int32(truncatingIfNeeded: kecamatan),
                    desa: row[5] ?? 0, phone: phone.flatMap { Int64($0) } ?? 0, isWoman: row[7]),
                name: Self.hash(key.utf8), sound: Self.hash(sound.letters), start: Int32(letters.count),
                count: Int32(sound.letters.count), core: Int32(letters.count + sound.core.startIndex)))
        letters += sound.letters
    }

    /// FNV-1a: the same in every run, and quick.
    private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }

    private static func hash(_ numbers: UInt64...) -> UInt64 {
        numbers.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ $1 ^ $1 >> 29) &* 0x9e37_79b9_7f4a_7c15 }
    }

    // MARK: Comparing

    private func names(_ one: Person, _ other: Person) -> NameLikeness {
        if one.name == other.name { return .same }
        if one.sound == other.sound { return .sounding }
        return NameLikeness(
            letters[Int(one.start)..<Int(one.start + one.count)],
            letters[Int(other.start)..<Int(other.start + other.count)])
    }

    private mutating func compare(_ one: Person, _ other: Person) {
        let pair = Pair(one.id, other.id)
        guard one.id != other.id, found[pair] == nil else { return }
        let names = names(one, other)
        guard names != .other else { return }
        let likeness = Likeness(one.traits, other.traits, names: names)
        guard likeness.isLikely, !distinct.contains(pair) else { return }
        found[pair] = likeness
        if found.count > 2 * Self.kept { dropLeastLikely() }
    }

    private mutating func dropLeastLikely() {
        let best = found.sorted { ($0.value.rank, $1.key.one) > ($1.value.rank, $0.key.one) }.prefix(Self.kept)
        dropped += found.count - best.count
        found = Dictionary(uniqueKeysWithValues: best.map { ($0.key, $0.value) })
    }

    /// Compares one person with everybody.
    mutating func look(for id: Int64) throws {
        guard let one = people.first(where: { $0.id == id }) else { return }
        for other in people { compare(one, other) }
    }

    /// Compares all who could be one.
    mutating func lookEverywhere(progress: (Double) -> Void) throws {
        var passes = 0
        func done() throws {
            try Task.checkCancellation()
            passes += 1
            progress(Double(passes) / Double(Self.passes))
        }
        try compareNeighbours { $0.traits.birthDate == 0 ? nil : Self.hash(UInt64($0.traits.dateOrderless), $0.sound) }
        try done()
        try compareNeighbours { [letters] person in
            let beginning = letters[Int(person.core)..<Int(person.start + person.count)].prefix(3)
            return Self.hash(UInt64(person.traits.dateOrderless), Self.hash(beginning))
        }
        try done()
        try compareNeighbours { [letters] person in
            let end = letters[Int(person.start)..<Int(person.start + person.count)].suffix(4)
            return Self.hash(UInt64(person.traits.dateOrderless), Self.hash(end), 1)
        }
        try done()
        try compareNeighbours { $0.traits.phone == 0 ? nil : UInt64($0.traits.phone) }
        try done()
        try compareNeighbours { Self.hash(UInt64($0.traits.desa), $0.sound) }
        try done()
        var place: Int64 = 1
        for digit in 0..<16 {
            try compareNeighbours { Self.masking($0.traits.nik, place) }
            try done()
            guard digit < 15 else { continue }
            try compareNeighbours { Self.unordered($0.traits.nik, place) }
            try done()
            place *= 10
        }
    }

    /// A number without one of its digits.
    private static func masking(_ nik: Int64, _ place: Int64) -> UInt64? {
        nik == 0 ? nil : UInt64(nik - nik / place % 10 * place)
    }

    /// A number with two digits beside each other in the order of their size.
    private static func unordered(_ nik: Int64, _ place: Int64) -> UInt64? {
        let (right, left) = (nik / place % 10, nik / (place * 10) % 10)
        guard nik != 0, right != left else { return nil }
        return UInt64(nik + (min(left, right) - left) * place * 10 + (max(left, right) - right) * place)
    }

    /// Sorts by a key and compares those who have the same.
    private mutating func compareNeighbours(by key: (Person) -> UInt64?) throws {
        var keyed: [(key: UInt64, place: Int32)] = []
        keyed.reserveCapacity(people.count)
        for (place, person) in people.enumerated() {
            if let key = key(person) { keyed.append((key, Int32(place))) }
        }
        keyed.sort { ($0.key, $0.place) < ($1.key, $1.place) }
        try Task.checkCancellation()
        var first = 0
        while first < keyed.count {
            var end = first + 1
            while end < keyed.count, keyed[end].key == keyed[first].key { end += 1 }
            if end - first > 1 {
                for one in first..<end {
                    for other in one + 1..<max(one + 1, min(end, one + Self.crowd)) {
                        compare(people[Int(keyed[one].place)], people[Int(keyed[other].place)])
                    }
                }
            }
            first = end
        }
    }

    // MARK: What was found

    /// Adds those that clerks were asked about and left open, and puts all in order.
    func list(db: Database, of participant: ID<Participant>?, count: Int) throws -> DuplicateList {
        var found = found
        let open = try openDoubts(db: db, of: participant)
        for (pair, likeness) in open { found[pair] = likeness }
        let ordered = found.sorted { one, other in
            let (first, second) = (open[one.key] == nil ? 1 : 0, open[other.key] == nil ? 1 : 0)
            return (first, other.value.rank, one.key.one, one.key.other)
                < (second, one.value.rank, other.key.one, other.key.other)
        }
        let queries = Queries(db: db)
        let pairs = try ordered.prefix(count).compactMap { pair, likeness -> DuplicatePair? in
            guard let one = try queries.row(of: ID(pair.one)), let other = try queries.row(of: ID(pair.other)) else {
                return nil
            }
            let goesFirst = try isFirst(one, before: other, db)
            return DuplicatePair(
                one: goesFirst ? one : other, other: goesFirst ? other : one, likeness: likeness,
                isOpenDoubt: open[pair] != nil)
        }
        return DuplicateList(pairs: pairs, total: found.count + dropped)
    }

    /// The pairs that the open doubts are about.
    private func openDoubts(db: Database, of participant: ID<Participant>?) throws -> [Pair: Likeness] {
        let queries = Queries(db: db)
        let doubted = try Int64.fetchAll(
            db,
            sql: """
                SELECT DISTINCT participant FROM doubt WHERE kind IN ('nearlySameNIK', 'samePerson')
                ORDER BY participant DESC LIMIT 2000
                """)
        var open: [Pair: Likeness] = [:]
        for id in doubted {
            guard let person = try queries.participant(ID(id)) else { continue }
            for near in try Lookalikes(db: db).find(person.value, except: person.id) {
                guard participant == nil || participant == person.id || participant == near.row.id,
                    let other = try queries.participant(near.row.id)
                else { continue }
                open[Pair(id, near.row.id.rawValue)] = Likeness(person.value, other.value)
            }
        }
        return open
    }

    /// Whether somebody rather stays than another: who has a NIK, has joined more, was entered first.
    private func isFirst(_ one: ParticipantRow, before other: ParticipantRow, _ db: Database) throws -> Bool {
        func weight(_ row: ParticipantRow) throws -> (Int, Int, Int64) {
            let joined =
                try Int.fetchOne(
                    db.cachedStatement(sql: "SELECT count(*) FROM enrollment WHERE participant = ?"),
                    arguments: [row.id.rawValue]) ?? 0
            return (row.nik == nil ? 1 : 0, -joined, row.id.rawValue)
        }
        return try weight(one) < weight(other)
    }
}

extension SilatStore {
    public func duplicates(
        of participant: ID<Participant>?, count: Int, progress: @Sendable @escaping (Double) -> Void
    ) async throws -> DuplicateList {
        progress(0)
        var search = try await read { try LikelyDuplicates(db: $0) { progress($0 / 2) } }
        if let participant {
            try search.look(for: participant.rawValue)
        } else {
            try search.lookEverywhere { progress(0.5 + $0 / 2) }
        }
        let found = search
        return try await read { try found.list(db: $0, of: participant, count: count) }
    }

    public func distinctPeople() async throws -> [DuplicatePair] {
        try await read { try MergedPeople(db: $0).distinctPairs() }
    }

    public func whoStays(for gone: ID<Participant>) async throws -> ID<Participant>? {
        try await read { try MergedPeople(db: $0).whoStays(for: gone.rawValue).map { ID($0) } }
    }
}
