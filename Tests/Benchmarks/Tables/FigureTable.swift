/// Figures of one part of a run, in columns of its own.
public struct FigureTable: Sendable {
    private let head: [String]
    private let lines: [[String]]

    /// - Parameter lines: the cells of each line, as many as the head has.
    public init(_ head: [String], _ lines: [[String]]) { (self.head, self.lines) = (head, lines) }

    /// As text, in columns.
    public var text: String { TextColumns.text([head] + lines) }

    /// As a Markdown table.
    public var markdown: String { TextColumns.markdown(head, lines) }
}
