import CExpat
import Foundation
import Synchronization

/// What is taken from an XML part while it is parsed. Subclasses take what they know and pass over the rest.
///
/// Elements are told by their local names and depth, so that any namespace prefix and both forms of the standard do.
class XMLContent {
    /// What is wrong with the part; the parse stops there.
    final var flaw: SheetFlaw?
    /// Whether the parse shall rest after this element, to go on later.
    final var isPausing = false

    /// An element begins; the root's depth is 1.
    func start(_ name: XMLText, _ attributes: XMLAttributes, depth: Int) {}
    /// The element that began at this depth ends.
    func end(depth: Int) {}
    /// Text, perhaps not the whole of it.
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// A name or an attribute's value, as expat holds it while a handler runs.
struct XMLText {
    let start: UnsafePointer<CChar>

    /// The name without its namespace prefix.
    var local: XMLText {
        var (name, place) = (start, start)
        while place.pointee != 0 {
            if place.pointee == 0x3A { name = place + 1 }
            place += 1
        }
        return XMLText(start: name)
    }

    var string: String { String(cString: start) }

    /// The number that it is, if it is one of at most nine digits.
    var number: Int? {
        var value = 0
        var place = start
        while let digit = UInt8(bitPattern: place.pointee).digit, place < start + 9 {
            value = value * 10 + digit
            place += 1
        }
        return place == start || place.pointee != 0 ? nil : value
    }

    /// Whether it says yes, in any of the ways that the standard has.
    var isTrue: Bool { self == "1" || self == "true" || self == "on" }

    static func == (text: XMLText, literal: StaticString) -> Bool {
        literal.withUTF8Buffer { letters in
            strncmp(text.start, UnsafeRawPointer(literal.utf8Start).assumingMemoryBound(to: CChar.self), letters.count)
                == 0 && text.start[letters.count] == 0
        }
    }
}

/// The attributes of an element, with their full names, as expat holds them while a handler runs.
struct XMLAttributes: Sequence, IteratorProtocol {
    fileprivate var place: UnsafeMutablePointer<UnsafePointer<CChar>?>

    mutating func next() -> (name: XMLText, value: XMLText)? {
        guard let name = place[0], let value = place[1] else { return nil }
        place += 2
        return (XMLText(start: name), XMLText(start: value))
    }

    /// The value of the attribute that has no prefix.
    subscript(name: StaticString) -> XMLText? {
        for attribute in self where attribute.name == name { return attribute.value }
        return nil
    }
}

/// Parses a part of a workbook piece by piece.
///
/// Nothing that a document type could declare is ever read: one that has any is refused where it begins.
final class XMLStream<Content: XMLContent> {
    let content: Content
    private let part: WorkbookPart
    private let parser: XML_Parser
    private let handlers: XMLHandlers
    private var fed = 0
    private var isResting = false
    private var isFed = false

    /// - Throws: ``SheetFlaw`` where there is no memory for a parser.
    init(_ part: WorkbookPart, _ content: Content) throws(SheetFlaw) {
        var memory = XMLMemory.suite
        guard let parser = XML_ParserCreate_MM(nil, &memory, nil) else { throw .tooLarge(part: part.name) }
        self.part = part
        self.content = content
        self.parser = parser
        handlers = XMLHandlers(content, parser, part: part.name)
        handlers.install()
    }

    deinit { XML_ParserFree(parser) }

    /// Parses on.
    ///
    /// - Returns: `true` where the content pauses, `false` at the part's end.
    /// - Throws: ``SheetFlaw`` where the part is broken, or its content refuses it.
    func advance() throws(SheetFlaw) -> Bool {
        if isResting {
            isResting = false
            if try rests(after: XML_ResumeParser(parser)) { return true }
        }
        while !isFed {
            guard let buffer = XML_GetBuffer(parser, Int32(pieceSize)) else { throw .tooLarge(part: part.name) }
            let count = try part.read(buffer.assumingMemoryBound(to: UInt8.self), count: pieceSize)
            isFed = count == 0
            fed += count
            if try rests(after: XML_ParseBuffer(parser, Int32(count), isFed ? 1 : 0)) { return true }
            // A token is held whole, and looked through again with every piece of it.
            guard fed - Int(XML_GetCurrentByteIndex(parser)) <= 2 << 20 else { throw .tooLarge(part: part.name) }
        }
        return false
    }

    /// Parses all of a part that is taken in one go.
    func finish() throws(SheetFlaw) {
        while try advance() {}
    }

