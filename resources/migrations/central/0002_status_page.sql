-- The page on which a manager sees how the tills are: its password, and who is logged in. Secrets are kept as their hashes.
ALTER TABLE account ADD COLUMN password_hash TEXT NOT NULL DEFAULT '';
--;
ALTER TABLE account ADD COLUMN wrong_tries INTEGER NOT NULL DEFAULT 0;
--;
ALTER TABLE account ADD COLUMN locked_until TEXT NOT NULL DEFAULT '';
--;
CREATE TABLE status_session (
    token_hash TEXT PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (key),
    until TEXT NOT NULL
);
--;
-- Facts that the till had not sent when it last said so.
ALTER TABLE till ADD COLUMN waiting BIGINT NOT NULL DEFAULT 0;
