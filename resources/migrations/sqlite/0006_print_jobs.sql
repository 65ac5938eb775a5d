-- A job is *sending* from before its first byte, *doubtful* when bytes went out without a proof of their end (decisions/0026), and is for one
-- of two printers. What had failed waits.
CREATE TABLE print_job_new (
    id TEXT PRIMARY KEY,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'doubtful', 'printed', 'discarded')),
    printer TEXT NOT NULL CHECK (printer IN ('receipt', 'spare')),
    attempts INTEGER NOT NULL,
    last_error TEXT NOT NULL,
    at TEXT NOT NULL,
    paper TEXT NOT NULL
) STRICT;
--;
INSERT INTO print_job_new (id, state, printer, attempts, last_error, at, paper)
SELECT id, CASE state WHEN 'failed' THEN 'waiting' ELSE state END, 'receipt', attempts, last_error, at, paper FROM print_job;
--;
DROP TABLE print_job;
--;
ALTER TABLE print_job_new RENAME TO print_job;
--;
CREATE INDEX print_job_open ON print_job (at, id) WHERE state IN ('waiting', 'sending', 'doubtful');
--;
CREATE INDEX print_job_done ON print_job (at) WHERE state IN ('printed', 'discarded');
