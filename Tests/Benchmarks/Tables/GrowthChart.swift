import Foundation

/// Growth as a drawing: a panel for each quantity, both axes logarithmic, so that what grows with the file climbs and what does not lies flat.
public struct GrowthChart: Sendable {
    public let title: String
    public let curves: [GrowthCurve]

    private static let columns = 2
    private static let panel = (width: 440.0, height: 250.0)
    private static let plot = (left: 78.0, right: 28.0, top: 44.0, bottom: 36.0)
    private static let head = 44.0
    /// Keeps a value legible where a line passes behind it.
    private static let halo =
        " font-weight=\"bold\" paint-order=\"stroke\" stroke=\"#fff\" stroke-width=\"3\" stroke-linejoin=\"round\""

    public init(title: String, _ curves: [GrowthCurve]) { (self.title, self.curves) = (title, curves) }

    /// A whole SVG document.
    public var svg: String {
        let rows = (curves.count + Self.columns - 1) / Self.columns
        let (width, height) = (Self.panel.width * Double(Self.columns), Self.head + Self.panel.height * Double(rows))
        let panels = curves.enumerated().map { place, curve in
            let x = Double(place % Self.columns) * Self.panel.width
            let y = Self.head + Double(place / Self.columns) * Self.panel.height
            return "<g transform=\"translate(\(Self.text(x)) \(Self.text(y)))\">\n\(panel(curve))\n</g>"
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <svg xmlns="http://www.w3.org/2000/svg" width="\(Self.text(width))" height="\(Self.text(height))" \
            viewBox="0 0 \(Self.text(width)) \(Self.text(height))" font-family="sans-serif" font-size="12" fill="#333" role="img">
            <title>\(Self.escaped(title))</title>
            <rect width="100%" height="100%" fill="#fff"/>
            <text x="20" y="28" font-size="16" font-weight="bold">\(Self.escaped(title))</text>
            \(panels.joined(separator: "\n"))
            </svg>

            """
    }

    /// One quantity.
    private func panel(_ curve: GrowthCurve) -> String {
        let name = "<text x=\"20\" y=\"24\" font-size=\"14\" font-weight=\"bold\">\(Self.escaped(curve.name))</text>"
        // A logarithm has no place for nothing.
        let points = curve.points.filter { $0.value > 0 && $0.size > 0 }
        guard let across = LogScale(between: sizes), let up = LogScale(points.map(\.value), decades: 2) else {
            return name
        }
        let places = points.map { (x: x(across.place(Double($0.size))), y: y(up.place($0.value)), point: $0) }
        let line = places.map { "\(Self.text($0.x)),\(Self.text($0.y))" }.joined(separator: " ")
        let dots = places.enumerated().map { number, place in
            "<circle cx=\"\(Self.text(place.x))\" cy=\"\(Self.text(place.y))\" r=\"3.5\" fill=\"#1b6ca8\"/>"
                // The first one must not lie on the axis' own words.
                + Self.label(
                    curve.unit.text(place.point.value), number == 0 ? place.x + 6 : place.x, place.y - 9,
                    number == 0 ? "start" : "middle", Self.halo)
        }
        return
            ([name] + grid(across, up, curve.unit)
            + ["<polyline points=\"\(line)\" fill=\"none\" stroke=\"#1b6ca8\" stroke-width=\"2\"/>"] + dots)
            .joined(separator: "\n")
    }

    /// A line with its label at every decade.
    private func grid(_ across: LogScale, _ up: LogScale, _ unit: Measure) -> [String] {
        let (left, right, bottom) = (x(0), x(1), y(0))
        let lines = up.decades.map { value in
            let y = y(up.place(value))
            return Self.stroke(left, y, right, y) + Self.label(unit.roundText(value), left - 6, y + 4, "end")
        }
        let columns = Set(sizes).sorted().map { value in
            let x = x(across.place(value))
            return Self.stroke(x, y(1), x, bottom)
                + Self.label(Measure.count(Int(value.rounded())), x, bottom + 18, "middle")
        }
        return lines + columns
    }

    private var sizes: [Double] { curves.flatMap(\.points).map { Double($0.size) } }

    private func x(_ share: Double) -> Double {
        Self.plot.left + share * (Self.panel.width - Self.plot.left - Self.plot.right)
    }

    private func y(_ share: Double) -> Double {
        Self.panel.height - Self.plot.bottom - share * (Self.panel.height - Self.plot.top - Self.plot.bottom)
    }

    private static func stroke(_ x: Double, _ y: Double, _ otherX: Double, _ otherY: Double) -> String {
        "<line x1=\"\(text(x))\" y1=\"\(text(y))\" x2=\"\(text(otherX))\" y2=\"\(text(otherY))\" stroke=\"#ddd\"/>"
    }

    private static func label(
        _ words: String, _ x: Double, _ y: Double, _ anchor: String, _ more: String = ""
    ) -> String {
        "<text x=\"\(text(x))\" y=\"\(text(y))\" text-anchor=\"\(anchor)\"\(more)>\(escaped(words))</text>"
    }

    private static func text(_ value: Double) -> String {
        value == value.rounded() ? String(Int(value)) : String(format: "%.1f", value)
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}

/// A logarithmic axis.
struct LogScale {
    private let from: Double
    private let to: Double

    /// Whole decades around some values.
    ///
    /// - Parameters:
    ///   - values: all above zero.
    ///   - decades: how many it spans at least, so that noise does not look like growth.
    /// - Returns: `nil` where there are no values.
    init?(_ values: [Double], decades: Int = 1) {
        guard let least = values.min(), let most = values.max(), least > 0 else { return nil }
        from = log10(least).rounded(.down)
        to = max(log10(most).rounded(.up), from + Double(decades))
    }

    /// From the least of some values to the most of them; a single one stands at its beginning.
    init?(between values: [Double]) {
        guard let least = values.min(), let most = values.max(), least > 0 else { return nil }
        from = log10(least)
        to = most > least ? log10(most) : from + 1
    }

    /// Where a value stands between the ends, from 0 to 1.
    func place(_ value: Double) -> Double { (log10(value) - from) / (to - from) }

    /// Every power of ten on the axis.
    var decades: [Double] { (Int(from)...Int(to)).map { pow(10, Double($0)) } }
}
