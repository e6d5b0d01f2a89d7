/// The words people are found by: names, desa and classes, in a full-text index that triggers keep.
///
/// NIKs are not in it: they are found by range on their own index.
enum SearchIndex {
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

    /// What the triggers leave to the end of a batch.
    static let addBatch = learn(">= (SELECT begins_at FROM batch)")

    /// Makes the index anew from the tables.
    static let rebuild = "INSERT INTO search (search) VALUES ('rebuild')"

    /// Fails where index and tables differ.
    static let integrityCheck = "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)"

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
