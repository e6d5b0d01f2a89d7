import Words

extension Phrasebook {
    /// What is wrong with a file, with its path and the place in it, and what would be right.
    public func sentence(for flaw: SheetFlaw, in path: String) -> String {
        let place = flaw.position.map { ":\($0.line):\($0.column)" } ?? ""
        return "\(path)\(place): \(exchange.reason(flaw))"
    }
}

extension ExchangePhrases {
    fileprivate func reason(_ flaw: SheetFlaw) -> String {
        switch flaw {
        case .noSuchFile: noSuchFile
        case .isFolder: isFolder
        case .unreadable(let reason): unreadable(reason)
        case .empty: empty
        case .noHeader: noHeader(RosterColumn.written.map(\.rawValue).joined(separator: ","))
        case .missingColumn(let column): missingColumn(column.rawValue)
        case .doubledColumn(let column, _): doubledColumn(column.rawValue)
        case .notUTF8: notUTF8
        case .nul: nul
        case .unclosedQuote: unclosedQuote
        case .strayAfterQuote: strayAfterQuote
        case .rowTooLong: rowTooLong
        }
    }
}
