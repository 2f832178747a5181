-- Secure messages about a case.

-- Private keys for encrypted messages, the newest the one to use. A real service keeps them in a
-- key store and lets only the case system read them.
CREATE TABLE message_keys (
  kid text PRIMARY KEY,
  private_key jsonb NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  -- Published no more; opens messages for another week, for pages that are open.
  replaced_at timestamptz
);

-- In the demo every visitor may write about every case.
CREATE TABLE cases (
  id text PRIMARY KEY
);

CREATE TABLE messages (
  id text PRIMARY KEY,
  person text NOT NULL,
  case_id text REFERENCES cases (id),
  -- JSON, kept as text: a person may write any character, U+0000 among them, which jsonb refuses.
  content text NOT NULL,
  language text NOT NULL,
  language_confirmed boolean NOT NULL,
  was_encrypted boolean NOT NULL,
  -- The visitor's clock, as sent: for support only.
  created_at text NOT NULL,
  received_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
