-- Two invented agencies share this service: each lists its own offices.

ALTER TABLE offices ADD COLUMN agency text NOT NULL DEFAULT 'ankomstverket';
