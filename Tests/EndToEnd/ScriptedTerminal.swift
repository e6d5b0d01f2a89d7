import DeskScript
import Keyboard
import Testing

/// The desk for scripts that are played at the view models and at the built program alike.
struct ScriptedTerminal: Desk {
    let desk: TerminalDesk

    func press(_ keys: Key...) throws { for key in keys { try desk.press(key) } }
    func type(_ text: String) throws { try desk.type(text) }
    func paste(_ text: String) throws { try desk.paste(text) }
    func sees(_ text: String) throws { try desk.sees(text) }
    func doesNotSee(_ text: String) throws { try desk.doesNotSee(text) }
    func resize(columns: Int, rows: Int) { desk.resize(columns: columns, rows: rows) }
    var screen: [String] { desk.screen }
}

extension TerminalDesk {
    /// This desk, for scripts.
    var scripted: ScriptedTerminal { ScriptedTerminal(desk: self) }
}
