-- Documents that the tills of an attraction share (decisions 24): working state, like what the till knows of its centre. Nothing is written
-- before the till is enrolled.
CREATE TABLE document_change (
    arrival INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    hlc INTEGER NOT NULL,
    origin TEXT NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (kind, key, hlc, origin)
) STRICT;
--;
CREATE TABLE document_stamp (
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    stamps TEXT NOT NULL,
    PRIMARY KEY (kind, key)
) STRICT;
--;
-- What somebody set without knowing of what won.
CREATE TABLE document_lost (
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    field TEXT NOT NULL,
    hlc INTEGER NOT NULL,
    origin TEXT NOT NULL,
    value TEXT NOT NULL,
    winner_hlc INTEGER NOT NULL,
    winner_origin TEXT NOT NULL,
    PRIMARY KEY (kind, key, field, hlc, origin)
) STRICT;
--;
-- Who asked to be forgotten stays so, whatever arrives late (decisions 11).
CREATE TABLE document_erased (
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    PRIMARY KEY (kind, key)
) STRICT;
