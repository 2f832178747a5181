-- What all four services share.

-- Made at the first start. A real service keeps them outside the database, so that a stolen copy of
-- it cannot be used.
CREATE TABLE secrets (
  name text PRIMARY KEY,
  value text NOT NULL
);

-- The first row of every write: who asks twice with one key waits here for the first answer, and
-- gets it again.
CREATE TABLE kept_answers (
  person text NOT NULL,
  key text NOT NULL,
  fingerprint text NOT NULL,
  -- JSON, kept as text: a repeated answer is the same to the byte.
  answer text,
  kept_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (person, key)
);
CREATE INDEX kept_answers_by_age ON kept_answers (kept_at);

-- Wrong letters and references, counted for each letter, session and address. Subjects are keyed
-- hashes.
CREATE TABLE wrong_guesses (
  subject text PRIMARY KEY,
  count integer NOT NULL,
  since timestamptz NOT NULL
);

-- An instant as the contract writes it: RFC 3339, with the offset that Sweden has at that moment.
CREATE FUNCTION instant(timestamptz) RETURNS text LANGUAGE sql STABLE AS
  $$ SELECT to_char($1, 'YYYY-MM-DD"T"HH24:MI:SSTZH:TZM') $$;
