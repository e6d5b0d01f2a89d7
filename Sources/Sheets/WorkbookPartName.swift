/// Names of parts in an archive, and the targets that lead to them.
enum PartName {
    /// Whether a name in an archive leads, or on another system would lead, out of it.
    static func leadsOut(_ name: String) -> Bool {
        name.utf8.contains(UInt8(ascii: "\\")) || name.utf8.first == UInt8(ascii: "/")
            || name.utf8.dropFirst().first == UInt8(ascii: ":")
            || name.split(separator: "/").contains("..")
    }

    /// The part that a relationship's target names.
    ///
    /// - Parameter source: the part that holds the relationship; a target is relative to its folder unless it begins with `/`.
    /// - Throws: ``SheetFlaw/unsafeArchive(part:)`` where it leads out of the archive.
    static func resolve(_ target: String, from source: String) throws(SheetFlaw) -> String {
        let unsafe = SheetFlaw.unsafeArchive(part: shown(target))
        let isElsewhere = target.prefix { $0 != "/" }.contains(":") || target.hasPrefix("//")
        guard !isElsewhere, !target.utf8.contains(UInt8(ascii: "\\")) else { throw unsafe }
        var folders = target.hasPrefix("/") ? [] : source.split(separator: "/").dropLast()
        for step in target.split(separator: "/") {
            switch step {
            case ".": continue
            case "..":
                if folders.popLast() == nil { throw unsafe }
            default: folders.append(step)
            }
        }
        return folders.joined(separator: "/")
    }

    /// Where the relationships of a part stand.
    static func relations(of part: String) -> String {
        var steps = part.split(separator: "/", omittingEmptySubsequences: false)
        let name = steps.popLast() ?? ""
        return (steps + ["_rels", name + ".rels"]).joined(separator: "/")
    }

    /// A name as a message may show it: nothing that a terminal would obey, and not too long.
    static func shown(_ name: String) -> String {
        var text = String.UnicodeScalarView()
        for scalar in name.unicodeScalars.prefix(100) {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse:
                text.append("\u{FFFD}")
            default: text.append(scalar)
            }
        }
        return String(text)
    }
}
