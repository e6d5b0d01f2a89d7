/// One run of a program (Kelas).
public struct TrainingClass: Hashable, Sendable {
    /// A short code, unique on file.
    public var code: Code
    /// The program that is taught.
    public var program: ID<Program>
    /// The first day.
    public var start: CalendarDate
    /// The last day, not before the first.
    public var end: CalendarDate
    /// Where it is held.
    public var place: String?
    /// How many can take part; packages of 16 are usual. At least 1.
    public var seats: Int
    /// Who teaches.
    public var instructor: String?

    /// A class with everything on file about it.
    public init(
        code: Code, program: ID<Program>, start: CalendarDate, end: CalendarDate,
        place: String? = nil, seats: Int, instructor: String? = nil
    ) {
        self.code = code
        self.program = program
        self.start = start
        self.end = end
        self.place = place
        self.seats = seats
        self.instructor = instructor
    }
}
