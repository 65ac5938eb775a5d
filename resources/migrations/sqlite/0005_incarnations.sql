-- A session goes on after a restore, in an incarnation whose numbers begin again at 1 (decisions 13): (session, incarnation, number) names a fact.
-- What is known only by session and number here is looked up in the fact, whose session is empty outside any: then the key says the incarnation.
CREATE INDEX fact_place ON fact (session, number) WHERE session <> '';
--;
CREATE TABLE cash_movement_new (
    session TEXT NOT NULL,
    incarnation INTEGER NOT NULL,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('in', 'out', 'drop')),
    amount_cents INTEGER NOT NULL,
    reason TEXT NOT NULL,
    actor TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (session, incarnation, number)
) STRICT, WITHOUT ROWID;
--;
INSERT INTO cash_movement_new (session, incarnation, number, kind, amount_cents, reason, actor, at)
SELECT o.session, COALESCE(
    (SELECT f.incarnation FROM fact f WHERE f.session = o.session AND f.session <> '' AND f.number = o.number AND f.label <> 'T'
        AND f.type = 'CASH_MOVED'),
    CAST(SUBSTR(o.session, INSTR(o.session, '/') + 1) AS INTEGER)), o.number, o.kind, o.amount_cents, o.reason, o.actor, o.at
FROM cash_movement o;
--;
DROP TABLE cash_movement;
--;
ALTER TABLE cash_movement_new RENAME TO cash_movement;
--;
CREATE TABLE drawer_opening_new (
    session TEXT NOT NULL,
    incarnation INTEGER NOT NULL,
    number INTEGER NOT NULL,
    reason TEXT NOT NULL,
    actor TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (session, incarnation, number)
) STRICT, WITHOUT ROWID;
--;
INSERT INTO drawer_opening_new (session, incarnation, number, reason, actor, at)
SELECT o.session, COALESCE(
    (SELECT f.incarnation FROM fact f WHERE f.session = o.session AND f.session <> '' AND f.number = o.number AND f.label <> 'T'
        AND f.type = 'DRAWER_OPENED'),
    CAST(SUBSTR(o.session, INSTR(o.session, '/') + 1) AS INTEGER)), o.number, o.reason, o.actor, o.at
FROM drawer_opening o;
--;
DROP TABLE drawer_opening;
--;
ALTER TABLE drawer_opening_new RENAME TO drawer_opening;
--;
CREATE TABLE copy_new (
    session TEXT NOT NULL,
    incarnation INTEGER NOT NULL,
    number INTEGER NOT NULL,
    till TEXT NOT NULL,
    series TEXT NOT NULL,
    document_number INTEGER NOT NULL,
    copy INTEGER NOT NULL,
    PRIMARY KEY (session, incarnation, number)
) STRICT, WITHOUT ROWID;
--;
INSERT INTO copy_new (session, incarnation, number, till, series, document_number, copy)
SELECT o.session, COALESCE(
    (SELECT f.incarnation FROM fact f WHERE f.session = o.session AND f.session <> '' AND f.number = o.number AND f.label <> 'T'
        AND f.type = 'COPY'),
    CAST(SUBSTR(o.session, INSTR(o.session, '/') + 1) AS INTEGER)), o.number, o.till, o.series, o.document_number, o.copy
FROM copy o;
--;
DROP TABLE copy;
--;
ALTER TABLE copy_new RENAME TO copy;
--;
CREATE INDEX copy_by_document ON copy (till, series, document_number);
--;
CREATE TABLE visitors_new (
    session TEXT NOT NULL,
    incarnation INTEGER NOT NULL,
    number INTEGER NOT NULL,
    position INTEGER NOT NULL,
    country TEXT NOT NULL,
    postcode TEXT NOT NULL,
    province TEXT NOT NULL,
    persons INTEGER NOT NULL,
    PRIMARY KEY (session, incarnation, number, position)
) STRICT, WITHOUT ROWID;
--;
INSERT INTO visitors_new (session, incarnation, number, position, country, postcode, province, persons)
SELECT o.session, COALESCE(
    (SELECT f.incarnation FROM fact f WHERE f.session = o.session AND f.session <> '' AND f.number = o.number AND f.label <> 'T'
        AND f.type = 'VISITORS'),
    CAST(SUBSTR(o.session, INSTR(o.session, '/') + 1) AS INTEGER)), o.number, o.position, o.country, o.postcode, o.province, o.persons
