-- What the centre knows beside the ledgers of its accounts: who they are, and which tills may speak for them.
CREATE TABLE account (
    key TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    created_at TEXT NOT NULL
);
--;
-- A till of an account. Its code stands in dossier numbers and is never used again (decisions 20). Secrets are kept as their hashes.
CREATE TABLE till (
    account TEXT NOT NULL REFERENCES account (key),
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    uid TEXT NOT NULL DEFAULT '',
    enrolment_hash TEXT NOT NULL DEFAULT '',
    enrolment_until TEXT NOT NULL DEFAULT '',
    token_hash TEXT NOT NULL DEFAULT '',
    revoked_at TEXT NOT NULL DEFAULT '',
    last_contact TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (account, code)
);
--;
CREATE UNIQUE INDEX till_by_token ON till (token_hash) WHERE token_hash <> '';
--;
CREATE UNIQUE INDEX till_by_enrolment ON till (enrolment_hash) WHERE enrolment_hash <> '';
--;
CREATE UNIQUE INDEX till_by_uid ON till (account, uid) WHERE uid <> '';
