import Training

/// Decides how made-up enrollments stand on the last day of the fiscal year.
struct SampleEnrollments {
    let lastDay: CalendarDate
    /// Certificates given out, by class.
    private var certificates: [Int]

    init(lastDay: CalendarDate, classes: Int) {
        self.lastDay = lastDay
        certificates = Array(repeating: 0, count: classes)
    }

    /// How the first class of somebody stands: always one that counts.
    ///
    /// - Parameter index: the class's place, which makes the certificate's number.
    mutating func counted(
        _ planned: SampleSchedule.PlannedClass, index: Int, code: Code, track: Track,
        _ random: inout SeededGenerator
    ) -> EnrollmentStanding {
        if planned.end > lastDay { return .attending(on: planned.start) }
        guard random.chance(track.certified) else { return .completed(on: planned.end) }
        certificates[index] += 1
        return .certified(
            on: min(planned.end.adding(days: random.within(3...14)), lastDay),
            number: "\(code)/\(certificates[index])/\(lastDay.year)")
    }

    /// How a further class of somebody stands: most count, some are given up, and one still to begin is waited for.
    mutating func further(
        _ planned: SampleSchedule.PlannedClass, index: Int, code: Code, track: Track,
        _ random: inout SeededGenerator
    ) -> EnrollmentStanding {
        if planned.start > lastDay {
            let asked = lastDay.adding(days: -random.within(0...20))
            return random.chance(92) ? .registered(on: asked) : .cancelled(on: asked)
        }
        switch random.below(100) {
        case ..<8:
            return .cancelled(on: planned.start.adding(days: -random.within(1...9)))
        case ..<20:
            let last = min(planned.end, lastDay).daysSince1970 - planned.start.daysSince1970
            return .dropped(
                on: planned.start.adding(days: random.within(0...last)), reason: random.pick(Self.reasons))
        default: return counted(planned, index: index, code: code, track: track, &random)
        }
    }

    private static let reasons = [
        "Diterima bekerja", "Sakit", "Pindah domisili", "Urusan keluarga", "Tidak ada angkutan", "Melahirkan",
        "Musim panen",
    ]
}

extension Track {
    /// How many of a hundred who finish are certified.
    fileprivate var certified: Int {
        switch self {
        case .community: 12
        case .competency: 74
        case .nonCompetency: 35
        }
    }
}
