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
        let roster = try RosterFile(path: file)
        if !roster.header.extras.isEmpty {
            say(spoken.command.extraColumns(roster.header.extras.joined(separator: ", ")))
        }
        let rejectsFile = try rejects.map { path in
            try global.refuseOwnFile(path)
            return try RejectsFile(path, of: roster)
        }
        let desk = try desk()
        defer { desk.store.close() }
        let line =
            if let trainingClass { try await desk.store.trainingClass(code: trainingClass) } else { ClassLine?.none }
        let report = ImportReport(form.format, spoken, say: say)
        let counts = try await desk.store.takeIn(
            as: .importRoster, note: roster.note, by: desk.author, keep: !dryRun
        ) { [today = desk.today] intake in
            let roster = RosterImport(
                roster, into: line?.trainingClass, places: PlaceIndex(), words: spoken, today: today)
            let counts = try roster.run(intake) { rejection, record in
                try report.add(rejection)
                try rejectsFile?.add(record, reason: rejection.reason)
            }
            // The rejects must be safe before the rest is kept.
            try rejectsFile?.keep()
            return counts
        }
        try finish(report, counts, line, desk)
    }

    private func finish(_ report: ImportReport, _ counts: ImportCounts, _ line: ClassLine?, _ desk: Desk) throws {
        if dryRun { say(spoken.command.dryRun) }
        report.sayWhatToSettle(counts, class: line)
        if let rejects, counts.rejected > 0 {
            say(spoken.command.rejectsWritten(spoken.language.number(counts.rejected), rejects))
        }
        do {
            try report.write(counts, hasClass: line != nil, .spoken, to: desk.output)
        } catch OutputFailure.readerLeft {
            // That nobody reads the figures does not make the refused rows good.
        }
        if counts.rejected > 0 { throw Failure(.refused, nil) }
    }

    /// The file; where there is none and nothing is to be kept, one in memory instead of a new one on disk.
    private func desk() throws -> Desk {
        if dryRun, !FileManager.default.fileExists(atPath: global.path) {
            return Desk(try SilatStore.inMemory(), global)
        }
        return try Desk(global, .create)
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
