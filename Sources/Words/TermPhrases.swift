import Training

/// The field's words, as DOMAIN names them.
public struct TermPhrases: Sendable {
    public let track: @Sendable (Track) -> String
    public let funding: @Sendable (Funding) -> String
    public let organizerKind: @Sendable (Organizer.Kind) -> String
    public let status: @Sendable (EnrollmentStatus) -> String
    public let sex: @Sendable (Sex) -> String
    public let education: @Sendable (Education) -> String
    public let doubt: @Sendable (Doubt) -> String
    public let step: @Sendable (Step.Kind) -> String
    public let stage: @Sendable (Target.Stage) -> String
    public let rule: @Sendable (CountingRule) -> String
    public let outside: String
    public let none: String

    public let nik: String
    public let noNIKReason: String
    public let name: String
    public let birthplace: String
    public let birthDate: String
    public let sexLabel: String
    public let kecamatan: String
    public let desa: String
    public let address: String
    public let phone: String
    public let educationLabel: String
    public let occupation: String
    public let trainingClass: String
    public let program: String
    public let organizer: String
    public let fundingLabel: String
    public let trackLabel: String
    public let vocation: String
    public let skkni: String
    public let pokirProposer: String
    public let pokirReference: String
    public let code: String
    public let title: String
    public let kind: String
    public let year: String
    public let start: String
    public let end: String
    public let place: String
    public let seats: String
    public let instructor: String
    public let statusLabel: String
    public let target: String
    public let people: String
    public let enrollments: String
    public let percent: String
    public let source: String
    public let sourceDate: String
    public let followUpMarks: String
    public let month: String
    public let age: String
    /// A group of ages, by its code.
    public let ageGroup: @Sendable (_ code: String) -> String
    public let women: String
    public let lastEntry: String
    public let certificateNumber: String
    public let dropReason: String
}
