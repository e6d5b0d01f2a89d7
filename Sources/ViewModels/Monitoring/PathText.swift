import Training
import Words

/// Somebody's path as it is read: `K-014 terdaftar 02-2026 → bersertifikat 02-2026 → wirausaha dengan 2 pekerja 11-2026`.
public struct PathText: Hashable, Sendable {
    /// What happened, one after the other.
    public let pieces: [String]

    /// The path in words.
    public init(_ steps: [PathStep], _ words: Phrasebook) {
        var pieces: [String] = []
        var trainingClass: Code?
        for step in steps {
            // The class is named where another one's part of the path begins.
            let code = step.trainingClass == trainingClass ? nil : step.trainingClass.text
            trainingClass = step.trainingClass
            pieces.append(
                [code, Self.event(step.event, words), step.date.monthOnScreen].compactMap(\.self)
                    .joined(separator: " "))
        }
        self.pieces = pieces
    }

    private static func event(_ event: PathStep.Event, _ words: Phrasebook) -> String {
        switch event {
        case .status(let status): words.terms.status(status)
        case .outcome(let fact): words.monitoring.fact(fact)
        case .received(let equipment): words.monitoring.received(equipment.item)
        }
    }

    /// The path in lines of at most so many characters, broken between what happened.
    ///
    /// - Parameter count: how many lines there is room for; what came first gives way to what came last.
    public func lines(width: Int, atMost count: Int = .max) -> [String] {
        var start = 0
        while true {
            let lines = lines(from: start, width: width)
            guard lines.count > count, start < pieces.count - 1 else { return Array(lines.suffix(count)) }
            start += 1
        }
    }

    private func lines(from start: Int, width: Int) -> [String] {
        var lines: [String] = []
        var line = start > 0 ? "…" : ""
        for piece in pieces.dropFirst(start) {
            let addition = line.isEmpty ? piece : " → \(piece)"
            // The arrow that leads on stands at the end of the line.
            if !line.isEmpty, line.count + addition.count + 2 > width {
                lines.append(line + " →")
                line = piece
            } else {
                line += addition
            }
        }
        return line.isEmpty ? lines : lines + [line]
    }
}

extension CalendarDate {
    /// The month, `02-2026`.
    fileprivate var monthOnScreen: String { "\(month < 10 ? "0" : "")\(month)-\(year)" }
}

/// What was found of somebody, with all that is known of it: `05-06-2026 wirausaha dengan 2 pekerja · Jahit Siti · jasa`.
public struct OutcomeText: Hashable, Sendable {
    public let text: String

    /// An outcome in words.
    public init(_ outcome: Outcome, _ words: Phrasebook) {
        let terms = words.monitoring
        let details: [String?] =
            switch outcome.fact {
            case .working(let work):
                [
                    work.sector.map(terms.sector), work.isFormal.map { $0 ? terms.formal : terms.informal },
                    work.isRelated ? terms.related : terms.unrelated, work.wage.map(terms.income),
                ]
            case .selfEmployed(let business):
                [
                    business.name, business.sector.map(terms.sector), business.nib.map { "\(terms.nib) \($0)" },
                    business.turnover.map(terms.income),
                    business.trainedWorkers > 0
                        ? "\(terms.trainedWorkers.lowercased()) \(business.trainedWorkers)" : nil,
                ]
            case .studying, .notUsing, .unreachable: []
            }
        let parts = [terms.fact(outcome.fact)] + details + [outcome.note]
        text = "\(outcome.date.onScreen)  " + parts.compactMap(\.self).joined(separator: " · ")
    }
}
