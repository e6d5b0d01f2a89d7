import Training

/// Fills the planned classes with people, class by class, and sends some of them to a second one.
struct SampleAttendance {
    /// A class as it was put on file.
    struct Run {
        let id: ID<TrainingClass>
        let code: Code
    }

    private let schedule: SampleSchedule
    private var classes: [SampleSchedule.PlannedClass]
    private let runs: [Run]
    private let places: SamplePlaces
    private(set) var people: SamplePeople
    private var enrollments: SampleEnrollments
    /// Who completed their first class, where somebody wants to know: memory grows with them.
    private(set) var graduates: [SampleGraduate]?

    init(schedule: SampleSchedule, classes: [Run], places: SamplePlaces, firstSerial: Int, collects: Bool) {
        graduates = collects ? [] : nil
        self.schedule = schedule
        self.classes = schedule.classes
        self.places = places
        runs = classes
        people = SamplePeople(year: schedule.year, places: places, firstSerial: firstSerial)
        enrollments = SampleEnrollments(lastDay: schedule.lastDay, classes: classes.count)
    }

    /// Makes `count` people up and enrols each in a class that counts.
    mutating func fill(_ count: Int, _ intake: any Intake, _ random: inout SeededGenerator) throws {
        var index = 0
        for number in 0..<count {
            while classes[index].forNewcomers == 0 { index += 1 }
            classes[index].forNewcomers -= 1
            let participant = try people.participant(
                kecamatan: classes[index].kecamatan, women: kind(of: index).women,
                home: dueHome(number, of: count), &random)
            let id = try intake.add(participant, doubts: [])
            let standing = enrollments.counted(
                classes[index], index: index, code: runs[index].code, track: kind(of: index).track, &random)
            let enrollment = try intake.enroll(id, in: runs[index].id, standing: standing)
            if standing.status != .attending, let enrollment {
                let graduate = SampleGraduate(
                    participant: id, enrollment: enrollment, end: classes[index].end, program: kind(of: index))
                graduates?.append(graduate)
            }
            if random.chance(23) { try enrolAgain(id, after: index, intake, &random) }
        }
    }

    private func kind(of index: Int) -> SampleProgram { schedule.programs[classes[index].program].kind }

    /// The desa whose turn it is, so that with enough people none is left out; `nil` for most people.
    private func dueHome(_ number: Int, of count: Int) -> SamplePlaces.Home? {
        let places = places.everyDesa
        let turn = number * places.count / count
        guard number == 0 || (number - 1) * places.count / count < turn else { return nil }
        return places[turn]
    }

    /// A second class of another program, at another time, that has a seat to spare; none is found now and then.
    private mutating func enrolAgain(
        _ participant: ID<Participant>, after first: Int, _ intake: any Intake, _ random: inout SeededGenerator
    ) throws {
        for _ in 0..<40 {
            let other = random.below(classes.count)
            guard classes[other].forReturners > 0, classes[other].program != classes[first].program,
                classes[other].start > classes[first].end || classes[other].end < classes[first].start
            else { continue }
            classes[other].forReturners -= 1
            let standing = enrollments.further(
                classes[other], index: other, code: runs[other].code, track: kind(of: other).track, &random)
            _ = try intake.enroll(participant, in: runs[other].id, standing: standing)
            return
        }
    }
}
