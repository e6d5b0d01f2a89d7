import Terminal
import Testing

@testable import Screens

@Suite struct TableDrawingTests {
    private let table = Table<(name: String, count: Int)>([
        TableColumn("Nama", 6, upTo: 20) { $0.name },
        TableColumn("Asal", 8, dropped: 2) { _ in "Tabalong" },
        TableColumn("Orang", 5, .right) { String($0.count) },
    ])

    private func lines(width: Int, cursor: Int? = nil) -> (text: [String], frame: Frame) {
        var frame = Frame(columns: width, rows: 3)
        let rows = [(name: "Siti Noorhayati", count: 7), (name: "山田 Alia", count: 12_345)]
        table.draw(rows, visible: 0..<2, cursor: cursor, into: &frame, top: 0, width: width)
        return (frame.text, frame)
    }

    @Test func dropsTheColumnThatMattersLeastAndCutsWhatDoesNotFit() {
        #expect(lines(width: 16).text == [" Nama      Orang", " Siti No…      7", " 山田 Al…  12345"])
    }

    @Test func growsTheColumnThatUsesTheRoom() {
        #expect(lines(width: 40).text[1] == " Siti Noorhayati       Tabalong      7")
    }

    @Test func highlightsFromEdgeToEdge() {
        let frame = lines(width: 40, cursor: 1).frame
        #expect((0..<40).allSatisfy { frame[$0, 2].style.isReverse })
        #expect((0..<40).allSatisfy { !frame[$0, 1].style.isReverse })
    }
}
