import Store
import Synchronization
import Training

extension Benchmark {
    /// What changes the file. Each is taken back, so that all cases meet the same file.
    static let changes: [Benchmark] = [
        Benchmark("save of somebody with a class", .growth(3)) { file in
            let time = try await timed { try await add(to: file) }
            try await undo(at: file)
            return time
        },
        Benchmark("undo of that", .growth(3)) { file in
            try await add(to: file)
            return try await timed { try await undo(at: file) }
        },
        Benchmark("change of a status", .growth(3)) { file in
            guard let line = try await file.store.roster(of: try await file.trainingClass).first else { return .zero }
            let standing = EnrollmentStanding.registered(on: line.enrollment.value.standing.date)
            let time = try await timed {
                _ = try await file.store.perform(
                    .setStanding([line.enrollment.id], standing), by: MeasuredFile.author)
            }
            try await undo(at: file)
            return time
        },
        Benchmark("move of a class by a month") { file in
            guard var line = try await file.store.trainingClass(try await file.trainingClass)?.trainingClass else {
                return .zero
            }
            line.value.start = line.value.start.adding(days: -31)
            let moved = line
            let time = try await timed {
                _ = try await file.store.perform(.editClass(moved), by: MeasuredFile.author)
            }
            try await undo(at: file)
            return time
        },
        Benchmark("a program's other track") { file in
            var program = try await file.store.program(code: MeasuredFile.program).program
            program.value.track = program.value.track == .community ? .competency : .community
            let edited = program
            let time = try await timed {
                _ = try await file.store.perform(.editProgram(edited), by: MeasuredFile.author)
            }
            try await undo(at: file)
            return time
        },
    ]

    private static func timed(_ body: () async throws -> Void) async throws -> Duration {
        try await ContinuousClock().measure(body)
    }

    private static func add(to file: MeasuredFile) async throws {
        let action = Action.addParticipant(
            try somebody(), in: try await file.trainingClass, confirmed: Set(Doubt.allCases))
        _ = try await file.store.perform(action, by: MeasuredFile.author)
    }

    private static func undo(at file: MeasuredFile) async throws {
        _ = try await file.store.perform(.undo, by: MeasuredFile.author)
    }

    private static let serials = Mutex(0)

    /// A woman older than anybody in made-up data, so that her NIK is free.
    private static func somebody() throws -> Participant {
        let serial = serials.withLock { serial in
            serial += 1
            return serial
        }
        let (day, number) = (serial / 9_000 % 28 + 1, serial % 9_000 + 1)
        guard let birthDate = CalendarDate(year: 1950, month: 5, day: day), let name = PersonName("Siti Rahmah") else {
            throw Refusal.invalid(.birthDate)
        }
        let nik = 6_309_060_005_500_000 + Int64(40 + day) * 100_000_000 + Int64(number)
        return Participant(
            identity: .nik(try NIK(number: nik)),
            name: name, birthDate: birthDate, sex: .female, residence: .desa(MeasuredFile.desa))
    }
}
