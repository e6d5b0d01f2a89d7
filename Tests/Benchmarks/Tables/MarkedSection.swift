/// The part of a document that a program writes, between two comments that readers do not see.
public enum MarkedSection {
    /// The comment before a section.
    public static func begin(_ name: String) -> String { "<!-- \(name): written by silat-benchmark -->" }
    /// The comment after it.
    public static func end(_ name: String) -> String { "<!-- /\(name) -->" }

    /// A document with other text in a section.
    ///
    /// - Returns: the document with all else as it was; the section alone at the end of it, where it had none.
    public static func replacing(_ name: String, in document: String, with text: String) -> String {
        let (begin, end) = (begin(name), end(name))
        let section = "\(begin)\n\(text)\n\(end)"
        guard let first = document.firstRange(of: begin),
            let last = document[first.upperBound...].firstRange(of: end)
        else { return document.isEmpty ? section + "\n" : document + "\n" + section + "\n" }
        return document[..<first.lowerBound] + section + document[last.upperBound...]
    }
}
