import Keyboard
import Training
import Words

/// Writing the document to a file.
extension ReportsModel {
    /// The line in which the clerk says where to.
    static let destinationKeys: [KeyBinding<Self>] = [
        KeyBinding(.enter, label: \.reports.write, when: { $0.destination != nil }, run: { $0.export($1) }),
        KeyBinding(
            .escape, label: \.reports.cancel, when: { $0.destination != nil },
            run: { model, _ in
                model.destination = nil
                return []
            }),
    ]

    mutating func askWhere(_ form: DocumentForm, _ context: Context) -> [Effect] {
        let ending = form == .page ? "html" : "txt"
        let name = words(context).report.fileName
        destination = Destination(form: form, path: TextField("\(name)-\(context.year).\(ending)", limit: 1_000))
        return []
    }

    private mutating func export(_ context: Context) -> [Effect] {
        guard let destination, let path = destination.path.text.fieldText else { return [] }
        let request = Export(
            .document(document(context), destination.form), path: path, replaces: destination.replaceable == path,
            words: words(context))
        return [.export(tickets.take(Purpose.export), request)]
    }

    mutating func exported(_ context: Context) -> [Effect] {
        let path = destination?.path.text.fieldText ?? ""
        destination = nil
        return [.say(Notice(context.words.report.saved(path), .done))]
    }

    /// What was typed stays, so that another place can be named.
    mutating func exportFailed(_ failure: Failure, _ context: Context) -> [Effect] {
        if case .export(.exists) = failure {
            let path = destination?.path.text.fieldText
            destination?.replaceable = path
        }
        return [.say(Notice(context.sentence(for: failure), .trouble))]
    }

    mutating func type(_ event: Event) -> [Effect]? {
        switch event {
        case .key(let key): return destination?.path.handle(key) == true ? [] : nil
        case .paste(let text):
            destination?.path.insert(text)
            return destination == nil ? nil : []
        default: return nil
        }
    }
}
