/// Figures of one part of a run, in columns of its own.
public struct FigureTable: Sendable {
    private let head: [String]
    private let lines: [[String]]

    /// Columns in which no line has anything are left out.
    ///
    /// - Parameter lines: the cells of each line, as many as the head has.
    public init(_ head: [String], _ lines: [[String]]) {
        let filled = head.indices.filter { place in lines.contains { !$0[place].isEmpty } }
        self.head = filled.map { head[$0] }
        self.lines = lines.map { line in filled.map { line[$0] } }
    }

    /// As text, in columns.
    public var text: String { TextColumns.text([head] + lines) }

    /// As a Markdown table.
    public var markdown: String { TextColumns.markdown(head, lines) }
}
