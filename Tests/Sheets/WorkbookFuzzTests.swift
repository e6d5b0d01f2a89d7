import Foundation
import Testing

@testable import Sheets

/// Whatever the bytes are, they are read or refused.
@Suite struct WorkbookFuzzTests {
    /// Runs longer, from a seed of its own, where `SILAT_FUZZ_SECONDS` is set.
    @Test func survivesAnyBytes() throws {
        let seconds = ProcessInfo.processInfo.environment["SILAT_FUZZ_SECONDS"].flatMap(Double.init)
        let deadline = seconds.map { Date(timeIntervalSinceNow: $0) }
        var seed: UInt64 = deadline == nil ? 1 : UInt64(Date().timeIntervalSince1970)
        var count = 0
        var tally = Tally()
        repeat {
            try readMutations(seed: seed, count: 400, &tally)
            (seed, count) = (seed + 1, count + 400)
        } while deadline.map { $0 > Date() } ?? false
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
                mutate(&fixture.parts[part].bytes, &random)
            }
            var bytes = try fixture.bytes()
            if !isInside { mutate(&bytes, &random) }
            try file.replace(bytes)
            do throws(SheetFlaw) {
                try read(file.path, seed)
                tally.read += 1
            } catch {
                tally.refused += 1
            }
        }
    }

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

    /// Flips, cuts out, doubles, overwrites or inserts, once or a few times.
    private func mutate(_ bytes: inout [UInt8], _ random: inout Seeded) {
        for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            let length = min(Int.random(in: 1...20, using: &random), bytes.count - place)
            switch Int.random(in: 0..<6, using: &random) {
            case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            case 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 2: bytes.removeSubrange(place..<place + length)
            case 3: bytes.insert(contentsOf: bytes[place..<place + length], at: place)
            case 4:
                let sign = Array("<>\"/&0;9A=_".utf8).randomElement(using: &random) ?? 0
                bytes.insert(contentsOf: repeatElement(sign, count: length), at: place)
            default: bytes.replaceSubrange(place..<place + length, with: repeatElement(0xFF, count: length))
            }
        }
    }
}
