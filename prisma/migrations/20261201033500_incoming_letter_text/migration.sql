-- A piece of a subject, or how a number begins, is looked for in the letters of the whole country too.
CREATE INDEX incoming_letter_text_trigram ON incoming_letter USING gin (subject gin_trgm_ops, letter_number gin_trgm_ops);
