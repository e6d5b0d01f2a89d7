import Keyboard
import Words

/// A screen that shows one fiscal year and goes to the years beside it.
public protocol YearScreen: Screen {
    /// The fiscal years on file, newest first.
    var years: [Int] { get }
}

extension YearScreen {
    /// The keys to the year before and after. Where there is none they say so, lest they look broken.
    static var yearKeys: [KeyBinding<Self>] {
        [
            KeyBinding(
                .character("<"), label: \.otherYear, when: { $0.years.count > 1 }, run: { $0.showYear(1, $1) }),
            KeyBinding(
                .character(">"), label: \.otherYear, onBottomLine: false, when: { $0.years.count > 1 },
                run: { $0.showYear(-1, $1) }),
            KeyBinding(
                .character("<"), .character(">"), label: \.otherYear, onBottomLine: false,
                when: { $0.years.count <= 1 }, run: { $0.showOnlyYear($1) }),
        ]
    }

    private func showYear(_ offset: Int, _ context: Context) -> [Effect] {
        guard let place = years.firstIndex(of: context.year) else { return years.first.map { [.showYear($0)] } ?? [] }
        guard years.indices.contains(place + offset) else {
            let words = context.words.frame
            let none = offset > 0 ? words.noEarlierYear(context.year) : words.noLaterYear(context.year)
            return [.say(Notice(none, .trouble))]
        }
        return [.showYear(years[place + offset])]
    }

    private func showOnlyYear(_ context: Context) -> [Effect] {
        if let year = years.first, year != context.year { return [.showYear(year)] }
        return [.say(Notice(context.words.frame.noOtherYear, .trouble))]
    }
}
