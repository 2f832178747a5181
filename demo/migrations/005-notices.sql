-- Interruptions, disturbances and closures.

CREATE TABLE notices (
  id text PRIMARY KEY,
  revision integer NOT NULL,
  -- JSON, as the editors sent it.
  notice text NOT NULL,
  published_at timestamptz NOT NULL,
  ended_at timestamptz
);

-- What the demo has put in place once, so that deleting it is for good.
CREATE TABLE seeds (
  name text PRIMARY KEY
);
