import Sheets
import Training
import Words

/// What is wrong with one cell of a roster, and what would be right.
struct CellFlaw: Error {
    let column: RosterColumn
    let value: String
    let reason: String
    /// The place that the cell should have named, where that is what is wrong.
    var place: WrittenPlace?
}

/// What a row says of a person.
struct RosterPerson: Sendable {
    let participant: Participant
    /// What the sheet itself makes one ask.
    let doubts: [Doubt]
    /// What the rows above have in common with it, where these were all looked at.
    var sighting: Sighting?
}

/// What a cell says where that takes no more than to trim it: it is printable ASCII, as nearly all are, and neither dashes nor anything that a
/// spreadsheet takes for more than text.
private enum PlainCell {
    case empty
    case text(String)
    /// It takes more than that.
    case other

    init(_ written: ArraySlice<UInt8>) {
        self = written.withUnsafeBufferPointer { bytes in
            var (start, end) = (0, bytes.count)
            while start < end, bytes[start] == 0x20 { start += 1 }
            while end > start, bytes[end - 1] == 0x20 { end -= 1 }
            guard start < end else { return .empty }
            switch bytes[start] {
            case UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "'"): return .other
            default: break
            }
            let text = UnsafeBufferPointer(rebasing: bytes[start..<end])
            guard text.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return .other }
            return .text(String(decoding: text, as: UTF8.self))
        }
    }
}

/// A row of a roster that can't be kept; all that is wrong with it, by column.
struct RowFlaws: Error {
    let flaws: [CellFlaw]
}

/// Reads one row of a roster as a participant, by the rules of the entry form.
struct RosterRowReader: Sendable {
    let header: RosterHeader
    let isText: Bool
    let places: PlaceIndex
    let words: Phrasebook
    let today: CalendarDate
    /// What a clerk said of places that name none.
    var settled: [WrittenPlace: Residence] = [:]
    /// Places that were found before: a roster names few, many times.
    private var found: [WrittenPlace: Residence] = [:]

    /// - Parameter isText: whether the roster is text, and no workbook.
    init(
        header: RosterHeader, isText: Bool, places: PlaceIndex, words: Phrasebook, today: CalendarDate,
        settled: [WrittenPlace: Residence] = [:]
    ) {
        self.header = header
        self.isText = isText
        self.places = places
        self.words = words
        self.today = today
        self.settled = settled
    }

    /// The participant that a row describes. What the NIK says of birth date and sex fills those cells where they are empty.
    ///
    /// - Throws: ``RowFlaws``, naming every cell at fault.
    mutating func person(in record: SheetRecord) throws(RowFlaws) -> RosterPerson {
        do throws(CellFlaw) { try checkWidth(record) } catch { throw RowFlaws(flaws: [error]) }
        var flaws: [CellFlaw] = []
        func read<Value>(_ body: () throws(CellFlaw) -> Value) -> Value? {
            do throws(CellFlaw) {
                return try body()
            } catch {
                flaws.append(error)
                return nil
            }
        }
        for column in Self.freeText {
            _ = read { () throws(CellFlaw) in try checkLength(of: column, in: record) }
        }
        let identity = read { () throws(CellFlaw) in try self.identity(in: record) }
        let nik: NIK? = if case .nik(let nik)? = identity { nik } else { nil }
        // Where the NIK itself is at fault, an empty birth date or sex is not held against the row as well.
        let needsBoth = identity != nil
        let name = read { () throws(CellFlaw) in try self.name(in: record) }
        let birthDate = read { () throws(CellFlaw) in try self.birthDate(in: record, nik: nik, isNeeded: needsBoth) }
        let sex = read { () throws(CellFlaw) in try self.sex(in: record, nik: nik, isNeeded: needsBoth) }
        var residence: Residence?
        do throws(CellFlaw) { residence = try self.residence(in: record) } catch { flaws.append(error) }
        let phone = read { () throws(CellFlaw) in try self.phone(in: record) }
        let education = read { () throws(CellFlaw) in try self.education(in: record) }
        guard flaws.isEmpty, let identity, let name = name ?? nil, let birthDate = birthDate ?? nil,
            let sex = sex ?? nil,
            let residence
        else { throw RowFlaws(flaws: flaws) }
        let participant = Participant(
            identity: identity, name: name, birthplace: birthplace(in: record), birthDate: birthDate, sex: sex,
            residence: residence, address: text(.address, in: record), phone: phone ?? nil,
            education: education ?? nil, occupation: text(.occupation, in: record))
        return RosterPerson(participant: participant, doubts: isRounded(nik, in: record) ? [.roundedNIK] : [])
    }

