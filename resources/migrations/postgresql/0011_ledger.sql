-- The schema of a ledger on PostgreSQL, as 0001 to 0011 make it step by step on SQLite; tests/core/ledger/engines compares the two. What each
-- table is for stands there. Texts sort by their bytes, as in SQLite.
CREATE TABLE fact (
    arrival BIGINT PRIMARY KEY,
    till TEXT COLLATE "C" NOT NULL,
    incarnation BIGINT NOT NULL CHECK (incarnation >= 1),
    number BIGINT NOT NULL CHECK (number >= 1),
    own BIGINT NOT NULL CHECK (own IN (0, 1)),
    type TEXT COLLATE "C" NOT NULL,
    label TEXT COLLATE "C" NOT NULL,
    session TEXT COLLATE "C" NOT NULL,
    business_date TEXT COLLATE "C" NOT NULL,
    at TEXT COLLATE "C" NOT NULL,
    hlc BIGINT NOT NULL,
    series TEXT COLLATE "C" NOT NULL,
    document_number BIGINT NOT NULL,
    body BYTEA NOT NULL,
    content BYTEA NOT NULL,
    hash BYTEA NOT NULL CHECK (length(hash) = 32),
    signature BYTEA NOT NULL CHECK (length(signature) IN (0, 64)),
    UNIQUE (till, incarnation, number)
)
--;
CREATE INDEX fact_by_hlc ON fact (hlc)
--;
CREATE UNIQUE INDEX fact_by_document ON fact (till, incarnation, series, document_number) WHERE series <> ''
--;
CREATE INDEX fact_unsigned ON fact (till, incarnation, number) WHERE length(signature) = 0
--;
CREATE INDEX fact_by_session ON fact (session, type, label) WHERE session <> ''
--;
CREATE TABLE chain (
    till TEXT COLLATE "C" NOT NULL,
    incarnation BIGINT NOT NULL CHECK (incarnation >= 1),
    own BIGINT NOT NULL CHECK (own IN (0, 1)),
    public_key BYTEA NOT NULL CHECK (length(public_key) = 32),
    previous_number BIGINT NOT NULL,
    previous_hash BYTEA NOT NULL,
    previous_net_cents BIGINT NOT NULL,
    previous_absolute_cents BIGINT NOT NULL,
    PRIMARY KEY (till, incarnation)
)
--;
CREATE TABLE machine_state (
    name TEXT COLLATE "C" PRIMARY KEY,
    value TEXT COLLATE "C" NOT NULL
)
--;
CREATE TABLE session (
    id TEXT COLLATE "C" PRIMARY KEY,
    till TEXT COLLATE "C" NOT NULL,
    incarnation BIGINT NOT NULL,
    first_number BIGINT NOT NULL,
    hlc BIGINT NOT NULL,
    business_date TEXT COLLATE "C" NOT NULL,
    opened_at TEXT COLLATE "C" NOT NULL,
    opened_by TEXT COLLATE "C" NOT NULL,
    expected_float_cents BIGINT NOT NULL,
    counted_float_cents BIGINT NOT NULL
)
--;
CREATE INDEX session_by_till ON session (till, hlc)
--;
CREATE TABLE report (
    till TEXT COLLATE "C" NOT NULL,
    incarnation BIGINT NOT NULL,
    number BIGINT NOT NULL,
    kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('x', 'z')),
    report_number BIGINT NOT NULL,
    session TEXT COLLATE "C" NOT NULL,
    hlc BIGINT NOT NULL,
    business_date TEXT COLLATE "C" NOT NULL,
    next_float_cents BIGINT NOT NULL,
    counted BIGINT NOT NULL,
    PRIMARY KEY (till, incarnation, number)
)
--;
CREATE INDEX report_by_session ON report (session, kind)
--;
CREATE INDEX report_by_number ON report (till, kind, hlc)
--;
CREATE TABLE training (
    session TEXT COLLATE "C" PRIMARY KEY,
    tickets BIGINT NOT NULL
)
--;
CREATE TABLE technical_event (
    till TEXT COLLATE "C" NOT NULL,
    incarnation BIGINT NOT NULL,
    number BIGINT NOT NULL,
    event TEXT COLLATE "C" NOT NULL,
    at TEXT COLLATE "C" NOT NULL,
    actor TEXT COLLATE "C" NOT NULL,
    details TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (till, incarnation, number)
)
--;
CREATE TABLE dossier (
    id TEXT COLLATE "C" PRIMARY KEY,
    number TEXT COLLATE "C" NOT NULL,
    till TEXT COLLATE "C" NOT NULL,
    session TEXT COLLATE "C" NOT NULL,
    business_date TEXT COLLATE "C" NOT NULL,
    at TEXT COLLATE "C" NOT NULL,
    hlc BIGINT NOT NULL,
    actor TEXT COLLATE "C" NOT NULL,
    customer TEXT COLLATE "C" NOT NULL,
    visit_from TEXT COLLATE "C" NOT NULL,
    visit_to TEXT COLLATE "C" NOT NULL,
    quoted BIGINT NOT NULL,
    ordered BIGINT NOT NULL,
    sold BIGINT NOT NULL,
    cancelled BIGINT NOT NULL,
    quote_cents BIGINT NOT NULL,
    order_cents BIGINT NOT NULL,
    sale_cents BIGINT NOT NULL,
    refund_cents BIGINT NOT NULL,
    credit_cents BIGINT NOT NULL,
    advance_cents BIGINT NOT NULL,
    receivable_cents BIGINT NOT NULL
)
--;
CREATE INDEX dossier_by_day ON dossier (business_date, hlc, till, number)
--;
CREATE INDEX dossier_by_number ON dossier (number)
--;
CREATE INDEX dossier_by_visit ON dossier (visit_from, visit_to) WHERE visit_from <> ''
--;
CREATE INDEX dossier_by_customer ON dossier (customer) WHERE customer <> ''
--;
CREATE INDEX dossier_confirmed ON dossier (session) WHERE ordered > 0 AND sold = 0
--;
CREATE INDEX dossier_by_counter ON dossier (till, (LENGTH(number)), number)
--;
CREATE TABLE advance_vat (
    dossier TEXT COLLATE "C" NOT NULL,
    code TEXT COLLATE "C" NOT NULL,
    rate BIGINT NOT NULL,
    base_cents BIGINT NOT NULL,
    vat_cents BIGINT NOT NULL,
    total_cents BIGINT NOT NULL,
    PRIMARY KEY (dossier, code, rate)
)
--;
CREATE TABLE payment_intent (
    id TEXT COLLATE "C" PRIMARY KEY,
    hlc BIGINT NOT NULL,
    till TEXT COLLATE "C" NOT NULL,
    session TEXT COLLATE "C" NOT NULL,
    dossier TEXT COLLATE "C" NOT NULL,
    method TEXT COLLATE "C" NOT NULL,
    terminal TEXT COLLATE "C" NOT NULL,
    asked_cents BIGINT NOT NULL,
    authorised_cents BIGINT NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    reference TEXT COLLATE "C" NOT NULL,
    by_person BIGINT NOT NULL,
    resolved_by TEXT COLLATE "C" NOT NULL,
    at TEXT COLLATE "C" NOT NULL,
    terminal_transaction TEXT COLLATE "C" NOT NULL DEFAULT '',
    reverses TEXT COLLATE "C" NOT NULL DEFAULT '',
    undoes TEXT COLLATE "C" NOT NULL DEFAULT '',
    late BIGINT NOT NULL DEFAULT 0,
    confirmed BIGINT NOT NULL DEFAULT 0,
    card TEXT COLLATE "C" NOT NULL DEFAULT ''
)
--;
CREATE INDEX payment_intent_open ON payment_intent (till, hlc) WHERE state IN ('persisted', 'sent', 'unknown')
--;
CREATE INDEX payment_intent_by_dossier ON payment_intent (dossier)
--;
CREATE INDEX payment_intent_by_person ON payment_intent (session) WHERE by_person = 1
--;
CREATE TABLE gift (
    code TEXT COLLATE "C" PRIMARY KEY,
    kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('voucher', 'card')),
    balance_cents BIGINT NOT NULL,
    expires_on TEXT COLLATE "C" NOT NULL,
    issues BIGINT NOT NULL,
    blocks BIGINT NOT NULL,
    expiries BIGINT NOT NULL
)
--;
CREATE INDEX gift_by_expiry ON gift (expires_on) WHERE expires_on <> '' AND expiries = 0
--;
CREATE TABLE running_total (
    name TEXT COLLATE "C" PRIMARY KEY,
    cents BIGINT NOT NULL
)
--;
CREATE TABLE code_use (
    code TEXT COLLATE "C" NOT NULL,
    dossier TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (code, dossier)
)
--;
CREATE TABLE visit_use (
    visit_date TEXT COLLATE "C" NOT NULL,
    slot TEXT COLLATE "C" NOT NULL,
    formula TEXT COLLATE "C" NOT NULL,
    item TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    units BIGINT NOT NULL,
    PRIMARY KEY (visit_date, slot, formula, item, kind)
)
--;
CREATE TABLE stock_level (
    product TEXT COLLATE "C" PRIMARY KEY,
    quantity BIGINT NOT NULL
)
--;
CREATE TABLE day_turnover (
    till TEXT COLLATE "C" NOT NULL,
    business_date TEXT COLLATE "C" NOT NULL,
    net_cents BIGINT NOT NULL,
    sales BIGINT NOT NULL,
    PRIMARY KEY (till, business_date)
)
--;
CREATE TABLE document (
    kind TEXT COLLATE "C" NOT NULL,
    key TEXT COLLATE "C" NOT NULL,
    hlc BIGINT NOT NULL,
    archived BIGINT NOT NULL CHECK (archived IN (0, 1)),
    body TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (kind, key)
)
--;
CREATE INDEX document_by_revision ON document (hlc)
--;
CREATE TABLE document_history (
    kind TEXT COLLATE "C" NOT NULL,
    key TEXT COLLATE "C" NOT NULL,
    hlc BIGINT NOT NULL,
    before TEXT COLLATE "C" NOT NULL,
    after TEXT COLLATE "C" NOT NULL,
    changed_by TEXT COLLATE "C" NOT NULL,
    changed_at TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (kind, key, hlc)
)
--;
CREATE TABLE document_word (
    word TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    key TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (word, kind, key)
)
--;
CREATE INDEX document_word_by_key ON document_word (kind, key)
--;
CREATE TABLE product (
    key TEXT COLLATE "C" PRIMARY KEY,
    item_group TEXT COLLATE "C" NOT NULL,
    position BIGINT NOT NULL,
    sort_name TEXT COLLATE "C" NOT NULL,
    alert_stock BIGINT NOT NULL
)
--;
CREATE INDEX product_by_group ON product (item_group, position, sort_name, key)
--;
CREATE TABLE product_code (
    code TEXT COLLATE "C" NOT NULL,
    product TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (code, product)
)
--;
CREATE INDEX product_code_by_product ON product_code (product)
--;
CREATE TABLE product_word (
    word TEXT COLLATE "C" NOT NULL,
    product TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (word, product)
)
--;
CREATE UNIQUE INDEX product_word_by_product ON product_word (product, word)
--;
CREATE TABLE cart (
    id TEXT COLLATE "C" NOT NULL,
    place TEXT COLLATE "C" NOT NULL CHECK (place IN ('current', 'parked', 'training', 'training_parked')),
    name TEXT COLLATE "C" NOT NULL,
    at TEXT COLLATE "C" NOT NULL,
    units BIGINT NOT NULL,
    total_cents BIGINT NOT NULL,
    paid_cents BIGINT NOT NULL,
    body TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (place, id)
)
--;
CREATE UNIQUE INDEX cart_in_progress ON cart (place) WHERE place IN ('current', 'training')
--;
CREATE TABLE command_answer (
    id TEXT COLLATE "C" PRIMARY KEY,
    at TEXT COLLATE "C" NOT NULL,
    answer TEXT COLLATE "C" NOT NULL
)
--;
CREATE INDEX command_answer_by_time ON command_answer (at)
--;
CREATE TABLE lock_out (
    actor TEXT COLLATE "C" PRIMARY KEY,
    wrong_tries BIGINT NOT NULL,
    until TEXT COLLATE "C" NOT NULL
)
--;
CREATE TABLE working_value (
    name TEXT COLLATE "C" PRIMARY KEY,
    value TEXT COLLATE "C" NOT NULL
)
--;
CREATE TABLE cash_movement (
    session TEXT COLLATE "C" NOT NULL,
    incarnation BIGINT NOT NULL,
    number BIGINT NOT NULL,
    kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('in', 'out', 'drop')),
    amount_cents BIGINT NOT NULL,
    reason TEXT COLLATE "C" NOT NULL,
    actor TEXT COLLATE "C" NOT NULL,
    at TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (session, incarnation, number)
)
--;
CREATE TABLE drawer_opening (
    session TEXT COLLATE "C" NOT NULL,
    incarnation BIGINT NOT NULL,
    number BIGINT NOT NULL,
    reason TEXT COLLATE "C" NOT NULL,
    actor TEXT COLLATE "C" NOT NULL,
    at TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (session, incarnation, number)
)
--;
CREATE TABLE copy (
    session TEXT COLLATE "C" NOT NULL,
    incarnation BIGINT NOT NULL,
    number BIGINT NOT NULL,
    till TEXT COLLATE "C" NOT NULL,
    series TEXT COLLATE "C" NOT NULL,
    document_number BIGINT NOT NULL,
    copy BIGINT NOT NULL,
    PRIMARY KEY (session, incarnation, number)
)
--;
CREATE INDEX copy_by_document ON copy (till, series, document_number)
--;
CREATE TABLE visitors (
    session TEXT COLLATE "C" NOT NULL,
    incarnation BIGINT NOT NULL,
    number BIGINT NOT NULL,
    position BIGINT NOT NULL,
    country TEXT COLLATE "C" NOT NULL,
    postcode TEXT COLLATE "C" NOT NULL,
    province TEXT COLLATE "C" NOT NULL,
    persons BIGINT NOT NULL,
    PRIMARY KEY (session, incarnation, number, position)
)
--;
CREATE TABLE sale_line (
    session TEXT COLLATE "C" NOT NULL,
    incarnation BIGINT NOT NULL,
    number BIGINT NOT NULL,
    position BIGINT NOT NULL,
    entry TEXT COLLATE "C" NOT NULL CHECK (entry IN ('sale', 'order', 'quote', 'refund')),
    kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('resource', 'supplement', 'product', 'gift')),
    dossier TEXT COLLATE "C" NOT NULL,
    line TEXT COLLATE "C" NOT NULL,
    formula TEXT COLLATE "C" NOT NULL,
    item TEXT COLLATE "C" NOT NULL,
    item_group TEXT COLLATE "C" NOT NULL,
    category TEXT COLLATE "C" NOT NULL,
    quantity BIGINT NOT NULL,
    grams BIGINT NOT NULL,
    persons BIGINT NOT NULL,
    gross_cents BIGINT NOT NULL,
    change_cents BIGINT NOT NULL,
    net_cents BIGINT NOT NULL,
    visit_date TEXT COLLATE "C" NOT NULL,
    slot TEXT COLLATE "C" NOT NULL,
    minutes BIGINT NOT NULL,
    stock_quantity BIGINT NOT NULL,
    hlc BIGINT NOT NULL,
    formula_title TEXT COLLATE "C" NOT NULL,
    title TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (session, incarnation, number, position)
)
--;
CREATE INDEX sale_line_by_dossier ON sale_line (dossier)
--;
CREATE INDEX sale_line_by_product ON sale_line (item, hlc) WHERE kind = 'product'
--;
CREATE TABLE price_change (
    session TEXT COLLATE "C" NOT NULL,
    incarnation BIGINT NOT NULL,
    number BIGINT NOT NULL,
    position BIGINT NOT NULL,
    kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('promotion', 'code', 'complimentary', 'manual')),
    name TEXT COLLATE "C" NOT NULL,
    title TEXT COLLATE "C" NOT NULL,
    amount_cents BIGINT NOT NULL,
    units BIGINT NOT NULL,
    vat_code TEXT COLLATE "C" NOT NULL DEFAULT 'X',
    vat_rate BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (session, incarnation, number, position)
)
--;
CREATE TABLE vat_line (
    session TEXT COLLATE "C" NOT NULL,
    incarnation BIGINT NOT NULL,
    number BIGINT NOT NULL,
    kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('sale', 'advance', 'advance_used')),
    code TEXT COLLATE "C" NOT NULL,
    rate BIGINT NOT NULL,
    base_cents BIGINT NOT NULL,
    vat_cents BIGINT NOT NULL,
    total_cents BIGINT NOT NULL,
    PRIMARY KEY (session, incarnation, number, kind, code, rate)
)
--;
CREATE TABLE payment_correction (
    session TEXT COLLATE "C" NOT NULL,
    incarnation BIGINT NOT NULL,
    number BIGINT NOT NULL,
    payment TEXT COLLATE "C" NOT NULL,
    dossier TEXT COLLATE "C" NOT NULL,
    from_method TEXT COLLATE "C" NOT NULL,
    from_type TEXT COLLATE "C" NOT NULL,
    to_method TEXT COLLATE "C" NOT NULL,
    to_type TEXT COLLATE "C" NOT NULL,
    to_title TEXT COLLATE "C" NOT NULL,
    amount_cents BIGINT NOT NULL,
    rounding_cents BIGINT NOT NULL,
    hlc BIGINT NOT NULL,
    PRIMARY KEY (session, incarnation, number)
)
--;
CREATE INDEX payment_correction_by_payment ON payment_correction (payment, hlc)
--;
CREATE TABLE advance (
    session TEXT COLLATE "C" NOT NULL,
    incarnation BIGINT NOT NULL,
    number BIGINT NOT NULL,
    dossier TEXT COLLATE "C" NOT NULL,
    amount_cents BIGINT NOT NULL,
    PRIMARY KEY (session, incarnation, number)
)
--;
CREATE INDEX advance_by_dossier ON advance (dossier)
--;
CREATE TABLE check_in (
    session TEXT COLLATE "C" NOT NULL,
    incarnation BIGINT NOT NULL,
    number BIGINT NOT NULL,
    dossier TEXT COLLATE "C" NOT NULL,
    line TEXT COLLATE "C" NOT NULL,
    units BIGINT NOT NULL,
    unit BIGINT NOT NULL,
    PRIMARY KEY (session, incarnation, number)
)
--;
CREATE INDEX check_in_by_dossier ON check_in (dossier, line)
--;
CREATE TABLE gift_movement (
    session TEXT COLLATE "C" NOT NULL,
    incarnation BIGINT NOT NULL,
    number BIGINT NOT NULL,
    code TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('issued', 'recharged', 'used', 'refunded', 'blocked', 'expired')),
    amount_cents BIGINT NOT NULL,
    dossier TEXT COLLATE "C" NOT NULL,
    reason TEXT COLLATE "C" NOT NULL,
    at TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (session, incarnation, number)
)
--;
CREATE INDEX gift_movement_by_code ON gift_movement (code)
--;
CREATE TABLE stock_movement (
    session TEXT COLLATE "C" NOT NULL,
    incarnation BIGINT NOT NULL,
    number BIGINT NOT NULL,
    position BIGINT NOT NULL,
    id TEXT COLLATE "C" NOT NULL,
    product TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    quantity BIGINT NOT NULL,
    actor TEXT COLLATE "C" NOT NULL,
    at TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (session, incarnation, number, position)
)
--;
CREATE INDEX stock_movement_by_product ON stock_movement (product, at)
--;
CREATE TABLE receipt (
    session TEXT COLLATE "C" NOT NULL,
    number BIGINT NOT NULL,
    kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('sale', 'order', 'quote', 'refund', 'cancel')),
    till TEXT COLLATE "C" NOT NULL,
    incarnation BIGINT NOT NULL,
    dossier TEXT COLLATE "C" NOT NULL,
    series TEXT COLLATE "C" NOT NULL,
    document_number BIGINT NOT NULL,
    at TEXT COLLATE "C" NOT NULL,
    hour BIGINT NOT NULL,
    hlc BIGINT NOT NULL,
    actor TEXT COLLATE "C" NOT NULL,
    gross_cents BIGINT NOT NULL,
    total_cents BIGINT NOT NULL,
    gift_cents BIGINT NOT NULL,
    cited_cents BIGINT NOT NULL,
    advance_used_cents BIGINT NOT NULL,
    credit_cents BIGINT NOT NULL,
    persons BIGINT NOT NULL,
    country TEXT COLLATE "C" NOT NULL,
    postcode TEXT COLLATE "C" NOT NULL,
    province TEXT COLLATE "C" NOT NULL,
    reason TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (session, incarnation, number)
)
--;
CREATE INDEX receipt_by_dossier ON receipt (dossier)
--;
CREATE INDEX receipt_by_document ON receipt (document_number, series)
--;
CREATE INDEX receipt_of_order ON receipt (till) WHERE kind = 'order'
--;
CREATE TABLE payment (
    session TEXT COLLATE "C" NOT NULL,
    number BIGINT NOT NULL,
    id TEXT COLLATE "C" NOT NULL,
    till TEXT COLLATE "C" NOT NULL,
    incarnation BIGINT NOT NULL,
    dossier TEXT COLLATE "C" NOT NULL,
    purpose TEXT COLLATE "C" NOT NULL,
    method TEXT COLLATE "C" NOT NULL,
    type TEXT COLLATE "C" NOT NULL,
    title TEXT COLLATE "C" NOT NULL,
    amount_cents BIGINT NOT NULL,
    rounding_cents BIGINT NOT NULL,
    excess_cents BIGINT NOT NULL,
    tip_cents BIGINT NOT NULL,
    tendered_cents BIGINT NOT NULL,
    change_cents BIGINT NOT NULL,
    reference TEXT COLLATE "C" NOT NULL,
    gift_code TEXT COLLATE "C" NOT NULL,
    intent TEXT COLLATE "C" NOT NULL,
    at TEXT COLLATE "C" NOT NULL,
    hlc BIGINT NOT NULL,
    actor TEXT COLLATE "C" NOT NULL,
    series TEXT COLLATE "C" NOT NULL,
    document_number BIGINT NOT NULL,
    PRIMARY KEY (session, incarnation, number)
)
--;
CREATE UNIQUE INDEX payment_by_id ON payment (id)
--;
CREATE INDEX payment_by_dossier ON payment (dossier)
--;
CREATE TABLE count_completed (
    till TEXT COLLATE "C" NOT NULL,
    incarnation BIGINT NOT NULL,
    number BIGINT NOT NULL,
    session TEXT COLLATE "C" NOT NULL,
    z_number BIGINT NOT NULL,
    counted_cents BIGINT NOT NULL,
    denominations TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (till, incarnation, number)
)
--;
CREATE INDEX count_completed_by_session ON count_completed (session)
--;
CREATE TABLE print_job (
    id TEXT COLLATE "C" PRIMARY KEY,
    state TEXT COLLATE "C" NOT NULL CHECK (state IN ('waiting', 'sending', 'doubtful', 'printed', 'discarded')),
    printer TEXT COLLATE "C" NOT NULL CHECK (printer IN ('receipt', 'spare')),
    attempts BIGINT NOT NULL,
    last_error TEXT COLLATE "C" NOT NULL,
    at TEXT COLLATE "C" NOT NULL,
    paper TEXT COLLATE "C" NOT NULL
)
--;
CREATE INDEX print_job_open ON print_job (at, id) WHERE state IN ('waiting', 'sending', 'doubtful')
--;
CREATE INDEX print_job_done ON print_job (at) WHERE state IN ('printed', 'discarded')
--;
CREATE TABLE document_change (
    arrival BIGINT PRIMARY KEY,
    kind TEXT COLLATE "C" NOT NULL,
    key TEXT COLLATE "C" NOT NULL,
    hlc BIGINT NOT NULL,
    origin TEXT COLLATE "C" NOT NULL,
    body TEXT COLLATE "C" NOT NULL,
    UNIQUE (kind, key, hlc, origin)
)
--;
CREATE TABLE document_stamp (
    kind TEXT COLLATE "C" NOT NULL,
    key TEXT COLLATE "C" NOT NULL,
    stamps TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (kind, key)
)
--;
CREATE TABLE document_lost (
    kind TEXT COLLATE "C" NOT NULL,
    key TEXT COLLATE "C" NOT NULL,
    field TEXT COLLATE "C" NOT NULL,
    hlc BIGINT NOT NULL,
    origin TEXT COLLATE "C" NOT NULL,
    value TEXT COLLATE "C" NOT NULL,
    winner_hlc BIGINT NOT NULL,
    winner_origin TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (kind, key, field, hlc, origin)
)
--;
CREATE TABLE document_erased (
    kind TEXT COLLATE "C" NOT NULL,
    key TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (kind, key)
)
--;
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%', TG_ARGV[0];
END $$
--;
-- A row that comes without its place takes the next one. Who writes is alone in this ledger, so no place is skipped or taken twice.
CREATE FUNCTION place_change() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    IF NEW.arrival IS NULL THEN
        NEW.arrival := (SELECT COALESCE(MAX(arrival), 0) + 1 FROM document_change);
    END IF;
    RETURN NEW;
