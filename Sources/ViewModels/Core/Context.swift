import Foundation
import Training
import Words

/// What every screen may look at and none may change by itself.
public struct Context: Sendable {
    /// The words on screen.
    public var words: Phrasebook
    /// Who sits at the desk.
    public var author: Author
    /// What the operator is to the office, and so what is shown and taken here.
    public var role: Role
    /// The fiscal year in view.
    public var year: Int
    /// Today at the desk.
    public var today: CalendarDate
    /// The desk's time zone, in which times of the log are shown.
    public var zone: TimeZone
    /// The places of the regency.
    public var gazetteer: Gazetteer
    /// How the year in view stands; `nil` until it is known.
    public var achievement: Achievement?
    /// How the last check was made that was recorded in this sitting.
    public var visit: CarriedVisit?
    /// The size of the terminal.
    public var columns: Int
    public var rows: Int

    /// The rows between the tabs and the bottom line, for the screen in front.
    public var bodyRows: Int { max(1, rows - 5) }

    public init(
        words: Phrasebook, author: Author, role: Role = .supervisor, year: Int, today: CalendarDate,
        zone: TimeZone = .current, gazetteer: Gazetteer = .tabalong, achievement: Achievement? = nil,
        visit: CarriedVisit? = nil, columns: Int = 80, rows: Int = 24
    ) {
        self.words = words
        self.author = author
        self.role = role
        self.year = year
        self.today = today
        self.zone = zone
        self.gazetteer = gazetteer
        self.achievement = achievement
        self.visit = visit
        self.columns = columns
        self.rows = rows
    }
}
