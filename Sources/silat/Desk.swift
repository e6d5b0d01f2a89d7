import ArgumentParser
import Exchange
import Foundation
import Screens
import Sheets
import Store
import Terminal
import Training
import Words

/// What a command works with: the file, who asks, and where answers go.
struct Desk: Sendable {
    let store: SilatStore
    let author: Author
    let today: CalendarDate
    let output = Output.standard
    private let askedYear: Int?

    /// Opens the file of the global options.
    ///
    /// - Throws: `StoreFailure`
    init(_ options: GlobalOptions, _ mode: SilatStore.Mode) throws {
        if mode == .create, options.isDefaultPath {
            // Where this fails, opening the file says why.
            try? FileManager.default.createDirectory(
                atPath: (options.path as NSString).deletingLastPathComponent, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        }
        self.init(
            try SilatStore.open(
                at: options.path, mode: mode, whenWaiting: { say(spoken.waiting.forOthers) },
                whenBusy: { work in
                    switch work {
                    case .readingThrough: say(spoken.care.checkingForeign)
                    case .bringingUpToDate: say(spoken.care.bringingUpToDate)
                    }
                }), options)
    }

    /// A desk at a store that is open already.
    init(_ store: SilatStore, _ options: GlobalOptions) {
        self.store = store
        author = options.author
        today = .today()
        askedYear = options.year
    }

    /// The fiscal year asked for; else the newest that has a target, else this year.
    var year: Int {
        get async throws {
            if let askedYear { return askedYear }
            return try await store.newestTargetYear() ?? today.year
        }
    }

    /// Refuses what the operator's role may not do.
    func demand(_ permission: Permission) async throws {
        let role = try await store.role(of: author.name)
        guard role.may(permission) else { throw Refusal.notAllowed(role, permission) }
    }

    /// A list that goes to standard output.
    func list<Row: Sendable>(_ format: ListFormat, _ columns: [Column<Row>]) -> ListWriter<Row> {
        ListWriter(format, columns: columns, style: .spoken, to: output)
    }

    /// Writes all rows of a list.
    func write<Row: Sendable>(_ rows: [Row], _ format: ListFormat, _ columns: [Column<Row>]) throws {
        let list = list(format, columns)
        for row in rows { try list.add(row) }
        try list.finish()
        if rows.isEmpty { say(spoken.command.nothingFound) }
    }

    /// Answers a command that changed something: a sentence for people, a JSON object for programs.
    func answer(_ format: ListFormat, _ sentence: String, _ members: [(key: String, value: JSONValue)]) throws {
        switch format {
        case .json: try output.write(JSONValue.object(members).text + "\n")
        case .csv:
            try output.write(CSVDialect().row(members.map(\.key)))
            try output.write(CSVDialect().row(members.map { $0.value.cell }))
        case .table: say(sentence)
        }
    }
}

/// A command that works on the file.
protocol DeskCommand: AsyncParsableCommand {
    var global: GlobalOptions { get }
    /// What the command may do with the file.
    var mode: SilatStore.Mode { get }
    /// What the operator must be allowed to do before anything is read or written.
    var needs: Permission { get }
    /// Looks at what the command needs besides the file, before that is opened or made.
    func prepare() throws
    /// Does what was asked.
    func run(at desk: Desk) async throws
}

extension DeskCommand {
    func prepare() throws {}

    func run() async throws {
        try prepare()
        let desk = try Desk(global, mode)
        defer { desk.store.close() }
        try await desk.demand(needs)
        try await run(at: desk)
    }
}

/// The form in which a command gives its data.
struct FormatOption: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp(spoken.command.help.format))
    var format: ListFormat = .table
}

extension TableStyle {
    /// Tables as the spoken language writes them, in a terminal's columns.
    static let spoken = TableStyle(
        width: { $0.columns }, number: { silat.spoken.language.number($0) },
        percent: { silat.spoken.language.percent($0) },
        flag: { $0 ? silat.spoken.command.yes : silat.spoken.command.no })
}

extension Language: ExpressibleByArgument {}
extension ListFormat: ExpressibleByArgument {}
extension Track: ExpressibleByArgument {}
extension Funding: ExpressibleByArgument {}
extension Organizer.Kind: ExpressibleByArgument {}
extension EnrollmentStatus: ExpressibleByArgument {}
extension CountingRule: ExpressibleByArgument {}
extension Training.Dimension: ExpressibleByArgument {}
extension ParticipantQuery.Order: ExpressibleByArgument {}
