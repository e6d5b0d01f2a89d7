import Foundation
import Keyboard
import Training
import Words

/// The form of an organizer, a program, a class, a target or an organizer's claim, new or on file.
public struct RecordFormModel: Screen {
    public var tickets = TicketBook(screen: 0)
    public var form: Form<RecordField>

    /// What the form is about.
    public internal(set) var subject: Subject
    /// What the record said when editing began, or when another desk's version was last taken in.
    var base: [RecordField: FieldValue] = [:]
    /// What another desk has put in fields that were changed here as well, and who did.
    public internal(set) var theirs: [RecordField: FieldValue] = [:]
    var otherAuthor: Author?
    /// The lists that fields choose from, and codes that are taken.
    var organizers: [Stored<Organizer>]?
    var programs: [ProgramLine]?
    /// What was typed earlier and not saved: offered while nothing is typed.
    public var offeredDraft: RecordDraft?
    private var isBegun = false
    /// What is still to be saved once the step under way is done: a target's second count.
    var remaining: [Action] = []

    /// What a form can be about.
    public enum Subject: Sendable {
        case organizer(Stored<Organizer>?)
        case program(Stored<Program>?, organizer: ID<Organizer>?)
        case trainingClass(Stored<TrainingClass>?, program: ID<Program>?)
        /// A target; `nil` where the clerk is to say whom it is for. With all those on file for the year.
        case target(year: Int, TargetScope?, onFile: [Target])
        /// What an organizer claims for a year, with what is on file of it.
        case claim(Stored<Organizer>, year: Int, onFile: Claim?)

        /// The record's number, where it is on file.
        var number: Int64? {
            switch self {
            case .organizer(let stored): stored?.id.rawValue
            case .program(let stored, _): stored?.id.rawValue
            case .trainingClass(let stored, _): stored?.id.rawValue
            case .target, .claim: nil
            }
        }

        /// The name a draft is kept under: one for each record on file, one for each kind of new record.
        var draftName: String {
            let kind =
                switch self {
                case .organizer: "organizer"
                case .program: "program"
                case .trainingClass: "class"
                case .target(let year, let scope, _):
                    scope.map { "target \(year)\($0.draftName)" } ?? "target \(year) new"
                case .claim(let organizer, let year, _): "claim \(organizer.id) \(year)"
                }
            return number.map { "\(kind) \($0)" } ?? kind
        }
    }

    private init(_ subject: Subject) {
        self.subject = subject
        form = Form(Self.fields(of: subject))
        form.enterVisitsAll = subject.number != nil
    }

    /// The form of a new organizer, or of one on file.
    public init(organizer: Stored<Organizer>?) { self.init(.organizer(organizer)) }

    /// The form of a new program, of this organizer where one is given.
    public init(programOf organizer: ID<Organizer>?) { self.init(.program(nil, organizer: organizer)) }

    /// The form of a new class, of this program where one is given.
    public init(classOf program: ID<Program>?) { self.init(.trainingClass(nil, program: program)) }

    /// The form of a program on file.
    public init(edit program: Stored<Program>) { self.init(.program(program, organizer: nil)) }

    /// The form of a class on file.
    public init(edit trainingClass: Stored<TrainingClass>) { self.init(.trainingClass(trainingClass, program: nil)) }

    /// The form of the regency's target for a year, with those known of it; they are read anew.
    public init(targetFor year: Int, existing: [Target]) {
        self.init(.target(year: year, TargetScope(.regency), onFile: existing))
    }

    /// The form of a target of a kecamatan, a track, an organizer or a term.
    public init(targetFor year: Int, scope: TargetScope, existing: [Target]) {
        self.init(.target(year: year, scope, onFile: existing))
    }

    /// The form of a target in which the clerk says whom it is for.
    public init(newTargetFor year: Int, existing: [Target]) {
        self.init(.target(year: year, nil, onFile: existing))
    }

