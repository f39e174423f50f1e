-- What the desk keeps in memory of a record: the columns that lists are filtered, sorted and counted by, and the words
-- that are looked for in them, in small letters. Rows that are shown come from the file. Parties, places and voices are
-- numbers here, each told once in a table of its own.

-- name: part_events
SELECT e.event_id, e.document_id, e.sentence_start, e.event_type, e.mode, e.cameo_code,
    e.quad_class::TINYINT AS quad_class, e.goldstein, e.status, e.date_start, e.date_end, e.confidence, e.origin,
    [hash(p.country, p.actor_code, p.wikidata, p.name) FOR p IN e.actors] AS actors,
    [hash(p.country, p.actor_code, p.wikidata, p.name) FOR p IN e.recipients] AS recipients,
    CASE WHEN e.place IS NOT NULL THEN hash(e.place.country, e.place.name, e.place.text) END AS place,
    CASE WHEN e.said_by IS NOT NULL THEN hash(e.said_by.country, e.said_by.name, e.said_by.text) END AS said_by,
    [p.country FOR p IN e.actors IF p.country <> ''][1] AS visitor,
    [p.country FOR p IN e.recipients IF p.country <> ''][1] AS host, lower(e.sentence) AS words
FROM current_events e

-- name: part_parties
SELECT DISTINCT hash(p.country, p.actor_code, p.wikidata, p.name) AS h, p.country, p.actor_code, p.wikidata, p.name
FROM (SELECT unnest(actors) AS p FROM current_events UNION ALL SELECT unnest(recipients) FROM current_events)

-- name: places
SELECT hash(place.country, place.name, place.text) AS n, place.country, place.name, place.text,
    any_value(place.latitude) AS latitude, any_value(place.longitude) AS longitude
FROM current_events WHERE place IS NOT NULL GROUP BY ALL

-- name: voices
SELECT DISTINCT hash(said_by.country, said_by.name, said_by.text) AS n, said_by.country, said_by.name, said_by.text
FROM current_events WHERE said_by IS NOT NULL

-- name: part_incidents
SELECT i.incident_id, i.best, i.status, i.date_start, i.date_end, i.reports, i.documents, i.publishers, i.first_seen,
    i.last_seen, [d.about FOR d IN i.disagreements] AS disputed
FROM incidents i

-- name: part_members
SELECT event_id, incident_id FROM members

-- name: part_statements
SELECT t.rowid AS place, t.statement_id, t.document_id, t."start", t.date_start, t.date_end,
    t.speaker.country AS country, lower(t.speaker.name) AS speaker,
    list_distinct([p.country FOR p IN t.about IF p.country <> '']) AS about, lower(t.words.text) AS words
FROM statements t ANTI JOIN superseded s ON t.document_id = s.document_id AND t.version = s.version

-- name: part_documents
SELECT document_id, version, status, reason, title, author, publisher, url, language, source, pub_date,
    lower(concat_ws(chr(10), title, publisher, author, source)) AS words
FROM documents ANTI JOIN superseded USING (document_id, version)

-- What reading left out or could not read: it has a source and a reason, and no document.
-- name: left_out
SELECT row_number() OVER (ORDER BY added_at DESC, rowid DESC)::INTEGER AS ord, rowid::VARCHAR AS key,
    '' AS document_id, 0 AS version, 'left_out' AS status, reason, '' AS title, '' AS author, '' AS publisher, '' AS url,
    '' AS "language", source, NULL::DATE AS pub_date, 0::BIGINT AS events,
    lower(concat_ws(chr(10), source, reason)) AS words
FROM failures

-- name: reviews
SELECT rowid AS n, event_id, verdict, field, value, reviewer, note, reviewed_at FROM reviews

-- name: reviewed
SELECT * EXCLUDE (version, origin, key) FROM current_events e
WHERE event_id IN (SELECT event_id FROM reviews WHERE verdict = 'correct')
