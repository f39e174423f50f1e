-- The tables of a record. All times are UTC. Rows are added, hardly ever changed: only `dyads` (an index) and the end
-- of a run are. Ids are derived from content, so they are the same on any machine.

CREATE TABLE runs (
    run_id VARCHAR NOT NULL,
    started_at TIMESTAMP NOT NULL,
    finished_at TIMESTAMP,
    command VARCHAR NOT NULL,
    version VARCHAR NOT NULL,
    settings VARCHAR NOT NULL
);

CREATE TABLE documents (
    document_id VARCHAR NOT NULL,
    version INTEGER NOT NULL,
    content_hash VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    duplicate_of VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    author VARCHAR NOT NULL,
    publisher VARCHAR NOT NULL,
    url VARCHAR NOT NULL,
    language VARCHAR NOT NULL,
    pub_date DATE,
    pub_date_basis VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    sentences STRUCT("start" INTEGER, "end" INTEGER)[] NOT NULL,
    coder VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL,
    added_at TIMESTAMP NOT NULL
);

-- Older versions of documents, whose events no longer count.
CREATE TABLE superseded (document_id VARCHAR NOT NULL, version INTEGER NOT NULL);

-- Sixteen bands of each document's MinHash signature: near-duplicates share at least one.
CREATE TABLE signatures (band UBIGINT NOT NULL, document_id VARCHAR NOT NULL, version INTEGER NOT NULL);

-- What could not be read at all, so that there is no document of it.
CREATE TABLE failures (
    source VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL,
    added_at TIMESTAMP NOT NULL
);

-- One event a row, columns as in docs/contract.md, whose order they keep.
CREATE TABLE events (
    event_id VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    sentence_index INTEGER,
    sentence VARCHAR NOT NULL,
    sentence_start INTEGER,
    sentence_end INTEGER,
    event_type VARCHAR NOT NULL,
    mode VARCHAR NOT NULL,
    contexts VARCHAR[] NOT NULL,
    cameo_code VARCHAR NOT NULL,
    quad_class INTEGER,
    goldstein DOUBLE,
    actors STRUCT("text" VARCHAR, "start" INTEGER, "end" INTEGER, "name" VARCHAR, country VARCHAR, sector VARCHAR,
        actor_code VARCHAR, office VARCHAR, wikidata VARCHAR)[] NOT NULL,
    recipients STRUCT("text" VARCHAR, "start" INTEGER, "end" INTEGER, "name" VARCHAR, country VARCHAR, sector VARCHAR,
        actor_code VARCHAR, office VARCHAR, wikidata VARCHAR)[] NOT NULL,
    "trigger" STRUCT("text" VARCHAR, "start" INTEGER, "end" INTEGER),
    status VARCHAR NOT NULL,
    historical BOOLEAN,
    date_start DATE,
    date_end DATE,
    date_precision VARCHAR,
    date_text VARCHAR,
    date_basis VARCHAR,
    place STRUCT("text" VARCHAR, "start" INTEGER, "end" INTEGER, "name" VARCHAR, country VARCHAR, latitude DOUBLE,
        longitude DOUBLE, geonames_id BIGINT),
    said_by STRUCT("text" VARCHAR, "start" INTEGER, "end" INTEGER, "name" VARCHAR, country VARCHAR, sector VARCHAR,
        voice VARCHAR),
    confidence DOUBLE,
    coder VARCHAR NOT NULL,
    happening_id VARCHAR NOT NULL,
    version INTEGER NOT NULL,
    origin VARCHAR NOT NULL
);
CREATE INDEX events_by_id ON events (event_id);

-- Events that count, by pair of countries: what ledgers and filters by party are answered from.
CREATE TABLE dyads (
    event_id VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    target VARCHAR NOT NULL,
    event_type VARCHAR NOT NULL,
    quad_class TINYINT,
    goldstein DOUBLE,
    status VARCHAR NOT NULL,
    date_start DATE,
    date_end DATE,
    month DATE,
    confidence DOUBLE,
    origin VARCHAR NOT NULL
);

CREATE TABLE statements (
    statement_id VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    sentence_index INTEGER,
    "start" INTEGER,
    "end" INTEGER,
    speaker STRUCT("text" VARCHAR, "start" INTEGER, "end" INTEGER, "name" VARCHAR, country VARCHAR, sector VARCHAR,
        actor_code VARCHAR, office VARCHAR, wikidata VARCHAR),
    verb VARCHAR,
    words STRUCT("text" VARCHAR, "start" INTEGER, "end" INTEGER),
    kind VARCHAR,
    addressee STRUCT("text" VARCHAR, "start" INTEGER, "end" INTEGER, "name" VARCHAR, country VARCHAR, sector VARCHAR,
        actor_code VARCHAR, office VARCHAR, wikidata VARCHAR),
    about STRUCT("text" VARCHAR, "start" INTEGER, "end" INTEGER, "name" VARCHAR, country VARCHAR, sector VARCHAR,
        actor_code VARCHAR, office VARCHAR, wikidata VARCHAR)[],
    date_start DATE,
    date_end DATE,
    date_precision VARCHAR,
    date_text VARCHAR,
    date_basis VARCHAR,
    version INTEGER NOT NULL
);

-- What people say of an event beside what the machine said: a verdict, or another value of one field as JSON.
CREATE TABLE reviews (
    event_id VARCHAR NOT NULL,
    verdict VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    value VARCHAR,
    reviewer VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    reviewed_at TIMESTAMP NOT NULL
);