    /// A row with a cell too many or too few may hold anything in any column: none of it is believed. Blank cells at the end
    /// are what spreadsheets leave, and a workbook says itself where its cells stand.
    private func checkWidth(_ record: SheetRecord) throws(CellFlaw) {
        let columns = header.cells.count
        guard isText, record.count < header.named || record.count > columns else { return }
        let surplus = record.filled.last.map { $0 >= columns } ?? false
        guard record.count < header.named || surplus else { return }
        throw CellFlaw(
            column: header.lastColumn(upTo: record.count), value: surplus ? record[columns] : "",
            reason: words.exchange.ragged(record.count, columns))
    }

    /// Whether a spreadsheet may have turned the last digit into 0, as it does with numbers of more than 15 digits.
    private func isRounded(_ nik: NIK?, in record: SheetRecord) -> Bool {
        guard let nik, isNumber(.nik, in: record) else { return false }
        return nik.number.isMultiple(of: 10)
    }

    private func isNumber(_ column: RosterColumn, in record: SheetRecord) -> Bool {
        header.place(of: column).map { record.kind(of: $0) == .number } ?? false
    }

    /// A cell as it was meant, `nil` where it is empty or the file has no such column.
    func text(_ column: RosterColumn, in record: SheetRecord) -> String? {
        guard let place = header.place(of: column), place < record.count else { return nil }
        switch PlainCell(record.utf8(of: place)) {
        case .empty: return nil
        case .text(let text): return text
        case .other: break
        }
        guard let written = record[place].fieldText else { return nil }
        // A dash is how forms say that there is nothing; what silat wrote for a dash is guarded.
        if written.allSatisfy({ "-–—".contains($0) }) { return nil }
        return (Self.textFormula(written) ?? written.withoutFormulaGuard).fieldText
    }

    /// What programs write so that a spreadsheet takes digits for text: `="6309064505990001"`.
    private static func textFormula(_ written: String) -> String? {
        guard written.utf8.first == UInt8(ascii: "="), written.hasPrefix("=\""), written.hasSuffix("\""),
            written.utf8.count > 3
        else { return nil }
        let text = written.dropFirst(2).dropLast()
        return text.contains("\"") ? nil : String(text)
    }

    private func flaw(_ column: RosterColumn, _ value: String?, _ reason: String) -> CellFlaw {
        CellFlaw(column: column, value: value ?? "", reason: reason)
    }

    private func identity(in record: SheetRecord) throws(CellFlaw) -> Identity {
        guard let written = text(.nik, in: record) else {
            guard let reason = text(.noNIKReason, in: record) else {
                throw flaw(.nik, nil, words.exchange.nikMissing)
            }
            return .none(reason: reason)
        }
        if !written.utf8.allSatisfy({ $0 < 0x80 }), written.contains("•") {
            throw flaw(.nik, written, words.exchange.nikMasked)
        }
        do throws(NIK.Flaw) {
            // In text a dot parts the digits for the eye; in a number it makes them another number.
            if isNumber(.nik, in: record), written.contains(".") { throw .digitsLost }
            return .nik(try NIK(written))
        } catch {
            throw flaw(.nik, written, words.refusals.flaw(error))
        }
    }

    private func name(in record: SheetRecord) throws(CellFlaw) -> PersonName? {
        let written = text(.name, in: record)
        if let written, written.utf8.count > Self.longestText, written.count > Self.longestText { return nil }
        guard let name = written.flatMap({ PersonName($0) }) else {
            throw flaw(.name, written, words.exchange.nameMissing)
        }
        // Found here, on the thread that reads, it need not be on the one that writes.
        return name.withFoundKey
    }

    /// The columns that hold whatever is written there.
    private static let freeText: [RosterColumn] = [.name, .birthplace, .address, .occupation, .noNIKReason]

