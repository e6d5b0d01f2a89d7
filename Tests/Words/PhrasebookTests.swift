import Testing
import Training
import Words

@Suite struct PhrasebookTests {
    static let books = Language.allCases.map { Phrasebook.of($0) }

    @Test func eachLanguageHasItsBook() {
        #expect(Self.books.map(\.language) == [.indonesian, .english])
        #expect(Language.allCases.map(\.rawValue) == ["id", "en"])
    }

    /// Every text that has no parts; those with parts cannot be reached by reflection and have tests of their own.
    @Test(arguments: Language.allCases)
    func everyTextSaysSomething(_ language: Language) {
        var texts = 0
        visit(Phrasebook.of(language), at: "\(language)") { path, text in
            texts += 1
            #expect(!text.isEmpty, "\(path) is empty")
            #expect(text == text.strippedOfControls, "\(path) holds control characters")
            #expect(text == text.fieldText && !text.contains("  "), "\(path) is “\(text)”")
        }
        #expect(texts > 100)
    }

    private func visit(_ value: Any, at path: String, _ found: (String, String) -> Void) {
        if let text = value as? String {
            found(path, text)
            return
        }
        for child in Mirror(reflecting: value).children {
            visit(child.value, at: "\(path).\(child.label ?? "")", found)
        }
    }

    /// The parts of the header's and the gauge's sentences stand in them.
    @Test(arguments: Language.allCases)
    func partsAreNotLeftOut(_ language: Language) {
        let frame = Phrasebook.of(language).frame
        expect(frame.laps(3, 87), holds: ["3", "87 %"])
        expect(frame.tooSmall(80, 24), holds: ["80", "24"])
        expect(frame.undone("⟦1⟧"), holds: ["⟦1⟧"])
        expect(frame.undoMany("⟦1⟧", "⟦2⟧"), holds: ["⟦1⟧", "⟦2⟧", "u"])
        let explanation = Phrasebook.of(language).explanation
        expect(explanation.title(2025), holds: ["2025"])
        expect(explanation.less("⟦1⟧") + explanation.among("⟦2⟧"), holds: ["⟦1⟧", "⟦2⟧"])
        expect(explanation.target("⟦1⟧", "3.000").lowercased(), holds: ["⟦1⟧", "3.000"])
        expect(explanation.source("⟦1⟧", "⟦2⟧"), holds: ["⟦1⟧", "⟦2⟧"])
        for sentence in [
            explanation.sourceOfDay, explanation.cutOff, explanation.past, explanation.dayInFuture,
            explanation.nothingYet,
        ] { expect(sentence("⟦1⟧"), holds: ["⟦1⟧"]) }
        let contributions = Phrasebook.of(language).contributions
        expect(contributions.title(2025), holds: ["2025"])
        expect(contributions.names("⟦1⟧", "⟦2⟧", 2025), holds: ["⟦1⟧", "⟦2⟧", "2025"])
        let targets = Phrasebook.of(language).targets
        expect(targets.title(2025), holds: ["2025"])
        expect(targets.term(2025, 2029), holds: ["2025", "2029"])
        expect(targets.sum("⟦1⟧"), holds: ["⟦1⟧"])
        expect(targets.sumDiffers("⟦1⟧", "⟦2⟧", "⟦3⟧", "⟦4⟧"), holds: ["⟦1⟧", "⟦2⟧", "⟦3⟧", "⟦4⟧"])
        expect(targets.sumHasNoWhole("⟦1⟧", "⟦2⟧"), holds: ["⟦1⟧", "⟦2⟧"])
        expect(targets.lessThanWhole("⟦1⟧", "⟦2⟧"), holds: ["⟦1⟧", "⟦2⟧"])
        expect(targets.moreThanWhole("⟦1⟧", "⟦2⟧"), holds: ["⟦1⟧", "⟦2⟧"])
        expect(targets.version("⟦1⟧", "⟦2⟧", "⟦3⟧"), holds: ["⟦1⟧", "⟦2⟧", "⟦3⟧"])
        expect(targets.held("⟦1⟧", "⟦2⟧", "⟦3⟧", "⟦4⟧"), holds: ["⟦1⟧", "⟦2⟧", "⟦3⟧", "⟦4⟧"])
        expect(targets.neverHeld("⟦1⟧", "⟦2⟧", "⟦3⟧"), holds: ["⟦1⟧", "⟦2⟧", "⟦3⟧"])
        let totals = Phrasebook.of(language).totals
        expect(totals.crossing("⟦1⟧", "⟦2⟧", "⟦3⟧"), holds: ["⟦1⟧", "⟦2⟧", "⟦3⟧"])
        let entry = Phrasebook.of(language).entry
        expect(entry.required("⟦1⟧"), holds: ["⟦1⟧"])
        expect(entry.noMatch("⟦1⟧"), holds: ["⟦1⟧"])
        expect(entry.severalMatch("⟦1⟧", 23), holds: ["⟦1⟧", "23"])
        expect(entry.noDate("⟦1⟧"), holds: ["⟦1⟧"])
        expect(entry.moreChoices(23), holds: ["23"])
    }

