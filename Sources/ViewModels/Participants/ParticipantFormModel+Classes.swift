import Training
import Words

/// The classes to choose from. Where the year has more than a list can be for, they are sought by what is typed.
extension ParticipantFormModel {
    /// So many are held; a year of more is sought through.
    private static let listedClasses = 200
    /// So many of those sought are offered.
    private static let offeredClasses = 50

    static func choice(_ line: ClassLine, seats: String) -> Choice {
        let code = line.trainingClass.value.code.text
        return Choice(
            id: line.trainingClass.id.description, code: code, label: line.program.title,
            value: "\(code) \(line.program.title)", note: seats)
    }

    private static func choices(_ lines: [ClassLine], _ context: Context) -> [Choice] {
        lines.map { choice($0, seats: context.words.entry.seats($0.taken, $0.trainingClass.value.seats)) }
    }

    /// The class chosen; `nil` where none is, or it is not known yet.
    public var chosenClass: ClassLine? {
        guard let id = chosenClassID else { return nil }
        return classes.first { $0.trainingClass.id == id }
    }

    var chosenClassID: ID<TrainingClass>? { form[.trainingClass]?.chosen.flatMap { ID($0.id) } }

    /// Asks for the first classes of the year, and how the one chosen stands now.
    mutating func askForClasses(_ context: Context) -> Effect {
        let (year, chosen) = (context.year, chosenClassID)
        return .ask(tickets.take(Purposes.classes.rawValue)) { store in
            var (lines, total) = try await store.classes(of: year, fitting: "", count: Self.listedClasses)
            if let chosen, total > lines.count, !lines.contains(where: { $0.trainingClass.id == chosen }),
                let line = try await store.trainingClass(chosen), line.program.year == year
            {
                lines.append(line)
            }
            return .fittingClasses(lines, total: total)
        }
    }

    mutating func takeClasses(_ lines: [ClassLine], of total: Int, _ context: Context) -> [Effect] {
        classes = lines
        let choices = Self.choices(lines, context)
        guard total > Self.listedClasses else {
            form[.trainingClass]?.list?.narrowByItself()
            return supply(choices, to: .trainingClass, context)
        }
        form[.trainingClass]?.list?.seekByText(first: choices, of: total)
        return chosenClassID == nil ? seekClasses(context) : []
    }

    /// Asks for what follows from the class field, where classes are sought: those that fit what was typed, or what is known of one that came from
    /// elsewhere than the list.
    mutating func seekClasses(_ context: Context) -> [Effect] {
        guard let list = form[.trainingClass]?.list, list.isSoughtByText else { return [] }
        // Whatever is still being sought was sought for another text.
        tickets.void(Purposes.soughtClasses.rawValue)
        guard list.chosen == nil else { return chosenClass == nil ? [askForClasses(context)] : [] }
        guard !list.isEmpty else { return [] }
        let (year, typed) = (context.year, list.text.text)
        return [
            .ask(tickets.take(Purposes.soughtClasses.rawValue)) { store in
                let (lines, total) = try await store.classes(of: year, fitting: typed, count: Self.offeredClasses)
                return .fittingClasses(lines, total: total)
            }
        ]
    }

    mutating func takeSoughtClasses(_ lines: [ClassLine], of total: Int, _ context: Context) -> [Effect] {
        classes = lines
        return supply(Self.choices(lines, context), of: total, to: .trainingClass, context)
    }
}
