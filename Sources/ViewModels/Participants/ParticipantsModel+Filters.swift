import Keyboard
import Training
import Words

/// Which rows are shown: kecamatan, class, status.
extension ParticipantsModel {
    /// What a choice of the list of filters stands for, as its id: `kecamatan 63.09.06`, `status completed`, `class 17`.
    private enum Filter: Equatable {
        case none
        case region(ParticipantQuery.RegionFilter)
        case status(EnrollmentStatus)
        case trainingClass(ID<TrainingClass>)

        var id: String {
            switch self {
            case .none: "none"
            case .region(.within(let code)): "kecamatan \(code)"
            case .region(.outside): "kecamatan \(Total.outsideCode)"
            case .region(.desaUnknown(let code)): "kecamatan \(code) ?"
            case .status(let status): "status \(status.rawValue)"
            case .trainingClass(let id): "class \(id)"
            }
        }

        init?(id: String) {
            let parts = id.split(separator: " ")
            switch (parts.first, parts.last) {
            case ("none", _): self = .none
            case ("kecamatan", Substring(Total.outsideCode)): self = .region(.outside)
            case ("kecamatan", let code?):
                guard let code = RegionCode(code) else { return nil }
                self = .region(.within(code))
            case ("status", let name?):
                guard let status = EnrollmentStatus(rawValue: String(name)) else { return nil }
                self = .status(status)
            case ("class", let number?):
                guard let id = ID<TrainingClass>(String(number)) else { return nil }
                self = .trainingClass(id)
            default: return nil
            }
        }
    }

    /// Del in the list of filters drops them all, as `F` does in the table.
    static let filterKeys: [KeyBinding<Self>] = [
        KeyBinding(
            .delete, label: \.participants.withoutFilters,
            when: { $0.picker?.text.isEmpty == true && $0.hasFilters },
            run: { model, context in
                model.picker = nil
                return model.clearFilters(context)
            })
    ]

    mutating func openFilters(_ context: Context) -> [Effect] {
        picker = Picker(
            context.words.participants.filterTitle, choicesAtHand(context), isLoading: true,
            rows: Self.pickerRows(context))
        let year = context.year
        return [.ask(tickets.take(Purpose.classes)) { .classes(try await $0.classes(of: year)) }]
    }

    mutating func clearFilters(_ context: Context) -> [Effect] {
        query.region = figure.region
        query.trainingClass = figure.trainingClass
        query.status = figure.status
        filteredClass = nil
        return begin(context)
    }

    /// A filter takes the place of one of its kind; one that is chosen again is dropped.
    public mutating func picked(_ choice: Choice, _ context: Context) -> [Effect] {
        switch Filter(id: choice.id) {
        case .region(let region): query.region = query.region == region ? nil : region
        case .status(let status): query.status = query.status == status ? nil : status
        case .trainingClass(let id):
            query.trainingClass = query.trainingClass == id ? nil : id
            filteredClass = query.trainingClass == nil ? nil : Code(choice.code)
        case .some(.none): return clearFilters(context)
        case nil: return []
        }
        return begin(context)
    }

    /// The filters there are before the classes come. What the figure itself is narrowed by cannot be chosen otherwise.
    private func choicesAtHand(_ context: Context) -> [Choice] {
        let terms = context.words.terms
        var choices: [Choice] = []
        func add(_ filter: Filter, code: String = "", _ label: String, _ note: String, isActive: Bool) {
            choices.append(
                Choice(
                    id: filter.id, code: code, label: label,
                    note: isActive ? "\(note) · \(context.words.participants.active)" : note))
        }
        if hasFilters {
            choices.append(Choice(id: Filter.none.id, label: context.words.keys.participants.withoutFilters.short))
        }
        if figure.region == nil {
            for place in context.gazetteer.kecamatan {
                add(
                    .region(.within(place.code)), code: place.code.description, place.name, terms.kecamatan,
                    isActive: query.region == .within(place.code))
            }
            add(.region(.outside), terms.outside, terms.kecamatan, isActive: query.region == .outside)
        }
        if figure.status == nil {
            for status in EnrollmentStatus.allCases {
                add(.status(status), terms.status(status), terms.statusLabel, isActive: query.status == status)
            }
        }
        return choices
    }

    func choices(of classes: [ClassLine], _ context: Context) -> [Choice] {
        guard figure.trainingClass == nil else { return [] }
        return classes.map { line in
            let isActive = query.trainingClass == line.trainingClass.id
            let note = context.words.terms.trainingClass
            return Choice(
                id: Filter.trainingClass(line.trainingClass.id).id, code: line.trainingClass.value.code.text,
                label: line.program.title, note: isActive ? "\(note) · \(context.words.participants.active)" : note)
        }
    }

    /// The filters in force, as the heading names them.
    public func activeFilters(_ context: Context) -> [String] {
        let terms = context.words.terms
        var names: [String] = []
        if query.region != figure.region {
            switch query.region {
            case .within(let code), .desaUnknown(let code):
                names += (context.gazetteer[code]?.name).map { ["\(terms.kecamatan) \($0)"] } ?? []
            case .outside: names.append(terms.outside)
            case nil: break
            }
        }
        if query.trainingClass != figure.trainingClass, let filteredClass {
            names.append("\(terms.trainingClass) \(filteredClass)")
        }
        if query.status != figure.status, let status = query.status { names.append(terms.status(status)) }
        return names
    }
}
