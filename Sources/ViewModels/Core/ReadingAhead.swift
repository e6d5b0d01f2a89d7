import Training

extension Tab {
    /// What its first screen asks when it is opened.
    func firstQuestions(_ context: Context) -> [Effect] {
        var first = root
        return first.screen.handle(.appeared, context) ?? []
    }
}

extension EffectRunner {
    /// Asks what the tabs that are not in front will ask when they are opened: what the store knows by then keeps nobody waiting.
    ///
    /// Whatever cannot be had will be asked for again, and what is wrong be told, when somebody wants it.
    public func readAhead(_ context: Context, inFront: Tab) async {
        for tab in Tab.allCases where tab != inFront && context.role.may(tab.permission) {
            for question in tab.firstQuestions(context) { await readAhead(question) }
        }
    }

    private func readAhead(_ effect: Effect) async {
        switch effect {
        case .ask(let ticket, let question): _ = await ask(ticket, question)
        case .compose(let ticket, let document, let words): _ = await compose(ticket, document, words)
        default: break
        }
    }
}