    /// The parts of Capaian's sentences stand in them, and the marks on its gauge can be told apart.
    @Test(arguments: Language.allCases)
    func partsOfCapaianAreNotLeftOut(_ language: Language) {
        let achievement = Phrasebook.of(language).achievement
        expect(achievement.title(2025), holds: ["2025"])
        for sentence in [achievement.original("⟦1⟧"), achievement.revised("⟦1⟧"), achievement.countedBy("⟦1⟧")] {
            expect(sentence, holds: ["⟦1⟧"])
        }
        expect(achievement.paceByDays(90, "⟦2⟧"), holds: ["90 %", "⟦2⟧"])
        expect(achievement.paceBySeats(90, "⟦2⟧"), holds: ["90 %", "⟦2⟧"])
        expect(achievement.overlapSum("⟦1⟧"), holds: ["⟦1⟧"])
        expect(achievement.enteredBy("⟦1⟧", "⟦2⟧"), holds: ["⟦1⟧", "⟦2⟧"])
        expect(achievement.goal("⟦1⟧", 2029), holds: ["⟦1⟧", "2029"])
        expect(
            achievement.goalSum("⟦1⟧", 2025, 2029, "⟦2⟧", "⟦3⟧"), holds: ["⟦1⟧", "2025", "2029", "⟦2⟧", "⟦3⟧"])
        expect(achievement.kecamatanTargets(12, "⟦1⟧", "⟦2⟧"), holds: ["12", "⟦1⟧", "⟦2⟧"])
        expect(achievement.trackTargets(3, "⟦1⟧", "⟦2⟧"), holds: ["3", "⟦1⟧", "⟦2⟧"])
        let marks = [achievement.originalMark, achievement.revisedMark, achievement.daysMark, achievement.seatsMark]
        #expect(Set(marks).count == 4 && marks.allSatisfy { $0.count == 1 })
    }

    private func expect(
        _ text: String, holds parts: [String], sourceLocation: SourceLocation = #_sourceLocation
    ) {
        for part in parts {
            #expect(text.contains(part), "\(part) is missing in: \(text)", sourceLocation: sourceLocation)
        }
    }

    @Test(arguments: Language.allCases)
    func everyTermHasItsOwnWord(_ language: Language) {
        let terms = Phrasebook.of(language).terms
        expectDistinct(Track.allCases.map(terms.track))
        expectDistinct(Funding.allCases.map(terms.funding))
        expectDistinct(Organizer.Kind.allCases.map(terms.organizerKind))
        expectDistinct(EnrollmentStatus.allCases.map(terms.status))
        expectDistinct(Sex.allCases.map(terms.sex))
        expectDistinct(Education.allCases.map(terms.education))
        expectDistinct(Doubt.allCases.map(terms.doubt))
        expectDistinct(Step.Kind.allCases.map(terms.step))
        expectDistinct(Target.Stage.allCases.map(terms.stage))
        expectDistinct(CountingRule.allCases.map(terms.rule))
        let book = Phrasebook.of(language)
        expectDistinct(Explanation.Step.allCases.map { book.explanation.sentence($0, 2025) })
        expectDistinct(CountingRule.allCases.map(book.explanation.rule))
        expectDistinct(CountingRule.allCases.map(book.contributions.legend))
        expectDistinct(Contribution.Reason.allCases.map(book.contributions.reason))
        expectDistinct(Contribution.Reason.allCases.map(book.contributions.reasonTitle))
        expectDistinct(Dimension.allCases.map(book.totals.dimension))
        expectDistinct(TargetSum.Kind.allCases.map { book.targets.parts($0, 2) })
    }

    private func expectDistinct(_ words: [String], sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(words.allSatisfy { !$0.isEmpty }, sourceLocation: sourceLocation)
        #expect(Set(words).count == words.count, sourceLocation: sourceLocation)
    }

    @Test func theFieldsWordsAreTheOfficial() {
        let terms = Phrasebook.of(.indonesian).terms
        #expect(
            EnrollmentStatus.allCases.map(terms.status) == [
                "terdaftar", "mengikuti", "selesai", "bersertifikat", "berhenti", "batal",
            ])
        #expect(Track.allCases.map(terms.track) == ["Berbasis masyarakat", "Berbasis kompetensi", "Nonkompetensi"])
        #expect(terms.outside == "Luar Tabalong")
    }
}
