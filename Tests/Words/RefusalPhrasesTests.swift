import Foundation
import Testing
import Training
import Words

@Suite struct RefusalPhrasesTests {
    private static let flaws: [(NIK.Flaw, part: String)] = [
        (.notADigit(character: "O", position: 9), "9"), (.length(count: 15), "15"), (.digitsLost, "E+15"),
        (.placeholder(digit: "9"), "9999"), (.day(written: 0), "00"), (.month(written: 13), "13"),
        (.noSuchDate(day: 29, month: 2, year: 1), "29-02-01"), (.serialZero, "0000"),
    ]

    @Test(arguments: Language.allCases)
    func everyFlawNamesTheDigits(_ language: Language) {
        let phrases = Phrasebook.of(language).refusals
        for (flaw, part) in Self.flaws { #expect(phrases.flaw(flaw).contains(part)) }
        #expect(Set(Self.flaws.map { phrases.flaw($0.0) }).count == Self.flaws.count)
        for typed in ["6309060005990012", "6309060513990012", "6309062902010012", "6309064505990000"] {
            #expect(throws: NIK.Flaw.self) { try NIK(typed) }
        }
        #expect(phrases.flaw(.day(written: 0)).contains("7–8"))
        #expect(phrases.flaw(.month(written: 13)).contains("9–10"))
        #expect(phrases.flaw(.serialZero).contains("13–16"))
    }

    private static func holder() throws -> ParticipantRow {
        ParticipantRow(
            id: ID(7), nik: try NIK("6309064505990012"), name: try #require(PersonName("Siti Norhayati")), sex: .female,
            birthDate: try #require(CalendarDate(iso: "1999-05-05")),
            residence: .desa(try #require(RegionCode("63.09.06.2004"))), latestClass: Code("K-014"),
            latestStatus: .attending)
    }

    /// A NIK that is taken: whose it is, where they live and which class they are in, and never the digits.
    @Test(arguments: Language.allCases)
    func aTakenNIKNamesItsHolder(_ language: Language) throws {
        let book = Phrasebook.of(language)
        let sentence = book.sentence(
            for: .nikTaken(try NIK("6309064505990012"), holder: try Self.holder()))
        for part in ["Siti Norhayati", "Maburai", "K-014", "6309••••••••0012"] { #expect(sentence.contains(part)) }
        #expect(!sentence.contains("64505990"))
    }

    @Test(arguments: Language.allCases)
    func everyRefusalIsASentence(_ language: Language) throws {
        let book = Phrasebook.of(language)
        let ani = Author(name: "Ani", desk: "meja2")
        let row = try Self.holder()
        let person = Participant(
            identity: .none(reason: "-"), name: row.name, birthDate: row.birthDate, sex: .female, residence: .outside)
        let step = Step(id: ID(7), time: Date(timeIntervalSince1970: 0), author: ani, kind: .setStatus, changes: 1)
        let refusals: [(Refusal, parts: [String])] = [
            (.unconfirmed([.under15, .nearlySameNIK], others: [row]), [book.terms.doubt(.under15), "Siti Norhayati"]),
            (
                .changedMeanwhile(theirs: Stored(id: ID(1), version: ID(1), value: person), by: ani), ["Ani", "meja2"]
            ),
            (.recordChangedMeanwhile(by: ani), ["Ani", "meja2"]), (.gone, []),
            (.codeTaken(try #require(Code("K-1"))), ["K-1"]),
            (.unknownCode("K-9\u{1B}", kind: .trainingClass, nearest: ["K-1", "K-2"]), ["“K-9”", "K-1, K-2"]),
            (.inUse(count: 3, by: .enrollment), ["3"]), (.nothingToUndo, []),
            (.changedSince(by: step), ["Ani", book.terms.step(.setStatus)]),
            (.cannotTakeBack(ID(7), .notOwn(ani)), ["7", "Ani"]),
            (.dateBeforeClass(start: row.birthDate), ["05-05-1999"]),
        ]
        for (refusal, parts) in refusals {
            let sentence = book.sentence(for: refusal)
            #expect(sentence.count > 10)
            #expect(sentence == sentence.strippedOfControls)
            for part in parts { #expect(sentence.contains(part), "\(part) is missing in: \(sentence)") }
        }
        let fields: [Refusal.Field] = [
            .seats, .classDates, .year, .targetCount, .title, .noNIKReason, .birthDate, .skkni, .pokir,
        ]
        #expect(Set(fields.map { book.sentence(for: .invalid($0)) }).count == fields.count)
        let kinds: [Refusal.CodeKind] = [.organizer, .program, .trainingClass, .kecamatan, .desa, .enrollment]
        #expect(
            Set(kinds.map { book.sentence(for: .unknownCode("x", kind: $0, nearest: [])) }).count == kinds.count)
    }

    @Test(arguments: Language.allCases)
    func everyFailureNamesTheFile(_ language: Language) {
        let phrases = Phrasebook.of(language).refusals
        let path = "/home/ani/silat.db"
        let failures: [StoreFailure] = [
            .noSuchFile(path: path), .unreadable(path: path),
            .noSuchFolder(path: path, folder: "/home/ani"), .cannotCreate(path: path, reason: "x"),
            .notOurs(path: path),
            .newer(path: path, fileVersion: 9, supported: 1, program: "0.9.1"),
            .oddSchema(path: path, objects: ["trigger gift"]),
            .noRoomForBackup(path: path, needed: 3_000_000, free: 1_000_000),
            .accessRefused(path: path, reason: "EPERM"), .readOnly(path: path), .diskFull(path: path),
            .busy(path: path), .damaged(path: path, detail: "x"), .system(path: path, detail: "x"),
        ]
        for failure in failures { #expect(phrases.failure(failure).contains(path)) }
        #expect(Set(failures.map(phrases.failure)).count == failures.count)
    }
}
