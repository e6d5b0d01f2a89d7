/// What the parts of a workbook have to do with each other, as far as it matters here.
struct WorkbookRelations {
    private var targets: [String: Relation] = [:]
    private let source: String

    /// Reads the relationships of a part.
    ///
    /// - Throws: ``SheetFlaw`` where they are missing or broken.
    init(of source: String, in archive: WorkbookArchive) throws(SheetFlaw) {
        self.source = source
        let part = PartName.relations(of: source)
        let stream = try XMLStream(
            archive.open(part, limit: WorkbookLimits.describingBytes), RelationsContent())
        try stream.finish()
        targets = stream.content.relations
    }

    /// What kind of part an identifier leads to: `worksheet`, `chartsheet`.
    func kind(of id: String) -> String? { targets[id]?.kind }

    /// The part that an identifier leads to.
    ///
    /// - Throws: ``SheetFlaw/unsafeArchive(part:)`` where it is outside the archive.
    func part(_ id: String) throws(SheetFlaw) -> String? {
        guard let relation = targets[id] else { return nil }
        return try part(relation)
    }

    /// The part of a kind, where there is one.
    ///
    /// - Throws: ``SheetFlaw/unsafeArchive(part:)`` where it is outside the archive.
    func part(kind: String) throws(SheetFlaw) -> String? {
        guard let relation = targets.values.filter({ $0.kind == kind }).min(by: { $0.order < $1.order }) else {
            return nil
        }
        return try part(relation)
    }

    private func part(_ relation: Relation) throws(SheetFlaw) -> String {
        guard !relation.isExternal else { throw .unsafeArchive(part: PartName.shown(relation.target)) }
        return try PartName.resolve(relation.target, from: source)
    }
}

private struct Relation {
    /// The last step of its type's address, which is the same in both forms of the standard.
    let kind: String
    let target: String
    let isExternal: Bool
    let order: Int
}

/// `Relationships/Relationship`.
private final class RelationsContent: XMLContent {
    private(set) var relations: [String: Relation] = [:]

    override func start(_ name: XMLText, _ attributes: XMLAttributes, depth: Int) {
        guard depth == 2, name == "Relationship", let id = attributes["Id"], let target = attributes["Target"] else {
            return
        }
        let type = attributes["Type"]?.string ?? ""
        relations[id.string] = Relation(
            kind: type.split(separator: "/").last.map(String.init) ?? "", target: target.string,
            isExternal: attributes["TargetMode"]?.string.lowercased() == "external", order: relations.count)
    }
}
