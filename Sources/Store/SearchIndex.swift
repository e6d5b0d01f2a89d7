import GRDB
import Training

/// What people are found by: the words of names, desa and classes, and the first digits of NIKs, in a full-text index that triggers keep.
///
/// Its rows have the numbers of the cards of ``CardCatalogue``, so that whoever is found is found by name.
enum SearchIndex {
    /// What somebody in a class is found by, of a class `c` and its program `p`.
    static let classText = "replace(c.code, '-', '') || ' ' || c.code || ' ' || p.title"

    static let columns = "name, desa, class, nik"

    static let tables = """
        CREATE VIEW search_document AS
        SELECT k.number AS id, k.participant AS participant, r.name AS name,
            (SELECT g.name FROM region g WHERE g.code = r.desa) AS desa,
            (SELECT group_concat(\(classText), ' ')
             FROM enrollment e
             JOIN training_class c ON c.id = e.class
             JOIN program p ON p.id = c.program
             WHERE e.participant = r.id) AS class,
            \(NumberBeginning.wordOfHolder) AS nik
        FROM card k JOIN participant r ON r.id = k.participant;

        \(index("content = 'search_document', content_rowid = 'id'"))
        """

    /// The same index, which need not have the tables at hand that it is made of.
    static let draft = index("content = ''")

    private static func index(_ content: String) -> String {
        """
        CREATE VIRTUAL TABLE search USING fts5 (
            name, desa, class, nik,
            \(content),
            tokenize = 'unicode61 remove_diacritics 2',
            prefix = '1 2 3', detail = none, columnsize = 0
        );

        """
    }

    /// The words of the index, once for each who has them, which a connection that searches has to itself: what its reading takes depends on how
    /// many words there are.
    static let terms = "CREATE VIRTUAL TABLE temp.search_term USING fts5vocab (main, search, instance)"

    /// What finds whoever has the words that are sought.
    struct Match {
        /// In the index's own syntax. Quoted, so that no word can be taken for it.
        let text: String
        /// Whether somebody can be looked at alone: else whoever has one of very many words is gathered first.
        let isReadyForOne: Bool
    }

    /// What finds whoever has words that begin with all of these.
    static func match(_ words: [String], in db: Database) throws -> Match {
        let matches = try words.map { try match($0, in: db) }
        return Match(
            text: matches.map(\.text).joined(separator: " AND "), isReadyForOne: matches.allSatisfy(\.isReadyForOne))
    }

    /// How many are found, if they are fewer than a limit, which is what is counted else.
    static func count(_ match: String, upTo limit: Int64, in db: Database) throws -> Int64 {
        try Term(sql: "SELECT 1 FROM search WHERE search MATCH ?", arguments: [match.databaseValue])
            .count(upTo: limit, in: db)
    }

    /// Of so many letters of a word the index knows at once who has it.
    private static let readyLetters = 3
    /// Of so few words each can be asked for whoever is looked at.
    private static let readyTerms = 2

    /// With more words than these, looking for each takes as long as gathering whoever has any.
    private static let fewTerms = 100

    /// Longer beginnings than it has ready the index gathers, everybody who has any such word, before it finds the first of them. It is asked for the
    /// words themselves instead, of which there are few.
    private static func match(_ beginning: String, in db: Database) throws -> Match {
        let isReady = beginning.utf8.count <= readyLetters
        let any = Match(text: "\"\(beginning)\" *", isReadyForOne: isReady)
        // Of other letters only the index knows which it takes for the same.
        guard !isReady, beginning.utf8.allSatisfy({ $0.isPlainLetter || $0.isDigit }) else {
            return any
        }
        let terms = try terms(from: beginning.lowercased(), upTo: fewTerms + 1, in: db)
        guard (1...fewTerms).contains(terms.count) else { return any }
        let quoted = terms.map { "\"\($0.replacing("\"", with: "\"\""))\"" }
        return Match(text: "(\(quoted.joined(separator: " OR ")))", isReadyForOne: terms.count <= readyTerms)
    }

    /// The first words with a beginning. Each is looked for from the one before it: read off, whoever has a word would be passed before the next.
    private static func terms(from beginning: String, upTo most: Int, in db: Database) throws -> [String] {
        var terms: [String] = []
        var sought = beginning
        while terms.count < most, let term = try term(from: sought, in: db), term.utf8.starts(with: beginning.utf8) {
            terms.append(term)
            // No word has a control character in it: any that begins with this one comes after.
            sought = term + "\u{1}"
        }
        return terms
    }

    /// The first word of the index that is no less than this one, byte by byte.
    static func term(from sought: String, in db: Database) throws -> String? {
        try String.fetchOne(
            db.cachedStatement(sql: "SELECT term FROM search_term WHERE term >= ? LIMIT 1"), arguments: [sought])
    }

    /// Takes documents out of the index; `condition` is on the columns of `search_document`.
    static func forget(_ condition: String) -> String {
        """
        INSERT INTO search (search, rowid, \(columns))
        SELECT 'delete', id, \(columns) FROM search_document WHERE \(condition);
        """
    }

    /// Takes documents in, in the order of their numbers: the index writes a piece of its own for each that is out of order.
    static func learn(_ condition: String) -> String {
        """
        INSERT INTO search (rowid, \(columns))
        SELECT id, \(columns) FROM search_document WHERE \(condition) ORDER BY id;
        """
    }

    /// Takes away the index of this layout or an earlier one.
    static var drop: String {
        let changes = [
            "participant_update", "enrollment_insert", "enrollment_delete", "enrollment_update", "enrollment_moved",
            "training_class_update", "program_update",
        ]
        let triggers =
            ["participant_insert", "participant_delete"] + changes.flatMap { ["\($0)_before", "\($0)_after"] }
        return triggers.map { "DROP TRIGGER search_\($0);\n" }.joined()
            + "DROP TABLE search;\nDROP VIEW search_document;\n"
    }

    /// Fails where index and tables differ.
    static let integrityCheck = "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)"

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
            "search_participant_update", "UPDATE OF name, name_key, desa, nik ON participant", participant: "NEW.id",
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
