-- Whether users rise at this till by what the centre says alone (decisions 25): chosen when the till is added, told when it enrols.
ALTER TABLE till ADD COLUMN central_users INTEGER NOT NULL DEFAULT 0;
