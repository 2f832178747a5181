-- Terms of use, and who decided what about which text.

CREATE TABLE terms (
  id text PRIMARY KEY,
  retired boolean NOT NULL DEFAULT false
);

CREATE TABLE terms_versions (
  terms_id text NOT NULL REFERENCES terms (id),
  version text NOT NULL,
  effective date NOT NULL,
  material boolean NOT NULL,
  -- Decides between two versions of one day: the one published later applies.
  number integer GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (terms_id, version)
);

CREATE TABLE terms_texts (
  terms_id text NOT NULL,
  version text NOT NULL,
  lang text NOT NULL CHECK (lang IN ('sv', 'en')),
  markdown text NOT NULL,
  digest text NOT NULL,
  change_summary text,
  controller jsonb NOT NULL,
  PRIMARY KEY (terms_id, version, lang),
  FOREIGN KEY (terms_id, version) REFERENCES terms_versions (terms_id, version)
);

CREATE TABLE terms_decisions (
  receipt_id text PRIMARY KEY,
  person text NOT NULL,
  terms_id text NOT NULL,
  version text NOT NULL,
  lang text NOT NULL,
  digest text NOT NULL,
  decision text NOT NULL CHECK (decision IN ('accepted', 'declined')),
  decided_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  number integer GENERATED ALWAYS AS IDENTITY,
  FOREIGN KEY (terms_id, version, lang) REFERENCES terms_texts (terms_id, version, lang)
);
CREATE INDEX terms_decisions_by_person ON terms_decisions (person, terms_id);

-- Decisions are evidence, and so are the texts they are about: added, never changed, never taken
-- away.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% may only be added to.', TG_TABLE_NAME;
END $$;

CREATE TRIGGER terms_decisions_are_evidence BEFORE UPDATE OR DELETE OR TRUNCATE ON terms_decisions
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER terms_texts_are_evidence BEFORE UPDATE OR DELETE OR TRUNCATE ON terms_texts
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER terms_versions_are_evidence BEFORE UPDATE OR DELETE OR TRUNCATE ON terms_versions
  EXECUTE FUNCTION refuse_change();
