-- What facts mean, as tables: written by the TillProjector from facts alone, in the fact's transaction; `rebuild` makes the same rows again.
-- Money in cents. `session` is the session of the fact, or its till and incarnation outside any; (session, number) names the fact. Rows of a session
-- lie together, so that an X reads one stretch however long the journal is.
CREATE TABLE session (
    id TEXT PRIMARY KEY,
    till TEXT NOT NULL,
    incarnation INTEGER NOT NULL,
    first_number INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    business_date TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    opened_by TEXT NOT NULL,
    expected_float_cents INTEGER NOT NULL,
    counted_float_cents INTEGER NOT NULL
) STRICT;
--;
CREATE INDEX session_by_till ON session (till, hlc);
--;
-- X and Z; the content is read from the fact.
CREATE TABLE report (
    till TEXT NOT NULL,
    incarnation INTEGER NOT NULL,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('x', 'z')),
    report_number INTEGER NOT NULL,
    session TEXT NOT NULL,
    hlc INTEGER NOT NULL,
    business_date TEXT NOT NULL,
    next_float_cents INTEGER NOT NULL,
    counted INTEGER NOT NULL,
    PRIMARY KEY (till, incarnation, number)
) STRICT;
--;
CREATE INDEX report_by_session ON report (session, kind);
--;
CREATE INDEX report_by_number ON report (till, kind, hlc);
--;
CREATE TABLE count_completed (
    till TEXT NOT NULL,
    z_number INTEGER NOT NULL,
    session TEXT NOT NULL,
    number INTEGER NOT NULL,
    counted_cents INTEGER NOT NULL,
    denominations TEXT NOT NULL,
    PRIMARY KEY (till, z_number, session, number)
) STRICT;
--;
CREATE TABLE cash_movement (
    session TEXT NOT NULL,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('in', 'out', 'drop')),
    amount_cents INTEGER NOT NULL,
    reason TEXT NOT NULL,
    actor TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (session, number)
) STRICT, WITHOUT ROWID;
--;
CREATE TABLE drawer_opening (
    session TEXT NOT NULL,
    number INTEGER NOT NULL,
    reason TEXT NOT NULL,
    actor TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (session, number)
) STRICT, WITHOUT ROWID;
--;
CREATE TABLE copy (
    session TEXT NOT NULL,
    number INTEGER NOT NULL,
    till TEXT NOT NULL,
    series TEXT NOT NULL,
    document_number INTEGER NOT NULL,
    copy INTEGER NOT NULL,
    PRIMARY KEY (session, number)
) STRICT, WITHOUT ROWID;
--;
CREATE INDEX copy_by_document ON copy (till, series, document_number);
--;
CREATE TABLE visitors (
    session TEXT NOT NULL,
    number INTEGER NOT NULL,
    position INTEGER NOT NULL,
    country TEXT NOT NULL,
    postcode TEXT NOT NULL,
    province TEXT NOT NULL,
    persons INTEGER NOT NULL,
    PRIMARY KEY (session, number, position)
) STRICT, WITHOUT ROWID;
--;
CREATE TABLE training (
    session TEXT PRIMARY KEY,
    tickets INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
--;
CREATE TABLE technical_event (
    till TEXT NOT NULL,
    incarnation INTEGER NOT NULL,
    number INTEGER NOT NULL,
    event TEXT NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    details TEXT NOT NULL,
    PRIMARY KEY (till, incarnation, number)
) STRICT, WITHOUT ROWID;
--;
-- One row a dossier, whichever of its facts comes first. Its state follows from the counters: nothing here depends on the order of facts.
CREATE TABLE dossier (
    id TEXT PRIMARY KEY,
    number TEXT NOT NULL,
    till TEXT NOT NULL,
    session TEXT NOT NULL,
    business_date TEXT NOT NULL,
    at TEXT NOT NULL,
    hlc INTEGER NOT NULL,
    actor TEXT NOT NULL,
    customer TEXT NOT NULL,
    visit_from TEXT NOT NULL,
    visit_to TEXT NOT NULL,
    quoted INTEGER NOT NULL,
    ordered INTEGER NOT NULL,
    sold INTEGER NOT NULL,
    cancelled INTEGER NOT NULL,
    quote_cents INTEGER NOT NULL,
    order_cents INTEGER NOT NULL,
    sale_cents INTEGER NOT NULL,
    refund_cents INTEGER NOT NULL,
    credit_cents INTEGER NOT NULL,
    advance_cents INTEGER NOT NULL,
    receivable_cents INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
--;
CREATE INDEX dossier_by_day ON dossier (business_date, hlc, till, number);
--;
CREATE INDEX dossier_by_number ON dossier (number);
--;
CREATE INDEX dossier_by_visit ON dossier (visit_from, visit_to) WHERE visit_from <> '';
--;
CREATE INDEX dossier_by_customer ON dossier (customer) WHERE customer <> '';
--;
CREATE INDEX dossier_confirmed ON dossier (session) WHERE ordered > 0 AND sold = 0;
--;
-- Headers of sales, orders, quotes and refunds.
CREATE TABLE receipt (
    session TEXT NOT NULL,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('sale', 'order', 'quote', 'refund', 'cancel')),
    till TEXT NOT NULL,
    incarnation INTEGER NOT NULL,
    dossier TEXT NOT NULL,
    series TEXT NOT NULL,
    document_number INTEGER NOT NULL,
    at TEXT NOT NULL,
    hour INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    actor TEXT NOT NULL,
    gross_cents INTEGER NOT NULL,
    total_cents INTEGER NOT NULL,
    gift_cents INTEGER NOT NULL,
    cited_cents INTEGER NOT NULL,
    advance_used_cents INTEGER NOT NULL,
    credit_cents INTEGER NOT NULL,
    persons INTEGER NOT NULL,
    country TEXT NOT NULL,
    postcode TEXT NOT NULL,
    province TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (session, number)
) STRICT, WITHOUT ROWID;
--;
CREATE INDEX receipt_by_dossier ON receipt (dossier);
--;
CREATE INDEX receipt_by_document ON receipt (document_number, series);
--;
CREATE INDEX receipt_of_order ON receipt (till) WHERE kind = 'order';
--;
-- Lines of receipts; those of refunds are negative.
CREATE TABLE sale_line (
    session TEXT NOT NULL,
    number INTEGER NOT NULL,
    position INTEGER NOT NULL,
    entry TEXT NOT NULL CHECK (entry IN ('sale', 'order', 'quote', 'refund')),
    kind TEXT NOT NULL CHECK (kind IN ('resource', 'supplement', 'product', 'gift')),
    dossier TEXT NOT NULL,
    line TEXT NOT NULL,
    formula TEXT NOT NULL,
    item TEXT NOT NULL,
    item_group TEXT NOT NULL,
    category TEXT NOT NULL,
    quantity INTEGER NOT NULL,
    grams INTEGER NOT NULL,
    persons INTEGER NOT NULL,
    gross_cents INTEGER NOT NULL,
    change_cents INTEGER NOT NULL,
    net_cents INTEGER NOT NULL,
    visit_date TEXT NOT NULL,
    slot TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    stock_quantity INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    formula_title TEXT NOT NULL,
    title TEXT NOT NULL,
    PRIMARY KEY (session, number, position)
) STRICT, WITHOUT ROWID;
--;
CREATE INDEX sale_line_by_dossier ON sale_line (dossier);
--;
CREATE INDEX sale_line_by_product ON sale_line (item, hlc) WHERE kind = 'product';
--;
CREATE TABLE price_change (
    session TEXT NOT NULL,
    number INTEGER NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('promotion', 'code', 'complimentary', 'manual')),
    name TEXT NOT NULL,
    title TEXT NOT NULL,
    amount_cents INTEGER NOT NULL,
    units INTEGER NOT NULL,
    PRIMARY KEY (session, number, position)
) STRICT, WITHOUT ROWID;
--;
-- The three columns of the VAT table of X and Z (decisions 1): refunds are negative sales, advances used are negative.
CREATE TABLE vat_line (
    session TEXT NOT NULL,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('sale', 'advance', 'advance_used')),
    code TEXT NOT NULL,
    rate INTEGER NOT NULL,
    base_cents INTEGER NOT NULL,
    vat_cents INTEGER NOT NULL,
    total_cents INTEGER NOT NULL,
    PRIMARY KEY (session, number, kind, code, rate)
) STRICT, WITHOUT ROWID;
--;
-- The VAT of the advances of a dossier, received and used: sums.
CREATE TABLE advance_vat (
    dossier TEXT NOT NULL,
    code TEXT NOT NULL,
    rate INTEGER NOT NULL,
    base_cents INTEGER NOT NULL,
    vat_cents INTEGER NOT NULL,
    total_cents INTEGER NOT NULL,
    PRIMARY KEY (dossier, code, rate)
) STRICT, WITHOUT ROWID;
--;
CREATE TABLE payment (
    session TEXT NOT NULL,
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    till TEXT NOT NULL,
    incarnation INTEGER NOT NULL,
    dossier TEXT NOT NULL,
    purpose TEXT NOT NULL,
    method TEXT NOT NULL,
    type TEXT NOT NULL,
    title TEXT NOT NULL,
    amount_cents INTEGER NOT NULL,
    rounding_cents INTEGER NOT NULL,
    excess_cents INTEGER NOT NULL,
    tip_cents INTEGER NOT NULL,
    tendered_cents INTEGER NOT NULL,
    change_cents INTEGER NOT NULL,
    reference TEXT NOT NULL,
    gift_code TEXT NOT NULL,
    intent TEXT NOT NULL,
    at TEXT NOT NULL,
    hlc INTEGER NOT NULL,
    actor TEXT NOT NULL,
    series TEXT NOT NULL,
    document_number INTEGER NOT NULL,
    PRIMARY KEY (session, number)
) STRICT, WITHOUT ROWID;
--;
CREATE UNIQUE INDEX payment_by_id ON payment (id);
--;
CREATE INDEX payment_by_dossier ON payment (dossier);
--;
CREATE TABLE payment_correction (
    session TEXT NOT NULL,
    number INTEGER NOT NULL,
    payment TEXT NOT NULL,
    dossier TEXT NOT NULL,
    from_method TEXT NOT NULL,
    from_type TEXT NOT NULL,
    to_method TEXT NOT NULL,
    to_type TEXT NOT NULL,
    to_title TEXT NOT NULL,
    amount_cents INTEGER NOT NULL,
    rounding_cents INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    PRIMARY KEY (session, number)
) STRICT, WITHOUT ROWID;
--;
CREATE INDEX payment_correction_by_payment ON payment_correction (payment, hlc);
--;
-- Payments that became an advance of their dossier at a Z (decisions 3).
CREATE TABLE advance (
    session TEXT NOT NULL,
    number INTEGER NOT NULL,
    dossier TEXT NOT NULL,
    amount_cents INTEGER NOT NULL,
    PRIMARY KEY (session, number)
) STRICT, WITHOUT ROWID;
--;
CREATE INDEX advance_by_dossier ON advance (dossier);
--;
CREATE TABLE payment_intent (
    id TEXT PRIMARY KEY,
    hlc INTEGER NOT NULL,
    till TEXT NOT NULL,
    session TEXT NOT NULL,
    dossier TEXT NOT NULL,
    method TEXT NOT NULL,
    terminal TEXT NOT NULL,
    asked_cents INTEGER NOT NULL,
    authorised_cents INTEGER NOT NULL,
    state TEXT NOT NULL,
    reference TEXT NOT NULL,
    by_person INTEGER NOT NULL,
    resolved_by TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
--;
CREATE INDEX payment_intent_open ON payment_intent (till, hlc) WHERE state IN ('persisted', 'sent', 'unknown');
--;
CREATE INDEX payment_intent_by_dossier ON payment_intent (dossier);
--;
CREATE INDEX payment_intent_by_person ON payment_intent (session) WHERE by_person = 1;
--;
CREATE TABLE check_in (
    session TEXT NOT NULL,
    number INTEGER NOT NULL,
    dossier TEXT NOT NULL,
    line TEXT NOT NULL,
    units INTEGER NOT NULL,
    unit INTEGER NOT NULL,
    PRIMARY KEY (session, number)
) STRICT, WITHOUT ROWID;
--;
CREATE INDEX check_in_by_dossier ON check_in (dossier, line);
--;
CREATE TABLE gift (
    code TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('voucher', 'card')),
    balance_cents INTEGER NOT NULL,
    expires_on TEXT NOT NULL,
    issues INTEGER NOT NULL,
    blocks INTEGER NOT NULL,
    expiries INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
--;
CREATE INDEX gift_by_expiry ON gift (expires_on) WHERE expires_on <> '' AND expiries = 0;
--;
CREATE TABLE gift_movement (
    session TEXT NOT NULL,
    number INTEGER NOT NULL,
    code TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('issued', 'recharged', 'used', 'refunded', 'blocked', 'expired')),
    amount_cents INTEGER NOT NULL,
    dossier TEXT NOT NULL,
    reason TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (session, number)
) STRICT, WITHOUT ROWID;
--;
CREATE INDEX gift_movement_by_code ON gift_movement (code);
--;
-- Sums over everything: what customers hold on gift cards and vouchers.
CREATE TABLE running_total (
    name TEXT PRIMARY KEY,
    cents INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
--;
CREATE TABLE code_use (
    code TEXT NOT NULL,
    dossier TEXT NOT NULL,
    PRIMARY KEY (code, dossier)
) STRICT, WITHOUT ROWID;
--;
-- Units sold or ordered of what is visited: the catalogue says which pools they take.
CREATE TABLE visit_use (
    visit_date TEXT NOT NULL,
    slot TEXT NOT NULL,
    formula TEXT NOT NULL,
    item TEXT NOT NULL,
    kind TEXT NOT NULL,
    units INTEGER NOT NULL,
    PRIMARY KEY (visit_date, slot, formula, item, kind)
) STRICT, WITHOUT ROWID;
--;
CREATE TABLE stock_level (
    product TEXT PRIMARY KEY,
    quantity INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
--;
-- Every change but sales and returns, which are lines of receipts.
CREATE TABLE stock_movement (
    session TEXT NOT NULL,
    number INTEGER NOT NULL,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    product TEXT NOT NULL,
    kind TEXT NOT NULL,
    quantity INTEGER NOT NULL,
    actor TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (session, number, position)
) STRICT, WITHOUT ROWID;
--;
CREATE INDEX stock_movement_by_product ON stock_movement (product, at);
--;
CREATE TABLE day_turnover (
    till TEXT NOT NULL,
    business_date TEXT NOT NULL,
    net_cents INTEGER NOT NULL,
    sales INTEGER NOT NULL,
    PRIMARY KEY (till, business_date)
) STRICT, WITHOUT ROWID;