    /// The most characters of such a cell: what the entry form takes, where it may have to be corrected.
    private static let longestText = 200

    private func checkLength(of column: RosterColumn, in record: SheetRecord) throws(CellFlaw) {
        // What is meant is never longer than what is written.
        guard let place = header.place(of: column), place < record.count,
            record.utf8(of: place).count > Self.longestText, let written = text(column, in: record)
        else { return }
        let length = written.count
        guard length > Self.longestText else { return }
        throw flaw(column, written, words.exchange.tooLong(length, Self.longestText))
    }

    private func birthDate(in record: SheetRecord, nik: NIK?, isNeeded: Bool) throws(CellFlaw) -> CalendarDate? {
        let both = text(.birth, in: record)
        let alone = text(.birthDate, in: record)
        guard let written = alone ?? both.flatMap({ WrittenBirth($0).date }) else {
            if let both, nik == nil { throw flaw(.birth, both, words.exchange.birthDateUnreadable) }
            if nik == nil, isNeeded { throw flaw(.birthDate, nil, words.exchange.birthDateMissing) }
            return nik?.birthDate(today: today)
        }
        let column: RosterColumn = alone == nil ? .birth : .birthDate
        guard let date = CalendarDate(inSheet: written, latest: today) else {
            throw flaw(column, written, words.exchange.birthDateUnreadable)
        }
        guard date.year >= 1900, date <= today else {
            throw flaw(column, written, words.sentence(for: .invalid(.birthDate)))
        }
        return date
    }

    private func sex(in record: SheetRecord, nik: NIK?, isNeeded: Bool) throws(CellFlaw) -> Sex? {
        guard let written = text(.sex, in: record) else {
            if nik == nil, isNeeded { throw flaw(.sex, nil, words.exchange.sexMissing) }
            return nik?.sex
        }
        guard let sex = Sex(written: written) else { throw flaw(.sex, written, words.exchange.sexUnreadable) }
        return sex
    }

    private mutating func residence(in record: SheetRecord) throws(CellFlaw) -> Residence {
        let kecamatan = text(.kecamatan, in: record)
        let desa = text(.desa, in: record)
        let written = WrittenPlace(kecamatan: kecamatan, desa: desa)
        if let known = found[written] ?? settled[written] { return known }
        do throws(CellFlaw) {
            let residence = try find(kecamatan, desa)
            if found.count < Self.mostPlaces { found[written] = residence }
            return residence
        } catch {
            guard kecamatan != nil || desa != nil else { throw error }
            throw CellFlaw(column: error.column, value: error.value, reason: error.reason, place: written)
        }
    }

    /// More ways to write a place than any honest roster has.
    private static let mostPlaces = 10_000

    private func birthplace(in record: SheetRecord) -> String? {
        text(.birthplace, in: record) ?? text(.birth, in: record).flatMap { WrittenBirth($0).place }
    }

    private func find(_ kecamatan: String?, _ desa: String?) throws(CellFlaw) -> Residence {
        let residence: Residence?
        do throws(Refusal) {
            residence = try places.residence(kecamatan: kecamatan, desa: desa)
        } catch {
            switch error {
            case .unknownCode("", kind: .kecamatan, let bearers):
                throw flaw(.kecamatan, nil, words.exchange.kecamatanMissing(bearers))
            case .unknownCode(_, kind: .desa, _): throw flaw(.desa, desa, words.sentence(for: error))
            default: throw flaw(.kecamatan, kecamatan, words.sentence(for: error))
            }
        }
        guard let residence else { throw flaw(.kecamatan, nil, words.exchange.residenceMissing) }
        return residence
    }

    private func phone(in record: SheetRecord) throws(CellFlaw) -> PhoneNumber? {
        guard let written = text(.phone, in: record) else { return nil }
        guard let phone = PhoneNumber(written) else {
            throw flaw(.phone, written, words.exchange.phoneUnreadable)
        }
        return phone
    }

    private func education(in record: SheetRecord) throws(CellFlaw) -> Education? {
        guard let written = text(.education, in: record) else { return nil }
        guard let education = Education(written: written) else {
            throw flaw(.education, written, words.exchange.educationUnknown(Education.identifiers))
        }
        return education
    }
}
