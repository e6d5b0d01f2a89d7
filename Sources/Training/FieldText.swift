import Foundation

extension StringProtocol {
    /// The text without control characters, bidirectional overrides and zero-width marks, which have no business in a
    /// form and could steer a terminal.
    public var strippedOfControls: String { String(self).strippedOfControls }

    /// The text as a field keeps it: control characters gone, trimmed, `nil` where nothing is left.
    public var fieldText: String? { String(self).fieldText }
}

// Not generic, and in bytes where they say all: most text is plain, and a million rows of it are read at a time.
extension String {
    /// The text without control characters, bidirectional overrides and zero-width marks, which have no business in a
    /// form and could steer a terminal.
    public var strippedOfControls: String {
        if isPrintableASCII || unicodeScalars.allSatisfy({ $0.stripped == $0 }) { return self }
        var kept = UnicodeScalarView()
        for scalar in unicodeScalars {
            if let scalar = scalar.stripped { kept.append(scalar) }
        }
        return String(kept)
    }

    /// The text as a field keeps it: control characters gone, trimmed, `nil` where nothing is left.
    public var fieldText: String? {
        let clean = strippedOfControls
        guard let first = clean.unicodeScalars.first, let last = clean.unicodeScalars.last else { return nil }
        if first.isPlainMark, last.isPlainMark { return clean }
        let trimmed = clean.isPrintableASCII ? clean.trimmedOfSpaces : clean.trimmingCharacters(in: .whitespaces)
        return trimmed.isEmpty ? nil : trimmed
    }

    /// Without case and accents, and without what else is asked for.
    public func folded(_ others: CompareOptions = []) -> String {
        // Folding by Foundation costs a hundred times what lower case does, and changes nothing else in ASCII.
        utf8.allSatisfy { $0 < 0x80 }
            ? lowercased() : folding(options: others.union([.diacriticInsensitive, .caseInsensitive]), locale: nil)
    }

    /// Whether all is ASCII that leaves a mark, or a space.
    public var isPrintableASCII: Bool { utf8.allSatisfy { (0x20..<0x7F).contains($0) } }

    private var trimmedOfSpaces: String {
        guard let first = utf8.firstIndex(where: { $0 != 0x20 }), let last = utf8.lastIndex(where: { $0 != 0x20 })
        else { return "" }
        return String(self[first...last])
    }
}

extension Unicode.Scalar {
    /// What is left of a scalar in a form: a space for a tab and a line's end, nothing for a control.
    fileprivate var stripped: Unicode.Scalar? {
        switch value {
        case 0x09, 0x0A, 0x0D: " "
        case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F,
            0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
            nil
        default: self
        }
    }

    /// Whether a text that was stripped of controls can't be trimmed here: Latin, and no space.
    fileprivate var isPlainMark: Bool { value > 0x20 && value < 0x250 && value != 0xA0 }
}
