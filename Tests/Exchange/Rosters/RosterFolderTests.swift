import Foundation
import Sheets
import Store
import Synchronization
import Testing
import Training
import Words

@testable import Exchange

/// Rosters as they come, each with one kind of dirt, and some with all: every row is read as it is meant, or refused with what would be right.
///
/// What is expected of `x.csv` stands in `x.csv.txt` beside it. Workbooks are kept as one can read them, see ``WorkbookListing``.
@Suite struct RosterFolderTests {
    static let folder = (#filePath as NSString).deletingLastPathComponent + "/Files"

    static let names: [String] = {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return all.filter { !isExpectation($0) }.sorted()
    }()

    private static func isExpectation(_ name: String) -> Bool {
        name.hasSuffix(".txt") && name.dropLast(4).contains(".")
    }

    @Test func theFolderIsWhole() throws {
        #expect(Self.names.count >= 45)
        #expect(Self.names.filter { $0.hasPrefix("semua-kotoran") }.count >= 3)
        let all = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
        #expect(Set(all) == Set(Self.names.flatMap { [$0, $0 + ".txt"] }))
    }

    @Test(arguments: names) func isReadAsItIsMeant(_ name: String) async throws {
        let roster = try await Roster()
        let path = try place(name, in: roster.folder)
        try expectGoldenFile(try await account(of: path, roster), name + ".txt", in: "Files")
    }

    /// The file where it is read: a listing becomes the workbook that it lists.
    private func place(_ name: String, in folder: String) throws -> String {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: Self.folder + "/" + name))
        guard name.hasSuffix(".workbook") else {
            try bytes.write(to: URL(fileURLWithPath: folder + "/" + name))
            return folder + "/" + name
        }
        let path = folder + "/" + name.replacingOccurrences(of: ".workbook", with: ".xlsx")
        let listing = WorkbookListing(String(decoding: bytes, as: UTF8.self))
        try Data(listing.fixture.bytes()).write(to: URL(fileURLWithPath: path))
        return path
    }

    /// What becomes of a file, row by row.
    private func account(of path: String, _ roster: Roster) async throws -> String {
        let words = Phrasebook.of(.indonesian)
        do throws(RosterFlaw) {
            let file = try RosterFile(path: path)
            try file.header.check()
            return try await RosterAccount(file).text(roster, words)
        } catch {
            return words.sentence(for: error, in: (path as NSString).lastPathComponent) + "\n"
        }
    }
}

/// What becomes of a roster that is taken in, as text.
private struct RosterAccount {
    let file: RosterFile

    init(_ file: RosterFile) { self.file = file }

    func text(_ roster: Roster, _ words: Phrasebook) async throws(RosterFlaw) -> String {
        do {
            var plan = ImportPlan(path: file.path)
            plan.unsettled = .kept
            let rows = try RosterImport(file, plan, into: nil, words: words, today: Roster.today).firstRows(1_000)
            let added = Mutex<[Participant]>([])
            let outcome = try await roster.store.takeIn(
                as: .importRoster, note: file.note, by: roster.author, keep: true
            ) { [file, plan] intake in
                let reading = RosterImport(file, plan, into: nil, words: words, today: Roster.today)
                return try reading.run(
                    WatchedIntake(intake) { person in added.withLock { $0.append(person) } }, refuse: { _, _ in })
            }
            return described(rows, outcome, added.withLock(\.self))
        } catch let flaw as RosterFlaw {
            throw flaw
        } catch {
            Issue.record(error)
            return ""
        }
    }

    private func described(
        _ rows: [RosterPreview.Row], _ outcome: ImportOutcome, _ added: [Participant]
    ) -> String {
        var lines = [header]
        if let sheet = file.sheet { lines.insert("lembar \(sheet) dari \(file.sheets.joined(separator: ", "))", at: 0) }
        var (left, counts) = (added[...], ImportCounts())
        for row in rows {
            counts.read += 1
            if let rejection = outcome.rejections.first(where: { $0.row == row.row }) {
                counts.rejected += 1
                lines.append(
                    "\(row.row) ditolak: \(rejection.column.rawValue) “\(rejection.value.strippedOfControls)”: \(rejection.reason)"
                )
                continue
            }
            let isNew = left.first != nil && left.first == row.participant
            if isNew { left.removeFirst() }
            counts.added += isNew ? 1 : 0
            counts.matched += isNew ? 0 : 1
            let kinds = outcome.doubts.filter { $0.row == row.row }.map { " ?\($0.kind.rawValue)" }.joined()
            lines.append("\(row.row) \(isNew ? "baru" : "sudah ada"): \(person(row.participant))\(kinds)")
        }
        #expect(left.isEmpty)
        #expect(
            (counts.read, counts.added, counts.matched, counts.rejected)
                == (outcome.counts.read, outcome.counts.added, outcome.counts.matched, outcome.counts.rejected))
        if !outcome.notes.isEmpty {
            lines.append("bukan nama: \(outcome.notes.map(String.init).joined(separator: ", "))")
        }
        for doubt in outcome.placeDoubts { lines.append(place(doubt)) }
        lines.append(sums(outcome))
        return lines.joined(separator: "\n") + "\n"
    }

    private var header: String {
        let columns = zip(file.header.cells, file.header.columns).map { cell, column in
            "\(cell.split { $0.isNewline }.joined(separator: "⏎"))=\(column?.rawValue ?? "")"
        }
        return "judul di baris \(file.header.row): \(columns.joined(separator: " · "))"
    }

    private func person(_ person: Participant?) -> String {
        guard let person else { return "?" }
        let gazetteer = Gazetteer.tabalong
        let place = [gazetteer.kecamatanName(of: person.residence) ?? "luar", gazetteer.desaName(of: person.residence)]
        let fields: [String?] = [
            person.nik?.masked ?? person.noNIKReason.map { "(\($0))" }, shown(person.name.text),
            "\(person.sex == .male ? "L" : "P") \(person.birthDate)", place.compactMap(\.self).joined(separator: "/"),
            person.birthplace.map { "lahir di \(shown($0))" }, person.address.map { "alamat \(shown($0))" },
            person.phone?.masked, person.education?.rawValue, person.occupation.map { "kerja \(shown($0))" },
        ]
        return fields.compactMap(\.self).joined(separator: " · ")
    }

    /// As it is kept; what would not be seen is spelled out.
    private func shown(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format: "{\(String(scalar.value, radix: 16))}"
            default: String(scalar)
            }
        }.joined()
    }

    private func place(_ doubt: PlaceDoubt) -> String {
        let gazetteer = Gazetteer.tabalong
        let nearest = doubt.nearest.map { place in
            [gazetteer.kecamatanName(of: place), gazetteer.desaName(of: place)].compactMap(\.self).joined(
                separator: "/")
        }
        return "tempat? \(doubt.written.kecamatan ?? "–")/\(doubt.written.desa ?? "–") (baris \(doubt.firstRow), "
            + "\(doubt.rows) kali): \(nearest.joined(separator: ", "))"
    }

    private func sums(_ outcome: ImportOutcome) -> String {
        let counts = outcome.counts
        let total = outcome.controlTotal.map { "; menurut pengirim \($0)" } ?? ""
        let doubts = Doubt.allCases.compactMap { doubt in counts.doubts[doubt].map { "; \(doubt.rawValue) \($0)" } }
        return "dibaca \(counts.read) = baru \(counts.added) + sudah ada \(counts.matched) + ditolak \(counts.rejected)"
            + (counts.undecided > 0 ? "; belum diputuskan \(counts.undecided)" : "") + total + doubts.joined()
    }
}