FROM visitors o;
--;
DROP TABLE visitors;
--;
ALTER TABLE visitors_new RENAME TO visitors;
--;
CREATE TABLE sale_line_new (
    session TEXT NOT NULL,
    incarnation INTEGER NOT NULL,
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
    PRIMARY KEY (session, incarnation, number, position)
) STRICT, WITHOUT ROWID;
--;
INSERT INTO sale_line_new (session, incarnation, number, position, entry, kind, dossier, line, formula, item, item_group, category,
    quantity, grams, persons, gross_cents, change_cents, net_cents, visit_date, slot, minutes, stock_quantity, hlc, formula_title, title)
SELECT o.session, COALESCE(
    (SELECT f.incarnation FROM fact f WHERE f.session = o.session AND f.session <> '' AND f.number = o.number AND f.label <> 'T'
        AND f.type IN ('SALE', 'ORDER', 'QUOTE', 'REFUND')),
    CAST(SUBSTR(o.session, INSTR(o.session, '/') + 1) AS INTEGER)), o.number, o.position, o.entry, o.kind, o.dossier, o.line, o.formula, o.item,
        o.item_group, o.category, o.quantity, o.grams, o.persons, o.gross_cents, o.change_cents, o.net_cents, o.visit_date, o.slot, o.minutes,
        o.stock_quantity, o.hlc, o.formula_title, o.title
FROM sale_line o;
--;
DROP TABLE sale_line;
--;
ALTER TABLE sale_line_new RENAME TO sale_line;
--;
CREATE INDEX sale_line_by_dossier ON sale_line (dossier);
--;
CREATE INDEX sale_line_by_product ON sale_line (item, hlc) WHERE kind = 'product';
--;
CREATE TABLE price_change_new (
    session TEXT NOT NULL,
    incarnation INTEGER NOT NULL,
    number INTEGER NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('promotion', 'code', 'complimentary', 'manual')),
    name TEXT NOT NULL,
    title TEXT NOT NULL,
    amount_cents INTEGER NOT NULL,
    units INTEGER NOT NULL,
    PRIMARY KEY (session, incarnation, number, position)
) STRICT, WITHOUT ROWID;
--;
INSERT INTO price_change_new (session, incarnation, number, position, kind, name, title, amount_cents, units)
SELECT o.session, COALESCE(
    (SELECT f.incarnation FROM fact f WHERE f.session = o.session AND f.session <> '' AND f.number = o.number AND f.label <> 'T'
        AND f.type = 'SALE'),
    CAST(SUBSTR(o.session, INSTR(o.session, '/') + 1) AS INTEGER)), o.number, o.position, o.kind, o.name, o.title, o.amount_cents, o.units
FROM price_change o;
--;
DROP TABLE price_change;
--;
ALTER TABLE price_change_new RENAME TO price_change;
--;
CREATE TABLE vat_line_new (
    session TEXT NOT NULL,
    incarnation INTEGER NOT NULL,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('sale', 'advance', 'advance_used')),
    code TEXT NOT NULL,
    rate INTEGER NOT NULL,
    base_cents INTEGER NOT NULL,
    vat_cents INTEGER NOT NULL,
    total_cents INTEGER NOT NULL,
    PRIMARY KEY (session, incarnation, number, kind, code, rate)
) STRICT, WITHOUT ROWID;
--;
INSERT INTO vat_line_new (session, incarnation, number, kind, code, rate, base_cents, vat_cents, total_cents)
SELECT o.session, COALESCE(
    (SELECT f.incarnation FROM fact f WHERE f.session = o.session AND f.session <> '' AND f.number = o.number AND f.label <> 'T'
        AND (o.kind = 'advance') = (f.type IN ('PAYMENT', 'ADVANCE')) AND f.type IN ('SALE', 'REFUND', 'PAYMENT', 'ADVANCE')),
    CAST(SUBSTR(o.session, INSTR(o.session, '/') + 1) AS INTEGER)), o.number, o.kind, o.code, o.rate, o.base_cents, o.vat_cents, o.total_cents
FROM vat_line o;
--;
DROP TABLE vat_line;
--;
ALTER TABLE vat_line_new RENAME TO vat_line;
--;
CREATE TABLE payment_correction_new (
    session TEXT NOT NULL,
    incarnation INTEGER NOT NULL,
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
    PRIMARY KEY (session, incarnation, number)
) STRICT, WITHOUT ROWID;
--;
INSERT INTO payment_correction_new (session, incarnation, number, payment, dossier, from_method, from_type, to_method, to_type, to_title,
    amount_cents, rounding_cents, hlc)
