/// Everybody's card as a catalogue is drawn up, before it is written: people in the order of their names, and where each drawer begins.
struct CardOrder: Sendable {
    /// By their places among those who were read.
    private let people: [UInt32]
    /// Where each drawer begins among ``people``, and the name it begins with. The first takes all names that come before.
    private let drawers: [(start: Int, name: String)]

    init(_ names: NameOrder) {
        let people = names.sorted()
        var drawers = [(start: 0, name: "")]
        for place in people.indices.dropFirst() {
            // All of one name share a drawer.
            guard place - (drawers.last?.start ?? 0) >= CardCatalogue.drawn,
                !names.areSame(people[place], people[place - 1])
            else { continue }
            drawers.append((place, names.key(people[place])))
        }
        (self.people, self.drawers) = (people, drawers)
    }

    /// Hands out the first number of each drawer, and the name it begins with.
    func eachDrawer(_ body: (_ number: Int64, _ name: String) throws -> Void) rethrows {
        for (drawer, (_, name)) in drawers.enumerated() { try body(Self.number(ofDrawer: drawer), name) }
    }

    /// Hands out each card's number and its person's place, in the order of the numbers.
    func eachCard(_ body: (_ number: Int64, _ person: Int) throws -> Void) rethrows {
        for (drawer, (start, _)) in drawers.enumerated() {
            let end = drawer + 1 < drawers.count ? drawers[drawer + 1].start : people.count
            for place in start..<end {
                try body(Self.number(ofDrawer: drawer) + Int64(place - start), Int(people[place]))
            }
        }
    }

    private static func number(ofDrawer drawer: Int) -> Int64 { CardCatalogue.gap * Int64(drawer + 1) }
}