    /// The form of what an organizer claims for a year, with what is known of it; that is read anew.
    public init(claimOf organizer: Stored<Organizer>, year: Int, existing: Claim?) {
        self.init(.claim(organizer, year: year, onFile: existing))
    }

    /// A save is under way, the focused field waits for its list, there may be a draft, or a code is about to be
    /// proposed, which moves the focus: keys wait for each.
    public var holdsKeys: Bool {
        form.keyWaiting != nil || tickets.isWaiting(for: "save") || tickets.isWaiting(for: "draft") || awaitsCode
    }

    private var awaitsCode: Bool {
        guard !isOnFile, form[.code]?.isEmpty == true else { return false }
        return switch subject {
        case .program: tickets.isWaiting(for: "programs")
        case .trainingClass: tickets.isWaiting(for: "classes")
        case .organizer, .target, .claim: false
        }
    }

    /// Whether another desk has something else in the focused field.
    var hasTheirs: Bool { form.focus.map { theirs[$0] != nil } ?? false }

    /// Whether the record is on file.
    public var isOnFile: Bool { subject.number != nil }

    public mutating func handle(_ event: Event, _ context: Context) -> [Effect]? {
        switch event {
        case .appeared: return appear(context)
        case .fileChanged: return askForLists(context)
        case .answered(let ticket, let answer):
            guard tickets.redeem(ticket) else { return nil }
            return take(ticket, answer, context)
        case .performed(let ticket, let receipt):
            guard tickets.redeem(ticket) else { return nil }
            return saved(receipt, context)
        case .failed(let ticket, let failure):
            guard tickets.redeem(ticket) else { return nil }
            return failed(ticket, failure, context)
        case .key, .paste: return type(event, context)
        case .resized, .achievement, .tick, .draftNotKept, .backupNotMade, .waiting, .exported, .woke, .progressed,
            .idle:
            return nil
        }
    }

    // Reading

    private mutating func appear(_ context: Context) -> [Effect] {
        guard !isBegun else { return askForLists(context) }
        isBegun = true
        supplyFixedLists(context)
        begin(with: valuesOnFile(context), context)
        return [askForDraft(context)] + askForLists(context)
    }

    /// Fills in what is on file, or what a new record usually begins with.
    private mutating func begin(with values: [RecordField: FieldValue], _ context: Context) {
        base = values
        for (id, value) in values {
            form[id]?.value = value
            form[id]?.origin = .onFile
            let replaces = replaces(id)
            form[id]?.typingReplaces = replaces
        }
        showFieldsOfTrack()
        showFieldsOfScope()
        // What is on file is gone through whole; a new record only where something is missing.
        if isTargetOrClaimOnFile { form.enterVisitsAll = true }
        if !form.enterVisitsAll { focusOnFirstEmpty() }
    }

    /// Puts the focus where the clerk is needed first.
    mutating func focusOnFirstEmpty() {
        if let id = (form.fields.first(where: \.needsTheClerk) ?? form.fields.first)?.id { form.begin(on: id) }
    }

    /// Asks for what fields choose from, and for the codes that are taken.
    mutating func askForLists(_ context: Context) -> [Effect] {
        switch subject {
        case .organizer: return []
        case .program:
            return [
                .ask(tickets.take("organizers")) { .organizers(try await $0.organizers()) }, askForPrograms(context),
            ]
        case .trainingClass(let stored, _):
            guard stored == nil else { return [askForPrograms(context)] }
            return [askForPrograms(context), askForClasses(context)]
        case .target(_, let scope, _):
            let targets = Effect.ask(tickets.take("targets")) {
                .targetsOnFile(try await $0.targets().map(\.value))
            }
            guard scope == nil else { return [targets] }
            return [targets, .ask(tickets.take("organizers")) { .organizers(try await $0.organizers()) }]
        case .claim(_, let year, _):
            return [.ask(tickets.take("claims")) { .contributions(try await $0.contributions(of: year)) }]
        }
    }

