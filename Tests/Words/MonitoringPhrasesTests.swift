import Testing
import Training
import Words

/// The words of what became of people.
@Suite struct MonitoringPhrasesTests {
    @Test(arguments: Language.allCases)
    func everyTermHasItsOwnWord(_ language: Language) {
        let terms = Phrasebook.of(language).monitoring
        let words = [
            Outcome.Kind.allCases.map(terms.outcome), Outcome.Sector.allCases.map(terms.sector),
            Outcome.IncomeBand.allCases.map(terms.income), Outcome.Reason.allCases.map(terms.reason),
            Equipment.Condition.allCases.map(terms.condition), FollowUp.Method.allCases.map(terms.method),
            DueFollowUp.State.allCases.map(terms.state), OutcomeLadder.Step.allCases.map(terms.step),
            RecallEntry.State.allCases.map(terms.recallState), EquipmentList.allCases.map(terms.equipmentList),
        ]
        for list in words {
            #expect(list.allSatisfy { !$0.isEmpty })
            #expect(Set(list).count == list.count, "\(list)")
        }
    }

    @Test func factsAreSaidInAFewWords() {
        let (terms, english) = (Phrasebook.of(.indonesian).monitoring, Phrasebook.of(.english).monitoring)
        let facts: [(Outcome.Fact, String, String)] = [
            (.working(Outcome.Work(employer: "PT Kopi", isRelated: true)), "bekerja di PT Kopi", "working at PT Kopi"),
            (.working(Outcome.Work(isRelated: false)), "bekerja", "working"),
            (.selfEmployed(Outcome.Business(workers: 2)), "wirausaha dengan 2 pekerja", "self-employed with 2 workers"),
            (.selfEmployed(Outcome.Business(workers: 1)), "wirausaha dengan 1 pekerja", "self-employed with 1 worker"),
            (.selfEmployed(Outcome.Business()), "wirausaha", "self-employed"),
            (.notUsing(.noCapital), "belum memanfaatkan (tidak ada modal)", "not using it (no capital)"),
            (.studying, "belajar lagi", "studying"), (.unreachable, "tidak terjangkau", "unreachable"),
        ]
        for (fact, indonesian, said) in facts {
            #expect(terms.fact(fact) == indonesian)
            #expect(english.fact(fact) == said)
        }
    }

    /// The codes that a sentence gives as examples are codes.
    @Test(arguments: Language.allCases)
    func aFlawSaysWhatWouldBeRight(_ language: Language) throws {
        let terms = Phrasebook.of(language).monitoring
        let sentence = terms.flaw(.notACode, "⟦1⟧")
        let codes = sentence.split(whereSeparator: { $0 == " " || $0 == "," }).filter { $0.contains("-0") }
        #expect(codes.count == 2 && sentence.contains("⟦1⟧"))
        for code in codes { #expect(throws: Never.self) { try LabelCode(typed: String(code)) } }
        #expect(terms.flaw(.checkDigit, "⟦1⟧").contains("⟦1⟧"))
        #expect(terms.otherKind(LabelCode(.equipment, 7)) != terms.otherKind(LabelCode(.followUp, 7)))
    }

    @Test(arguments: Language.allCases)
    func partsAreNotLeftOut(_ language: Language) {
        let sheet = Phrasebook.of(language).routeSheet
        let phrases = Phrasebook.of(language).command.monitoring
        let sentences: [(String, [String])] = [
            (sheet.page(3, 7), ["3", "7"]), (sheet.printed("⟦1⟧"), ["⟦1⟧"]),
            (sheet.contents("⟦1⟧", "⟦2⟧"), ["⟦1⟧", "⟦2⟧"]), (sheet.desa("⟦1⟧", "⟦2⟧"), ["⟦1⟧", "⟦2⟧"]),
            (sheet.desa("⟦1⟧", nil), ["⟦1⟧"]), (sheet.dueOn("⟦1⟧", 23), ["⟦1⟧", "23"]), (sheet.attempts(23), ["23"]),
            (sheet.alsoOpen(["⟦1⟧", "⟦2⟧"]), ["⟦1⟧", "⟦2⟧"]), (sheet.earlier("⟦1⟧", "⟦2⟧"), ["⟦1⟧", "⟦2⟧"]),
            (sheet.lastCondition("⟦1⟧", "⟦2⟧"), ["⟦1⟧", "⟦2⟧"]), (sheet.neverChecked("⟦1⟧"), ["⟦1⟧"]),
            (phrases.recorded("⟦1⟧", "⟦2⟧", "⟦3⟧", "⟦4⟧"), ["⟦1⟧", "⟦2⟧", "⟦3⟧", "⟦4⟧"]),
            (phrases.recordedOutside("⟦1⟧", "⟦2⟧", "⟦3⟧"), ["⟦1⟧", "⟦2⟧", "⟦3⟧"]),
            (phrases.attempt(2), ["2"]), (phrases.foreignDetail("⟦1⟧", "⟦2⟧"), ["⟦1⟧", "⟦2⟧"]),
            (phrases.notInClass("⟦1⟧", "⟦2⟧"), ["⟦1⟧", "⟦2⟧", "silat enroll"]),
            (phrases.equipmentAdded("⟦1⟧", "⟦2⟧", "⟦3⟧"), ["⟦1⟧", "⟦2⟧", "⟦3⟧"]),
            (phrases.equipmentChecked("⟦1⟧", "⟦2⟧", "⟦3⟧"), ["⟦1⟧", "⟦2⟧", "⟦3⟧"]),
            (phrases.equipmentMoved("⟦1⟧", "⟦2⟧", "⟦3⟧"), ["⟦1⟧", "⟦2⟧", "⟦3⟧"]),
            (phrases.recallKept("⟦1⟧", "⟦2⟧", "⟦3⟧"), ["⟦1⟧", "⟦2⟧", "⟦3⟧"]),
            (phrases.recallMarked("⟦1⟧", "⟦2⟧"), ["⟦1⟧", "⟦2⟧"]), (phrases.aged(20, 30), ["20", "30"]),
        ]
        for (sentence, parts) in sentences {
            for part in parts { #expect(sentence.contains(part), "\(part) is missing in: \(sentence)") }
        }
    }
}