    private let pieceSize = 65_536

    private func rests(after status: XML_Status) throws(SheetFlaw) -> Bool {
        if let flaw = content.flaw { throw part.explain(flaw) }
        switch status {
        case XML_STATUS_SUSPENDED:
            isResting = true
            return true
        case XML_STATUS_OK: return false
        default:
            if XML_GetErrorCode(parser) == XML_ERROR_NO_MEMORY { throw .tooLarge(part: part.name) }
            let place = "\(XML_GetCurrentLineNumber(parser)):\(XML_GetCurrentColumnNumber(parser) + 1)"
            throw part.explain(.damagedArchive("\(part.name):\(place)"))
        }
    }
}

/// Stands between expat's functions and the content.
private final class XMLHandlers {
    private let content: XMLContent
    private let parser: XML_Parser
    private let part: String
    private var depth = 0

    init(_ content: XMLContent, _ parser: XML_Parser, part: String) {
        self.content = content
        self.parser = parser
        self.part = part
    }

    /// The parser must not outlive these handlers: it does not own them.
    func install() {
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser, { data, name, attributes in XMLHandlers.of(data) { $0.start(name, attributes) } },
            { data, _ in XMLHandlers.of(data) { $0.end() } })
        XML_SetCharacterDataHandler(
            parser, { data, letters, count in XMLHandlers.of(data) { $0.text(letters, Int(count)) } })
        XML_SetStartDoctypeDeclHandler(
            parser, { data, _, _, _, _ in XMLHandlers.of(data) { $0.refuse(.unsafeArchive(part: $0.part)) } })
    }

    private static func of(_ data: UnsafeMutableRawPointer?, _ body: (XMLHandlers) -> Void) {
        guard let data else { return }
        Unmanaged<XMLHandlers>.fromOpaque(data)._withUnsafeGuaranteedRef(body)
    }

    private func start(
        _ name: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
    ) {
        guard let name, let attributes, content.flaw == nil else { return }
        depth += 1
        guard depth <= 256 else { return refuse(.damagedArchive(part)) }
        content.start(XMLText(start: name).local, XMLAttributes(place: attributes), depth: depth)
        if content.flaw != nil { XML_StopParser(parser, 0) }
    }

    private func end() {
        guard content.flaw == nil else { return }
        content.end(depth: depth)
        depth -= 1
        if content.flaw != nil {
            XML_StopParser(parser, 0)
        } else if content.isPausing {
            content.isPausing = false
            XML_StopParser(parser, 1)
        }
    }

    private func text(_ letters: UnsafePointer<CChar>?, _ count: Int) {
        guard let letters, content.flaw == nil else { return }
        letters.withMemoryRebound(to: UInt8.self, capacity: count) {
            content.text(UnsafeBufferPointer(start: $0, count: count))
        }
        if content.flaw != nil { XML_StopParser(parser, 0) }
    }

    private func refuse(_ flaw: SheetFlaw) {
        content.flaw = flaw
        XML_StopParser(parser, 0)
    }
}

/// The memory of all parsers together: they keep every name they meet, so that a part of nothing but new names must not fill the machine.
private enum XMLMemory {
    private static let limit = 32 << 20
    private static let used = Atomic<Int>(0)
    /// Before each piece of memory stands its size; as large as the strictest alignment.
    private static let header = 16

    static let suite = XML_Memory_Handling_Suite(
        malloc_fcn: { XMLMemory.resize(nil, to: $0) }, realloc_fcn: { XMLMemory.resize($0, to: $1) },
        free_fcn: { XMLMemory.release($0) })

    private static func resize(_ old: UnsafeMutableRawPointer?, to size: Int) -> UnsafeMutableRawPointer? {
        let start = old.map { $0 - header }
        let oldSize = start?.load(as: Int.self) ?? 0
        guard size < limit, used.load(ordering: .relaxed) + size - oldSize < limit,
            let new = realloc(start, size + header)
        else { return nil }
        used.add(size - oldSize, ordering: .relaxed)
        new.storeBytes(of: size, as: Int.self)
        return new + header
    }

    private static func release(_ old: UnsafeMutableRawPointer?) {
        guard let old else { return }
        used.subtract((old - header).load(as: Int.self), ordering: .relaxed)
        free(old - header)
    }
}

extension UInt8 {
    /// The digit that it stands for.
    var digit: Int? {
        let value = self &- 0x30
        return value < 10 ? Int(value) : nil
    }
}
