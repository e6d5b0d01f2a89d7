import Training
import Words

/// Whom a target is for, with the name that stands above its form.
public struct TargetScope: Hashable, Sendable {
    public var scope: Target.Scope
    /// The name; `nil` for the regency, which needs none.
    public var name: String?

    public init(_ scope: Target.Scope, name: String? = nil) {
        self.scope = scope
        self.name = name
    }

    /// What tells the drafts of a year's targets apart; nothing for the regency.
    var draftName: String {
        switch scope {
        case .regency: ""
        case .kecamatan(let code): " \(code)"
        case .track(let track): " \(track.rawValue)"
        case .organizer(let id): " \(id)"
        case .term(let last): "–\(last)"
        }
    }
}

/// Targets and claims: records of which there is one for each key, so that what another desk set is taken in and shown.
extension RecordFormModel {
    /// Whether there is something on file that the form changes.
    var isTargetOrClaimOnFile: Bool {
        switch subject {
        case .target: !targetsOnFile.isEmpty
        case .claim(_, _, let claim): claim != nil
        case .organizer, .program, .trainingClass: false
        }
    }

    mutating func take(targets: [Target], _ context: Context) {
        guard case .target(let year, let scope, _) = subject else { return }
        subject = .target(year: year, scope, onFile: targets.filter { $0.year == year })
        takeIn(context)
    }

    mutating func take(_ contributions: [Contribution], _ context: Context) {
        guard case .claim(let organizer, let year, _) = subject else { return }
        let newer = contributions.first { $0.organizer.id == organizer.id }
        subject = .claim(newer?.organizer ?? organizer, year: year, onFile: newer?.claim)
        takeIn(context)
    }

    /// Fields untouched here follow what is on file; where both were changed, what is on file stands beside what was typed.
    mutating func takeIn(_ context: Context) {
        merge(valuesOnFile(context))
        for id in form.fields.map(\.id) {
            guard let value = theirs[id] else {
                form[id]?.aside = nil
                continue
            }
            let shown = value.choice?.value ?? value.text
            form[id]?.aside = context.words.classes.theirValue(
                context.words.classes.otherDesk, shown.isEmpty ? context.words.terms.none : shown)
        }
    }

    // Whom a target is for

    /// Whom the target is for; `nil` where the clerk has not said yet.
    var targetScope: Target.Scope? {
        guard case .target(_, let fixed, _) = subject else { return nil }
        if let fixed { return fixed.scope }
        guard let parts = form[.scope]?.chosen?.id.split(separator: " ", maxSplits: 1), let kind = parts.first else {
            return nil
        }
        let key = parts.count > 1 ? String(parts[1]) : ""
        switch kind {
        case "regency": return .regency
        case "kecamatan": return RegionCode(key).map { .kecamatan($0) }
        case "track": return Track(rawValue: key).map { .track($0) }
        case "organizer": return ID<Organizer>(key).map { .organizer($0) }
        case "term": return number(.lastYear).map { .term(through: $0) }
        default: return nil
        }
    }

    /// What is on file for whom the target is for.
    var targetsOnFile: [Target] {
        guard case .target(_, _, let onFile) = subject, let scope = targetScope else { return [] }
        return onFile.filter { $0.scope == scope }
    }

    /// Whom a target can be for, the regency first.
    func scopes(with organizers: [Stored<Organizer>], _ context: Context) -> [Choice] {
        let words = context.words
        let kecamatan = context.gazetteer.kecamatan.map {
            Choice(id: "kecamatan \($0.code)", code: $0.code.description, label: "\(words.terms.kecamatan) \($0.name)")
        }
        let tracks = Track.allCases.map {
            Choice(id: "track \($0.rawValue)", label: "\(words.terms.trackLabel) \(words.terms.track($0))")
        }
        return [
            Choice(id: "regency", label: words.targets.regency), Choice(id: "term", label: words.targets.severalYears),
        ] + kecamatan + tracks
            + organizers.map { Choice(id: "organizer \($0.id)", code: $0.value.code.text, label: $0.value.name) }
    }

    /// Asks for a term's last year only where the target is a term's.
    mutating func showFieldsOfScope() {
        let isTerm = form[.scope]?.chosen?.id == "term"
        form[.lastYear]?.isHidden = !isTerm
    }

    /// Shows what is on file for whom the target is now for.
    mutating func scopeChanged(_ context: Context) {
        showFieldsOfScope()
        takeIn(context)
        form.enterVisitsAll = isTargetOrClaimOnFile
        for id in base.keys {
            let replaces = replaces(id)
            form[id]?.typingReplaces = replaces
        }
    }

    // Saving

    /// The targets that the fields amount to.
    func targets(_ year: Int, _ scope: Target.Scope) -> [Target] {
        let rule = chosen(.rule, as: CountingRule.self) ?? .people
        let fields: [(Target.Stage, RecordField, RecordField, RecordField)] = [
            (.original, .original, .source, .sourceDate), (.revised, .revised, .revisedSource, .revisedSourceDate),
        ]
        return fields.compactMap { stage, count, source, day in
            number(count).map {
                Target(
                    year: year, scope: scope, stage: stage, count: $0, rule: rule, source: kept(source),
                    sourceDate: date(day))
            }
        }
    }

    /// The claim that the fields amount to.
    var claim: Claim? {
        guard case .claim(let organizer, let year, _) = subject, let count = number(.claimed) else { return nil }
        return Claim(
            organizer: organizer.id, year: year, count: count, reportedOn: date(.reportDate), letter: kept(.letter))
    }
}
