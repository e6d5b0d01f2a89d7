import Training
import Words

extension Context {
    /// Why something did not happen, in a sentence for the clerk.
    public func sentence(for failure: Failure) -> String {
        switch failure {
        case .refused(let refusal): words.sentence(for: refusal, gazetteer: gazetteer)
        case .store(let failure): words.refusals.failure(failure)
        case .export(.exists(let path)): words.figures.fileExists(path)
        case .roster(let trouble): trouble.sentence
        case .merge(let trouble): words.merge.trouble(trouble, words.language)
        case .stopped: words.rosters.stopped
        case .export(.cannotWrite(let path, let reason)): words.figures.cannotExport(path, reason)
        case .export(.unknownEnding(let path, let endings)): words.export.unknownEnding(path, endings)
        case .export(.tooManyRows(let path, let most)):
            words.figures.cannotExport(path, words.export.tooManyRows(words.language.number(most)))
        case .export(.textTooLong(let path, let row, let column, let length, let most)):
            words.figures.cannotExport(path, words.export.textTooLong(row, column, length, most, words.language))
        }
    }
}
