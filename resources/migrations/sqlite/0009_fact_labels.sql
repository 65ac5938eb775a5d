-- X and Z count facts by label (belgium.md §5.3): from the index of the session alone.
DROP INDEX fact_by_session;
--;
CREATE INDEX fact_by_session ON fact (session, type, label) WHERE session <> '';
