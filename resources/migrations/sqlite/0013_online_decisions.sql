-- What is decided at the centre while there is a line, and what a till has asked of it (decisions 23): working state, outside rebuild.
-- At the centre, in the ledger of the account: places kept for the carts of its tills, as JSON; the sale's fact or the lease ends it.
CREATE TABLE place_hold (
    till TEXT NOT NULL,
    id TEXT NOT NULL,
    until_ms INTEGER NOT NULL,
    places TEXT NOT NULL,
    PRIMARY KEY (till, id)
) STRICT;
--;
CREATE INDEX place_hold_by_lease ON place_hold (until_ms);
--;
-- Of a gift card, before the fact that spends it. A settled one reserves nothing any more, and still answers its id.
CREATE TABLE gift_debit (
    till TEXT NOT NULL,
    id TEXT NOT NULL,
    code TEXT NOT NULL,
    dossier TEXT NOT NULL,
    cents INTEGER NOT NULL,
    until_ms INTEGER NOT NULL,
    settled INTEGER NOT NULL,
    PRIMARY KEY (till, id)
) STRICT;
--;
CREATE INDEX gift_debit_by_code ON gift_debit (code);
--;
-- A use of a limited promo code, one for each cart.
CREATE TABLE code_hold (
    till TEXT NOT NULL,
    dossier TEXT NOT NULL,
    code TEXT NOT NULL,
    until_ms INTEGER NOT NULL,
    PRIMARY KEY (till, dossier)
) STRICT;
--;
-- Places that a till may sell without a line. At the centre: of every till, what its facts have not used. At a till: its own, and how many
-- of them it has sold since the centre last counted.
CREATE TABLE allotment (
    till TEXT NOT NULL,
    pool TEXT NOT NULL,
    visit_date TEXT NOT NULL,
    slot TEXT NOT NULL,
    units INTEGER NOT NULL,
    used INTEGER NOT NULL,
    until_ms INTEGER NOT NULL,
    PRIMARY KEY (till, pool, visit_date, slot)
) STRICT;
--;
-- At a till: what its carts want of the centre, and what the centre answered last. Nothing wanted: to be released.
CREATE TABLE asked_hold (
    dossier TEXT PRIMARY KEY,
    wanted TEXT NOT NULL,
    code TEXT NOT NULL,
    waits INTEGER NOT NULL,
    failed INTEGER NOT NULL,
    answered_wanted TEXT NOT NULL,
    granted TEXT NOT NULL,
    answered_code TEXT NOT NULL,
    code_granted INTEGER NOT NULL,
    until_ms INTEGER NOT NULL
) STRICT;
