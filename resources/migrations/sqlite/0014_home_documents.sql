-- At the centre: the documents that stay at home with each till (users, settings, its profile, notes), for the machine that may have to take its
-- place (docs/decisions/0040). At a till the table is empty. `till_key`: the key of its profile and settings.
CREATE TABLE home_document (
    till TEXT NOT NULL,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    hlc INTEGER NOT NULL,
    archived INTEGER NOT NULL CHECK (archived IN (0, 1)),
    body TEXT NOT NULL,
    PRIMARY KEY (till, kind, key)
) STRICT;
--;
CREATE TABLE home_till (
    till TEXT PRIMARY KEY,
    till_key TEXT NOT NULL
) STRICT;
