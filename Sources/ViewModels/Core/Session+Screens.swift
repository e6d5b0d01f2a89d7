import Training

/// The screens of each tab, one over the other, and how events reach them.
extension Session {
    /// The tabs that the operator has.
    public var tabs: [Tab] { Tab.allCases.filter { context.role.may($0.permission) } }

    mutating func show(_ tab: Tab) -> [Effect] {
        let effects = tab == self.tab ? [] : letGo()
        self.tab = tab
        if stacks[tab] == nil { return effects + open(tab.root) }
        return effects + toFront(.appeared)
    }

    /// Has the screens of the tab in front let go of what they need not hold while another is.
    private mutating func letGo() -> [Effect] {
        var held: [any Sendable] = []
        for place in (stacks[tab] ?? []).indices {
            guard var model = stacks[tab]?[place], let some = model.screen.letGo(context) else { continue }
            stacks[tab]?[place] = model
            held.append(some)
        }
        return held.isEmpty ? [] : [.giveBackMemory(LetGo(held))]
    }

    /// Has the screen in front ask for what it put off.
    mutating func hurry() -> [Effect] {
        guard let place = stacks[tab]?.indices.last else { return [] }
        return have(place, of: tab) { $0.hurry($1) } ?? []
    }

    /// Puts a screen on top of those of the tab in front.
    public mutating func open(_ screen: ScreenModel) -> [Effect] {
        guard context.role.may(screen.permission) else {
            let refusal = Refusal.notAllowed(context.role, screen.permission)
            notice = Notice(context.sentence(for: .refused(refusal)), .trouble)
            return []
        }
        lastScreen += 1
        var screen = screen
        screen.screen.tickets = TicketBook(screen: lastScreen)
        stacks[tab, default: []].append(screen)
        return toFront(.appeared)
    }

    mutating func close() -> [Effect] {
        guard let stack = stacks[tab], stack.count > 1 else { return [] }
        return takeAway() + toFront(.appeared)
    }

    /// Takes the screen in front away; nobody waits any more for what it asked.
    mutating func takeAway() -> [Effect] {
        guard let gone = stacks[tab]?.popLast() else { return [] }
        return gone.screen.tickets.underWay.filter { !changing.contains($0) }.map { .stop($0) }
    }

    mutating func respond(to event: Event) -> [Effect]? {
        guard let place = stacks[tab]?.indices.last else { return nil }
        return give(event, to: place, of: tab)
    }

    mutating func toFront(_ event: Event) -> [Effect] { respond(to: event) ?? [] }

    mutating func toAll(_ event: Event) -> [Effect] {
        var effects: [Effect] = []
        for tab in Tab.allCases {
            for place in (stacks[tab] ?? []).indices { effects += give(event, to: place, of: tab) ?? [] }
        }
        return effects
    }

    mutating func toScreen(_ number: Int, _ event: Event) -> [Effect] {
        for tab in Tab.allCases {
            if let place = stacks[tab]?.firstIndex(where: { $0.screen.tickets.screen == number }) {
                return give(event, to: place, of: tab) ?? []
            }
        }
        return []
    }

    private mutating func give(_ event: Event, to place: Int, of tab: Tab) -> [Effect]? {
        have(place, of: tab) { $0.respond(to: event, $1) }
    }

    /// Has a screen do something, and does what it wants done.
    private mutating func have(
        _ place: Int, of tab: Tab, _ act: (inout any Screen, Context) -> [Effect]?
    ) -> [Effect]? {
        guard var model = stacks[tab]?[place] else { return nil }
        let effects = act(&model.screen, context)
        stacks[tab]?[place] = model
        return effects.map { settle($0) }
    }
}
