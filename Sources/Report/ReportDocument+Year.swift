import Foundation
import Training
import Words

extension ReportDocument {
    /// The report of a year in words.
    init(_ report: YearReport, _ words: Phrasebook, in zone: TimeZone) {
        let writer = YearReportWriter(report: report, words: words, zone: zone)
        let regency = Gazetteer.tabalong.regencies["63.09"] ?? ""
        language = words.language.rawValue
        title = words.report.title
        place = words.report.fiscalYear(regency, report.year)
        headline = writer.headline
        story = writer.story
        gauge = LapGauge(report.achievement, words)
        keyFigures = writer.keyFigures
        sections = writer.sections
        closing = "\(words.report.madeBy) · \(report.explanation.cutOff.toTheMinute(in: zone))"
    }
}

/// Says the figures of a year in words: the headline, and the sections in their order.
struct YearReportWriter {
    let report: YearReport
    let words: Phrasebook
    let zone: TimeZone

    var achievement: Achievement { report.achievement }
    var phrases: ReportPhrases { words.report }
    func number(_ number: Int) -> String { words.language.number(number) }
    func percent(_ percent: Percent?) -> String { percent.map(words.language.percent) ?? words.terms.none }

    // MARK: The headline

    var headline: String {
        let count = number(achievement.count)
        guard let target = report.explanation.target, let share = achievement.percent else {
            return phrases.headlineWithoutTarget(count, achievement.rule, report.year)
        }
        return phrases.headline(
            count, achievement.rule, report.year, words.language.percent(share),
            phrases.target(words.terms.stage(target.stage), number(target.count), words.terms.rule(achievement.rule)))
    }

    var story: String {
        let explanation = report.explanation
        let takenAway = [Explanation.Step.cancelled, .registered, .dropped].map { explanation[$0] }.reduce(0, +)
        let story = phrases.story(
            number(explanation[.ofYear]), number(takenAway), number(explanation[.counted]),
            number(explanation[.repeats]), number(explanation[.people]))
        return [standing, story].compactMap(\.self).joined(separator: " ")
    }

    /// Whether the target has been met, and how far beyond.
    private var standing: String? {
        guard let target = achievement.target else { return nil }
        let rest = achievement.count - achievement.laps * target
        guard achievement.laps > 0 else {
            return phrases.notMet("\(number(target - achievement.count)) \(words.terms.rule(achievement.rule))")
        }
        return phrases.met(number(achievement.laps), (Percent(rest, of: target)?.tenths ?? 0) / 10)
    }

    var keyFigures: [KeyFigure] {
        let women = report[.sex].map(\.women).reduce(0, +)
        return [
            KeyFigure(label: words.terms.people, value: number(achievement.people)),
            KeyFigure(label: words.terms.enrollments, value: number(achievement.enrollments)),
            KeyFigure(label: words.terms.target, value: achievement.target.map(number) ?? words.terms.none),
            KeyFigure(label: phrases.women, value: percent(Percent(women, of: achievement.people))),
        ]
    }

    // MARK: Sections

    var sections: [ReportSection] {
        [explanation, tracks, kecamatan, map, organizers, outcomes, equipment, breakdown, method].compactMap(\.self)
    }

    private var explanation: ReportSection {
        let explanation = report.explanation
        let headline: Explanation.Step = achievement.rule == .people ? .people : .counted
        let rows = Explanation.Step.allCases.map { step -> (ReportTable.Kind, String, [String], ReportBar?) in
            let count = explanation[step]
            let kind: ReportTable.Kind =
                step == headline ? .total : step.role == .sum || step.role == .start ? .line : .part
            return (
                kind, words.explanation.sentence(step, report.year), [number(step.role == .minus ? -count : count)], nil
            )
        }
        return ReportSection(
            "explanation", phrases.explanation,
            tables: [
                ReportTable(
                    phrases.explanation, name: words.explanation.stepHeading, [.init(words.explanation.countHeading)],
                    rows: rows)
            ])
    }

    private var tracks: ReportSection {
        ReportSection(
            "tracks", phrases.tracks, lead: phrases.tracksLead, tables: [totals(by: .track, caption: phrases.tracks)])
    }

    private var kecamatan: ReportSection {
        ReportSection(
            "kecamatan", phrases.kecamatan, tables: [totals(by: .kecamatan, caption: phrases.kecamatan)],
            remarks: targetSums)
    }

    private var map: ReportSection? {
        guard let map = TileMap(report[.kecamatan], words) else { return nil }
        let outside = report[.kecamatan].first { $0.code == Total.outsideCode }?.people ?? 0
        return ReportSection(
            "map", phrases.map, lead: phrases.mapLead, map: map,
            remarks: outside > 0 ? [phrases.outside(number(outside))] : [])
    }

    private var breakdown: ReportSection {
        ReportSection(
            "breakdown", phrases.breakdown,
            tables: [Training.Dimension.month, .sex, .funding].filter { !report[$0].isEmpty }.map {
                totals(by: $0, caption: words.totals.dimension($0))
            })
    }

    private func totals(
        by dimension: Training.Dimension, caption: String
    ) -> ReportTable {
        TotalsTable(writer: self, dimension: dimension).table(caption)
    }

    private var method: ReportSection {
        let other: CountingRule = achievement.rule == .people ? .enrollments : .people
        let count = Count(people: achievement.people, enrollments: achievement.enrollments).by(other)
        let regency = report.targets.filter { $0.scope == .regency }.sorted {
            $0.stage == .original && $1.stage != .original
        }
        let targets = regency.isEmpty ? [words.explanation.noTarget] : regency.map { words.line(for: $0) + "." }
        return ReportSection(
            "method", phrases.method,
            remarks: [words.explanation.rule(achievement.rule) + " " + phrases.other(number(count), other)] + targets
                + [
                    phrases.written(report.explanation.cutOff.toTheMinute(in: zone)), phrases.cut, phrases.residence,
                    phrases.overlap, phrases.denominators, phrases.privacy,
                ])
    }

    /// Where the targets of the parts add up to something else than the regency's.
    private var targetSums: [String] {
        report.targets.sums(of: report.year).filter { $0.gap ?? 0 != 0 }.compactMap { sum in
            guard let whole = sum.whole?.count else { return nil }
            let sentence: String? =
                switch sum.kind {
                case .kecamatan: words.achievement.kecamatanTargets(sum.parts, number(sum.sum), number(whole))
                case .track: words.achievement.trackTargets(sum.parts, number(sum.sum), number(whole))
                case .organizer, .years: nil
                }
            return sentence.map { $0.prefix(1).uppercased() + $0.dropFirst() + "." }
        }
    }
}
