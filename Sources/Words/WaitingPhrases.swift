/// Words for while another desk holds the file.
public struct WaitingPhrases: Sendable {
    /// Something is to be saved, and another desk is saving.
    public let forOthers: String

    static let indonesian = WaitingPhrases(forOthers: "menunggu meja lain selesai menyimpan…")
    static let english = WaitingPhrases(forOthers: "waiting for another desk to finish saving…")
}
