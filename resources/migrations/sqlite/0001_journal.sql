-- The journal (design.md, belgium.md §4.2): one row a fact, whole, in order of arrival. Bodies and contents are canonical JSON, byte for byte as hashed.
CREATE TABLE fact (
    arrival INTEGER PRIMARY KEY,
    till TEXT NOT NULL,
    incarnation INTEGER NOT NULL CHECK (incarnation >= 1),
    number INTEGER NOT NULL CHECK (number >= 1),
    own INTEGER NOT NULL CHECK (own IN (0, 1)),
    type TEXT NOT NULL,
    label TEXT NOT NULL,
    session TEXT NOT NULL,
    business_date TEXT NOT NULL,
    at TEXT NOT NULL,
    hlc INTEGER NOT NULL,
    series TEXT NOT NULL,
    document_number INTEGER NOT NULL,
    body BLOB NOT NULL,
    content BLOB NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    signature BLOB NOT NULL CHECK (length(signature) IN (0, 64)),
    UNIQUE (till, incarnation, number)
) STRICT;
--;
CREATE INDEX fact_by_session ON fact (session, type) WHERE session <> '';
--;
CREATE INDEX fact_by_hlc ON fact (hlc);
--;
-- Gapless series need no counter: the index knows the last number of each.
CREATE UNIQUE INDEX fact_by_document ON fact (till, incarnation, series, document_number) WHERE series <> '';
--;
CREATE INDEX fact_unsigned ON fact (till, incarnation, number) WHERE length(signature) = 0;
--;
-- INSERT OR REPLACE would pass the triggers against UPDATE and DELETE (decisions 26).
CREATE TRIGGER fact_number_is_new BEFORE INSERT ON fact
WHEN EXISTS (SELECT 1 FROM fact WHERE till = NEW.till AND incarnation = NEW.incarnation AND number = NEW.number)
    OR EXISTS (SELECT 1 FROM fact WHERE arrival = NEW.arrival)
BEGIN SELECT RAISE(ABORT, 'a fact is never replaced'); END;
--;
CREATE TRIGGER fact_number_follows BEFORE INSERT ON fact
WHEN NEW.number > 1 AND NOT EXISTS (SELECT 1 FROM fact WHERE till = NEW.till AND incarnation = NEW.incarnation AND number = NEW.number - 1)
BEGIN SELECT RAISE(ABORT, 'fact numbers have no gap'); END;
--;
-- The one change that is allowed: a signature that was waiting for its key (decisions 14).
CREATE TRIGGER fact_is_never_changed BEFORE UPDATE ON fact
WHEN length(OLD.signature) <> 0 OR length(NEW.signature) <> 64
    OR NEW.arrival IS NOT OLD.arrival OR NEW.till IS NOT OLD.till OR NEW.incarnation IS NOT OLD.incarnation OR NEW.number IS NOT OLD.number
    OR NEW.own IS NOT OLD.own OR NEW.type IS NOT OLD.type OR NEW.label IS NOT OLD.label OR NEW.session IS NOT OLD.session
    OR NEW.business_date IS NOT OLD.business_date OR NEW.at IS NOT OLD.at OR NEW.hlc IS NOT OLD.hlc
    OR NEW.series IS NOT OLD.series OR NEW.document_number IS NOT OLD.document_number
    OR NEW.body IS NOT OLD.body OR NEW.content IS NOT OLD.content OR NEW.hash IS NOT OLD.hash
BEGIN SELECT RAISE(ABORT, 'a fact is never changed'); END;
--;
CREATE TRIGGER fact_is_never_deleted BEFORE DELETE ON fact
BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
--;
-- Whose facts may be here, and where each chain begins (decisions 13).
CREATE TABLE chain (
    till TEXT NOT NULL,
    incarnation INTEGER NOT NULL CHECK (incarnation >= 1),
    own INTEGER NOT NULL CHECK (own IN (0, 1)),
    public_key BLOB NOT NULL CHECK (length(public_key) = 32),
    previous_number INTEGER NOT NULL,
    previous_hash BLOB NOT NULL,
    previous_net_cents INTEGER NOT NULL,
    previous_absolute_cents INTEGER NOT NULL,
    PRIMARY KEY (till, incarnation)
) STRICT;
--;
CREATE TRIGGER chain_is_never_changed BEFORE UPDATE ON chain
BEGIN SELECT RAISE(ABORT, 'a chain is never changed'); END;
--;
CREATE TRIGGER chain_is_never_deleted BEFORE DELETE ON chain
BEGIN SELECT RAISE(ABORT, 'a chain is never deleted'); END;
--;
-- Working state of the machine room (last verified point, last backup, known defect): outside rebuild.
CREATE TABLE machine_state (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
