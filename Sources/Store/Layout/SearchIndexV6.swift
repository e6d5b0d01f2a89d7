/// The search index of the sixth and seventh layouts: people's numbers were not in it. Never edited.
enum SearchIndexV6 {
    static let tables = """
        CREATE VIEW search_document AS
        SELECT k.number AS id, k.participant AS participant, r.name AS name,
            (SELECT g.name FROM region g WHERE g.code = r.desa) AS desa,
            (SELECT group_concat(replace(c.code, '-', '') || ' ' || c.code || ' ' || p.title, ' ')
             FROM enrollment e
             JOIN training_class c ON c.id = e.class
             JOIN program p ON p.id = c.program
             WHERE e.participant = r.id) AS class
        FROM card k JOIN participant r ON r.id = k.participant;

        CREATE VIRTUAL TABLE search USING fts5 (
            name, desa, class,
            content = 'search_document', content_rowid = 'id',
            tokenize = 'unicode61 remove_diacritics 2',
            prefix = '1 2 3', detail = none, columnsize = 0
        );

        """

    private static func forget(_ condition: String) -> String {
        """
        INSERT INTO search (search, rowid, name, desa, class)
        SELECT 'delete', id, name, desa, class FROM search_document WHERE \(condition);
        """
    }

    private static func learn(_ condition: String) -> String {
        """
        INSERT INTO search (rowid, name, desa, class)
        SELECT id, name, desa, class FROM search_document WHERE \(condition) ORDER BY id;
        """
    }

    static let triggers =
        """
        CREATE TRIGGER search_participant_insert AFTER INSERT ON participant
        \(DerivedTriggers.unlessInBatch("NEW.id")) BEGIN
        \(CardCatalogue.addCard)
        \(learn("participant = NEW.id"))
        END;
        CREATE TRIGGER search_participant_delete BEFORE DELETE ON participant
        \(DerivedTriggers.unlessInBatch("OLD.id")) BEGIN
        \(forget("participant = OLD.id"))
        DELETE FROM card WHERE participant = OLD.id;
        END;

        """
        + DerivedTriggers.around(
            "search_participant_update", "UPDATE OF name, name_key, desa ON participant", participant: "NEW.id",
            out: forget("participant = NEW.id"),
            back: """
                DELETE FROM card WHERE participant = NEW.id AND NEW.name_key <> OLD.name_key;
                \(CardCatalogue.addCard)
                \(learn("participant = NEW.id"))
                """)
        + ofOne("enrollment_insert", "INSERT ON enrollment", "NEW.participant")
        + ofOne("enrollment_delete", "DELETE ON enrollment", "OLD.participant")
        + ofOne("enrollment_update", "UPDATE OF class ON enrollment", "NEW.participant")
        + ofMany("enrollment_moved", "UPDATE OF participant ON enrollment", "IN (OLD.participant, NEW.participant)")
        + ofMany("training_class_update", "UPDATE OF code, program ON training_class", DerivedTriggers.ofClass)
        + ofMany("program_update", "UPDATE OF title ON program", DerivedTriggers.ofProgram)

    private static func ofOne(_ name: String, _ event: String, _ participant: String) -> String {
        DerivedTriggers.around(
            "search_\(name)", event, participant: participant, out: forget("participant = \(participant)"),
            back: learn("participant = \(participant)"))
    }

    private static func ofMany(_ name: String, _ event: String, _ participants: String) -> String {
        DerivedTriggers.around(
            "search_\(name)", event, out: forget("participant \(participants)"),
            back: learn("participant \(participants)"))
    }
}
