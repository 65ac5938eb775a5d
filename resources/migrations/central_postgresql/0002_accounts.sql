-- What the accounts of a centre have in common, on PostgreSQL: as 0001 and 0002 of central make it on SQLite.
CREATE TABLE account (
    key TEXT COLLATE "C" PRIMARY KEY,
    name TEXT COLLATE "C" NOT NULL,
    created_at TEXT COLLATE "C" NOT NULL,
    password_hash TEXT COLLATE "C" NOT NULL DEFAULT '',
    wrong_tries BIGINT NOT NULL DEFAULT 0,
    locked_until TEXT COLLATE "C" NOT NULL DEFAULT ''
)
--;
CREATE TABLE till (
    account TEXT COLLATE "C" NOT NULL REFERENCES account (key),
    code TEXT COLLATE "C" NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    uid TEXT COLLATE "C" NOT NULL DEFAULT '',
    enrolment_hash TEXT COLLATE "C" NOT NULL DEFAULT '',
    enrolment_until TEXT COLLATE "C" NOT NULL DEFAULT '',
    token_hash TEXT COLLATE "C" NOT NULL DEFAULT '',
    revoked_at TEXT COLLATE "C" NOT NULL DEFAULT '',
    last_contact TEXT COLLATE "C" NOT NULL DEFAULT '',
    waiting BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (account, code)
)
--;
CREATE UNIQUE INDEX till_by_token ON till (token_hash) WHERE token_hash <> ''
--;
CREATE UNIQUE INDEX till_by_enrolment ON till (enrolment_hash) WHERE enrolment_hash <> ''
--;
CREATE UNIQUE INDEX till_by_uid ON till (account, uid) WHERE uid <> ''
--;
CREATE TABLE status_session (
    token_hash TEXT COLLATE "C" PRIMARY KEY,
    account TEXT COLLATE "C" NOT NULL REFERENCES account (key),
    until TEXT COLLATE "C" NOT NULL
)
