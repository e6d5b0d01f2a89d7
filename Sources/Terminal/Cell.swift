/// One place on the screen: a character and how it looks.
public struct Cell: Hashable, Sendable {
    /// One grapheme; a space in a blank cell.
    public let character: Character
    /// How it looks.
    public var style: Style
    /// Whether this is the right half of the character to its left.
    public let isContinuation: Bool

    /// A cell that shows a character.
    public init(_ character: Character, _ style: Style) {
        self.character = character
        self.style = style
        isContinuation = false
    }

    init(continuation style: Style) {
        character = " "
        self.style = style
        isContinuation = true
    }

    static let blank = Cell(" ", .plain)
}
