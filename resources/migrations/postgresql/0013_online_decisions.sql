-- What is decided at the centre while there is a line, and what a till has asked of it (decisions 23): working state, outside rebuild.
-- At the centre, in the ledger of the account: places kept for the carts of its tills, as JSON; the sale's fact or the lease ends it.
CREATE TABLE place_hold (
    till TEXT COLLATE "C" NOT NULL,
    id TEXT COLLATE "C" NOT NULL,
    until_ms BIGINT NOT NULL,
    places TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (till, id)
)
--;
CREATE INDEX place_hold_by_lease ON place_hold (until_ms)
--;
-- Of a gift card, before the fact that spends it. A settled one reserves nothing any more, and still answers its id.
CREATE TABLE gift_debit (
    till TEXT COLLATE "C" NOT NULL,
    id TEXT COLLATE "C" NOT NULL,
    code TEXT COLLATE "C" NOT NULL,
    dossier TEXT COLLATE "C" NOT NULL,
    cents BIGINT NOT NULL,
    until_ms BIGINT NOT NULL,
    settled BIGINT NOT NULL,
    PRIMARY KEY (till, id)
)
--;
CREATE INDEX gift_debit_by_code ON gift_debit (code)
--;
-- A use of a limited promo code, one for each cart.
CREATE TABLE code_hold (
    till TEXT COLLATE "C" NOT NULL,
    dossier TEXT COLLATE "C" NOT NULL,
    code TEXT COLLATE "C" NOT NULL,
    until_ms BIGINT NOT NULL,
    PRIMARY KEY (till, dossier)
)
--;
-- Places that a till may sell without a line. At the centre: of every till, what its facts have not used. At a till: its own, and how many
-- of them it has sold since the centre last counted.
CREATE TABLE allotment (
    till TEXT COLLATE "C" NOT NULL,
    pool TEXT COLLATE "C" NOT NULL,
    visit_date TEXT COLLATE "C" NOT NULL,
    slot TEXT COLLATE "C" NOT NULL,
    units BIGINT NOT NULL,
    used BIGINT NOT NULL,
    until_ms BIGINT NOT NULL,
    PRIMARY KEY (till, pool, visit_date, slot)
)
--;
-- At a till: what its carts want of the centre, and what the centre answered last. Nothing wanted: to be released.
CREATE TABLE asked_hold (
    dossier TEXT COLLATE "C" PRIMARY KEY,
    wanted TEXT COLLATE "C" NOT NULL,
    code TEXT COLLATE "C" NOT NULL,
    waits BIGINT NOT NULL,
    failed BIGINT NOT NULL,
    answered_wanted TEXT COLLATE "C" NOT NULL,
    granted TEXT COLLATE "C" NOT NULL,
    answered_code TEXT COLLATE "C" NOT NULL,
    code_granted BIGINT NOT NULL,
    until_ms BIGINT NOT NULL
)
