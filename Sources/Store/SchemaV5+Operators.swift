extension SchemaV5 {
    /// Who works with the file, in which role. Where nobody is listed, roles are not in use.
    static let operators = """
        CREATE TABLE operator (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            role TEXT NOT NULL CHECK (role IN ('clerk', 'supervisor', 'reader'))
        ) STRICT;

        """
}
