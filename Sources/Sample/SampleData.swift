import Training

/// A made-up fiscal year: a target, organizers of all five kinds, programs in all three tracks, their classes, and
/// the people in them.
///
/// Everything follows from size, year and seed: the same three give the same data on every machine, on every day.
/// Every participant has taken part in the year, so that the headcount is the size asked for. Nothing in it
/// raises a doubt, and no class is overfull. Nobody in it exists.
public struct SampleData: Sendable {
    /// How many people.
    public let participants: Int
    /// The fiscal year.
    public let year: Int
    /// What the data are drawn from.
    public let seed: UInt64
    /// What tells the codes of this year from those of another in the same file; empty for the only one.
    private let series: String
    /// From where the serials of NIKs are counted, so that two years in one file never give the same NIK.
    private let firstSerial: Int

    /// The sizes that can be made.
    public static let sizes = 0...10_000_000

    /// Describes the data to be made; a size outside ``sizes`` becomes the nearest in it.
    public init(participants: Int, year: Int, seed: UInt64) {
        self.init(participants: participants, year: year, seed: seed, series: "", firstSerial: 0)
    }

    /// A year that stands in one file with others.
    init(participants: Int, year: Int, seed: UInt64, series: String, firstSerial: Int) {
        self.participants = min(max(participants, Self.sizes.lowerBound), Self.sizes.upperBound)
        self.year = year
        self.seed = seed
        self.series = series
        self.firstSerial = firstSerial
    }

    /// What was put on file.
    struct Made {
        /// The organizers, in the order of ``SampleOrganizers/bodies``.
        var organizers: [ID<Organizer>]
        var programs: [ID<Program>]
        /// The seats of all classes of each organizer.
        var seats: [Int]
        var people: SamplePeople
        /// Who completed their first class, where that was asked.
        var graduates: [SampleGraduate]
    }

    /// The year's target: the news report's 3.000 for its 11.630 people, and as much of any other size.
    public var target: Int { max(participants * 300 / 1_163, 1) }

    /// Writes everything, person by person; memory grows with the number of classes only.
    ///
    /// - Throws: ``Refusal/invalid(_:)`` where the year is not 2000–2100, and what the intake throws.
    public func fill(_ intake: any Intake) throws {
        guard (2000...2100).contains(year) else { throw Refusal.invalid(.year) }
        try intake.set(
            Target(
                year: year, count: target,
                source: "DPA-SKPD Dinas Tenaga Kerja Kabupaten Tabalong Tahun Anggaran \(year)"))
        _ = try fill(intake, organizers: nil)
    }

    /// Writes all but the target.
    ///
    /// - Parameter known: the organizers, where they are on file already.
    /// - Parameter collects: whether those who completed a class are told.
    func fill(_ intake: any Intake, organizers known: [ID<Organizer>]?, collects: Bool = false) throws -> Made {
        var random = SeededGenerator(seed: seed &+ UInt64(year) &* 0xD6E8_FEB8_6659_FD93)
        let gazetteer = Gazetteer.tabalong
        let places = SamplePlaces(gazetteer: gazetteer)
        let organizers = try SampleOrganizers(gazetteer: gazetteer)
        let schedule = try SampleSchedule(
            participants: participants, year: year, organizers: organizers, places: places, &random)
        let bodies = try known ?? organizers.bodies.map { try intake.add($0.organizer) }
        let programs = try add(schedule.programs, organizers: bodies, to: intake, &random)
        let classes = try add(schedule.classes, of: schedule, programs: programs, places: places, to: intake, &random)
        var attendance = SampleAttendance(
            schedule: schedule, classes: classes, places: places, firstSerial: firstSerial,
            collects: collects)
        try attendance.fill(participants, intake, &random)
        let seats = schedule.classes.reduce(into: Array(repeating: 0, count: bodies.count)) { seats, planned in
            seats[schedule.programs[planned.program].organizer] += planned.seats
        }
        return Made(
            organizers: bodies, programs: programs, seats: seats, people: attendance.people,
            graduates: attendance.graduates ?? [])
    }

    private func add(
        _ planned: [SampleSchedule.PlannedProgram], organizers: [ID<Organizer>], to intake: any Intake,
        _ random: inout SeededGenerator
    ) throws -> [ID<Program>] {
        var numbers: [Track: Int] = [:]
        return try planned.map { program in
            let kind = program.kind
            let number = numbers[kind.track, default: 0] + 1
            numbers[kind.track] = number
            let asked = kind.funding == .pokir
            return try intake.add(
                Program(
                    code: try .numbered("\(kind.prefix)\(series)", number, width: 2), title: kind.title, year: year,
                    track: kind.track, vocation: kind.vocation, organizer: organizers[program.organizer],
                    funding: kind.funding, skkni: kind.skkni,
                    pokirProposer: asked ? random.pick(SampleProgram.proposers) : nil,
                    pokirReference: asked ? "POKIR/\(year)/\(random.within(100...999))" : nil))
        }
    }

    private func add(
        _ planned: [SampleSchedule.PlannedClass], of schedule: SampleSchedule, programs: [ID<Program>],
        places: SamplePlaces, to intake: any Intake, _ random: inout SeededGenerator
    ) throws -> [SampleAttendance.Run] {
        let names = SampleNames()
        return try planned.enumerated().map { number, run in
            let code = try Code.numbered("K\(series)", number + 1, width: 3)
            let held = schedule.programs[run.program].kind.held
            let sex: Sex = random.chance(schedule.programs[run.program].kind.women) ? .female : .male
            let id = try intake.add(
                TrainingClass(
                    code: code, program: programs[run.program], start: run.start, end: run.end,
                    place: places.venue(for: held, kecamatan: run.kecamatan, &random), seats: run.seats,
                    instructor: random.chance(90) ? names.name(sex, pilgrim: false, &random) : nil))
            return SampleAttendance.Run(id: id, code: code)
        }
    }
}

/// A list in this module holds something that the field's rules refuse; tests draw from every list.
struct SampleDefect: Error {
    let text: String
}
