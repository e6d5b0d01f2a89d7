import Keyboard
import Training
import Words

/// The line on a roster into which people are typed, one after the other, by NIK or by words.
public struct AddLine: Sendable {
    /// What is typed.
    public internal(set) var field = TextField(limit: 80)
    /// Who fits it, best first.
    public internal(set) var matches: [ParticipantRow] = []
    /// Which of the matches Enter takes.
    public internal(set) var highlighted = 0
    /// What stands under the line.
    public internal(set) var message: Message?
    /// What the store asks about before it enrols somebody.
    public internal(set) var question: Question?
    /// The text that ``matches`` answer; `nil` before the first answer.
    var answered: String?
    /// What the line waits for; keys that come meanwhile wait with it.
    var awaits = Wait.nothing
    /// Keys and pasted lines that came while the line waited: they belong to the next person.
    var held: [Event] = []
    /// Whether the last thing held was typed at a question, and is not entered yet: Enter is then its own.
    var isTypedPast = false

    /// What stands under the line.
    public enum Message: Hashable, Sendable {
        /// In the class already, with this status.
        case alreadyIn(PersonName, EnrollmentStatus?)
        /// A whole NIK that nobody on file has.
        case notOnFile(NIK)
        /// Digits that are no NIK.
        case flaw(NIK.Flaw)
        /// Nobody fits.
        case nobody(String)
        /// Several fit what was typed ahead: the clerk has to look.
        case several
        /// The store said no.
        case failure(String)
    }

    /// A person who may be enrolled once the clerk says so.
    public struct Question: Hashable, Sendable {
        public var person: ParticipantRow
        public var doubts: [Doubt]
    }

    enum Wait: Hashable, Sendable {
        case nothing
        /// Enter was pressed before the matches came.
        case matches
        /// The store enrols this person.
        case receipt(ParticipantRow, confirmed: Set<Doubt>)
    }

    public var isEmpty: Bool { field.isEmpty && question == nil }

    /// The NIK, where what is typed is a whole one.
    var nik: NIK? { try? NIK(field.text) }

    /// What is typed, if the matches answer it.
    var isAnswered: Bool { answered == field.text }

    /// Whether a way out was pressed ahead: what follows it is no longer for this line.
    var leavesKeysToSession: Bool { awaits != .nothing && held.contains { $0.isEscape } }

    /// Whether there are matches to choose from.
    var hasChoice: Bool { !matches.isEmpty && question == nil }

    /// Makes the line ready for the next person.
    mutating func clear() {
        let kept = held
        self = AddLine()
        held = kept
    }
}

extension Event {
    fileprivate var isEnter: Bool { if case .key(.enter) = self { true } else { false } }
    fileprivate var isEscape: Bool { if case .key(.escape) = self { true } else { false } }
}

extension RosterModel {
    /// Takes a key or pasted text while the add line is open.
    mutating func type(_ event: Event, _ context: Context) -> [Effect] {
        guard var line = addLine else { return [] }
        if line.awaits != .nothing {
            line.held += event.byLines
            addLine = line
            return []
        }
        if line.question != nil { return answer(event, context) }
        switch event {
        case .key(.enter): return accept(context)
        case .key(.escape): return stepBack(context)
        case .key(.down), .key(.up):
            let step = event.isDown ? 1 : -1
            addLine?.highlighted = max(0, min(line.matches.count - 1, line.highlighted + step))
            return []
        case .key(let key):
            guard addLine?.field.handle(key) == true else { return [] }
            return retyped(from: line.field.text)
        case .paste(let text):
            let lines = event.byLines
            if lines.count > 1 {
                addLine?.held += lines
                return drain(context)
            }
            addLine?.field.insert(text)
            return retyped(from: line.field.text)
        default: return []
        }
    }

    /// A key at a question. Enter and Esc answer it; what is typed past it, with the Enter that ends it, is for the next
    /// person: somebody who reads NIKs from a list does not look up after each.
    private mutating func answer(_ event: Event, _ context: Context) -> [Effect] {
        switch event {
        case .key(.escape): return stepBack(context)
        case .key(.enter) where addLine?.isTypedPast == false: return accept(context)
        case .key(.down), .key(.up): return []
        default:
            let typed = event.byLines
            addLine?.held += typed
            addLine?.isTypedPast = typed.last?.isEnter == false
            return []
        }
    }

    private mutating func retyped(from before: String) -> [Effect] {
        guard addLine?.field.text != before else { return [] }
        addLine?.message = nil
        addLine?.highlighted = 0
        return seek()
    }

    /// Asks for the people who fit what is typed.
    private mutating func seek() -> [Effect] {
        guard let line = addLine else { return [] }
        let text = line.field.text
        let ticket = tickets.take("matches")
        guard text.contains(where: { $0.isLetter || $0.isNumber }) else {
            _ = tickets.redeem(ticket)
            addLine?.matches = []
            addLine?.answered = text
            return []
        }
        let nik = line.nik
        return [
            .ask(ticket) { store in
                if let nik {
                    let holder = try await store.participant(nik: nik)
                    let row = if let holder { try await store.row(of: holder.id) } else { nil as ParticipantRow? }
                    return .page(
                        ParticipantPage(rows: row.map { [$0] } ?? [], hasEarlier: false, hasLater: false), total: nil)
                }
                let page = try await store.page(of: ParticipantQuery(words: text), .first, count: Self.matchRows)
                return .page(page, total: nil)
            }
        ]
    }

    /// The file changed: who fits may have changed with it.
    mutating func seekAgain() -> [Effect] {
        guard let line = addLine, !line.field.isEmpty, line.question == nil, line.awaits == .nothing else { return [] }
        return seek()
    }

