-- What a user has become at another till, and is here only after an administrator of this till has said so (decisions 25): the document as
-- all changes come to, and who said last what waits. Working state, like document_change.
CREATE TABLE user_waiting (
    key TEXT COLLATE "C" PRIMARY KEY,
    body TEXT COLLATE "C" NOT NULL,
    archived BIGINT NOT NULL CHECK (archived IN (0, 1)),
    origin TEXT COLLATE "C" NOT NULL,
    changed_by TEXT COLLATE "C" NOT NULL,
    changed_at TEXT COLLATE "C" NOT NULL,
    refused BIGINT NOT NULL CHECK (refused IN (0, 1))
)
