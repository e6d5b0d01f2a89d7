/// The fifth layout: forms that were keyed a second time.
extension SchemaV5 {
    /// Fields stand by name, with commas between; no value that was keyed is kept. An enrollment has a row for each time its form
    /// was keyed again, since every comparison counts in the rates.
    static let secondEntries = """
        CREATE TABLE second_entry (
            id INTEGER PRIMARY KEY,
            enrollment INTEGER NOT NULL REFERENCES enrollment (id),
            compared TEXT NOT NULL,
            first_wrong TEXT,
            second_wrong TEXT
        ) STRICT;
        CREATE INDEX second_entry_by_enrollment ON second_entry (enrollment);

        """
}
