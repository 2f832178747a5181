-- Offices, times, letters, holds and bookings.

CREATE TABLE offices (
  id text PRIMARY KEY,
  name_sv text NOT NULL,
  name_en text NOT NULL,
  address text,
  lat double precision,
  lon double precision
);

-- One place at one time: where three people can come at once, there are three slots.
CREATE TABLE slots (
  id text PRIMARY KEY,
  office_id text NOT NULL REFERENCES offices (id),
  -- The Swedish day, so that no query has to work it out.
  day date NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL CHECK (ends_at > starts_at)
);
CREATE INDEX slots_by_time ON slots (office_id, starts_at);
CREATE INDEX slots_by_day ON slots (office_id, day);

CREATE TABLE closed_days (
  office_id text NOT NULL REFERENCES offices (id),
  day date NOT NULL,
  reason_sv text NOT NULL,
  reason_en text NOT NULL,
  PRIMARY KEY (office_id, day)
);

-- A letter is found by a keyed hash of its reference; the reference itself is stored nowhere.
CREATE TABLE letters (
  lookup text PRIMARY KEY,
  book_by date,
  withdrawn boolean NOT NULL DEFAULT false
);

-- `holder` is whose hold or booking it is: a letter's, or a person's without one. `person` is who
-- had the session, if anyone.
CREATE TABLE holds (
  id text PRIMARY KEY,
  slot_id text NOT NULL REFERENCES slots (id),
  holder text NOT NULL,
  person text,
  expires_at timestamptz NOT NULL,
  extensions_left integer NOT NULL CHECK (extensions_left >= 0),
  -- Released, booked or run out. What has run out gets this when someone next wants its time.
  ended_at timestamptz
);
CREATE UNIQUE INDEX one_hold_for_each_slot ON holds (slot_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX one_hold_for_each_holder ON holds (holder) WHERE ended_at IS NULL;

CREATE TABLE bookings (
  -- Without hyphens, in capitals.
  reference text PRIMARY KEY,
  slot_id text NOT NULL REFERENCES slots (id),
  holder text NOT NULL,
  person text,
  -- A visit that is over is `past` for its holder when they next book.
  status text NOT NULL DEFAULT 'booked' CHECK (status IN ('booked', 'cancelled', 'past')),
  sequence integer NOT NULL DEFAULT 0,
  -- By which an answer that was lost is found, for longer than answers are kept.
  made_by text NOT NULL,
  made_with_key text NOT NULL,
  made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  UNIQUE (made_by, made_with_key)
);
CREATE UNIQUE INDEX one_booking_for_each_slot ON bookings (slot_id) WHERE status <> 'cancelled';
CREATE UNIQUE INDEX one_booking_for_each_holder ON bookings (holder) WHERE status = 'booked';

-- What can be held this second, by the database's clock.
CREATE VIEW free_slots AS
  SELECT id, office_id, day, starts_at, ends_at FROM slots
  WHERE starts_at > statement_timestamp()
    AND NOT EXISTS (
      SELECT FROM bookings WHERE slot_id = slots.id AND status <> 'cancelled')
    AND NOT EXISTS (
      SELECT FROM holds
      WHERE slot_id = slots.id AND ended_at IS NULL AND expires_at > statement_timestamp())
    AND NOT EXISTS (
      SELECT FROM closed_days WHERE office_id = slots.office_id AND day = slots.day);