END $$
--;
CREATE TRIGGER document_change_has_its_place BEFORE INSERT ON document_change FOR EACH ROW EXECUTE FUNCTION place_change()
--;
CREATE FUNCTION place_fact() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    IF NEW.arrival IS NULL THEN
        NEW.arrival := (SELECT COALESCE(MAX(arrival), 0) + 1 FROM fact);
    END IF;
    IF EXISTS (SELECT 1 FROM fact WHERE till = NEW.till AND incarnation = NEW.incarnation AND number = NEW.number)
        OR EXISTS (SELECT 1 FROM fact WHERE arrival = NEW.arrival) THEN
        RAISE EXCEPTION 'a fact is never replaced';
    END IF;
    IF NEW.series <> '' AND EXISTS (
        SELECT 1 FROM fact
        WHERE till = NEW.till AND incarnation = NEW.incarnation AND series = NEW.series AND document_number = NEW.document_number
            AND series <> '') THEN
        RAISE EXCEPTION 'a document is never replaced';
    END IF;
    IF NEW.number > 1 AND NOT EXISTS (
        SELECT 1 FROM fact WHERE till = NEW.till AND incarnation = NEW.incarnation AND number = NEW.number - 1) THEN
        RAISE EXCEPTION 'fact numbers have no gap';
    END IF;
    RETURN NEW;
