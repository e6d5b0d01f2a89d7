import BenchmarkTables
import Foundation
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct GrowthChartTests {
    private static let curves = [
        GrowthCurve(
            "start", in: .seconds,
            [.init(size: 100_000, value: 0.021), .init(size: 1_000, value: 0.02), .init(size: 10_000, value: 0.019)]),
        GrowthCurve(
            "file <size> & \"more\"", in: .bytes, [.init(size: 1_000, value: 6e5), .init(size: 10_000, value: 6e6)]),
        GrowthCurve("nothing yet", in: .share, []),
    ]

    @Test func `every quantity has a line with a point for each size`() throws {
        let drawing = try Drawing(GrowthChart(title: "a < b & c", Self.curves).svg)
        #expect(drawing.lines.map(\.count) == [3, 2])
        #expect(drawing.names.contains("svg"))
        #expect(!drawing.names.contains("script"))
    }

    @Test func `names and values are read as they were`() throws {
        let drawing = try Drawing(GrowthChart(title: "a < b & c", Self.curves).svg)
        for text in [
            "a < b & c", "file <size> & \"more\"", "nothing yet", "20,0 ms", "6,00 MB", "10 ms", "1 MB", "1.000",
            "100.000",
        ] {
            #expect(drawing.texts.contains(text), "\(text)")
        }
    }

    @Test func `what grows climbs, what does not lies flat`() throws {
        let drawing = try Drawing(GrowthChart(title: "", Self.curves).svg)
        let (flat, steep) = (drawing.lines[0], drawing.lines[1])
        // Down is more in a drawing.
        #expect(steep[0].y - steep[1].y > 50)
        #expect(abs(flat[0].y - flat[2].y) < 10)
        #expect(flat[0].x < flat[1].x && flat[1].x < flat[2].x)
        #expect(flat[0].x == steep[0].x)
    }

    @Test func `an axis of minutes is labelled in round seconds`() throws {
        let slow = GrowthCurve(
            "import", in: .seconds, [.init(size: 1_000, value: 20), .init(size: 10_000, value: 600)])
        let drawing = try Drawing(GrowthChart(title: "", [slow]).svg)
        for text in ["10 s", "100 s", "1.000 s", "10,0 min"] { #expect(drawing.texts.contains(text), "\(text)") }
    }

    @Test func `a table has a column for each size, and a gap where nothing was measured`() {
        #expect(
            GrowthTable(
                Array(Self.curves.prefix(1)) + [GrowthCurve("size", in: .bytes, [.init(size: 1_000, value: 6e5)])]
            )
            .markdown == """
                | what | 1.000 | 10.000 | 100.000 | largest ÷ smallest |
                |---|---|---|---|---|
                | start | 20,0 ms | 19,0 ms | 21,0 ms | 1,05 |
                | size | 600 kB |  |  | 1,00 |
                """)
    }
}

/// A drawing, read as XML.
private final class Drawing: NSObject, XMLParserDelegate {
    private(set) var names: Set<String> = []
    private(set) var lines: [[(x: Double, y: Double)]] = []
    private(set) var texts: [String] = []
    private var text = ""

    struct Fault: Error {}

    init(_ svg: String) throws {
        super.init()
        let parser = XMLParser(data: Data(svg.utf8))
        parser.delegate = self
        guard parser.parse() else { throw Fault() }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        names.insert(name)
        text = ""
        guard name == "polyline" else { return }
        lines.append(
            (attributes["points"] ?? "").split(separator: " ").map { point in
                let numbers = point.split(separator: ",").compactMap { Double($0) }
                return (numbers[0], numbers[1])
            })
    }

    func parser(_ parser: XMLParser, foundCharacters characters: String) { text += characters }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        if name == "text" { texts.append(text) }
        text = ""
    }
}
