-- Where the names of the distribution stand (Yönetmelik m.19/3): the writer may choose; of themselves they stand where they fit.
ALTER TABLE "circular" ADD COLUMN "layout" TEXT NOT NULL DEFAULT 'auto';
ALTER TABLE circular ADD CONSTRAINT circular_layout CHECK (layout IN ('auto', 'flow', 'list'));
