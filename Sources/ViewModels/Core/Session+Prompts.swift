import Keyboard
import Training

/// The two questions that are asked over any screen: why a number is to be shown, and for a code.
extension Session {
    // MARK: Reasons

    /// While it is asked why a number is to be shown.
    static let reasonKeys: [KeyBinding<Session>] = [
        KeyBinding(.enter, label: \.revealPrompt.give, run: { session, _ in session.giveReason() }),
        KeyBinding(
            .escape, label: \.revealPrompt.cancel,
            run: { session, _ in
                session.reasonPrompt = nil
                return []
            }),
    ]

    mutating func typeReason(_ event: Event) -> [Effect] {
        if case .key(let key) = event, let row = Self.reasonKeys.first(where: { $0.keys.contains(key) }) {
            return settle(row.run(&self, context))
        }
        reasonPrompt?.type(event)
        return []
    }

    private mutating func giveReason() -> [Effect] {
        guard let prompt = reasonPrompt else { return [] }
        guard let reason = prompt.reason else {
            reasonPrompt?.refuse(context.words.reveal)
            return []
        }
        reasonPrompt = nil
        lastReason = reason
        return [.perform(prompt.ticket, .reveal(prompt.id, reason))]
    }

    // MARK: Codes

    static let codePurpose = "code"

    /// While a code is typed.
    static let promptKeys: [KeyBinding<Session>] = [
        KeyBinding(
            .enter, label: { $0.followUps.openCode },
            run: { session, _ in session.openCode(session.codePrompt?.field.text ?? "") }),
        KeyBinding(
            .escape, label: { $0.back },
            run: { session, _ in
                session.codePrompt = nil
                return []
            }),
    ]

    mutating func typeIntoPrompt(_ event: Event) -> [Effect] {
        if case .key(let key) = event, let row = Self.promptKeys.first(where: { $0.keys.contains(key) }) {
            return settle(row.run(&self, context))
        }
        codePrompt?.type(event)
        return []
    }

    /// Looks up what has a code. Where that is nothing, the prompt says so, or else the notice.
    mutating func openCode(_ typed: String) -> [Effect] {
        do throws(LabelCode.Flaw) {
            let code = try LabelCode(typed: typed)
            let today = context.today
            return [
                .ask(tickets.take(Self.codePurpose)) { store in
                    switch code.kind {
                    case .followUp: .dueFollowUp(try await store.followUp(code: code, today: today))
                    case .equipment: .equipmentCode(try await store.equipment(code: code))
                    }
                }
            ]
        } catch {
            codeFailed(context.words.monitoring.flaw(error, typed))
            return []
        }
    }

    mutating func codeFailed(_ sentence: String) {
        if codePrompt != nil { codePrompt?.message = sentence } else { notice = Notice(sentence, .trouble) }
    }

    mutating func found(_ screen: ScreenModel) -> [Effect] {
        codePrompt = nil
        return settle([.open(screen)])
    }
}
