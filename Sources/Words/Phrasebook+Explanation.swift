import Foundation
import Training

extension Phrasebook {
    /// What an explanation rests on, a line each: rule, target with its document, and until when what was entered is counted.
    public func basis(of explanation: Explanation, asOf: CalendarDate?, in zone: TimeZone) -> [String] {
        [
            self.explanation.rule(explanation.achievement.rule),
            explanation.target.map(line(for:)) ?? self.explanation.noTarget,
            asOf.map { self.explanation.past($0.onScreen) }
                ?? self.explanation.cutOff(explanation.cutOff.toTheMinute(in: zone)),
        ]
    }

    /// A target with its stage and its document.
    public func line(for target: Target) -> String {
        let count = explanation.target(terms.stage(target.stage), language.number(target.count))
        return "\(count) · \(document(of: target) ?? explanation.noSource)"
    }

    /// The document that sets a target, with its date; `nil` where none is on file.
    public func document(of target: Target) -> String? {
        let date = target.sourceDate?.onScreen
        return target.source.map { explanation.source($0, date) } ?? date.map(explanation.sourceOfDay)
    }
}
