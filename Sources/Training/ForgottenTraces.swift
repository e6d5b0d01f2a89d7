/// What stays on file of somebody whose personal data is replaced on lawful request, and where copies may be.
public struct ForgottenTraces: Hashable, Sendable {
    /// What the person is called on file now.
    public var name: String
    /// Whether the data was replaced already.
    public var isForgotten: Bool
    /// How many enrollments go on being counted.
    public var enrollments: Int
    /// How many checks and outcomes do, without notes, employers and businesses.
    public var followUps: Int
    /// When names left the file since the person was entered, the newest first: the person may be in those files.
    public var exports: [Step]

    public init(name: String, isForgotten: Bool, enrollments: Int, followUps: Int, exports: [Step]) {
        self.name = name
        self.isForgotten = isForgotten
        self.enrollments = enrollments
        self.followUps = followUps
        self.exports = exports
    }

    /// What stands in the place of a name, and of words about the person that may not be missing.
    public static let marker = "Dihapus atas permintaan"
}
