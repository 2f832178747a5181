-- Times and days are the same whatever TimeZone and DateStyle a session has: its role, its database,
-- its address or a pooler may have set others.

-- An instant as the contract writes it: RFC 3339, with the offset that Sweden has at that moment.
CREATE OR REPLACE FUNCTION instant(timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT to_char($1 AT TIME ZONE 'Europe/Stockholm', 'YYYY-MM-DD"T"HH24:MI:SS')
    || to_char(($1 AT TIME ZONE 'Europe/Stockholm') - ($1 AT TIME ZONE 'UTC'), '"+"HH24:MI')
$$;

-- A day as the contract writes it: YYYY-MM-DD.
CREATE FUNCTION iso_date(date) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT to_char($1::timestamp, 'YYYY-MM-DD')
$$;

CREATE FUNCTION swedish_today() RETURNS date LANGUAGE sql STABLE AS $$
  SELECT (now() AT TIME ZONE 'Europe/Stockholm')::date
$$;
