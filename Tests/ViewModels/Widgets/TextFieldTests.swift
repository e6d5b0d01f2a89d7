import Keyboard
import Testing

@testable import ViewModels

@Suite struct TextFieldTests {
    /// Keys on a text with the cursor at its end, and what is left with `|` where the cursor stands.
    @Test(arguments: [
        ("Siti Noor", [Key.control("w")], "Siti |"), ("Siti Noor", [.wordLeft, .control("w")], "|Noor"),
        ("Siti Noor", [.home, .delete], "|iti Noor"), ("Siti", [.left, .backspace], "Si|i"),
        ("Siti Noor", [.wordLeft, .control("k")], "Siti |"), ("Siti Noor", [.wordLeft, .control("u")], "|Noor"),
        ("Siti Noor", [.home, .wordRight, .character("!")], "Siti!| Noor"),
        ("é", [.character("ñ"), .left, .backspace], "|ñ"), ("", [.backspace, .delete, .left, .right], "|"),
    ])
    func keysMoveAndDelete(text: String, keys: [Key], left: String) {
        var field = TextField(text)
        for key in keys {
            let taken = field.handle(key)
            #expect(taken)
        }
        var shown = field.text
        shown.insert("|", at: shown.index(shown.startIndex, offsetBy: field.cursor))
        #expect(shown == left)
    }

    @Test func aCombiningMarkJoinsTheLetterBeforeIt() {
        var field = TextField()
        for character in ["e", "\u{301}", "a"] as [Character] { _ = field.handle(.character(character)) }
        #expect(field.text == "éa")
        #expect(field.cursor == 2)
    }

    @Test func whatGoesBeyondTheLimitIsNotTaken() {
        var field = TextField("ab", limit: 4)
        field.insert("cdef")
        #expect(field.text == "abcd")
    }
}
