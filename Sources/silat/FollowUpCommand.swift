import ArgumentParser
import Exchange
import Store
import Training

/// `silat follow-up`: what became of people after a class.
struct FollowUpCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "follow-up", abstract: spoken.command.help.monitoring.followUp,
        subcommands: [Due.self, Show.self, Record.self, List.self])

    /// `silat follow-up due`
    struct Due: DeskCommand {
        static let configuration = CommandConfiguration(
            commandName: "due", abstract: spoken.command.help.monitoring.due)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var form: FormatOption
        @OptionGroup var people: PeopleOptions
        @Option(help: ArgumentHelp(spoken.command.help.kecamatan))
        var kecamatan: String?
        @Option(help: ArgumentHelp(spoken.command.help.desa))
        var desa: String?
        @Option(help: ArgumentHelp(spoken.command.help.monitoring.visitorFilter, valueName: "name"))
        var visitor: String?
        @Flag(help: ArgumentHelp(spoken.command.help.monitoring.all))
        var all = false

        var mode: SilatStore.Mode { .readWrite }
        var needs: Permission { .names }

        /// A code is given when its check is first listed, which writes; a file that can only be read is listed without.
        func run() async throws {
            let desk: Desk
            do {
                desk = try Desk(global, mode)
            } catch StoreFailure.readOnly where !people.reveal {
                desk = try Desk(global, .readOnly)
            }
            defer { desk.store.close() }
            try await desk.demand(needs)
            try await run(at: desk)
        }

        func run(at desk: Desk) async throws {
            let query = FollowUpQuery(
                region: try desk.region(kecamatan: kecamatan, desa: desa), visitor: visitor?.fieldText,
                states: all ? Set(DueFollowUp.State.allCases) : [.due, .late])
            let most = people.limit ?? .max
            // One more than asked for tells whether there are more.
            let found = try await desk.checks(query, year: global.year, count: most == .max ? most : most + 1)
            let checks = try await desk.withCodes(Array(found.prefix(most)))
            if people.reveal {
                _ = try await desk.store.perform(
                    .export(what: "follow-ups", count: checks.count, withNIK: true, reason: people.reason),
                    by: desk.author)
            }
            try desk.write(
                checks, form.format,
                Column.followUps(spoken, .tabalong, today: desk.today, reveal: people.reveal))
            if checks.count < found.count { say(spoken.command.moreThan(spoken.language.number(checks.count))) }
        }
    }

    /// `silat follow-up show`
    struct Show: DeskCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: spoken.command.help.monitoring.showCheck)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var form: FormatOption
        @Option(help: ArgumentHelp(spoken.command.help.monitoring.checkCode))
        var code: String

        var mode: SilatStore.Mode { .readOnly }
        var needs: Permission { .names }

        func run(at desk: Desk) async throws {
            let check = try await desk.store.followUp(code: try desk.label(code, .followUp), today: desk.today)
            try desk.write(
                [check], form.format, Column.followUps(spoken, .tabalong, today: desk.today, reveal: false))
        }
    }

    /// `silat follow-up record`
    struct Record: DeskCommand {
        static let configuration = CommandConfiguration(
            commandName: "record", abstract: spoken.command.help.monitoring.record)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var form: FormatOption
        @Option(help: ArgumentHelp(spoken.command.help.monitoring.checkCode))
        var code: String?
        @Option(name: .customLong("class"), help: ArgumentHelp(spoken.command.help.classCode, valueName: "code"))
        var trainingClass: String?
        @Option(help: ArgumentHelp(spoken.command.help.nik))
        var nik: String?
        @Option(help: ArgumentHelp(spoken.command.help.participantID))
        var id: String?
        @Option(help: ArgumentHelp(spoken.command.help.monitoring.mark, valueName: "months"))
        var mark: Int?
        @Option(help: ArgumentHelp(spoken.command.help.monitoring.date))
        var date: String?
        @Option(help: ArgumentHelp(spoken.command.help.monitoring.by, valueName: "visitor"))
        var by: String?
        @Option(help: ArgumentHelp(spoken.command.help.monitoring.how))
        var how: FollowUp.Method?
        @Flag(help: ArgumentHelp(spoken.command.help.monitoring.unreached))
        var unreached = false
        @Option(help: ArgumentHelp(spoken.command.help.monitoring.next, valueName: "date"))
        var next: String?
        @OptionGroup var details: OutcomeOptions
        @Option(help: ArgumentHelp(spoken.command.help.monitoring.note, valueName: "text"))
        var note: String?

        var mode: SilatStore.Mode { .readWrite }
        var needs: Permission { .entering }

        func validate() throws {
            let phrases = spoken.command.monitoring
            let isByClass = trainingClass != nil && (nik == nil) != (id == nil)
            let namesNone = trainingClass == nil && nik == nil && id == nil && mark == nil
            guard code == nil ? isByClass : namesNone else { throw ValidationError(phrases.checkOrClass) }
            if (details.outcome != nil) == unreached { throw ValidationError(phrases.outcomeOrUnreached) }
            if next != nil, !unreached { throw ValidationError(phrases.nextWithoutUnreached) }
            guard code == nil, mark == nil else { return }
            for (option, isGiven) in [("--unreached", unreached), ("--by", by != nil), ("--how", how != nil)]
            where isGiven {
                throw ValidationError(phrases.needsMark(option))
            }
        }

        func run(at desk: Desk) async throws {
            let subject = try await subject(desk)
            let date = try date.map(desk.date) ?? desk.today
            let receipt =
                if let mark = subject.mark {
                    try await desk.store.perform(
                        .recordFollowUp(try followUp(subject, mark, date, desk), found: details.fact), by: desk.author)
                } else if let fact = details.fact {
                    try await desk.store.perform(
                        .recordOutcome(
                            Outcome(enrollment: subject.enrollment, date: date, fact: fact, note: note?.fieldText)),
                        by: desk.author)
                } else {
                    throw ValidationError(spoken.command.monitoring.outcomeOrUnreached)
                }
            try await answer(desk, subject, date, receipt)
        }

        private func followUp(_ subject: Subject, _ mark: Int, _ date: CalendarDate, _ desk: Desk) throws -> FollowUp {
            FollowUp(
                enrollment: subject.enrollment, mark: mark, date: date,
                visitor: by?.fieldText ?? subject.visitor ?? "", method: how ?? .visit, isReached: !unreached,
                nextTry: try next.map(desk.date), note: note?.fieldText)
        }

        /// What is recorded of: an enrollment, and a check of it unless the outcome stands outside the schedule.
        private struct Subject {
            var enrollment: ID<Enrollment>
            var mark: Int?
            var name: String
            var trainingClass: Code
            var visitor: String?
        }

        private func subject(_ desk: Desk) async throws -> Subject {
            if let code {
                let check = try await desk.store.followUp(code: try desk.label(code, .followUp), today: desk.today)
                return Subject(
                    enrollment: check.enrollment, mark: check.mark, name: check.person.name.text,
                    trainingClass: check.trainingClass, visitor: check.visitor)
            }
            let joined = try await desk.store.trainingClass(code: trainingClass ?? "").trainingClass
            let person = try await desk.person(nik: nik, id: id)
            let lines = try await desk.store.enrollments(of: person.id)
            guard let line = lines.first(where: { $0.enrollment.value.trainingClass == joined.id }) else {
                throw Failure(
                    .refused, spoken.command.monitoring.notInClass(person.value.name.text, joined.value.code.text))
            }
            return Subject(
                enrollment: line.enrollment.id, mark: mark, name: person.value.name.text,
                trainingClass: joined.value.code, visitor: try await check(line.enrollment.id, mark, desk)?.visitor)
        }

        private func check(_ enrollment: ID<Enrollment>, _ mark: Int?, _ desk: Desk) async throws -> DueFollowUp? {
            let query = FollowUpQuery(states: Set(DueFollowUp.State.allCases), enrollment: enrollment)
            return try await desk.store.followUps(query, today: desk.today, count: .max).first { $0.mark == mark }
        }

        private func answer(_ desk: Desk, _ subject: Subject, _ date: CalendarDate, _ receipt: Receipt) async throws {
            let check = try await check(subject.enrollment, subject.mark, desk)
            let phrases = spoken.command.monitoring
            let attempts = check?.attempts ?? 0
            let isUnreachable = unreached && attempts >= FollowUp.attempts
            let found =
                details.fact.map(spoken.monitoring.fact)
                ?? phrases.attempt(attempts) + (isUnreachable ? "; \(phrases.unreachableNow)" : "")
            let sentence =
                subject.mark.map {
                    phrases.recorded(subject.name, subject.trainingClass.text, spoken.monitoring.mark($0), found)
                } ?? phrases.recordedOutside(subject.name, subject.trainingClass.text, found)
            let outcome = isUnreachable ? Outcome.Kind.unreachable : details.outcome
            try desk.answer(
                form.format, sentence,
                [
                    ("id", .text(receipt.record?.description)), ("code", .text(check?.code?.description)),
                    ("participant", .string(subject.name)), ("class", .string(subject.trainingClass.text)),
                    ("mark", .number(subject.mark)), ("date", .date(date)), ("reached", .bool(!unreached)),
                    ("outcome", .text(outcome?.rawValue)), ("attempts", .int(attempts)),
                ])
        }
    }

    /// `silat follow-up list`
    struct List: DeskCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: spoken.command.help.monitoring.listFollowUps)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var form: FormatOption
        @Option(help: ArgumentHelp(spoken.command.help.nik))
        var nik: String?
        @Option(help: ArgumentHelp(spoken.command.help.participantID))
        var id: String?

        var mode: SilatStore.Mode { .readOnly }
        var needs: Permission { .names }

        func validate() throws {
            if (nik == nil) == (id == nil) { throw ValidationError(spoken.command.nikOrID) }
        }

        func run(at desk: Desk) async throws {
            let person = try await desk.person(nik: nik, id: id)
            let path = try await desk.store.path(of: person.id)
            var checks: [(trainingClass: Code, done: FollowUp)] = []
            for line in try await desk.store.enrollments(of: person.id) {
                let done = try await desk.store.followUps(of: line.enrollment.id)
                checks += done.map { (line.trainingClass.code, $0.value) }
            }
            if form.format == .table, !path.isEmpty {
                let sentences = spoken.sentences(for: path).map(\.strippedOfControls)
                try desk.output.write(sentences.joined(separator: "\n") + "\n\n")
            }
            try desk.write(PathLine.lines(path: path, checks: checks), form.format, Column.path(spoken))
        }
    }
}
