-- What a terminal named its charges by, so that exactly one can be given back, and what it said after a person had decided (hardware.md §2).
ALTER TABLE payment_intent ADD COLUMN terminal_transaction TEXT NOT NULL DEFAULT '';
--;
ALTER TABLE payment_intent ADD COLUMN reverses TEXT NOT NULL DEFAULT '';
--;
ALTER TABLE payment_intent ADD COLUMN undoes TEXT NOT NULL DEFAULT '';
--;
ALTER TABLE payment_intent ADD COLUMN late INTEGER NOT NULL DEFAULT 0;
--;
ALTER TABLE payment_intent ADD COLUMN confirmed INTEGER NOT NULL DEFAULT 0;
--;
ALTER TABLE payment_intent ADD COLUMN card TEXT NOT NULL DEFAULT '';
