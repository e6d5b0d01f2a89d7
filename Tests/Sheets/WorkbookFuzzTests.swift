import Foundation
import SheetFixtures
import Testing

@testable import Sheets

/// Whatever the bytes are, they are read or refused.
@Suite struct WorkbookFuzzTests {
    /// How much it tries: see ``FuzzBudget``.
    @Test func survivesAnyBytes() throws {
        var count = 0
        var tally = Tally()
        for seed in FuzzBudget(seeds: 50, share: 0.2).seeds {
            try readMutations(seed: seed, count: 400, &tally)
            count += 400
        }
        // Mutations that are all refused, or all harmless, would prove nothing.
        #expect(tally.read > count / 50 && tally.refused > count / 10, "\(tally)")
    }

    struct Tally { var (read, refused) = (0, 0) }

    /// Reads workbooks with a few bytes changed, in the archive or in a part of it.
    func readMutations(seed: UInt64, count: Int, _ tally: inout Tally) throws {
        var random = Seeded(state: seed)
        let good = Self.workbook
        let file = try FixtureFile([])
        for _ in 0..<count {
            var fixture = good
            fixture.isDeflated = Bool.random(using: &random)
            let isInside = Bool.random(using: &random)
            if isInside {
                let part = Int.random(in: 0..<fixture.parts.count, using: &random)
                mutate(&fixture.parts[part].bytes, signs: Self.signs, &random)
            }
            var bytes = try fixture.bytes()
            if !isInside { mutate(&bytes, signs: Self.signs, &random) }
            try file.replace(bytes)
            do throws(SheetFlaw) {
                try read(file.path, seed)
                tally.read += 1
            } catch {
                tally.refused += 1
            }
        }
    }

    private static let signs = "<>\"/&0;9A=_"

    private func read(_ path: String, _ seed: UInt64) throws(SheetFlaw) {
        let workbook = try Workbook(path: path)
        for sheet in workbook.sheets.indices {
            let reader = try workbook.reader(of: sheet)
            var record = SheetRecord()
            var last = 0
            while try reader.read(&record) {
                #expect(record.row > last && (1...SheetLimits.columns).contains(record.count), "seed \(seed)")
                #expect(record.cells.joined().utf8.count <= SheetLimits.rowBytes, "seed \(seed)")
                last = record.row
            }
        }
    }

    private static let workbook: WorkbookFixture = {
        var fixture = WorkbookFixture(sheets: [
            (
                "Peserta",
                [
                    [.text("NIK"), .text("Nama _x000D_"), .inline("Lahir"), .text("Nilai")],
                    [
                        .number("6.309064505990012E15"), .inline("Siti_x0041_"), .day(36_677),
                        .number("0.30000000000000004"),
                    ],
                    [.flag(true), .failure("#N/A"), .empty, .number("-12")],
                ]
            ), ("Lain", [[.text("satu")], [.day(1)]]),
        ])
        fixture.add(strings: [
            "<t>NIK</t>", "<r><t>Na</t></r><r><t>ma _x000D_</t></r><rPh><t>x</t></rPh>", "<t>Nilai</t>", "<t>é</t>",
        ])
        fixture["xl/styles.xml"] = fixture["xl/styles.xml"].replacingOccurrences(
            of: "<cellXfs>",
            with:
                "<numFmts><numFmt numFmtId=\"165\" formatCode=\"[h]:mm\\-dd&quot;x&quot;;@\"/></numFmts><cellXfs><xf numFmtId=\"165\"/>"
        )
        return fixture
    }()
}