    mutating func found(_ page: ParticipantPage, _ context: Context) -> [Effect] {
        guard var line = addLine else { return [] }
        let pointedAt = line.matches.indices.contains(line.highlighted) ? line.matches[line.highlighted].id : nil
        let wasAnswered = line.isAnswered
        line.matches = page.rows
        line.answered = line.field.text
        // The same words sought again: the highlight stays on its person.
        // Else it is on the first who is not in the class yet.
        let present = Set(roster.items.map(\.participant.id))
        let likeliest = page.rows.firstIndex { !present.contains($0.id) } ?? 0
        line.highlighted = wasAnswered ? page.rows.firstIndex { $0.id == pointedAt } ?? likeliest : likeliest
        if page.rows.isEmpty, let nik = line.nik { line.message = .notOnFile(nik) }
        let wasEntered = line.awaits == .matches
        line.awaits = .nothing
        addLine = line
        guard wasEntered else { return [] }
        if page.rows.count > 1 {
            // Enter was pressed before there was anything to see: nobody is enrolled unseen.
            addLine?.message = .several
            return []
        }
        return accept(context)
    }

    /// Enter: enrols the highlighted person, or says why not.
    private mutating func accept(_ context: Context) -> [Effect] {
        guard let line = addLine else { return [] }
        if let question = line.question {
            return enroll(question.person, confirmed: Set(question.doubts))
        }
        guard !line.field.text.allSatisfy(\.isWhitespace) else { return [] }
        guard line.isAnswered else {
            addLine?.awaits = .matches
            return tickets.isWaiting(for: "matches") ? [] : seek()
        }
        guard line.matches.indices.contains(line.highlighted) else { return acceptUnknown(line, context) }
        return enroll(line.matches[line.highlighted], confirmed: [])
    }

    private mutating func acceptUnknown(_ line: AddLine, _ context: Context) -> [Effect] {
        do throws(NIK.Flaw) {
            let nik = try NIK(line.field.text)
            addLine?.clear()
            return openNewPerson(nik)
        } catch {
            let looksLikeNIK = line.field.text.allSatisfy { $0.isNumber || " .-".contains($0) }
            addLine?.message = looksLikeNIK ? .flaw(error) : .nobody(line.field.text)
            return []
        }
    }

    private mutating func enroll(_ person: ParticipantRow, confirmed: Set<Doubt>) -> [Effect] {
        if let present = roster.items.first(where: { $0.participant.id == person.id }) {
            return alreadyIn(person, present.enrollment.value.standing.status)
        }
        addLine?.question = nil
        addLine?.awaits = .receipt(person, confirmed: confirmed)
        return [
            .perform(tickets.take("enroll"), .enroll([person.id], in: id, standing: nil, confirmed: confirmed))
        ]
    }

    private mutating func alreadyIn(_ person: ParticipantRow, _ status: EnrollmentStatus?) -> [Effect] {
        addLine?.clear()
        addLine?.message = .alreadyIn(person.name, status)
        return []
    }

    mutating func enrolled(_ receipt: Receipt, _ context: Context) -> [Effect] {
        guard let line = addLine, case .receipt(let person, _) = line.awaits else { return [] }
        addLine?.clear()
        var effects: [Effect] = []
        if receipt.changed == 0 {
            effects += alreadyIn(person, nil)
        } else {
            point(atNewcomer: person.id)
            let code = self.line?.code.text ?? ""
            let identity = person.nik?.masked ?? context.words.classes.noNIK
            effects.append(.say(Notice(context.words.classes.enrolled(person.name.text, identity, code), .done)))
        }
        return effects + drain(context)
    }

    mutating func enrollingFailed(_ failure: Failure, _ context: Context) -> [Effect] {
        guard let line = addLine, case .receipt(let person, let confirmed) = line.awaits else { return [] }
        addLine?.awaits = .nothing
        if case .refused(.unconfirmed(let doubts, _)) = failure {
            addLine?.question = AddLine.Question(
                person: person, doubts: doubts + confirmed.filter { !doubts.contains($0) })
        } else {
            addLine?.message = .failure(context.sentence(for: failure))
        }
        return []
    }

    mutating func seekingFailed(_ failure: Failure, _ context: Context) -> [Effect] {
        addLine?.awaits = .nothing
        addLine?.message = .failure(context.sentence(for: failure))
        return []
    }

    /// Esc: leaves the question, then the text, then the line.
    private mutating func stepBack(_ context: Context) -> [Effect] {
        guard let line = addLine, !line.isEmpty else {
            addLine = nil
            fit(context)
            return []
        }
        addLine?.clear()
        return drain(context)
    }

    /// Gives the line what was typed ahead, until it waits or asks again.
    private mutating func drain(_ context: Context) -> [Effect] {
        var effects: [Effect] = []
        while let line = addLine, line.awaits == .nothing, line.question == nil, let next = line.held.first {
            // Several fit: the clerk chooses first, with fresh keys.
            if line.message == .several { break }
            addLine?.held.removeFirst()
            effects += type(next, context)
        }
        return effects
    }
}

extension Event {
    fileprivate var isDown: Bool { if case .key(.down) = self { true } else { false } }

    /// Pasted lines as if each had been typed and entered; everything else as it is.
    fileprivate var byLines: [Event] {
        guard case .paste(let text) = self else { return [self] }
        let lines = text.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
        guard lines.count > 1 else { return [self] }
        return lines.flatMap { [.paste(String($0)), .key(.enter)] }
    }
}
