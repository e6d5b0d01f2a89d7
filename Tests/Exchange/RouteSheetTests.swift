import Foundation
import Testing
import Training
import Words

@testable import Exchange

/// The route sheet on paper: the same in text and HTML, within an A4 page, and without what paper must not carry.
@Suite struct RouteSheetTests {
    private static let today = CalendarDate(iso: "2026-11-24")!
    private static let desa = RegionCode("63.09.06.2005")!

    private static func row(_ serial: Int, _ name: String) -> ParticipantRow {
        ParticipantRow(
            id: ID(Int64(serial)), nik: try! NIK("630906450599" + String(format: "%04d", serial)),
            name: PersonName(name)!, sex: .female, birthDate: CalendarDate(iso: "1999-05-05")!,
            residence: .desa(desa))
    }

    private static func person(_ row: ParticipantRow, address: String?, phone: String?) -> Participant {
        Participant(
            identity: .nik(row.nik!), name: row.name, birthDate: row.birthDate, sex: row.sex,
            residence: row.residence, address: address, phone: phone.flatMap { PhoneNumber($0) })
    }

    private static func check(
        _ row: ParticipantRow, mark: Int, due: String, number: Int, program: String = "Menjahit Dasar",
        attempts: Int = 0, nextTry: String? = nil, latest: Outcome.Kind? = nil
    ) -> (check: DueFollowUp, code: LabelCode) {
        let check = DueFollowUp(
            person: row, enrollment: ID(row.id.rawValue + 1_000), trainingClass: Code("K-014")!, program: program,
            mark: mark, dueOn: CalendarDate(iso: due)!, state: .late, attempts: attempts,
            nextTry: nextTry.flatMap { CalendarDate(iso: $0) }, latest: latest)
        return (check, LabelCode(.followUp, number))
    }

    private static func item(
        _ row: ParticipantRow, _ number: Int, group: String? = nil, found: Equipment.Condition? = nil
    ) -> EquipmentLine {
        let equipment = Equipment(item: "mesin jahit Singer 8280", kind: "mesin jahit", serial: "SGR-\(number)")
        let handover = CalendarDate(iso: "2026-02-02")!
        let holder = group.map { EquipmentHolding.Holder.group($0, members: [row.id]) } ?? .participant(row.id)
        return EquipmentLine(
            equipment: Stored(id: ID(Int64(number)), version: ID(1), value: equipment),
            code: LabelCode(.equipment, number),
            holding: EquipmentHolding(equipment: ID(Int64(number)), date: handover, holder: holder), person: row,
            lastCheck: found.map {
                EquipmentCheck(
                    equipment: ID(Int64(number)), date: handover.adding(months: 1), visitor: "Udin", condition: $0)
            }, nextDue: handover.adding(months: 6))
    }

    /// Two people with checks, one of them with a machine, and a group that only has one to look at.
    private static var contents: RouteSheetContents {
        let (siti, hana, rina) = (row(1, "Siti Noorhayati"), row(2, "Hana <b>\u{202E}"), row(3, "Rina"))
        return RouteSheetContents(
            place: desa, visitor: nil, date: today,
            checks: [
                check(siti, mark: 6, due: "2026-08-11", number: 124, attempts: 2, nextTry: "2026-12-01"),
                check(siti, mark: 3, due: "2026-05-11", number: 123),
                check(hana, mark: 3, due: "2026-11-24", number: 125, program: "Roti & Kue", latest: .notUsing),
            ],
            equipment: [item(siti, 7, found: .inUse), item(rina, 8, group: "Kelompok Melati")],
            people: [
                siti.id: person(siti, address: "Jl. Ahmad Yani RT 03", phone: "081234567890"),
                hana.id: person(hana, address: nil, phone: nil),
                rina.id: person(rina, address: "Jl. Melati 2", phone: "081299988877"),
            ])
    }

    private func text(_ contents: RouteSheetContents, _ language: Language = .indonesian) -> String {
        RouteSheetText(contents.sheet(.of(language), .tabalong), width: { $0.count }).text
    }

    private func html(_ contents: RouteSheetContents, _ language: Language = .indonesian) -> String {
        RouteSheetPage(contents.sheet(.of(language), .tabalong)).html
    }

    @Test(arguments: Language.allCases) func looksAsKept(_ language: Language) throws {
        try expectGoldenFile(text(Self.contents, language), "route-sheet-\(language.rawValue).txt")
        try expectGoldenFile(html(Self.contents, language), "route-sheet-\(language.rawValue).html")
    }

    /// Every code, name and phone is on both; no NIK is on either.
    @Test func bothFormsHoldTheSameAndNoNIK() {
        for sheet in [text(Self.contents), html(Self.contents)] {
            for held in [
                "P-0123-2", "P-0124-1", "P-0125-5", "A-0007-7", "A-0008-9", "Siti Noorhayati", "Rina", "081234567890",
                "081299988877", "Jl. Ahmad Yani RT 03", "Kelompok Melati", "SGR-7", "24-11-2026",
            ] { #expect(sheet.contains(held), "\(held)") }
            for kind in Outcome.Kind.allCases {
                #expect(sheet.contains(Phrasebook.of(.indonesian).monitoring.outcome(kind)))
            }
            #expect(!sheet.contains("6309064505990001") && !sheet.contains("6309••"))
            #expect(!sheet.contains("\u{202E}"))
        }
    }

    @Test func namesAreNoMarkup() {
        let page = html(Self.contents)
        #expect(page.contains("Hana &lt;b&gt;") && page.contains("Roti &amp; Kue"))
        #expect(!page.contains("<script") && !page.contains("http") && !page.contains("src="))
        #expect("<\u{301}'\"&".escaped == "&lt;\u{301}&#39;&quot;&amp;")
    }

    /// However many people and however long their names: 80 columns, 60 lines, and every page says which it is.
    @Test(arguments: [1, 6, 7, 40]) func pagesFitThePaper(count: Int) {
        var contents = Self.contents
        contents.visitor = "Petugas " + String(repeating: "panjang ", count: 8)
        for serial in 10..<10 + count {
            let name = "Orang " + String(repeating: "x", count: serial % 5 == 0 ? 120 : serial % 7)
            let row = Self.row(serial, name)
            contents.checks.append(Self.check(row, mark: 3, due: "2026-06-01", number: serial * 1_000))
            contents.equipment += (0..<serial % 6).map { Self.item(row, serial * 10 + $0) }
            contents.people[row.id] = Self.person(row, address: String(repeating: "jalan ", count: 30), phone: nil)
        }
        let pages = text(contents).split(separator: "\u{0C}").map {
            $0.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        }
        for (place, page) in pages.enumerated() {
            #expect(page.count <= RouteSheetText.lines)
            #expect(page.allSatisfy { $0.count <= RouteSheetText.columns }, "\(page.filter { $0.count > 80 })")
            #expect(page.first?.hasSuffix("halaman \(place + 1) dari \(pages.count)") == true)
            #expect(page.last?.isEmpty == false)
        }
        let boxes = pages.joined().filter { $0.contains("[ ] tidak ketemu") }
        #expect(boxes.count == 2 + count)
    }

    @Test func aVisitorsSheetSaysWhichDesa() {
        var contents = Self.contents
        (contents.place, contents.visitor) = (nil, "Pak Udin")
        let sheet = text(contents)
        #expect(sheet.contains("Petugas: Pak Udin"))
        #expect(sheet.contains("Jl. Ahmad Yani RT 03, \(Gazetteer.tabalong[Self.desa]!.name)"))
    }
}
