import Keyboard
import Testing

@testable import ViewModels

@Suite struct ChoiceListTests {
    private static let places = [
        Choice(id: "1", code: "63.09.04", label: "Tanjung"), Choice(id: "2", code: "63.09.03", label: "Tanta"),
        Choice(id: "3", code: "63.09.06", label: "Murung Pudak"),
        Choice(id: "4", code: "63.09.12", label: "Bintang Ara"),
        Choice(id: "5", code: "63.09.13", label: "Mabu'un"), Choice(id: "6", code: "K-014", label: "Ménjahit dasar"),
        Choice(id: "7", code: "", label: "Tanta Hulu"),
    ]

    private func list(typing text: String, _ choices: [Choice]? = places, any: Bool = false) -> ChoiceList {
        var list = ChoiceList(choices, allowsAnyText: any)
        for character in text { list.press(.character(character)) }
        return list
    }

    @Test(arguments: [
        ("tan", ["1", "2", "7"]), ("TANJ", ["1"]), ("pudak", ["3"]), ("mur pu", ["3"]), ("pu mur", ["3"]), ("udak", []),
        ("63.09.06", ["3"]), ("k-0", ["6"]), ("014", ["6"]), ("menj", ["6"]), ("dasar", ["6"]), ("mabuun", ["5"]),
        ("tanta", ["2", "7"]), ("hulu", ["7"]), ("zzz", []),
    ])
    func narrowsFromTheStartOfAnyWordOrByCode(typed: String, found: [String]) {
        let list = list(typing: typed)
        #expect(list.matches.map(\.id) == found)
        #expect(list.isOpen)
    }

    @Test func enterTakesTheHighlighted() {
        var list = list(typing: "tan")
        list.press(.down)
        #expect(list.settle(byEnter: true) == .took)
        #expect(list.chosen?.label == "Tanta")
        #expect(!list.isOpen)
    }

    @Test func tabTakesAnOnlyMatchOrAWholeNameAndElseNothing() {
        var only = list(typing: "pud")
        #expect(only.settle(byEnter: false) == .took)
        var whole = list(typing: "tanta")
        #expect(whole.settle(byEnter: false) == .took)
        #expect(whole.chosen?.id == "2")
        var several = list(typing: "tan")
        #expect(several.settle(byEnter: false) == .unresolved)
        #expect(several.text.text == "tan")
        #expect(several.isUnresolved)
        var none = list(typing: "zzz")
        #expect(none.settle(byEnter: true) == .unresolved)
        #expect(none.text.text == "zzz")
    }

    @Test func enterOnAnEmptyFieldTakesNothingUnlessTheListWasOpened() {
        var list = list(typing: "")
        #expect(list.settle(byEnter: true) == .unchanged)
        #expect(list.chosen == nil)
        list.press(.character(" "))
        #expect(list.isOpen)
        #expect(list.settle(byEnter: true) == .took)
        #expect(list.chosen?.id == "1")
    }

    @Test func whatIsTypedWhileTheListLoadsIsKeptAndApplied() {
        var list = list(typing: "mur", nil)
        #expect(list.text.text == "mur")
        #expect(list.settle(byEnter: true) == .mustWait)
        list.supply(Self.places)
        #expect(list.settle(byEnter: true) == .took)
        #expect(list.chosen?.id == "3")
    }

    @Test func aLetterTakesTheChoicesPlaceAndBackspaceTakesItAway() {
        var list = list(typing: "pud")
        _ = list.settle(byEnter: true)
        list.press(.character("t"))
        #expect(list.chosen == nil)
        #expect(list.text.text == "t")
        list.press(.backspace)
        list.choose(Self.places[0])
        list.press(.backspace)
        #expect(list.isEmpty)
        #expect(!list.isOpen)
    }

    @Test func aNewerListKeepsTheHighlightOnWhatWasPointedAt() {
        var list = list(typing: "tan")
        list.press(.down)
        list.supply(Array(Self.places.dropFirst()))
        #expect(list.settle(byEnter: true) == .took)
        #expect(list.chosen?.id == "2")
    }

    @Test func suggestionsStandInNobodysWay() {
        var list = list(typing: "Tan", any: true)
        #expect(list.highlighted == nil)
        #expect(list.settle(byEnter: true) == .unchanged)
        #expect(list.text.text == "Tan")
        list.press(.character("t"))
        list.press(.down)
        #expect(list.settle(byEnter: true) == .took)
        #expect(list.text.text == "Tanta")
    }
}

extension ChoiceList {
    fileprivate mutating func press(_ key: Key) {
        let taken = handle(key)
        #expect(taken, "\(key)")
    }
}