END $$
--;
CREATE TRIGGER fact_number_is_new BEFORE INSERT ON fact FOR EACH ROW EXECUTE FUNCTION place_fact()
--;
-- The one change that is allowed: a signature that was waiting for its key (decisions 14).
CREATE TRIGGER fact_is_never_changed BEFORE UPDATE ON fact FOR EACH ROW
WHEN (length(OLD.signature) <> 0 OR length(NEW.signature) <> 64
    OR NEW.arrival IS DISTINCT FROM OLD.arrival OR NEW.till IS DISTINCT FROM OLD.till OR NEW.incarnation IS DISTINCT FROM OLD.incarnation
    OR NEW.number IS DISTINCT FROM OLD.number OR NEW.own IS DISTINCT FROM OLD.own OR NEW.type IS DISTINCT FROM OLD.type
    OR NEW.label IS DISTINCT FROM OLD.label OR NEW.session IS DISTINCT FROM OLD.session
    OR NEW.business_date IS DISTINCT FROM OLD.business_date OR NEW.at IS DISTINCT FROM OLD.at OR NEW.hlc IS DISTINCT FROM OLD.hlc
    OR NEW.series IS DISTINCT FROM OLD.series OR NEW.document_number IS DISTINCT FROM OLD.document_number
    OR NEW.body IS DISTINCT FROM OLD.body OR NEW.content IS DISTINCT FROM OLD.content OR NEW.hash IS DISTINCT FROM OLD.hash)
