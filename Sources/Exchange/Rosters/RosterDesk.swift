import Foundation
import Sheets
import Synchronization
import Training
import Words

/// Reads rosters from files; see ``RosterReading``.
public struct RosterDesk: RosterReading {
    private let words: Phrasebook
    private let today: @Sendable () -> CalendarDate

    /// - Parameter words: the language in which rows are refused.
    public init(words: Phrasebook, today: @escaping @Sendable () -> CalendarDate) {
        self.words = words
        self.today = today
    }

    /// How many rows are shown before a roster is read.
    private static let previewed = 20

    public func preview(
        of path: String, _ choices: RosterChoices, _ store: any TrainingStore
    ) async throws -> RosterPreview {
        let file = try await open(path, choices, store)
        return RosterPreview(
            path: file.path, hash: file.hash, sheets: file.sheets, sheet: file.sheet, headings: file.header.cells,
            headerRow: file.header.row, columns: file.header.columns, rows: try firstRows(of: file),
            controlTotal: file.controlTotal, earlier: try await store.imports(hash: file.hash),
            trouble: trouble(with: file))
    }

    private func trouble(with file: RosterFile) -> String? {
        do throws(RosterFlaw) {
            try file.header.check()
            return nil
        } catch {
            return words.sentence(for: error, in: (file.path as NSString).lastPathComponent.strippedOfControls)
        }
    }

    private func open(
        _ path: String, _ choices: RosterChoices, _ store: any TrainingStore
    ) async throws -> RosterFile {
        var known: [String: RosterColumn?] = [:]
        if let sender = choices.sender { known = try await store.columns(of: sender) }
        do throws(RosterFlaw) {
            return try RosterFile(path: (path as NSString).expandingTildeInPath, choices, known: known)
        } catch {
            throw said(error, path)
        }
    }

    private func said(_ flaw: RosterFlaw, _ path: String) -> RosterTrouble {
        RosterTrouble(sentence: words.sentence(for: flaw, in: path.strippedOfControls))
    }

    private func firstRows(of file: RosterFile) throws -> [RosterPreview.Row] {
        let reading = RosterImport(file, ImportPlan(path: file.path), into: nil, words: words, today: today())
        do {
            return try reading.firstRows(Self.previewed)
        } catch let flaw as RosterFlaw {
            throw said(flaw, file.path)
        }
    }

    public func take(
        _ plan: ImportPlan, into store: any TrainingStore, by author: Author,
        progress: @escaping @Sendable (ImportProgress) -> Void
    ) async throws -> ImportOutcome {
        let file = try await open(plan.path, plan.choices, store)
        do {
            return try await take(file, plan, into: store, by: author, progress)
        } catch let flaw as RosterFlaw {
            throw said(flaw, plan.path)
        } catch OutputFailure.cannotWrite(let path, let reason) {
            throw ExportFailure.cannotWrite(path: path, reason: reason)
        }
    }

    private func take(
        _ file: RosterFile, _ plan: ImportPlan, into store: any TrainingStore, by author: Author,
        _ progress: @escaping @Sendable (ImportProgress) -> Void
    ) async throws -> ImportOutcome {
        try file.header.check()
        if let hash = plan.hash, hash != file.hash { throw RosterFlaw.sheet(.changedWhileRead) }
        let line: ClassLine? =
            if let id = plan.trainingClass { try await store.trainingClass(id) } else { nil }
        if plan.trainingClass != nil, line == nil { throw Refusal.gone }
        let (outcome, rejects) = try await store.takeIn(
            as: .importRoster, note: file.note, by: author, keep: !plan.isRehearsal
        ) { [words, today = today()] intake in
            let reading = RosterImport(file, plan, into: line?.trainingClass, words: words, today: today)
            return try reading.run(intake, rejectsTo: plan.isRehearsal ? nil : plan.rejectsPath, progress: progress)
        }
        try rejects?.keep()
        if !plan.isRehearsal, let sender = plan.choices.sender {
            try await store.keepColumns(file.header.meanings, of: sender)
        }
        return outcome
    }
}
