import Training
import Words

/// One of two records side by side, with what belongs to it.
public struct PersonBeside: Sendable, Equatable {
    public var person: Stored<Participant>
    public var enrollments: [EnrollmentLine]
    /// How many checks were recorded, and outcomes.
    public var followUps: Int
    public var outcomes: Int
    public var equipment: [Equipment]

    /// Everything on file about somebody; `nil` where nobody has this number.
    static func read(_ id: ID<Participant>, from store: any TrainingStore) async throws -> PersonBeside? {
        guard let person = try await store.participant(id) else { return nil }
        let enrollments = try await store.enrollments(of: id)
        var followUps = 0
        for line in enrollments { followUps += try await store.followUps(of: line.enrollment.id).count }
        let equipment = try await store.path(of: id).compactMap { step in
            if case .received(let equipment) = step.event { equipment } else { nil }
        }
        return PersonBeside(
            person: person, enrollments: enrollments, followUps: followUps,
            outcomes: try await store.outcomes(of: id).count, equipment: equipment)
    }

    /// The classes somebody is in, each with its status.
    public func classes(_ words: Phrasebook) -> String {
        enrollments.map {
            "\($0.trainingClass.code.text) \(words.terms.status($0.enrollment.value.standing.status))"
        }.joined(separator: ", ")
    }

    /// The codes of the classes somebody is in.
    var codes: [String] { enrollments.map(\.trainingClass.code.text) }
}
