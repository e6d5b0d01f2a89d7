extension SchemaV5 {
    /// Seals: what the log said of somebody who is forgotten was replaced, step by step, and each seal holds the step's own hash, on
    /// which the log is chained, and the hash of what it says now.
    ///
    /// The log is still only added to, but for this: an entry's old values, or a step's note, may be replaced while a seal on the step is
    /// open. A seal is opened for a step that is not written yet; that step is a `forget`, is written in the same transaction, and
    /// is written only once every seal is closed.
    static let forgetting = """
        CREATE TABLE seal (
            step INTEGER NOT NULL REFERENCES step (id),
            forget INTEGER NOT NULL REFERENCES step (id) DEFERRABLE INITIALLY DEFERRED,
            hash BLOB NOT NULL,
            content BLOB,
            PRIMARY KEY (step, forget)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX seal_open ON seal (step) WHERE content IS NULL;
        CREATE INDEX seal_by_forget ON seal (forget);

        DROP TRIGGER change_is_kept;
        CREATE TRIGGER change_is_kept BEFORE UPDATE ON change
        WHEN NOT (
            EXISTS (SELECT 1 FROM seal WHERE step = old.step AND content IS NULL)
            AND new.step = old.step AND new.position = old.position AND new.entity = old.entity AND new.row = old.row
            AND old.before IS NOT NULL AND new.before IS NOT NULL)
        BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
        DROP TRIGGER step_is_kept;
        CREATE TRIGGER step_is_kept BEFORE UPDATE ON step
        WHEN NOT (
            EXISTS (SELECT 1 FROM seal WHERE step = old.id AND content IS NULL)
            AND new.id = old.id AND new.last_id = old.last_id AND new.author = old.author AND new.kind = old.kind
            AND new.undoes IS old.undoes AND new.subject IS old.subject AND new.changes = old.changes
            AND new.hash = old.hash AND old.note IS NOT NULL AND new.note IS NOT NULL)
        BEGIN SELECT raise(ABORT, 'the log is append-only'); END;

        CREATE TRIGGER seal_opens BEFORE INSERT ON seal
        WHEN new.content IS NOT NULL
            OR EXISTS (SELECT 1 FROM step WHERE id = new.forget)
            OR NOT EXISTS (SELECT 1 FROM step WHERE id = new.step AND hash = new.hash)
            OR EXISTS (SELECT 1 FROM seal WHERE step = new.step AND forget = new.forget)
        BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
        CREATE TRIGGER seal_closes BEFORE UPDATE ON seal
        WHEN NOT (
            old.content IS NULL AND new.content IS NOT NULL
            AND new.step = old.step AND new.forget = old.forget AND new.hash = old.hash)
        BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
        CREATE TRIGGER seal_stays BEFORE DELETE ON seal
        BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
        CREATE TRIGGER step_follows_seals BEFORE INSERT ON step
        WHEN EXISTS (SELECT 1 FROM seal WHERE content IS NULL)
            OR new.kind <> 'forget' AND EXISTS (SELECT 1 FROM seal WHERE forget = new.id)
        BEGIN SELECT raise(ABORT, 'the log is append-only'); END;

        """
}
