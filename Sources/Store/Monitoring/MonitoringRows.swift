import GRDB
import Training

/// How follow-ups, outcomes and equipment are written to and read from their rows. The order is that of ``Entity/columns``.

extension FollowUp {
    var values: Door.Values {
        [
            enrollment.rawValue.databaseValue, mark.databaseValue, date.column.databaseValue, visitor.databaseValue,
            method.rawValue.databaseValue, (isReached ? 1 : 0).databaseValue, (nextTry?.column).databaseValue,
            note.databaseValue,
        ]
    }

    init(row: Row) throws {
        self.init(
            enrollment: ID(row["enrollment"]), mark: row["mark"], date: try .stored(row["date"]),
            visitor: row["visitor"], method: try .stored(row["method"]), isReached: row["reached"],
            nextTry: try (row["next_try"] as Int?).map(CalendarDate.stored), note: row["note"])
    }
}

extension Outcome {
    var values: Door.Values {
        var work: Work?
        var business: Business?
        var reason: Reason?
        switch fact {
        case .working(let found): work = found
        case .selfEmployed(let found): business = found
        case .notUsing(let found): reason = found
        case .studying, .unreachable: break
        }
        return [
            enrollment.rawValue.databaseValue, date.column.databaseValue, fact.kind.rawValue.databaseValue,
            (fact.usesTraining ? 1 : 0).databaseValue, (work?.employer).databaseValue,
            (work?.sector ?? business?.sector)?.rawValue.databaseValue ?? .null,
            (work?.isFormal.map { $0 ? 1 : 0 } ?? nil).databaseValue,
            (work?.wage ?? business?.turnover)?.rawValue.databaseValue ?? .null, (business?.name).databaseValue,
            (business?.nib).databaseValue, (business?.workers).databaseValue, (business?.trainedWorkers).databaseValue,
            (reason?.rawValue).databaseValue, note.databaseValue,
        ]
    }

    init(row: Row) throws {
        self.init(
            enrollment: ID(row["enrollment"]), date: try .stored(row["date"]), fact: try Fact(row: row),
            note: row["note"])
    }
}

extension Outcome.Fact {
    init(row: Row) throws {
        let sector = try (row["sector"] as String?).map(Outcome.Sector.stored)
        let band = try (row["band"] as String?).map(Outcome.IncomeBand.stored)
        switch try Outcome.Kind.stored(row["kind"]) {
        case .working:
            self = .working(
                Outcome.Work(
                    employer: row["employer"], sector: sector, isFormal: row["formal"], isRelated: row["uses"],
                    wage: band))
        case .selfEmployed:
            self = .selfEmployed(
                Outcome.Business(
                    name: row["business"], sector: sector, nib: row["nib"], turnover: band,
                    workers: row["workers"] ?? 0, trainedWorkers: row["trained_workers"] ?? 0))
        case .studying: self = .studying
        case .notUsing: self = .notUsing(try .stored(row["reason"] ?? Outcome.Reason.other.rawValue))
        case .unreachable: self = .unreachable
        }
    }
}

extension Equipment {
    var values: Door.Values {
        [
            item.databaseValue, kind.databaseValue, serial.databaseValue, value.databaseValue,
            (funding?.column).databaseValue, photo.databaseValue,
        ]
    }

    init(row: Row) throws {
        self.init(
            item: row["item"], kind: row["kind"], serial: row["serial"], value: row["value"],
            funding: (row["funding"] as Int?).flatMap { Funding(column: $0) }, photo: row["photo"])
    }
}

extension EquipmentHolding {
    /// The row of the holding itself; its people have rows of their own.
    var values: Door.Values {
        var group: String?
        if case .group(let name, _) = holder { group = name }
        return [
            equipment.rawValue.databaseValue, date.column.databaseValue, letter.databaseValue, group.databaseValue,
            note.databaseValue,
        ]
    }

    init(row: Row, people: [Int64]) throws {
        guard let first = people.first else { throw DamagedRow(what: "holding") }
        let group: String? = row["group_name"]
        self.init(
            equipment: ID(row["equipment"]), date: try .stored(row["date"]), letter: row["letter"],
            holder: group.map { .group($0, members: people.map { ID($0) }) } ?? .participant(ID(first)),
            note: row["note"])
    }
}

extension EquipmentCheck {
    var values: Door.Values {
        [
            equipment.rawValue.databaseValue, date.column.databaseValue, visitor.databaseValue,
            condition.rawValue.databaseValue, place.databaseValue, note.databaseValue,
        ]
    }

    init(row: Row) throws {
        self.init(
            equipment: ID(row["equipment"]), date: try .stored(row["date"]), visitor: row["visitor"],
            condition: try .stored(row["condition"]), place: row["place"], note: row["note"])
    }
}

extension Recall {
    var values: Door.Values { [title.databaseValue, date.column.databaseValue, criteria.databaseValue] }

    init(row: Row) throws {
        self.init(title: row["title"], date: try .stored(row["date"]), criteria: row["criteria"])
    }
}

extension RecallEntry {
    var values: Door.Values {
        [
            recall.rawValue.databaseValue, participant.rawValue.databaseValue, state.rawValue.databaseValue,
            date.column.databaseValue, note.databaseValue,
        ]
    }

    init(row: Row) throws {
        self.init(
            recall: ID(row["recall"]), participant: ID(row["participant"]), state: try .stored(row["state"]),
            date: try .stored(row["date"]), note: row["note"])
    }
}
