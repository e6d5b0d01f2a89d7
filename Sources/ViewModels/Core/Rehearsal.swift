import Keyboard
import Training

extension Tab {
    /// The keys that a clerk is likely to begin with once the tab is open, one way after the other. None opens a form: it would take over the draft that
    /// another program left, for a clerk who may sit at a third.
    fileprivate var firstWays: [[Key]] {
        switch self {
        case .achievement: [[.enter], [.character("h")]]
        case .participants: [[.enter], [.character("/"), .character("a")]]
        case .classes, .regions, .monitoring: [[.enter]]
        case .reports: [[]]
        }
    }
}

extension EffectRunner {
    /// Does what somebody will do next, where nobody sees it: what the store knows by then, and the code that has run, keeps nobody waiting.
    ///
    /// Each way begins in a session of its own, so that nothing of the clerk's is touched, and only questions are asked: nothing is
    /// saved, kept as a draft, or logged. Whatever cannot be had will be asked for again, and what is wrong be told, when somebody wants
    /// it. In a task that is cancelled it ends with the next step.
    ///
    /// - Parameter look: is given what would be seen after each step.
    public func rehearse(_ context: Context, look: (Session) -> Void) async {
        for tab in Tab.allCases where context.role.may(tab.permission) {
            for way in tab.firstWays { await rehearse([tab.key] + way, in: Session(context), look) }
        }
    }

    private func rehearse(_ keys: [Key], in session: Session, _ look: (Session) -> Void) async {
        var session = session
        await follow(session.start(), in: &session, look)
        for key in keys where !Task.isCancelled && !session.isAboutToReadMuch {
            await follow(session.handle(.key(key)), in: &session, look)
        }
    }

    private func follow(_ effects: [Effect], in session: inout Session, _ look: (Session) -> Void) async {
        look(session)
        for effect in effects where !Task.isCancelled {
            for answer in await answers(to: effect) { await follow(session.handle(answer), in: &session, look) }
        }
    }

    private func answers(to effect: Effect) async -> [Event] {
        switch effect {
        case .ask(let ticket, let question): await ask(ticket, question)
        case .compose(let ticket, let document, let words): await compose(ticket, document, words)
        default: []
        }
    }
}

extension Session {
    /// How many people of a class may be read for nobody yet: a roster is held whole.
    private static let fewEnrollments = 500

    /// Whether a class is highlighted that is too large to be opened before somebody wants it.
    fileprivate var isAboutToReadMuch: Bool {
        guard case .classes(let model) = front, let line = model.classes.selected else { return false }
        return line.enrollments.total > Self.fewEnrollments
    }
}
