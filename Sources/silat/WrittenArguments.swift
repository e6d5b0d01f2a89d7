import Training

/// Values of the command line that the field's rules read; what they refuse is data refused, not wrong usage.
extension Desk {
    /// A date, ISO or as people type it.
    func date(_ typed: String) throws -> CalendarDate {
        // Classes are planned ahead: two digits of a year may lie in the future.
        guard let date = CalendarDate(typed: typed, latest: today.adding(days: 20 * 365)) else {
            throw Failure(.refused, spoken.command.notADate(typed))
        }
        return date
    }

    /// The code of something new.
    func code(_ typed: String) throws -> Code {
        guard let code = Code(typed) else { throw Failure(.refused, spoken.command.notACode(typed)) }
        return code
    }

    /// A NIK.
    func nik(_ typed: String) throws -> NIK {
        do throws(NIK.Flaw) {
            return try NIK(typed)
        } catch {
            throw Failure(.refused, spoken.refusals.flaw(error))
        }
    }

    /// A participant's number.
    func participantID(_ typed: String) throws -> ID<Participant> {
        // A NIK would look like a number that nobody has, and be shown in full in saying so.
        if let nik = try? NIK(typed) { throw Failure(.refused, spoken.command.notAnID(nik.masked)) }
        guard let id = ID<Participant>(typed) else { throw Failure(.refused, spoken.command.notAnID(typed)) }
        return id
    }

    /// A kecamatan, by name or code.
    func kecamatan(_ typed: String) throws -> RegionCode {
        guard let code = try PlaceIndex().kecamatan(typed).kecamatan else {
            throw Refusal.unknownCode(typed, kind: .kecamatan, nearest: [])
        }
        return code
    }

    /// Where people live, as a filter.
    func region(kecamatan: String?, desa: String?) throws -> ParticipantQuery.RegionFilter? {
        if kecamatan == nil, let desa { return .within(try PlaceIndex().desa(desa)) }
        return switch try PlaceIndex().residence(kecamatan: kecamatan, desa: desa) {
        case .desa(let code), .kecamatan(let code): .within(code)
        case .outside: .outside
        case nil: nil
        }
    }
}
