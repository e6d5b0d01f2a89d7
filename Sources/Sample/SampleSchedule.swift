import Training

/// The programs and classes of a made-up year, planned until everybody has a seat.
struct SampleSchedule {
    /// A program to be put on file.
    struct PlannedProgram {
        let kind: SampleProgram
        let organizer: Int
        /// The kecamatan that all its classes are held in, where its organizer has one.
        let kecamatan: Int?
    }

    /// A class to be put on file, and who is to join it.
    struct PlannedClass {
        let program: Int
        let kecamatan: Int
        let start: CalendarDate
        let end: CalendarDate
        let seats: Int
        /// Seats for people who join their first class.
        var forNewcomers: Int
        /// Seats for people who have another class already.
        var forReturners: Int
    }

    let year: Int
    /// The day on which the data stand: the fiscal year's last.
    let lastDay: CalendarDate
    let programs: [PlannedProgram]
    /// The classes by first day. Those that begin after ``lastDay`` have no seats for newcomers.
    let classes: [PlannedClass]

    init(
        participants: Int, year: Int, organizers: SampleOrganizers, places: SamplePlaces,
        _ random: inout SeededGenerator
    ) throws(SampleDefect) {
        guard let lastDay = CalendarDate(year: year, month: 12, day: 31) else {
            throw SampleDefect(text: "year \(year)")
        }
        self.year = year
        self.lastDay = lastDay
        programs = Self.programs(count: Self.programCount(participants), organizers)
        let byWeight = Weighted(SampleProgram.all.enumerated().map { ($0.offset, $0.element.weight) })
        var classes: [PlannedClass] = []
        var newcomers = 0
        // Steps of the golden ratio reach every kecamatan in proportion, sooner than chance would.
        var turn = random.next()
        while newcomers < participants || classes.count < programs.count {
            let program =
                classes.count < programs.count
                ? classes.count : Self.anyProgram(random.pick(byWeight), of: programs.count, &random)
            turn &+= 0x9E37_79B9_7F4A_7C15
            let planned = Self.plan(
                program, programs[program], lastDay: lastDay, kecamatan: places.kecamatan.element(share: turn),
                carriedOver: classes.count >= programs.count, &random)
            newcomers += planned.forNewcomers
            classes.append(planned)
        }
        self.classes = classes.enumerated()
            .sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }.map(\.element)
    }

    /// Few programs for a few people, some forty for a regency's year, and one for every thousand beyond.
    private static func programCount(_ participants: Int) -> Int {
        max(min(max(participants / 50, 3), SampleProgram.all.count), participants / 1_000)
    }

    private static func programs(
        count: Int, _ organizers: SampleOrganizers
    ) -> [PlannedProgram] {
        var turns: [Organizer.Kind: Int] = [:]
        return (0..<count).map { number in
            let kind = SampleProgram.all[number % SampleProgram.all.count]
            let suited = organizers.indices(of: kind.held, teaching: kind.vocation)
            let organizer = suited[turns[kind.held, default: 0] % suited.count]
            turns[kind.held, default: 0] += 1
            return PlannedProgram(
                kind: kind, organizer: organizer, kecamatan: organizers.bodies[organizer].kecamatan)
        }
    }

    /// One of the programs of a kind; where there is none of it yet, any.
    private static func anyProgram(_ kind: Int, of count: Int, _ random: inout SeededGenerator) -> Int {
        guard kind < count else { return random.below(count) }
        let repeats = (count - 1 - kind) / SampleProgram.all.count
        return kind + SampleProgram.all.count * random.below(repeats + 1)
    }

    private static func plan(
        _ program: Int, _ planned: PlannedProgram, lastDay: CalendarDate, kecamatan: Int, carriedOver: Bool,
        _ random: inout SeededGenerator
    ) -> PlannedClass {
        let days = random.within(planned.kind.days)
        let start = firstDay(
            days: days, lastDay: lastDay, mayCarryOver: carriedOver && planned.kind.funding.outlivesYear, &random)
        let seats = random.pick(planned.kind.sizes)
        let taken = seats * random.within(84...100) / 100
        let returners = start > lastDay ? taken * 3 / 4 : taken * random.within(14...24) / 100
        return PlannedClass(
            program: program, kecamatan: planned.kecamatan ?? kecamatan, start: start,
            end: start.adding(days: days - 1), seats: seats,
            forNewcomers: start > lastDay ? 0 : taken - returners, forReturners: returners)
    }

    /// A Monday, mostly in the middle of the year. What the regency and the state pay for ends by 20 December;
    /// companies and course providers may run into January, or begin there.
    private static func firstDay(
        days: Int, lastDay: CalendarDate, mayCarryOver: Bool, _ random: inout SeededGenerator
    ) -> CalendarDate {
        if mayCarryOver, random.chance(30) {
            return random.chance(50)
                ? monday(lastDay.adding(days: -random.below(days)))
                : monday(lastDay.adding(days: random.within(12...30)))
        }
        let earliest = lastDay.adding(days: -354)
        let room = 354 - 11 - days
        return monday(earliest.adding(days: random.aroundMiddle(of: 7...room)))
    }

    /// The Monday of a day's week; 1 January 1970 was a Thursday.
    private static func monday(_ date: CalendarDate) -> CalendarDate {
        let days = date.daysSince1970
        return CalendarDate(daysSince1970: days - ((days + 3) % 7 + 7) % 7)
    }
}

extension Funding {
    /// Whether it may be spent after the fiscal year: public money may not.
    fileprivate var outlivesYear: Bool { self == .csr || self == .selfFunded }
}
