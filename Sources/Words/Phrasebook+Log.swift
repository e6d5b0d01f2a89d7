import Training

/// What the log says, as people read it. NIK and phone are masked.
extension Phrasebook {
    /// What a step was: of an undo or a redo, also what it took back or brought back.
    public func what(_ step: Step) -> String {
        guard let origin = step.origin else { return terms.step(step.kind) }
        return step.isRedo ? log.redone(terms.step(origin)) : log.undone(terms.step(origin))
    }

    /// What a step was about: a person's name, a code, a file's name.
    public func about(_ step: Step) -> String {
        [step.person, note(of: step)].compactMap(\.self).joined(separator: " · ")
    }

    /// What a step's note says.
    public func note(of step: Step) -> String? {
        // A digest of what was replaced comes first; it is for the check of the log.
        if step.kind == .forget {
            return step.note?.split(separator: " ", maxSplits: 1).dropFirst().first.map(String.init)
        }
        guard step.kind == .reveal, let reason = step.note.flatMap(RevealReason.init(note:)) else { return step.note }
        return reveal.reason(reason)
    }

    /// What a field is called, in a record of some kind.
    public func label(of field: LoggedField, in kind: LoggedRecord.Kind) -> String {
        switch field {
        case .code: terms.code
        case .name: terms.name
        case .title: terms.title
        case .kind: kind == .outcome ? monitoring.outcomeLabel : kind == .doubt ? log.doubt : terms.kind
        case .year: terms.year
        case .track: terms.trackLabel
        case .vocation: terms.vocation
        case .organizer: terms.organizer
        case .funding: terms.fundingLabel
        case .skkni: terms.skkni
        case .pokirProposer: terms.pokirProposer
        case .pokirReference: terms.pokirReference
        case .followUpMonths: terms.followUpMarks
        case .program: terms.program
        case .startDate: terms.start
        case .endDate: terms.end
        case .place: terms.place
        case .seats: terms.seats
        case .instructor: terms.instructor
        case .nik: terms.nik
        case .noNIKReason: terms.noNIKReason
        case .birthplace: terms.birthplace
        case .birthDate: terms.birthDate
        case .sex: terms.sexLabel
        case .kecamatan: terms.kecamatan
        case .desa: terms.desa
        case .address: terms.address
        case .phone: terms.phone
        case .education: terms.educationLabel
        case .occupation: terms.occupation
        case .trainingClass: terms.trainingClass
        case .status: terms.statusLabel
        case .source: terms.source
        case .sourceDate: terms.sourceDate
        case .stage: command.stage
        case .rule: command.rule
        case .gone: duplicates.goneLabel
        case .stays: duplicates.staysLabel
        case .one: duplicates.one
        case .other: duplicates.other
        case .participant, .enrollment, .holding, .recall: log.record(Self.referred(field)).capitalizedFirst
        default: monitoringLabel(of: field, in: kind)
        }
    }

    private static func referred(_ field: LoggedField) -> LoggedRecord.Kind {
        switch field {
        case .enrollment: .enrollment
        case .holding: .holding
        case .recall: .recall
        default: .participant
        }
    }

    private func monitoringLabel(of field: LoggedField, in kind: LoggedRecord.Kind) -> String {
        switch field {
        case .since: log.since
        case .detail: log.detail
        case .scope: log.scope
        case .count: log.countLabel
        case .reportedOn, .date: log.date
        case .letter: monitoring.letter
        case .mark: monitoring.markLabel
        case .visitor: monitoring.visitor
        case .method: monitoring.methodLabel
        case .reached: monitoring.reached
        case .nextTry: monitoring.nextTry
        case .uses: log.uses
        case .employer: monitoring.employer
        case .sector: monitoring.sectorLabel
        case .formal: monitoring.formal.capitalizedFirst
        case .band: kind == .outcome ? "\(monitoring.wage)/\(monitoring.turnover)" : monitoring.wage
        case .business: monitoring.business
        case .nib: monitoring.nib
        case .workers: monitoring.workers
        case .trainedWorkers: monitoring.trainedWorkers
        case .reason: monitoring.reasonLabel
        case .item: monitoring.item
        case .serial: monitoring.serial
        case .value: monitoring.value
        case .photo: monitoring.photo
        case .equipment: monitoring.equipment
        case .groupName: log.group
        case .condition: monitoring.conditionLabel
        case .criteria: monitoring.criteria
        case .state: log.state
        case .role: roles.roleLabel
        case .compared: secondEntry.comparedHeading
        case .firstWrong: secondEntry.firstWrong
        case .secondWrong: secondEntry.secondWrong
        default: log.note
        }
    }

    /// What stood in a field.
    public func text(of value: LoggedValue, _ gazetteer: Gazetteer = .tabalong) -> String {
        switch value {
        case .text(let text), .record(let text): text.strippedOfControls
        case .number(let number): language.number(number)
        case .rupiah(let number): "Rp\(language.number(number))"
        case .year(let year): String(year)
        case .flag(let flag): flag ? log.yes : log.no
        case .date(let date): date.onScreen
        case .months(let months): log.months(months.map(String.init).joined(separator: ", "))
        case .nik(let nik): nik.masked
        case .phone(let phone): phone.masked
        case .region(let code): gazetteer[code]?.name ?? code.description
        case .outside: terms.outside
        case .track(let track): terms.track(track)
        case .funding(let funding): terms.funding(funding)
        case .organizerKind(let kind): terms.organizerKind(kind)
        case .sex(let sex): terms.sex(sex)
        case .education(let education): terms.education(education)
        case .status(let status): terms.status(status)
        case .doubt(let doubt): terms.doubt(doubt)
        case .scope(let scope, let organizer): text(of: scope, organizer, gazetteer)
        case .stage(let stage): terms.stage(stage)
        case .rule(let rule): terms.rule(rule)
        case .method(let method): monitoring.method(method)
        case .outcome(let kind): monitoring.outcome(kind)
        case .sector(let sector): monitoring.sector(sector)
        case .income(let band): monitoring.income(band)
        case .reason(let reason): monitoring.reason(reason)
        case .condition(let condition): monitoring.condition(condition)
        case .role(let role): roles.role(role)
        case .recallState(let state): monitoring.recallState(state)
        case .fields(let fields): fields.map(label).joined(separator: ", ")
        }
    }

    private func text(of scope: Target.Scope, _ organizer: String?, _ gazetteer: Gazetteer) -> String {
        let name: String? =
            switch scope {
            case .regency: nil
            case .kecamatan(let code): gazetteer[code]?.name ?? code.description
            case .track(let track): terms.track(track)
            case .organizer: organizer
            case .term(let last): log.through(last)
            }
        return [command.scopeName(scope), name].compactMap(\.self).joined(separator: " ")
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
