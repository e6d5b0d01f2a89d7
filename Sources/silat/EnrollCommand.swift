import ArgumentParser
import Exchange
import Store
import Training

/// `silat enroll`: puts somebody into a class, or changes their status in it.
struct EnrollCommand: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "enroll", abstract: spoken.command.help.enroll)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var form: FormatOption
    @Option(name: .customLong("class"), help: ArgumentHelp(spoken.command.help.classCode, valueName: "code"))
    var trainingClass: String
    @Option(help: ArgumentHelp(spoken.command.help.nik, discussion: spoken.reveal.fromInput))
    var nik: String?
    @Option(help: ArgumentHelp(spoken.command.help.participantID))
    var id: String?
    @Option(help: ArgumentHelp(spoken.command.help.status))
    var status: EnrollmentStatus?
    @Option(help: ArgumentHelp(spoken.command.help.date))
    var date: String?
    @Option(help: ArgumentHelp(spoken.command.help.certificate, valueName: "number"))
    var certificate: String?
    @Option(help: ArgumentHelp(spoken.command.help.reason, valueName: "text"))
    var reason: String?
    @Flag(help: ArgumentHelp(spoken.command.help.confirm))
    var confirm = false

    var mode: SilatStore.Mode { .readWrite }
    var needs: Permission { .entering }

    func validate() throws {
        if (nik == nil) == (id == nil) { throw ValidationError(spoken.command.nikOrID) }
        if status == .certified, certificate?.fieldText == nil {
            throw ValidationError(spoken.command.certificateMissing)
        }
        if status == .dropped, reason?.fieldText == nil { throw ValidationError(spoken.command.reasonMissing) }
        if status == nil, date != nil || certificate != nil || reason != nil {
            throw ValidationError(spoken.command.statusMissing)
        }
    }

    func run(at desk: Desk) async throws {
        let joined = try await desk.store.trainingClass(code: trainingClass).trainingClass
        let person = try await desk.person(nik: nik, id: id)
        let standing = try standing(desk)
        let receipt = try await desk.store.perform(
            .enroll([person.id], in: joined.id, standing: standing, confirmed: confirm ? Set(Doubt.allCases) : []),
            by: desk.author)
        let wasThere = receipt.unchanged > 0
        if wasThere, let standing, let enrollment = try await enrollment(of: person.id, in: joined.id, desk) {
            _ = try await desk.store.perform(.setStanding([enrollment.id], standing), by: desk.author)
        }
        guard let now = try await enrollment(of: person.id, in: joined.id, desk) else { throw Refusal.gone }
        try answer(desk, person, joined.value.code, now, wasThere: wasThere)
    }

    private func answer(
        _ desk: Desk, _ person: Stored<Participant>, _ code: Code, _ enrollment: Stored<Enrollment>, wasThere: Bool
    ) throws {
        let standing = enrollment.value.standing
        let words = spoken.terms.status(standing.status)
        let unchanged = wasThere && status == nil
        let sentence = unchanged ? spoken.command.enrolledAlready : spoken.command.enrolled
        try desk.answer(
            form.format, sentence(person.value.name.text, code.text, words),
            [
                ("id", .string(enrollment.id.description)), ("participant_id", .string(person.id.description)),
                ("class", .string(code.text)), ("status", .string(standing.status.rawValue)),
                ("date", .date(standing.date)), ("already_enrolled", .bool(wasThere)),
            ])
    }

    private func standing(_ desk: Desk) throws -> EnrollmentStanding? {
        guard let status else { return nil }
        let day = try date.map(desk.date) ?? desk.today
        guard day <= desk.today || confirm else {
            throw Failure(.refused, spoken.command.confirm("\(day.onScreen): \(spoken.classes.inFuture)"))
        }
        return EnrollmentStanding(status, on: day, detail: status == .dropped ? reason : certificate)
    }

    private func enrollment(
        of person: ID<Participant>, in joined: ID<TrainingClass>, _ desk: Desk
    ) async throws -> Stored<Enrollment>? {
        try await desk.store.enrollments(of: person).map(\.enrollment).first { $0.value.trainingClass == joined }
    }
}
