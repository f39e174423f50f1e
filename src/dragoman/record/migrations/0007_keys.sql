-- One row is found among millions by a key, a number that begins with the row's era. An index over ids, which are random,
-- would be written anew nearly whole with every batch; of one over keys only the part of the latest era is.
DROP INDEX events_by_id;
DROP INDEX documents_by_id;
DROP INDEX imported_documents_by_id;
DROP INDEX members_by_event;

-- 47 bits of an id's MD5.
CREATE MACRO id_digest(id) AS (md5_number_lower(id) >> 17)::BIGINT;
CREATE MACRO key_digest(key) AS key & 140737488355327;
-- An era is 131,072 rows, in the order in which they came.
CREATE MACRO key_at(id, place) AS ((place // 131072) << 47) | id_digest(id);

ALTER TABLE events ADD COLUMN key BIGINT;
ALTER TABLE documents ADD COLUMN key BIGINT;
ALTER TABLE imported_documents ADD COLUMN key BIGINT;
-- A member has the key of its event.
ALTER TABLE members ADD COLUMN key BIGINT;

UPDATE events SET key = key_at(event_id, rowid);
UPDATE documents SET key = key_at(document_id, rowid);
UPDATE imported_documents SET key = key_at(document_id, rowid);
UPDATE members SET key = found.key
FROM (SELECT event_id, max(key) AS key FROM events WHERE origin = '' GROUP BY event_id) AS found
WHERE members.event_id = found.event_id;

-- A pair of countries as one number, and rows of a pair beside each other: what is asked of one pair reads little.
CREATE MACRO country_number(country) AS
    CASE WHEN regexp_full_match(country, '[A-Z]{3}')
        THEN 676 * ascii(country) + 26 * ascii(country[2]) + ascii(country[3]) - 45694 ELSE 0 END;
CREATE MACRO pair_number(source, target) AS country_number(source) * 20000 + country_number(target);

CREATE TABLE paired AS SELECT *, pair_number(source, target) AS pair FROM dyads;
DELETE FROM dyads;
ALTER TABLE dyads ADD COLUMN pair INTEGER;
INSERT INTO dyads BY NAME SELECT * FROM paired ORDER BY pair, month;
DROP TABLE paired;
