import Training
import Words

/// The fields of the forms of equipment.
public struct EquipmentField: FieldID {
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    static let item = Self(rawValue: "item")
    static let kind = Self(rawValue: "kind")
    static let serial = Self(rawValue: "serial")
    static let value = Self(rawValue: "value")
    static let funding = Self(rawValue: "funding")
    static let photo = Self(rawValue: "photo")
    static let group = Self(rawValue: "group")
    static let holder = Self(rawValue: "holder")
    static let date = Self(rawValue: "date")
    static let letter = Self(rawValue: "letter")
    static let visitor = Self(rawValue: "visitor")
    static let condition = Self(rawValue: "condition")
    static let place = Self(rawValue: "place")
    static let note = Self(rawValue: "note")

    /// Further members of a group, as many as a package of training has seats, without the one to ask for.
    static let members = (2...16).map { Self(rawValue: "member \($0)") }

    /// Whether somebody is chosen in it.
    var isPerson: Bool { self == .holder || Self.members.contains(self) }
}

extension EquipmentField {
    static func fields(of subject: EquipmentFormModel.Subject) -> [FormField<EquipmentField>] {
        switch subject {
        case .new: facts + holders + handover
        case .edit: facts
        case .check: check
        case .move: holders + handover + [text(.note) { $0.equipment.note }]
        }
    }

    private static var facts: [FormField<EquipmentField>] {
        [
            text(.item, required: true) { $0.monitoring.item },
            FormField(
                .kind, ChoiceList(allowsAnyText: true), required: true, ditto: false,
                hint: { $0.equipment.kindHint }, label: { $0.equipment.kind }),
            text(.serial) { $0.monitoring.serial },
            text(.value, hint: { $0.equipment.valueHint }, label: { $0.monitoring.value }),
            FormField(.funding, ChoiceList(), ditto: false) { $0.terms.fundingLabel },
            text(.photo, hint: { $0.equipment.photoHint }, label: { $0.monitoring.photo }),
        ]
    }

    private static var holders: [FormField<EquipmentField>] {
        let members = members.enumerated().map { offset, id in person(id) { $0.equipment.member(offset + 2) } }
        return [
            text(.group, hint: { $0.equipment.groupHint }, label: { $0.equipment.group }),
            person(.holder, required: true) { $0.monitoring.holder },
        ] + members
    }

    private static var handover: [FormField<EquipmentField>] {
        [
            FormField(.date, .date, required: true, ditto: false) { $0.equipment.handoverDate },
            text(.letter) { $0.monitoring.letter },
        ]
    }

    private static var check: [FormField<EquipmentField>] {
        [
            FormField(.condition, ChoiceList(), required: true, ditto: false) { $0.monitoring.conditionLabel },
            text(.visitor, required: true) { $0.monitoring.visitor },
            FormField(.date, .date, required: true, ditto: false) { $0.equipment.checkDate },
            text(.place) { $0.equipment.foundAt }, text(.note) { $0.equipment.note },
        ]
    }

    private static func text(
        _ id: EquipmentField, required: Bool = false, hint: (@Sendable (Phrasebook) -> String?)? = nil,
        label: @escaping @Sendable (Phrasebook) -> String
    ) -> FormField<EquipmentField> {
        FormField(id, required: required, ditto: false, hint: hint, label: label)
    }

    private static func person(
        _ id: EquipmentField, required: Bool = false, label: @escaping @Sendable (Phrasebook) -> String
    ) -> FormField<EquipmentField> {
        FormField(
            id, ChoiceList([], isSoughtByText: true), required: required, ditto: false,
            hint: { $0.equipment.holderHint }, label: label)
    }
}