    private mutating func askForPrograms(_ context: Context) -> Effect {
        let year = context.year
        return .ask(tickets.take("programs")) { store in
            var lines: [ProgramLine] = []
            for year in Set(try await store.years() + [year]).sorted() { lines += try await store.programs(of: year) }
            return .programs(lines)
        }
    }

    private mutating func askForClasses(_ context: Context) -> Effect {
        let year = context.year
        return .ask(tickets.take("classes")) { store in
            var lines: [ClassLine] = []
            for year in Set(try await store.years() + [year]).sorted() { lines += try await store.classes(of: year) }
            return .classes(lines)
        }
    }

    private mutating func take(_ ticket: Ticket, _ answer: Answer, _ context: Context) -> [Effect] {
        switch answer {
        case .draft(let text):
            offeredDraft = text.flatMap(RecordDraft.init(text:))
            return []
        case .organizers(let stored):
            if ticket.purpose == "theirs" {
                return meet(.organizer(stored.first { $0.id.rawValue == subject.number }), context)
            }
            organizers = stored
            if case .target = subject { return supply(scopes(with: stored, context), to: .scope, context) }
            return supply(stored.map(\.choice), to: .organizer, context)
        case .programs(let lines):
            if ticket.purpose == "theirs" {
                let line = lines.first { $0.program.id.rawValue == subject.number }
                return meet(.program(line?.program, organizer: nil), context)
            }
            programs = lines
            return take(programs: lines, context)
        case .classes(let lines):
            if ticket.purpose == "theirs" {
                return meet(.trainingClass(lines.first?.trainingClass, program: nil), context)
            }
            // In the order in which they were entered, so that the last one's pattern is followed.
            propose(Series.next(after: lines.sorted { $0.number < $1.number }.map(\.code.text)) ?? "K-001")
            return []
        case .targetsOnFile(let targets):
            take(targets: targets, context)
            return []
        case .contributions(let contributions):
            take(contributions, context)
            return []
        default: return []
        }
    }

    private mutating func take(programs lines: [ProgramLine], _ context: Context) -> [Effect] {
        switch subject {
        case .program(nil, _):
            if let code = Series.next(after: lines.sorted { $0.number < $1.number }.map(\.code.text)) { propose(code) }
            return []
        case .trainingClass(let stored, _):
            let offered = lines.filter {
                $0.program.value.year == context.year || $0.program.id == stored?.value.program
            }
            return supply(offered.map { $0.choice(context.words) }, to: .program, context)
        default: return []
        }
    }

    /// Fills in a code where none was typed. What is being saved keeps its own: the file may say already that it is taken.
    private mutating func propose(_ code: String) {
        guard !tickets.isWaiting(for: "save") else { return }
        guard let field = form[.code], field.text == base[.code]?.text ?? "" else { return }
        form[.code]?.text = code
        form[.code]?.typingReplaces = true
        base[.code] = FieldValue(text: code)
        if field.isEmpty, form.focus == .code { focusOnFirstEmpty() }
    }

    /// Whether anything was typed, chosen or taken away.
    public var isTouched: Bool {
        form.fields.contains { !$0.value.isSame(as: base[$0.id] ?? FieldValue()) }
    }

    // Keys

    public static let keys: [KeyBinding<Self>] =
        [
            KeyBinding(
                .function(6), label: { $0.classes.takeTheirs },
                when: { $0.hasTheirs }, run: { $0.takeTheirs($1) })
        ] + draftKeys + [
            KeyBinding(.control("s"), label: { $0.classes.saveAndClose }, run: { $0.submit($1) })
        ] + formKeys.filter { !$0.keys.contains { Self.ownOrUnused.contains($0) } }

    /// Keys of ``FormScreen/formKeys`` that mean something else here, or that only a run of many records needs.
    private static let ownOrUnused: Set<Key> = [
        .enter, .control("s"), .function(4), .function(5), .character("\""),
    ]
}