SELECT o.session, COALESCE(
    (SELECT f.incarnation FROM fact f WHERE f.session = o.session AND f.session <> '' AND f.number = o.number AND f.label <> 'T'
        AND f.type = 'PAYMENT_CORRECTED'),
    CAST(SUBSTR(o.session, INSTR(o.session, '/') + 1) AS INTEGER)), o.number, o.payment, o.dossier, o.from_method, o.from_type, o.to_method,
        o.to_type, o.to_title, o.amount_cents, o.rounding_cents, o.hlc
FROM payment_correction o;
--;
DROP TABLE payment_correction;
--;
ALTER TABLE payment_correction_new RENAME TO payment_correction;
--;
CREATE INDEX payment_correction_by_payment ON payment_correction (payment, hlc);
--;
CREATE TABLE advance_new (
    session TEXT NOT NULL,
    incarnation INTEGER NOT NULL,
    number INTEGER NOT NULL,
    dossier TEXT NOT NULL,
    amount_cents INTEGER NOT NULL,
    PRIMARY KEY (session, incarnation, number)
) STRICT, WITHOUT ROWID;
--;
INSERT INTO advance_new (session, incarnation, number, dossier, amount_cents)
SELECT o.session, COALESCE(
    (SELECT f.incarnation FROM fact f WHERE f.session = o.session AND f.session <> '' AND f.number = o.number AND f.label <> 'T'
        AND f.type = 'ADVANCE'),
    CAST(SUBSTR(o.session, INSTR(o.session, '/') + 1) AS INTEGER)), o.number, o.dossier, o.amount_cents
FROM advance o;
--;
DROP TABLE advance;
--;
ALTER TABLE advance_new RENAME TO advance;
--;
CREATE INDEX advance_by_dossier ON advance (dossier);
--;
CREATE TABLE check_in_new (
    session TEXT NOT NULL,
    incarnation INTEGER NOT NULL,
    number INTEGER NOT NULL,
    dossier TEXT NOT NULL,
    line TEXT NOT NULL,
    units INTEGER NOT NULL,
    unit INTEGER NOT NULL,
    PRIMARY KEY (session, incarnation, number)
) STRICT, WITHOUT ROWID;
--;
INSERT INTO check_in_new (session, incarnation, number, dossier, line, units, unit)
SELECT o.session, COALESCE(
    (SELECT f.incarnation FROM fact f WHERE f.session = o.session AND f.session <> '' AND f.number = o.number AND f.label <> 'T'
        AND f.type = 'CHECK_IN'),
    CAST(SUBSTR(o.session, INSTR(o.session, '/') + 1) AS INTEGER)), o.number, o.dossier, o.line, o.units, o.unit
FROM check_in o;
--;
DROP TABLE check_in;
--;
ALTER TABLE check_in_new RENAME TO check_in;
--;
CREATE INDEX check_in_by_dossier ON check_in (dossier, line);
--;
CREATE TABLE gift_movement_new (
    session TEXT NOT NULL,
    incarnation INTEGER NOT NULL,
    number INTEGER NOT NULL,
    code TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('issued', 'recharged', 'used', 'refunded', 'blocked', 'expired')),
    amount_cents INTEGER NOT NULL,
    dossier TEXT NOT NULL,
    reason TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (session, incarnation, number)
) STRICT, WITHOUT ROWID;
--;
INSERT INTO gift_movement_new (session, incarnation, number, code, kind, amount_cents, dossier, reason, at)
SELECT o.session, COALESCE(
    (SELECT f.incarnation FROM fact f WHERE f.session = o.session AND f.session <> '' AND f.number = o.number AND f.label <> 'T'
        AND f.type = 'GIFT_' || UPPER(o.kind)),
    CAST(SUBSTR(o.session, INSTR(o.session, '/') + 1) AS INTEGER)), o.number, o.code, o.kind, o.amount_cents, o.dossier, o.reason, o.at
FROM gift_movement o;
--;
DROP TABLE gift_movement;
--;
ALTER TABLE gift_movement_new RENAME TO gift_movement;
--;
CREATE INDEX gift_movement_by_code ON gift_movement (code);
--;
CREATE TABLE stock_movement_new (
    session TEXT NOT NULL,
    incarnation INTEGER NOT NULL,
    number INTEGER NOT NULL,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    product TEXT NOT NULL,
    kind TEXT NOT NULL,
    quantity INTEGER NOT NULL,
    actor TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (session, incarnation, number, position)
) STRICT, WITHOUT ROWID;
--;
INSERT INTO stock_movement_new (session, incarnation, number, position, id, product, kind, quantity, actor, at)
SELECT o.session, COALESCE(
    (SELECT f.incarnation FROM fact f WHERE f.session = o.session AND f.session <> '' AND f.number = o.number AND f.label <> 'T'
        AND f.type = 'STOCK_MOVED'),
    CAST(SUBSTR(o.session, INSTR(o.session, '/') + 1) AS INTEGER)), o.number, o.position, o.id, o.product, o.kind, o.quantity, o.actor, o.at
