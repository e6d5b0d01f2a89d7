/// The words people are found by: names, desa and classes, in a full-text index that triggers keep.
///
/// NIKs are not in it: they are found by range on their own index.
enum SearchIndex {
    private static func forget(_ participants: String) -> String {
        """
        INSERT INTO search (search, rowid, name, desa, class)
        SELECT 'delete', id, name, desa, class FROM search_document WHERE id \(participants);
        """
    }

    private static func learn(_ participants: String) -> String {
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

    static let triggers: String = {
        let ofClass = "IN (SELECT participant FROM enrollment WHERE class = NEW.id)"
        let ofProgram = """
            IN (SELECT participant FROM enrollment WHERE class IN
                (SELECT id FROM training_class WHERE program = NEW.id))
            """
        func around(_ name: String, _ event: String, _ participants: String, unlessBatch: String? = nil) -> String {
            let condition = unlessBatch.map { "WHEN \($0) < (SELECT begins_at FROM batch)" } ?? ""
            return """
                CREATE TRIGGER search_before_\(name) BEFORE \(event) \(condition) BEGIN
                \(forget(participants))
                END;
                CREATE TRIGGER search_after_\(name) AFTER \(event) \(condition) BEGIN
                \(learn(participants))
                END;

                """
        }
        return """
            CREATE TRIGGER search_participant_insert AFTER INSERT ON participant
            WHEN NEW.id < (SELECT begins_at FROM batch) BEGIN
            \(learn("= NEW.id"))
            END;
            CREATE TRIGGER search_participant_delete BEFORE DELETE ON participant
            WHEN OLD.id < (SELECT begins_at FROM batch) BEGIN
            \(forget("= OLD.id"))
            END;

            """
                + around("participant_update", "UPDATE OF name, desa ON participant", "= NEW.id", unlessBatch: "NEW.id")
                + around(
                    "enrollment_insert", "INSERT ON enrollment", "= NEW.participant", unlessBatch: "NEW.participant")
                + around(
                    "enrollment_delete", "DELETE ON enrollment", "= OLD.participant", unlessBatch: "OLD.participant")
                + around(
                    "enrollment_update", "UPDATE OF class ON enrollment", "= NEW.participant",
                    unlessBatch: "NEW.participant")
                + around("training_class_update", "UPDATE OF code, program ON training_class", ofClass)
                + around("program_update", "UPDATE OF title ON program", ofProgram)
    }()
}
