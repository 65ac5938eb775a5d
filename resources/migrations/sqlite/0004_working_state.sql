-- What survives a power cut but is neither fact nor document, and is outside rebuild (decisions 10).
CREATE TABLE cart (
    id TEXT NOT NULL,
    place TEXT NOT NULL CHECK (place IN ('current', 'parked', 'training', 'training_parked')),
    name TEXT NOT NULL,
    at TEXT NOT NULL,
    units INTEGER NOT NULL,
    total_cents INTEGER NOT NULL,
    paid_cents INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (place, id)
) STRICT;
--;
CREATE UNIQUE INDEX cart_in_progress ON cart (place) WHERE place IN ('current', 'training');
--;
-- Once is once: what a command answered.
CREATE TABLE command_answer (
    id TEXT PRIMARY KEY,
    at TEXT NOT NULL,
    answer TEXT NOT NULL
) STRICT, WITHOUT ROWID;
--;
CREATE INDEX command_answer_by_time ON command_answer (at);
--;
CREATE TABLE lock_out (
    actor TEXT PRIMARY KEY,
    wrong_tries INTEGER NOT NULL,
    until TEXT NOT NULL
) STRICT;
--;
CREATE TABLE print_job (
    id TEXT PRIMARY KEY,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'printed', 'failed', 'discarded')),
    attempts INTEGER NOT NULL,
    last_error TEXT NOT NULL,
    at TEXT NOT NULL,
    paper TEXT NOT NULL
) STRICT;
--;
CREATE INDEX print_job_open ON print_job (at, id) WHERE state IN ('waiting', 'failed');
--;
CREATE INDEX print_job_done ON print_job (at) WHERE state IN ('printed', 'discarded');
--;
CREATE TABLE working_value (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
