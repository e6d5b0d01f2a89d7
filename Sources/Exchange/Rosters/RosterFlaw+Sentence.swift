import Sheets
import Training
import Words

extension Phrasebook {
    /// What is wrong with a file, with its path and the place in it, and what would be right.
    public func sentence(for flaw: RosterFlaw, in path: String) -> String {
        let place = flaw.position.map { ":\($0.line):\($0.column)" } ?? ""
        return "\(path)\(place): \(exchange.reason(flaw))"
    }
}

extension ExchangePhrases {
    fileprivate func reason(_ flaw: RosterFlaw) -> String {
        switch flaw {
        case .sheet(let flaw): reason(flaw)
        case .noHeader: noHeader(RosterColumn.written.map(\.rawValue).joined(separator: ","))
        case .missingColumn(let column, _): missingColumn(column.rawValue)
        case .doubledColumn(let column, _): doubledColumn(column.rawValue)
        case .wrongTotal(let read, let said): wrongTotal(read, said)
        }
    }

    private func reason(_ flaw: SheetFlaw) -> String {
        switch flaw {
        case .noSuchFile: noSuchFile
        case .isFolder: isFolder
        case .isPipe: isPipe
        case .unreadable(let reason): unreadable(reason)
        case .empty: empty
        case .notATable: notATable
        case .changedWhileRead: changedWhileRead
        case .badEncoding: badEncoding
        case .nul: nul
        case .unclosedQuote: unclosedQuote
        case .strayAfterQuote: strayAfterQuote
        case .rowTooLong: rowTooLong
        case .tooManyColumns: tooManyColumns(SheetLimits.columns)
        case .oldWorkbook: oldWorkbook
        case .encrypted: encrypted
        case .notAWorkbook: notAWorkbook
        case .damagedArchive(let what): damagedArchive(what)
        case .tooLarge(let part): tooLarge(part)
        case .unsafeArchive(let part): unsafeArchive(part)
        case .noSheet(let name, let sheets): noSheet(name, sheets.joined(separator: ", "))
        }
    }
}
