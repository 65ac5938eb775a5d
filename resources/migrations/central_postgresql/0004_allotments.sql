-- How much of the free places of a slot each till may sell without a line (decisions 23).
ALTER TABLE account ADD COLUMN allotment_places BIGINT NOT NULL DEFAULT 2
--;
ALTER TABLE account ADD COLUMN allotment_percent BIGINT NOT NULL DEFAULT 10
