-- The places of a series' cards: counted from the index alone, listed by serial.
CREATE INDEX card_series_places ON card (series, whereabouts, serial) WHERE series IS NOT NULL;
