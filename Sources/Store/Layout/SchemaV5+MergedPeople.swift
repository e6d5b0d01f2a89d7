/// The fifth layout's part about people who were entered twice, or only look like it.
extension SchemaV5 {
    static let mergedPeople = tables + triggers

    private static let tables = """
        -- Into whom somebody was merged. The one who stays may have been merged further since.
        CREATE TABLE merged_participant (
            id INTEGER PRIMARY KEY,
            gone INTEGER NOT NULL UNIQUE,
            stays INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX merged_participant_by_stays ON merged_participant (stays);

        -- Those who look like one person and were found to be two.
        CREATE TABLE distinct_people (
            id INTEGER PRIMARY KEY,
            one INTEGER NOT NULL REFERENCES participant (id),
            other INTEGER NOT NULL REFERENCES participant (id),
            CHECK (one < other),
            UNIQUE (one, other)
        ) STRICT;
        CREATE INDEX distinct_people_by_other ON distinct_people (other);

        """

    /// An enrollment that goes over to another record concerns two people, those it leaves and those it joins. Whatever else of it
    /// changes is another change: the triggers of the earlier layouts look after that.
    private static var triggers: String {
        let concerned = "IN (OLD.participant, NEW.participant)"
        let event = "UPDATE OF participant ON enrollment"
        return DerivedTriggers.around(
            "tally_enrollment_moved", event, out: Tallies.out(of: concerned), back: Tallies.back(of: concerned))
            + DerivedTriggers.around(
                "search_enrollment_moved", event, out: SearchIndexV1.forget(concerned),
                back: SearchIndexV1.learn(concerned)
            )
    }
}
