/// The search index of the layouts before the sixth: its rows had the numbers of the participants. Never edited.
enum SearchIndexV1 {
    static func forget(_ participants: String) -> String {
        """
        INSERT INTO search (search, rowid, name, desa, class)
        SELECT 'delete', id, name, desa, class FROM search_document WHERE id \(participants);
        """
    }

    static func learn(_ participants: String) -> String {
        """
        INSERT INTO search (rowid, name, desa, class)
        SELECT id, name, desa, class FROM search_document WHERE id \(participants);
        """
    }

    static let triggers =
        """
        CREATE TRIGGER search_participant_insert AFTER INSERT ON participant
        \(DerivedTriggers.unlessInBatch("NEW.id")) BEGIN
        \(learn("= NEW.id"))
        END;
        CREATE TRIGGER search_participant_delete BEFORE DELETE ON participant
        \(DerivedTriggers.unlessInBatch("OLD.id")) BEGIN
        \(forget("= OLD.id"))
        END;

        """
        + ofOne("participant_update", "UPDATE OF name, desa ON participant", "NEW.id")
        + ofOne("enrollment_insert", "INSERT ON enrollment", "NEW.participant")
        + ofOne("enrollment_delete", "DELETE ON enrollment", "OLD.participant")
        + ofOne("enrollment_update", "UPDATE OF class ON enrollment", "NEW.participant")
        + ofMany("training_class_update", "UPDATE OF code, program ON training_class", DerivedTriggers.ofClass)
        + ofMany("program_update", "UPDATE OF title ON program", DerivedTriggers.ofProgram)

    private static func ofOne(_ name: String, _ event: String, _ participant: String) -> String {
        DerivedTriggers.around(
            "search_\(name)", event, participant: participant, out: forget("= \(participant)"),
            back: learn("= \(participant)"))
    }

    private static func ofMany(_ name: String, _ event: String, _ participants: String) -> String {
        DerivedTriggers.around("search_\(name)", event, out: forget(participants), back: learn(participants))
    }
}
