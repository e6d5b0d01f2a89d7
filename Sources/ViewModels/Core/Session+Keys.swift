import Keyboard
import Training
import Words

/// The keys that work on every screen, and what is said of those that work now.
extension Session {
    /// The keys of every screen. Letters and digits rest where the screen takes text.
    public static let keys: [KeyBinding<Session>] =
        Tab.allCases.map { tab in
            KeyBinding(
                tab.key, label: { $0.tabs }, onBottomLine: false,
                when: { !$0.screen.takesText }, run: { session, _ in session.show(tab) }
            ).needs(tab.permission)
        } + [
            KeyBinding(
                .function(1), .character("?"), label: { $0.help }, when: { !$0.isHelp },
                run: { session, _ in session.help() }),
            KeyBinding(
                .character("#"), label: { $0.followUps.code }, onBottomLine: false, when: { !$0.screen.takesText },
                run: { session, _ in
                    session.codePrompt = CodePrompt()
                    return []
                }
            ).needs(.names),
            KeyBinding(
                undoKey, label: { $0.undo }, onBottomLine: false, when: { !$0.screen.takesText },
                run: { session, _ in session.turn(Self.undoKey) }
            ).needs(.entering),
            KeyBinding(
                redoKey, label: \.log.redo, onBottomLine: false, when: { !$0.screen.takesText },
                run: { session, _ in session.turn(Self.redoKey) }
            ).needs(.entering),
            KeyBinding(
                .character("L"), label: \.log.open, onBottomLine: false,
                when: { !$0.screen.takesText && !$0.isLog },
                run: { _, _ in [.open(.log(LogModel()))] }
            ).needs(.names),
            KeyBinding(
                .character("q"), label: { $0.quit }, when: { !$0.screen.takesText },
                run: { session, _ in session.quit() }),
            KeyBinding(
                .control("l"), label: \.lock, onBottomLine: false, run: { session, _ in session.lockNow() }),
            KeyBinding(
                .control("z"), label: { $0.suspend }, onBottomLine: false, run: { _, _ in [.suspend] }),
            KeyBinding(
                .control("c"), label: { $0.interrupt }, onBottomLine: false,
                run: { session, context in [.say(Notice(context.words.frame.howToQuit, .trouble))] }),
        ]

    static let undoKey = Key.character("u")
    static let redoKey = Key.character("U")

    private var isLog: Bool {
        if case .log = front { true } else { false }
    }

    private var isHelp: Bool {
        if case .help = front { true } else { false }
    }

    private mutating func help() -> [Effect] {
        [
            .open(
                .help(
                    HelpModel(
                        hints: screen.hints(context.words, for: context.role).joined, everywhere: globalHints.joined)))
        ]
    }

    private mutating func quit() -> [Effect] {
        let loses = stacks.values.joined().contains { $0.screen.wouldLoseOnQuit }
        guard loses, !quitToConfirm else { return [.quit] }
        quitToConfirm = true
        return [.say(Notice(context.words.frame.quitLoses, .trouble))]
    }

    /// The keys that work now, the screen's own first; a key that the screen takes is not named again.
    public var hints: [KeyHint] {
        guard reasonPrompt == nil else { return hints(of: Self.reasonKeys) }
        guard codePrompt == nil else { return hints(of: Self.promptKeys) }
        let own = screen.hints(context.words, for: context.role)
        let taken = Set(own.flatMap(\.keys))
        return own + globalHints.filter { !taken.isSuperset(of: $0.keys) && !taken.contains($0.keys[0]) }
    }

    /// The keys that work on every screen, where it does not take text.
    public var globalHints: [KeyHint] { hints(of: Self.keys) }

    private func hints(of keys: [KeyBinding<Session>]) -> [KeyHint] {
        keys.filter { $0.works(self, for: context.role) }.map {
            KeyHint(keys: $0.keys, phrase: $0.label(context.words.keys), isOnBottomLine: $0.isOnBottomLine)
        }
    }
}
