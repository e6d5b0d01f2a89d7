extension SchemaV5 {
    /// What merges brought in from other files: their steps and changes as they stood in the other file's log, so that the hashes prove
    /// them here too, and what was asked about, with both values.
    ///
    /// Part of the log, so only ever added to, but for what a seal on the merge's own step lets be replaced. A merge that was taken back leaves its lines here, and they count for nothing.
    static let mergedFiles = """
        CREATE TABLE merged_file (
            merge INTEGER PRIMARY KEY,
            -- The last step that was known before; 0 for none.
            base INTEGER NOT NULL,
            -- The last step of the file that was brought in.
            last INTEGER NOT NULL,
            last_hash BLOB NOT NULL
        ) STRICT;

        CREATE TABLE merged_step (
            merge INTEGER NOT NULL,
            id INTEGER NOT NULL,
            -- Where the other file had merged a third one: its merge.
            via INTEGER,
            last_id INTEGER NOT NULL,
            name TEXT NOT NULL,
            desk TEXT NOT NULL,
            kind TEXT NOT NULL,
            undoes INTEGER,
            subject INTEGER,
            note TEXT,
            changes INTEGER NOT NULL,
            hash BLOB NOT NULL,
            PRIMARY KEY (merge, id)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE merged_change (
            merge INTEGER NOT NULL,
            step INTEGER NOT NULL,
            position INTEGER NOT NULL,
            entity INTEGER NOT NULL,
            row INTEGER NOT NULL,
            -- The record's number here; none where the rules refused it.
            ours INTEGER,
            before TEXT,
            PRIMARY KEY (merge, step, position)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX merged_change_by_row ON merged_change (ours, merge);

        CREATE TABLE merged_choice (
            merge INTEGER NOT NULL,
            position INTEGER NOT NULL,
            entity INTEGER NOT NULL,
            row INTEGER NOT NULL,
            kind TEXT NOT NULL,
            taken TEXT NOT NULL CHECK (taken IN ('ours', 'theirs')),
            base TEXT,
            ours TEXT,
            theirs TEXT,
            our_step INTEGER,
            their_step INTEGER,
            PRIMARY KEY (merge, position)
        ) STRICT, WITHOUT ROWID;

        -- Where the other file had forgotten somebody: its seals on its steps, and for a merge of its own the hash of what that brought.
        CREATE TABLE merged_seal (
            merge INTEGER NOT NULL,
            forget INTEGER NOT NULL,
            step INTEGER NOT NULL,
            hash BLOB NOT NULL,
            content BLOB NOT NULL,
            brought BLOB,
            PRIMARY KEY (merge, forget, step)
        ) STRICT, WITHOUT ROWID;

        """
        + [
            "merged_file": "merge = new.merge", "merged_step": "merge = new.merge AND id = new.id",
            "merged_change": "merge = new.merge AND step = new.step AND position = new.position",
            "merged_choice": "merge = new.merge AND position = new.position",
            "merged_seal": "merge = new.merge AND forget = new.forget AND step = new.step",
        ].sorted { $0.key < $1.key }.map { appendOnly($0.key, sameRow: $0.value) }.joined()

    /// What of a line may be replaced while a seal on the merge's step is open; the other tables hold nothing of anybody.
    private static let replaceable: [String: (kept: [String], replaced: [String])] = [
        "merged_step": (
            ["merge", "id", "via", "last_id", "name", "desk", "kind", "undoes", "subject", "changes", "hash"], ["note"]
        ),
        "merged_change": (["merge", "step", "position", "entity", "row", "ours"], ["before"]),
        "merged_choice": (
            ["merge", "position", "entity", "row", "kind", "taken", "our_step", "their_step"],
            ["base", "ours", "theirs"]
        ),
    ]

    private static func unlessSealing(_ table: String) -> String {
        guard let columns = replaceable[table] else { return "" }
        let same = columns.kept.map { "new.\($0) IS old.\($0)" }
        let still = columns.replaced.map { "(new.\($0) IS NULL) = (old.\($0) IS NULL)" }
        let isOpen = "EXISTS (SELECT 1 FROM seal WHERE step = old.merge AND content IS NULL)"
        return "WHEN NOT (\(([isOpen] + same + still).joined(separator: " AND ")))"
    }

    private static func appendOnly(_ table: String, sameRow: String) -> String {
        """
        CREATE TRIGGER \(table)_is_kept BEFORE UPDATE ON \(table)
        \(unlessSealing(table))
        BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
        CREATE TRIGGER \(table)_stays BEFORE DELETE ON \(table)
        BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
        CREATE TRIGGER \(table)_is_new BEFORE INSERT ON \(table)
        WHEN EXISTS (SELECT 1 FROM \(table) WHERE \(sameRow))
        BEGIN SELECT raise(ABORT, 'the log is append-only'); END;

        """
    }
}
