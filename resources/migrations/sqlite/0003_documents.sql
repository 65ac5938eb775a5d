-- What may be corrected or forgotten: catalogue, people, settings, customers, notes (design.md, decisions 10). A replay of facts reads none of it.
CREATE TABLE document (
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    hlc INTEGER NOT NULL,
    archived INTEGER NOT NULL CHECK (archived IN (0, 1)),
    body TEXT NOT NULL,
    PRIMARY KEY (kind, key)
) STRICT;
--;
CREATE INDEX document_by_revision ON document (hlc);
--;
-- What a document was, who changed it, when (ACC-7).
CREATE TABLE document_history (
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    hlc INTEGER NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (kind, key, hlc)
) STRICT;
--;
-- Normalised words of titles and customers: prefix searches are ranges.
CREATE TABLE document_word (
    word TEXT NOT NULL,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    PRIMARY KEY (word, kind, key)
) STRICT, WITHOUT ROWID;
--;
CREATE INDEX document_word_by_key ON document_word (kind, key);
--;
-- Products that are sold: how they are found. What they are is in their document.
CREATE TABLE product (
    key TEXT PRIMARY KEY,
    item_group TEXT NOT NULL,
    position INTEGER NOT NULL,
    sort_name TEXT NOT NULL,
    alert_stock INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
--;
CREATE INDEX product_by_group ON product (item_group, position, sort_name, key);
--;
CREATE TABLE product_code (
    code TEXT NOT NULL,
    product TEXT NOT NULL,
    PRIMARY KEY (code, product)
) STRICT, WITHOUT ROWID;
--;
CREATE INDEX product_code_by_product ON product_code (product);
--;
CREATE TABLE product_word (
    word TEXT NOT NULL,
    product TEXT NOT NULL,
    PRIMARY KEY (word, product)
) STRICT, WITHOUT ROWID;
--;
CREATE UNIQUE INDEX product_word_by_product ON product_word (product, word);
