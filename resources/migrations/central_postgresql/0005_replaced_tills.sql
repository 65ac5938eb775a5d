-- A till that another machine takes over (docs/decisions/0040): the code for it, kept until it lapses with the key that used it, so that the same
-- machine may ask again when the answer was lost.
CREATE TABLE till_replacement (
    account TEXT COLLATE "C" NOT NULL REFERENCES account (key),
    code TEXT COLLATE "C" NOT NULL,
    enrolment_hash TEXT COLLATE "C" NOT NULL,
    enrolment_until TEXT COLLATE "C" NOT NULL,
    public_key TEXT COLLATE "C" NOT NULL DEFAULT '',
    PRIMARY KEY (account, code)
)
--;
CREATE UNIQUE INDEX till_replacement_by_code ON till_replacement (enrolment_hash)
--;
-- A machine that was replaced: with its token it hands in the facts of its incarnations, and nothing else.
CREATE TABLE former_till (
    token_hash TEXT COLLATE "C" PRIMARY KEY,
    account TEXT COLLATE "C" NOT NULL REFERENCES account (key),
    code TEXT COLLATE "C" NOT NULL,
    uid TEXT COLLATE "C" NOT NULL,
    incarnation BIGINT NOT NULL,
    replaced_at TEXT COLLATE "C" NOT NULL,
    revoked_at TEXT COLLATE "C" NOT NULL,
    last_contact TEXT COLLATE "C" NOT NULL DEFAULT ''
)
--;
CREATE INDEX former_till_by_till ON former_till (account, code)
