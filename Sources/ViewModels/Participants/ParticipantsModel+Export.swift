import Keyboard
import Training
import Words

/// Writing the names behind a figure to a file.
extension ParticipantsModel {
    /// The line in which the clerk says where to.
    static let exportKeys: [KeyBinding<Self>] = [
        KeyBinding(.enter, label: \.figures.write, when: { $0.exportPath != nil }, run: { $0.export($1) }),
        KeyBinding(
            .escape, label: \.figures.cancel, when: { $0.exportPath != nil },
            run: { model, _ in
                (model.exportPath, model.replaceable) = (nil, nil)
                return []
            }),
    ]

    mutating func askWhereTo(_ context: Context) -> [Effect] {
        exportPath = TextField("\(context.words.figures.fileName)-\(context.today).csv", limit: 1_000)
        return []
    }

    private mutating func export(_ context: Context) -> [Effect] {
        guard let path = exportPath?.text.fieldText else { return [] }
        let request = Export(.names(query), path: path, replaces: replaceable == path, words: context.words)
        return [.export(tickets.take(Purpose.export), request)]
    }

    mutating func exported(_ count: Int, _ context: Context) -> [Effect] {
        let path = exportPath?.text ?? ""
        (exportPath, replaceable) = (nil, nil)
        let number = context.words.language.number(count)
        return [.say(Notice(context.words.figures.exported(number, path), .done))]
    }

    /// What was typed stays, so that another place can be named.
    mutating func exportFailed(_ failure: Failure, _ context: Context) -> [Effect] {
        if case .export(.exists) = failure { replaceable = exportPath?.text.fieldText }
        return [.say(Notice(context.sentence(for: failure), .trouble))]
    }
}
