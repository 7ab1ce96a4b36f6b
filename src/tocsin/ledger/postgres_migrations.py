# SPDX-License-Identifier: Apache-2.0
"""The PostgreSQL schema, as numbered steps; each runs in one transaction that also records its number.

The tables are those of `migrations`, in PostgreSQL's types, so that `listings` serves both. A passage is kept as
the set of its words, cut by `postgres_connections.words_of`: the same on whatever server.
"""

from __future__ import annotations

from collections.abc import Sequence

_FIRST = """
CREATE TABLE tocsin_ledger (schema integer NOT NULL);
INSERT INTO tocsin_ledger VALUES (0);

CREATE TABLE entry (
    seq bigint PRIMARY KEY,
    id bytea NOT NULL UNIQUE,
    kind text NOT NULL,
    subject bytea NOT NULL,
    document bytea,
    author text NOT NULL,           -- person:<handle>, or x and a reading's id in hexadecimal digits
    basis text NOT NULL,
    recorded_at text COLLATE "C" NOT NULL,
    payload text,                   -- canonical JSON as it was sealed; what is kept, once expunged
    salt bytea,                     -- NULL once expunged
    commitment bytea NOT NULL,
    chain bytea NOT NULL
);
CREATE INDEX entry_subject ON entry (subject, seq);
CREATE INDEX entry_document ON entry (document, seq) WHERE document IS NOT NULL;

CREATE FUNCTION entry_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'UPDATE' THEN
        RAISE EXCEPTION 'entries are never deleted';
    END IF;
    IF NEW.salt IS NOT NULL OR OLD.salt IS NULL
        OR (NEW.seq, NEW.id, NEW.kind, NEW.subject, NEW.document, NEW.author, NEW.basis, NEW.recorded_at,
            NEW.commitment, NEW.chain)
        IS DISTINCT FROM (OLD.seq, OLD.id, OLD.kind, OLD.subject, OLD.document, OLD.author, OLD.basis, OLD.recorded_at,
            OLD.commitment, OLD.chain) THEN
        RAISE EXCEPTION 'entries are never changed';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER entry_is_kept BEFORE UPDATE OR DELETE ON entry FOR EACH ROW EXECUTE FUNCTION entry_guard();
CREATE TRIGGER entry_is_not_emptied BEFORE TRUNCATE ON entry EXECUTE FUNCTION entry_guard();

CREATE TABLE text (
    document bytea NOT NULL,
    version text NOT NULL,
    packed integer NOT NULL,        -- 1: content is zlib, 0: plain; both UTF-8
    content bytea NOT NULL,
    layout bytea NOT NULL,          -- zlib of canonical JSON
    number bigint NOT NULL,         -- order of arrival
    PRIMARY KEY (document, version)
);

CREATE TABLE finding (              -- how a finding stood from one seq (inclusive) until another (exclusive)
    row bigint PRIMARY KEY,
    finding bytea NOT NULL,
    document bytea NOT NULL,
    kind text NOT NULL,
    standing text NOT NULL,
    superseded integer NOT NULL,
    entry bigint NOT NULL,
    judged bigint,
    moved bigint,
    replaced_by bytea,
    last_seq bigint NOT NULL,
    start bigint NOT NULL,
    "end" bigint NOT NULL,
    published bigint NOT NULL,      -- earliest day; UNDATED where there is none
    published_latest bigint,
    happened bigint,
    happened_latest bigint,
    from_seq bigint NOT NULL,
    until_seq bigint
);
CREATE INDEX finding_document ON finding (document);
CREATE INDEX finding_listed ON finding (kind, published, document, start);

CREATE TABLE key (
    role text NOT NULL,
    value text COLLATE "C" NOT NULL,
    published bigint NOT NULL,
    row bigint NOT NULL,
    PRIMARY KEY (role, value, published, row)
);
CREATE INDEX key_row ON key (row);

CREATE TABLE passage (rowid bigint PRIMARY KEY, words text[] NOT NULL);  -- rowid: the entry's seq
CREATE INDEX passage_words ON passage USING gin (words);
"""

_SECOND = """
CREATE INDEX entry_kind ON entry (kind, seq);
"""

_THIRD = """
CREATE INDEX finding_happened ON finding
  (kind, coalesce(happened, 3652060), coalesce(happened_latest, 3652060), published, document, start, "end", finding);
"""

MIGRATIONS: Sequence[str] = (_FIRST, _SECOND, _THIRD)
"""Step n (from 1) brings schema n - 1 to n. A step that was released is never edited."""
