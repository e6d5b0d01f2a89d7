import Training
import Words

/// The kecamatan as tiles, roughly where they lie, the darker the more: by the share of their target, or by people where not all have one.
struct TileMap {
    let tiles: [Tile]
    let shades: [Shade]
    let legendHeading: String
    /// What the map is, and what stands on it, for those who hear the page.
    let mapTitle: String
    let mapText: String

    /// One kecamatan.
    struct Tile {
        let x: Int
        let y: Int
        let tileName: String
        let figure: String
        let detail: String
        let shade: String
        /// Whether its words have to be light.
        let isDark: Bool
    }

    /// A colour and what it stands for.
    struct Shade {
        let shadeName: String
        let range: String
    }

    /// A tile's width and height with the gap to the next, as the template draws it.
    private static let step = (x: 120, y: 92)

    /// Where the kecamatan lie, by code: column from the west, row from the north.
    static let places: [String: (column: Int, row: Int)] = [
        "63.09.07": (2, 0), "63.09.11": (3, 0),
        "63.09.12": (1, 1), "63.09.05": (2, 1), "63.09.10": (3, 1),
        "63.09.04": (1, 2), "63.09.06": (2, 2),
        "63.09.08": (1, 3), "63.09.03": (2, 3),
        "63.09.01": (0, 4), "63.09.09": (1, 4), "63.09.02": (2, 4),
    ]

    /// The map of a year's totals by kecamatan; `nil` where nobody has taken part.
    init?(_ totals: [Total], _ words: Phrasebook) {
        let placed = totals.compactMap { total in Self.places[total.code].map { (total: total, place: $0) } }
        let scale = Scale(placed.map(\.total))
        guard scale.most > 0 else { return nil }
        let number = words.language.number
        tiles = placed.map { total, place in
            let shade = scale.shade(of: total)
            return Tile(
                x: place.column * Self.step.x, y: place.row * Self.step.y,
                tileName: words.name(of: total, by: .kecamatan),
                figure: scale.isByTarget ? total.percent.map(words.language.percent) ?? "" : number(total.people),
                detail: scale.isByTarget
                    ? "\(number(total.counted)) \(words.terms.rule(total.rule))" : words.terms.rule(.people),
                shade: "s\(shade + 1)", isDark: shade >= 3)
        }
        let used = Set(placed.map { scale.shade(of: $0.total) })
        shades = used.sorted().map { shade in
            Shade(shadeName: "s\(shade + 1)", range: scale.range(of: shade, number) + (scale.isByTarget ? " %" : ""))
        }
        legendHeading = scale.isByTarget ? words.report.shareOfTarget : words.terms.people
        mapTitle = words.report.mapTitle
        mapText = tiles.map { "\($0.tileName) \($0.figure)" }.joined(separator: ", ") + "."
    }
}

/// Which shade a kecamatan gets: the range from the least to the most in equal parts.
private struct Scale {
    /// Whether shares of targets are shown, in whole percent, or people.
    let isByTarget: Bool
    let least: Int
    let most: Int
    private let width: Int

    private static let shades = 5

    init(_ totals: [Total]) {
        let isByTarget = totals.allSatisfy { $0.percent != nil }
        let values = totals.map { Self.value(of: $0, isByTarget) }
        self.isByTarget = isByTarget
        least = values.min() ?? 0
        most = values.max() ?? 0
        width = (most - least) / Self.shades + 1
    }

    private static func value(of total: Total, _ isByTarget: Bool) -> Int {
        isByTarget ? (total.percent?.tenths ?? 0) / 10 : total.people
    }

    func shade(of total: Total) -> Int { (Self.value(of: total, isByTarget) - least) / width }

    /// What a shade stands for.
    func range(of shade: Int, _ number: (Int) -> String) -> String {
        let first = least + shade * width
        return width == 1 ? number(first) : "\(number(first))–\(number(first + width - 1))"
    }
}
