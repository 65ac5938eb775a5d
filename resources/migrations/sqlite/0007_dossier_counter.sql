-- The last number of a till's day is found at once, however many dossiers the day has: longer numbers are later ones, of one length the
-- greatest is the last (decisions 20).
CREATE INDEX dossier_by_counter ON dossier (till, (LENGTH(number)), number);
