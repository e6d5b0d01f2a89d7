import CVterm
import Keyboard

/// The terminal emulator libvterm: bytes a program writes become a screen, keys become the bytes a terminal sends for them.
public final class Emulator {
    public private(set) var columns: Int
    public private(set) var rows: Int
    private let terminal: OpaquePointer
    private let modes = UnsafeMutablePointer<desk_modes>.allocate(capacity: 1)

    public init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
        modes.initialize(to: desk_modes(shows_cursor: true, is_alternate: false))
        terminal = desk_emulator(Int32(columns), Int32(rows), modes)
    }

    deinit {
        vterm_free(terminal)
        modes.deallocate()
    }

    /// Takes what a program wrote.
    ///
    /// - Returns: what the terminal answers, where it was asked something.
    public func show(_ bytes: [UInt8]) -> [UInt8] {
        bytes.withUnsafeBytes { buffer in
            _ = vterm_input_write(terminal, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
        }
        return sent
    }

    public func resize(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
        vterm_set_size(terminal, Int32(rows), Int32(columns))
    }

    // MARK: What is on the screen

    /// One place on the screen.
    public struct Place {
        public var text: String
        public var isBold: Bool
        public var isReverse: Bool
        public var isUnderlined: Bool
        /// Whether it has a colour other than the terminal's own.
        public var isColoured: Bool
    }

    /// The rows as text, without the blanks at their ends.
    public var screen: [String] {
        (0..<rows).map { row in
            var line = ""
            for column in 0..<columns { line += self[column, row]?.text ?? "" }
            while line.last == " " { line.removeLast() }
            return line
        }
    }

    /// `nil` in the right half of a wide character.
    public subscript(column: Int, row: Int) -> Place? {
        var scalars = [UInt32](repeating: 0, count: 6)
        var style: Int32 = 0
        guard desk_cell(vterm_obtain_screen(terminal), Int32(row), Int32(column), &scalars, &style) > 0 else {
            return nil
        }
        let text = String(String.UnicodeScalarView(scalars.prefix { $0 != 0 }.compactMap(Unicode.Scalar.init)))
        func has(_ bit: Int) -> Bool { style & Int32(bit) != 0 }
        return Place(
            text: text.isEmpty ? " " : text, isBold: has(DESK_BOLD), isReverse: has(DESK_REVERSE),
            isUnderlined: has(DESK_UNDERLINE), isColoured: has(DESK_COLOR))
    }

    /// Where the cursor stands, from 0; `nil` where it is hidden.
    public var cursor: (column: Int, row: Int)? {
        guard modes.pointee.shows_cursor else { return nil }
        var row: Int32 = 0
        var column: Int32 = 0
        desk_cursor(terminal, &row, &column)
        return (Int(column), Int(row))
    }

    /// Whether the alternate screen is up, which programs use that give the old one back.
    public var isAlternate: Bool { modes.pointee.is_alternate }

    // MARK: What the keyboard sends

    /// The bytes of a key, as the modes are that the program asked for.
    public func bytes(for key: Key) -> [UInt8] {
        switch key {
        case .character(let character): return bytes(for: character)
        case .control(let character): return bytes(for: character, VTERM_MOD_CTRL)
        case .enter: return bytes(for: VTERM_KEY_ENTER)
        case .escape: return bytes(for: VTERM_KEY_ESCAPE)
        case .tab: return bytes(for: VTERM_KEY_TAB)
        case .backTab: return bytes(for: VTERM_KEY_TAB, VTERM_MOD_SHIFT)
        case .backspace: return bytes(for: VTERM_KEY_BACKSPACE)
        case .delete: return bytes(for: VTERM_KEY_DEL)
        case .insert: return bytes(for: VTERM_KEY_INS)
        case .up: return bytes(for: VTERM_KEY_UP)
        case .down: return bytes(for: VTERM_KEY_DOWN)
        case .left: return bytes(for: VTERM_KEY_LEFT)
        case .right: return bytes(for: VTERM_KEY_RIGHT)
        case .home: return bytes(for: VTERM_KEY_HOME)
        case .end: return bytes(for: VTERM_KEY_END)
        case .pageUp: return bytes(for: VTERM_KEY_PAGEUP)
        case .pageDown: return bytes(for: VTERM_KEY_PAGEDOWN)
        case .wordLeft: return bytes(for: VTERM_KEY_LEFT, VTERM_MOD_CTRL)
        case .wordRight: return bytes(for: VTERM_KEY_RIGHT, VTERM_MOD_CTRL)
        case .function(let number):
            return bytes(for: VTermKey(rawValue: VTERM_KEY_FUNCTION_0.rawValue + UInt32(number)))
        }
    }

    /// The bytes of text pasted, between marks where the program asked for them.
    public func bytes(forPaste text: String) -> [UInt8] {
        vterm_keyboard_start_paste(terminal)
        let start = sent
        vterm_keyboard_end_paste(terminal)
        return start + Array(text.utf8) + sent
    }

    private func bytes(for character: Character, _ modifier: VTermModifier = VTERM_MOD_NONE) -> [UInt8] {
        character.unicodeScalars.flatMap { scalar in
            vterm_keyboard_unichar(terminal, scalar.value, modifier)
            return sent
        }
    }

    private func bytes(for key: VTermKey, _ modifier: VTermModifier = VTERM_MOD_NONE) -> [UInt8] {
        vterm_keyboard_key(terminal, key, modifier)
        return sent
    }

    private var sent: [UInt8] {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = vterm_output_read(terminal, &buffer, buffer.count)
        return buffer.prefix(count).map { UInt8(bitPattern: $0) }
    }
}
