import Keyboard
import Training
import Words

/// The dry run and its counts, the import itself, and what came of it.
extension RosterImportModel {
    // Running

    mutating func rehearse(_ context: Context) -> [Effect] { begin(.rehearsal, Purpose.rehearsal) }

    private mutating func begin(_ kind: Job.Kind, _ purpose: String) -> [Effect] {
        guard let plan = plan(isRehearsal: kind == .rehearsal) else { return [] }
        trouble = nil
        let ticket = tickets.take(purpose)
        job = Job(kind: kind, ticket: ticket)
        return [.takeIn(ticket, plan)]
    }

    private func plan(isRehearsal: Bool) -> ImportPlan? {
        guard let path else { return nil }
        var plan = ImportPlan(path: path, choices: choices, into: trainingClass?.trainingClass.id)
        plan.isRehearsal = isRehearsal
        plan.hash = preview?.hash
        plan.places = places.compactMapValues { choice in
            if case .residence(let residence) = choice { residence } else { nil }
        }
        plan.rows = rows
        plan.expected = expected
        // Where the number of names is off, the clerk has seen it in the dry run and was asked.
        plan.takesAnyTotal = isRehearsal || outcome?.missesTotal == true
        plan.rejectsPath = isRehearsal ? nil : rejectsPath
        return plan
    }

    /// Stops what is under way. It may still be done before it hears of that.
    mutating func stop() -> [Effect] {
        guard let running = job, !running.isStopping else { return [] }
        early = []
        job?.isStopping = true
        return [.stop(running.ticket)]
    }

    // The dry run

    mutating func rehearsed(_ outcome: ImportOutcome, _ context: Context) -> [Effect] {
        self.outcome = outcome
        isStale = false
        pile(outcome.doubts)
        pile(outcome.placeDoubts)
        refusals = ItemList(outcome.rejections, rows: refusals.rows)
        lineUpCounts()
        // The first thing that needs the clerk, else the way on.
        let first: CountLine = openDoubts > 0 ? .doubts : openPlaces > 0 ? .places : .goOn
        countLines.select(countLines.items.firstIndex(of: first) ?? 0)
        fit(context)
        return []
    }

    /// The rows asked about: those of the last dry run, and those settled before it.
    private mutating func pile(_ found: [ImportDoubt]) {
        let listed = Set(found.map(\.row))
        // Somebody's record changed meanwhile: what was said of it was said of another.
        for doubt in found {
            if case .same(_, let onFile)? = rows[doubt.row], onFile != doubt.onFile { rows[doubt.row] = nil }
        }
        let settled = doubts.values.joined().filter { rows[$0.row] != nil && !listed.contains($0.row) }
        let all = (found + settled).sorted { $0.row < $1.row }
        doubts[.open] = all.filter(\.kind.mustBeSettled)
        doubts[.otherValues] = all.filter { !$0.kind.mustBeSettled }
    }

    private mutating func pile(_ found: [PlaceDoubt]) {
        let listed = Set(found.map(\.written))
        let settled = placeDoubts.filter { places[$0.written] != nil && !listed.contains($0.written) }
        placeDoubts = (found + settled).sorted { $0.firstRow < $1.firstRow }
    }

    mutating func lineUpCounts() {
        guard let outcome else { return }
        var lines: [CountLine] = [.goOn]
        if doubts[.open]?.isEmpty == false { lines.append(.doubts) }
        if !placeDoubts.isEmpty { lines.append(.places) }
        if doubts[.otherValues]?.isEmpty == false { lines.append(.otherValues) }
        if !outcome.rejections.isEmpty { lines.append(.refusals) }
        if outcome.counts.rejected > 0 { lines.append(.rejects) }
        countLines.replace(with: lines, sameness: \.self)
    }

    mutating func enterCounts(_ context: Context) -> [Effect] {
        switch countLines.selected {
        case .goOn, nil: return importNow(context)
        case .doubts: return open(.open, context)
        case .otherValues: return open(.otherValues, context)
        case .places: return openPlaces(context)
        case .refusals: push(.refusals, context)
        case .rejects: return edit(.rejects, rejectsPath)
        }
        return []
    }

    /// Imports, after asking where the clerk must know something.
    mutating func importNow(_ context: Context) -> [Effect] {
        guard let outcome, !isStale else { return rehearse(context) }
        guard outcome.counts.added + outcome.counts.matched > 0 else {
            return [.say(Notice(context.words.rosters.nothingToTake, .trouble))]
        }
        warnings = []
        if outcome.counts.undecided > 0 { warnings.append(.undecided(outcome.counts.undecided)) }
        if outcome.missesTotal, let said = outcome.controlTotal {
            warnings.append(.total(said: said, read: outcome.counts.read))
        }
        if let earlier = preview?.earlier.first { warnings.append(.importedBefore(earlier)) }
        return warnings.isEmpty ? goAhead() : []
    }

    /// Imports without asking any more.
    mutating func goAhead() -> [Effect] {
        warnings = []
        return begin(.importing, Purpose.importing)
    }

    // What came of it

    mutating func imported(_ outcome: ImportOutcome, _ context: Context) -> [Effect] {
        self.outcome = outcome
        rows = [:]
        places = [:]
        refusals = ItemList(outcome.rejections, rows: refusals.rows)
        resultLines = ItemList(outcome.rejections.isEmpty ? [.goOn] : [.goOn, .refusals], rows: ResultLine.count)
        steps = [.result]
        fit(context)
        return []
    }

    mutating func enterResult(_ context: Context) -> [Effect] {
        guard resultLines.selected != .refusals else {
            push(.refusals, context)
            return []
        }
        guard let trainingClass, rosterAhead != nil else { return [.close] }
        return [.replace(.roster(trainingClass.trainingClass.id))]
    }

    /// The class whose roster the last step leads to, where that is not what lies beneath.
    public var rosterAhead: Code? { opener == .roster ? nil : trainingClass?.trainingClass.value.code }

    /// How many doubts are not settled, of those that must be.
    public var openDoubts: Int { (doubts[.open] ?? []).count { rows[$0.row] == nil } }

    /// How many places are not settled.
    public var openPlaces: Int { placeDoubts.count { places[$0.written] == nil } }
}

extension RosterImportModel.ResultLine {
    fileprivate static let count = 2
}
