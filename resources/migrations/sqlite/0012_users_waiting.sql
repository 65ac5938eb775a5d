-- What a user has become at another till, and is here only after an administrator of this till has said so (decisions 25): the document as
-- all changes come to, and who said last what waits. Working state, like document_change.
CREATE TABLE user_waiting (
    key TEXT PRIMARY KEY,
    body TEXT NOT NULL,
    archived INTEGER NOT NULL CHECK (archived IN (0, 1)),
    origin TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    refused INTEGER NOT NULL CHECK (refused IN (0, 1))
) STRICT;
