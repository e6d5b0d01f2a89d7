import Dispatch
import Foundation
import Sheets
import Synchronization
import Training

/// Rows of a roster that were read and decoded together, in order.
struct RosterBatch: Sendable {
    /// One line that is not empty.
    struct Line: Sendable {
        /// What stands in the file.
        var record = SheetRecord()
        var content = Content.note
    }

    /// What a line says.
    enum Content: Sendable {
        case name(Result<RosterPerson, RowFlaws>)
        case controlTotal(Int)
        case note
    }

    /// Has room for lines to come as well: what they are read into is used again and again.
    fileprivate var room: [Line] = []
    fileprivate(set) var count = 0
    /// How much of the file was read with the last line, 0 to 1; `nil` where that can't be known.
    fileprivate(set) var fraction: Double?
    fileprivate var size = 0

    var lines: ArraySlice<Line> { room[..<count] }

    /// A batch ends with every so many names of the roster, so that progress can be told at just that place.
    static let names = 200
    /// The most bytes of text that a batch holds, but for its last line.
    fileprivate static let bytes = 1 << 18

    fileprivate var isFull: Bool { size >= Self.bytes || count == 4 * Self.names }

    fileprivate mutating func clear() {
        (count, size, fraction) = (0, 0, nil)
    }
}

/// Reads and decodes a roster on a thread of its own, some batches ahead of whoever settles and writes them; and tells who comes near whom, which
/// depends on nothing but the rows.
final class RosterStage: Sendable {
    private let batches = StageQueue<Result<RosterBatch, any Error>>(capacity: 3)
    /// Batches that were settled, to be used again.
    private let emptied = Mutex<[RosterBatch]>([])
    private let ended = DispatchSemaphore(value: 0)

    /// Begins at the first row below the header.
    init(_ file: RosterFile, _ rows: RosterRowReader) {
        let thread = Thread { [batches, ended] in
            do { try self.decode(file, rows) } catch { _ = batches.send(.failure(error)) }
            batches.end()
            ended.signal()
        }
        thread.name = "roster"
        thread.start()
    }

    /// The next rows; `nil` after the last.
    ///
    /// - Throws: ``RosterFlaw`` where the file is no table from there on.
    func next() throws -> RosterBatch? { try batches.next()?.get() }

    /// Takes a batch back that is settled.
    func giveBack(_ batch: RosterBatch) {
        // One that had to hold much is not kept for the little that comes.
        guard batch.size < RosterBatch.bytes else { return }
        emptied.withLock { $0.append(batch) }
    }

    /// Reads no more; returns when the file is let go.
    func stop() {
        batches.stop()
        ended.wait()
        ended.signal()
    }

    private func decode(_ file: RosterFile, _ rowReader: RosterRowReader) throws {
        var rows = rowReader
        var reader = try file.rows()
        var kinds = RosterLines(header: file.header)
        var batch = RosterBatch()
        var names = 0
        var namesakes = NamesakeIndex()
        func hand() -> Bool {
            batch.fraction = reader.fraction
            let isTaken = batches.send(.success(batch))
            batch = emptied.withLock { $0.popLast() } ?? RosterBatch()
            batch.clear()
            return isTaken
        }
        while true {
            if batch.count == batch.room.count { batch.room.append(RosterBatch.Line()) }
            let isRead: Bool
            do { isRead = try reader.read(&batch.room[batch.count].record) } catch {
                // What stands before the fault is settled first.
                _ = hand()
                throw error
            }
            guard isRead else { break }
            guard let content = content(of: batch.room[batch.count].record, &kinds, &rows, &namesakes) else { continue }
            batch.room[batch.count].content = content
            batch.size += batch.room[batch.count].record.size
            batch.count += 1
            var endsHere = batch.isFull
            if case .name = content {
                names += 1
                endsHere = endsHere || names.isMultiple(of: RosterBatch.names)
            }
            if endsHere, !hand() { return }
        }
        _ = hand()
    }

    /// What a line says; `nil` for one that says nothing.
    private func content(
        of record: SheetRecord, _ kinds: inout RosterLines, _ rows: inout RosterRowReader,
        _ namesakes: inout NamesakeIndex
    ) -> RosterBatch.Content? {
        switch kinds.kind(of: record) {
        case .empty: nil
        case .note: .note
        case .controlTotal(let total): .controlTotal(total)
        case .name:
            .name(
                Result { () throws(RowFlaws) in
                    var person = try rows.person(in: record)
                    person.sighting = namesakes.meet(person.participant)
                    return person
                })
        }
    }
}
