extension SchemaV5 {
    /// Who works with the file, in which role; where nobody is listed, roles are not in use. Settings of the office. PINs, which are
    /// no part of the log: not even their hashes are to stay anywhere once they are changed.
    static let operators = """
        CREATE TABLE operator (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            role TEXT NOT NULL CHECK (role IN ('clerk', 'supervisor', 'reader'))
        ) STRICT;

        CREATE TABLE setting (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            value INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE pin (
            operator TEXT PRIMARY KEY,
            hash TEXT NOT NULL,
            failures INTEGER NOT NULL,
            failed_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        """
}
