import Training
import Words

/// What organizers claimed, what became of people, and how equipment was found.
extension YearReportWriter {
    private typealias Line = (kind: ReportTable.Kind, name: String, cells: [String], bar: ReportBar?)

    // MARK: Organizers

    var organizers: ReportSection? {
        guard !report[.organizer].isEmpty else { return nil }
        let terms = words.terms
        let contributions = words.contributions
        let table = ReportTable(
            phrases.organizers, name: terms.organizer,
            [
                .init(contributions.claimed), .init(terms.people), .init(terms.enrollments, isWide: true),
                .init(contributions.difference),
            ], bars: phrases.barsOfClaim,
            rows: report.contributions.map(line) + [unnamed, organizersOverlap, organizersTotal].compactMap(\.self))
        return ReportSection(
            "organizers", phrases.organizers, lead: phrases.organizersLead(terms.rule(achievement.rule)),
            tables: [table], remarks: [unclaimed].compactMap(\.self))
    }

    /// Those who reported nothing: their names are part of the whole's difference and of no line's.
    private var unclaimed: String? {
        let silent = report.contributions.filter { $0.claim == nil && $0.named.enrollments > 0 }
        guard !silent.isEmpty else { return nil }
        let named = silent.map { $0.named.by($0.rule) }.reduce(0, +)
        return phrases.unclaimed(number(silent.count), "\(number(named)) \(words.terms.rule(achievement.rule))")
    }

    private func line(_ contribution: Contribution) -> Line {
        let name = contribution.organizer.value.name
        let claimed = contribution.claim?.count
        let named = contribution.named
        let full = report.contributions.map { max($0.claim?.count ?? 0, $0.named.by($0.rule)) }.max() ?? 0
        return (
            .line, name,
            [claimed.map(number) ?? words.terms.none, number(named.people), number(named.enrollments)]
                + [signed(contribution.difference)],
            ReportBar(
                named.by(contribution.rule), mark: claimed, full: full,
                spoken: phrases.barOfClaim(name, number(named.by(contribution.rule)), claimed.map(number)))
        )
    }

    /// Those whose program names no organizer: nobody claims them.
    private var unnamed: Line? {
        report[.organizer].first { $0.code.isEmpty }.map { total in
            let none = words.terms.none
            return (
                .line, phrases.noOrganizer, [none, number(total.people), number(total.enrollments), none], nil
            )
        }
    }

    /// What several organizers claim of the same people is a difference too, which no single line shows.
    private var organizersOverlap: Line? {
        let count = report[.organizer].overlap(beyond: achievement.people)
        guard count != 0 else { return nil }
        return (
            .overlap, words.contributions.overlap,
            ["", number(-count), "", achievement.rule == .people ? signed(count) : ""], nil
        )
    }

    private var organizersTotal: Line {
        let claims = report.contributions.compactMap(\.claim?.count)
        let claimed = claims.isEmpty ? nil : claims.reduce(0, +)
        return (
            .total, words.contributions.total,
            [
                claimed.map(number) ?? words.terms.none, number(achievement.people), number(achievement.enrollments),
                signed(claimed.map { $0 - achievement.count }),
            ], nil
        )
    }

    private func signed(_ difference: Int?) -> String {
        difference.map { ($0 > 0 ? "+" : "") + number($0) } ?? words.terms.none
    }

    // MARK: Outcomes

    var outcomes: ReportSection {
        let ladder = report.ladder
        let table = ReportTable(
            phrases.outcomes, name: words.outcomes.stepHeading,
            [
                .init(words.terms.people), .init(phrases.ofTookPart), .init(phrases.ofReached), .init(phrases.ofDue),
            ], bars: phrases.barsOfTookPart,
            rows: OutcomeLadder.Step.allCases.map { step in line(step, of: ladder) })
        return ReportSection(
            "outcomes", phrases.outcomes, lead: phrases.outcomesLead, tables: [table],
            remarks: [rates(of: ladder), workers(of: ladder)].compactMap(\.self)
                + [OutcomeLadder.Step.due, .reached, .using, .standing].map { words.outcomes.meaning($0) + "." })
    }

    private func line(_ step: OutcomeLadder.Step, of ladder: OutcomeLadder) -> Line {
        let none = words.terms.none
        let isResult = [.using, .working, .selfEmployed, .standing].contains(step)
        let name = words.monitoring.step(step)
        let count = ladder[step]
        return (
            isResult ? .part : .line, name,
            [
                number(count), percent(Percent(count, of: ladder[.tookPart])),
                isResult ? percent(Percent(count, of: ladder[.reached])) : none,
                isResult || step == .reached ? percent(Percent(count, of: ladder[.due])) : none,
            ],
            ReportBar(
                count, full: ladder[.tookPart],
                spoken: phrases.barOfCount(name, "\(number(count)) \(words.terms.rule(.people))"))
        )
    }

    /// The share who use the training, with both denominators and with bounds.
    private func rates(of ladder: OutcomeLadder) -> String {
        guard let reached = ladder.usingOfReached, let least = ladder.usingOfDue, let most = ladder.usingAtMost,
            let sentence = words.outcomes.ring(
                words.language.wholePercent(reached), words.language.wholePercent(from: least, to: most)
            ).first
        else { return words.outcomes.ringEmpty.capitalizedSentence }
        return sentence.capitalizedSentence
    }

    private func workers(of ladder: OutcomeLadder) -> String? {
        ladder.workersAbsorbed > 0 ? phrases.workers(number(ladder.workersAbsorbed)) : nil
    }

    // MARK: Equipment

    var equipment: ReportSection {
        let counts = report.equipment
        guard counts.items > 0 else {
            return ReportSection("equipment", phrases.equipment, remarks: [phrases.noEquipment])
        }
        let found = Equipment.Condition.allCases.map { (words.monitoring.condition($0), counts.conditions[$0] ?? 0) }
        let rows = (found + [(phrases.neverChecked, counts.neverChecked)]).map { name, count -> Line in
            (
                .line, name, [number(count), percent(Percent(count, of: counts.items))],
                ReportBar(count, full: counts.items, spoken: phrases.barOfCount(name, number(count)))
            )
        }
        let total: Line = (
            .total, words.totals.total, [number(counts.items), percent(Percent(counts.items, of: counts.items))], nil
        )
        let table = ReportTable(
            phrases.equipment, name: words.monitoring.conditionLabel,
            [.init(words.outcomes.equipmentShort), .init(words.terms.percent)], bars: phrases.barsOfAll,
            rows: rows + [total])
        return ReportSection(
            "equipment", phrases.equipment, lead: phrases.equipmentLead, tables: [table],
            remarks: [phrases.due(number(counts.due), number(counts.unchecked))])
    }
}

extension String {
    /// The text as a sentence of its own.
    fileprivate var capitalizedSentence: String { prefix(1).uppercased() + dropFirst() + "." }
}