EXECUTE FUNCTION refuse('a fact is never changed')
--;
CREATE TRIGGER fact_is_never_deleted BEFORE DELETE ON fact FOR EACH ROW EXECUTE FUNCTION refuse('a fact is never deleted')
--;
-- TRUNCATE asks no row.
CREATE TRIGGER facts_are_never_emptied BEFORE TRUNCATE ON fact FOR EACH STATEMENT EXECUTE FUNCTION refuse('a fact is never deleted')
--;
CREATE TRIGGER chain_is_never_changed BEFORE UPDATE ON chain FOR EACH ROW EXECUTE FUNCTION refuse('a chain is never changed')
--;
CREATE TRIGGER chain_is_never_deleted BEFORE DELETE ON chain FOR EACH ROW EXECUTE FUNCTION refuse('a chain is never deleted')
--;
CREATE TRIGGER chains_are_never_emptied BEFORE TRUNCATE ON chain FOR EACH STATEMENT EXECUTE FUNCTION refuse('a chain is never deleted')
--;
CREATE FUNCTION refuse_chain_in_the_way() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM chain WHERE till = NEW.till AND incarnation = NEW.incarnation) THEN
        RAISE EXCEPTION 'a chain is never replaced';
    END IF;
    RETURN NEW;
END $$
--;
CREATE TRIGGER chain_is_new BEFORE INSERT ON chain FOR EACH ROW EXECUTE FUNCTION refuse_chain_in_the_way()
