import ArgumentParser
import Exchange
import Foundation
import Store
import Training

/// `silat import`: takes a roster in.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "import", abstract: spoken.command.help.importRoster)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var form: FormatOption
    @Argument(help: ArgumentHelp(spoken.command.help.file))
    var file: String
    @Option(name: .customLong("class"), help: ArgumentHelp(spoken.command.help.importClass, valueName: "code"))
    var trainingClass: String?
    @Flag(help: ArgumentHelp(spoken.command.help.dryRun))
    var dryRun = false
    @Option(help: ArgumentHelp(spoken.command.help.rejects, valueName: "file"))
    var rejects: String?
    @Option(help: ArgumentHelp(spoken.roster.expectHelp, valueName: "n"))
    var expect: Int?
    @Option(help: ArgumentHelp(spoken.roster.sheetHelp, valueName: "name"))
    var sheet: String?
    @Option(help: ArgumentHelp(spoken.roster.senderHelp, valueName: "name"))
    var sender: String?
    @Option(
        name: .customLong("match"), parsing: .singleValue,
        help: ArgumentHelp(
            spoken.roster.matchHelp(RosterColumn.readable.map(\.rawValue).joined(separator: ", ")),
            valueName: "heading=column"))
    var matches: [HeadingMatch] = []

    func run() async throws {
        do {
            try await takeIn()
        } catch let flaw as RosterFlaw {
            throw failure(flaw)
        }
    }

    private func failure(_ flaw: RosterFlaw) -> Failure {
        Failure(flaw == .sheet(.noSuchFile) ? .noSuchFile : .refused, spoken.sentence(for: flaw, in: file))
    }

    private func takeIn() async throws {
        // A file that is no roster makes no silat file.
        var roster = try RosterFile(path: file, choices)
        if sender == nil { try roster.header.check() }
        if let rejects { try global.refuseOwnFile(rejects) }
        let desk = try desk()
        defer { desk.store.close() }
        if let sender {
            roster = try RosterFile(path: file, choices, known: try await desk.store.columns(of: sender))
            try roster.header.check()
        }
        try await sayFirst(of: roster, desk)
        let line =
            if let trainingClass { try await desk.store.trainingClass(code: trainingClass) } else { ClassLine?.none }
        let report = ImportReport(form.format, spoken, say: say)
        let outcome = try await take(roster, into: line, report, desk)
        if !dryRun, let sender { try await desk.store.keepColumns(roster.header.meanings, of: sender) }
        try finish(report, outcome, line, desk)
    }

    private var choices: RosterChoices {
        RosterChoices(
            sheet: sheet,
            columns: Dictionary(matches.map { ($0.heading, $0.column) }, uniquingKeysWith: { _, last in last }),
            sender: sender)
    }

    private func take(
        _ roster: RosterFile, into line: ClassLine?, _ report: ImportReport, _ desk: Desk
    ) async throws -> ImportOutcome {
        var plan = ImportPlan(path: file, choices: choices, into: line?.trainingClass.id)
        plan.isRehearsal = dryRun
        plan.unsettled = .kept
        plan.expected = expect
        let rejectsFile = try rejects.map { try RejectsFile($0, of: roster) }
        let outcome = try await desk.store.takeIn(
            as: .importRoster, note: roster.note, by: desk.author, keep: !dryRun
        ) { [plan, today = desk.today] intake in
            let reading = RosterImport(roster, plan, into: line?.trainingClass, words: spoken, today: today)
            let outcome = try reading.run(
                intake,
                refuse: { rejection, record in
                    try report.add(rejection)
                    try rejectsFile?.add(record, rejection)
                })
            try roster.checkUnchanged()
            // The rejects must be safe before the rest is kept.
            try rejectsFile?.secure()
            return outcome
        }
        try rejectsFile?.keep()
        return outcome
    }

    /// What there is to know before anything is read.
    private func sayFirst(of roster: RosterFile, _ desk: Desk) async throws {
        if !roster.header.extras.isEmpty {
            say(spoken.command.extraColumns(roster.header.extras.joined(separator: ", ").strippedOfControls))
        }
        let others = roster.sheets.filter { $0 != roster.sheet }
        if let sheet = roster.sheet, !others.isEmpty {
            say(spoken.roster.otherSheets(sheet.strippedOfControls, others.joined(separator: ", ").strippedOfControls))
        }
        if let earlier = try await desk.store.imports(hash: roster.hash).first {
            say(spoken.roster.importedBefore(.today(earlier.time), earlier.author.name))
        }
    }

    private func finish(
        _ report: ImportReport, _ outcome: ImportOutcome, _ line: ClassLine?, _ desk: Desk
    ) throws {
        let counts = outcome.counts
        if dryRun { say(spoken.command.dryRun) }
        if !outcome.notes.isEmpty {
            say(spoken.roster.notesPassedOver(outcome.notes.map(String.init).joined(separator: ", ")))
        }
        sayTotals(outcome)
        report.sayWhatToSettle(counts, class: line)
        if let rejects, counts.rejected > 0 {
            say(spoken.command.rejectsWritten(spoken.language.number(counts.rejected), rejects))
        }
        do {
            try report.write(counts, hasClass: line != nil, .spoken, to: desk.output)
        } catch OutputFailure.readerLeft {
            // That nobody reads the figures does not make the refused rows good.
        }
        if counts.rejected > 0 || outcome.missesTotal { throw Failure(.refused, nil) }
    }

    private func sayTotals(_ outcome: ImportOutcome) {
        let (counts, number) = (outcome.counts, spoken.language.number)
        say(
            spoken.roster.sum(
                number(counts.read), number(counts.added), number(counts.matched), number(counts.rejected)))
        guard let said = outcome.controlTotal else { return }
        say(
            outcome.missesTotal
                ? spoken.exchange.wrongTotal(counts.read, said) : spoken.roster.totalAgrees(number(said)))
    }

    /// The file; where there is none and nothing is to be kept, one in memory instead of a new one on disk.
    private func desk() throws -> Desk {
        if dryRun, !FileManager.default.fileExists(atPath: global.path) {
            return Desk(try SilatStore.inMemory(), global)
        }
        return try Desk(global, .create)
    }
}

/// What a heading of the file is taken for, as an argument: `No. Identitas=nik`.
struct HeadingMatch: ExpressibleByArgument {
    let heading: String
    let column: RosterColumn?

    init?(argument: String) {
        guard let sign = argument.lastIndex(of: "=") else { return nil }
        heading = String(argument[..<sign])
        let name = argument[argument.index(after: sign)...]
        column = RosterColumn(rawValue: String(name)) ?? RosterColumn(heading: String(name))
        guard name.isEmpty || column.map(RosterColumn.readable.contains) ?? false else { return nil }
    }
}

extension GlobalOptions {
    /// Output must not take the place of the silat file.
    func refuseOwnFile(_ path: String) throws {
        var (ours, theirs) = (stat(), stat())
        guard stat(self.path, &ours) == 0, stat(path, &theirs) == 0, ours.st_dev == theirs.st_dev,
            ours.st_ino == theirs.st_ino
        else { return }
        throw Failure(.cannotWrite, spoken.command.sameFile(path))
    }
}