FROM stock_movement o;
--;
DROP TABLE stock_movement;
--;
ALTER TABLE stock_movement_new RENAME TO stock_movement;
--;
CREATE INDEX stock_movement_by_product ON stock_movement (product, at);
--;
CREATE TABLE receipt_new (
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
    PRIMARY KEY (session, incarnation, number)
) STRICT, WITHOUT ROWID;
--;
INSERT INTO receipt_new (session, number, kind, till, incarnation, dossier, series, document_number, at, hour, hlc, actor, gross_cents,
    total_cents, gift_cents, cited_cents, advance_used_cents, credit_cents, persons, country, postcode, province, reason)
SELECT session, number, kind, till, incarnation, dossier, series, document_number, at, hour, hlc, actor, gross_cents, total_cents,
    gift_cents, cited_cents, advance_used_cents, credit_cents, persons, country, postcode, province, reason FROM receipt;
--;
DROP TABLE receipt;
--;
ALTER TABLE receipt_new RENAME TO receipt;
--;
CREATE INDEX receipt_by_dossier ON receipt (dossier);
--;
CREATE INDEX receipt_by_document ON receipt (document_number, series);
--;
CREATE INDEX receipt_of_order ON receipt (till) WHERE kind = 'order';
--;
CREATE TABLE payment_new (
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
    PRIMARY KEY (session, incarnation, number)
) STRICT, WITHOUT ROWID;
--;
INSERT INTO payment_new (session, number, id, till, incarnation, dossier, purpose, method, type, title, amount_cents, rounding_cents,
    excess_cents, tip_cents, tendered_cents, change_cents, reference, gift_code, intent, at, hlc, actor, series, document_number)
SELECT session, number, id, till, incarnation, dossier, purpose, method, type, title, amount_cents, rounding_cents, excess_cents, tip_cents,
    tendered_cents, change_cents, reference, gift_code, intent, at, hlc, actor, series, document_number FROM payment;
--;
DROP TABLE payment;
--;
ALTER TABLE payment_new RENAME TO payment;
--;
CREATE UNIQUE INDEX payment_by_id ON payment (id);
--;
CREATE INDEX payment_by_dossier ON payment (dossier);
--;
-- By the fact, and the session of its Z: two incarnations have a Z of the same number.
CREATE TABLE count_completed_new (
    till TEXT NOT NULL,
    incarnation INTEGER NOT NULL,
    number INTEGER NOT NULL,
    session TEXT NOT NULL,
    z_number INTEGER NOT NULL,
    counted_cents INTEGER NOT NULL,
    denominations TEXT NOT NULL,
    PRIMARY KEY (till, incarnation, number)
) STRICT, WITHOUT ROWID;
--;
INSERT INTO count_completed_new (till, incarnation, number, session, z_number, counted_cents, denominations)
SELECT o.till, (SELECT f.incarnation FROM fact f WHERE f.session = o.session AND f.session <> '' AND f.number = o.number AND f.type =
    'COUNT_COMPLETED'),
    o.number, o.session, o.z_number, o.counted_cents, o.denominations
FROM count_completed o;
--;
DROP TABLE count_completed;
--;
ALTER TABLE count_completed_new RENAME TO count_completed;
--;
CREATE INDEX count_completed_by_session ON count_completed (session);
--;
DROP INDEX fact_place;
--;
-- INSERT OR REPLACE deletes the row in the way without asking the triggers against DELETE: also when only a document number is in the way.
CREATE TRIGGER fact_document_is_new BEFORE INSERT ON fact
WHEN NEW.series <> '' AND EXISTS (
    SELECT 1 FROM fact
    WHERE till = NEW.till AND incarnation = NEW.incarnation AND series = NEW.series AND document_number = NEW.document_number AND series <> '')
BEGIN SELECT RAISE(ABORT, 'a document is never replaced'); END;
--;
CREATE TRIGGER chain_is_new BEFORE INSERT ON chain
WHEN EXISTS (SELECT 1 FROM chain WHERE till = NEW.till AND incarnation = NEW.incarnation)
BEGIN SELECT RAISE(ABORT, 'a chain is never replaced'); END;
