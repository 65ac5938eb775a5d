-- At the centre: the documents that stay at home with each till (users, settings, its profile, notes), for the machine that may have to take its
-- place (docs/decisions/0040). At a till the table is empty. `till_key`: the key of its profile and settings.
CREATE TABLE home_document (
    till TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    key TEXT COLLATE "C" NOT NULL,
    hlc BIGINT NOT NULL,
    archived BIGINT NOT NULL CHECK (archived IN (0, 1)),
    body TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (till, kind, key)
)
--;
CREATE TABLE home_till (
    till TEXT COLLATE "C" PRIMARY KEY,
    till_key TEXT COLLATE "C" NOT NULL
)
