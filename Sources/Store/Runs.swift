/// Runs of values, each found by its place, in two pieces of memory: a list of a million short lists would be a million pieces.
struct Runs<Element: Sendable>: Sendable {
    /// All of them, one after the other.
    private(set) var elements: [Element] = []
    private var ends: [UInt32] = []

    /// How many runs have ended.
    var count: Int { ends.count }

    /// Makes room: where it has to be made larger, all is held twice for a while. What is not used takes no memory.
    mutating func reserve(_ runs: Int, of elements: Int) {
        self.elements.reserveCapacity(runs * elements)
        ends.reserveCapacity(runs)
    }

    mutating func append(_ run: some Sequence<Element>) {
        elements.append(contentsOf: run)
        end()
    }

    /// Adds to the run that is not ended yet.
    mutating func add(_ element: Element) { elements.append(element) }

    /// What is added from here on is of the next run.
    mutating func end() { ends.append(UInt32(elements.count)) }

    /// Where a run stands among ``elements``.
    func range(_ place: Int) -> Range<Int> { (place == 0 ? 0 : Int(ends[place - 1]))..<Int(ends[place]) }

    subscript(place: Int) -> ArraySlice<Element> { elements[range(place)] }
}
