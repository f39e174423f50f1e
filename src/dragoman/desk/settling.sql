-- What is made of the parts when all of them are in memory. `ord` is the order in which lists show them: the latest
-- first. `rank` is the number by which `sides` names an event; for an incident that of its best report. Tables are laid
-- down in the order in which they are asked, so that a question about one country reads the rows of that country alone.
-- Events of other sources are not linked: each is an incident of its own, with no id but that of the event.

-- Claims that stand, and why others do not; filled when the events are there.
CREATE TABLE claims (
    n BIGINT, event_id VARCHAR, field VARCHAR, value VARCHAR, reviewer VARCHAR, note VARCHAR, reviewed_at TIMESTAMP
);
CREATE TABLE set_aside (n BIGINT, event_id VARCHAR, why VARCHAR);

CREATE VIEW verdicts AS
SELECT event_id, verdict, reviewer, note, reviewed_at FROM (
    SELECT *, row_number() OVER (PARTITION BY event_id ORDER BY reviewed_at DESC, n DESC) AS latest
    FROM reviews WHERE field = ''
) WHERE latest = 1 AND verdict <> 'withdraw';

CREATE TABLE parties AS
SELECT row_number() OVER (ORDER BY country, actor_code, wikidata, name, h)::INTEGER AS n, * FROM part_parties ORDER BY n;

CREATE TABLE linked AS
SELECT row_number() OVER (ORDER BY date_start DESC NULLS LAST, incident_id)::INTEGER AS ord, * FROM part_incidents;

CREATE TABLE events AS
SELECT row_number() OVER (ORDER BY e.date_start DESC NULLS LAST, document_id, sentence_start, e.event_id)::INTEGER AS rank,
    e.* EXCLUDE (actors, recipients), coalesce(m.incident_id, '') AS incident_id,
    CASE WHEN e.origin = '' THEN l.ord ELSE rank + (SELECT count(*) FROM linked) END::INTEGER AS incident,
    false AS judged, rank AS ord
FROM part_events e LEFT JOIN part_members m ON m.event_id = e.event_id AND e.origin = ''
LEFT JOIN linked l ON l.incident_id = m.incident_id ORDER BY rank;

CREATE VIEW members AS SELECT event_id, incident_id FROM events;

CREATE TABLE sides AS
SELECT p.n, s.acts, e.rank FROM events e JOIN (
    SELECT event_id, origin, true AS acts, unnest(actors) AS h FROM part_events
    UNION ALL SELECT event_id, origin, false, unnest(recipients) FROM part_events
) s ON s.event_id = e.event_id AND s.origin = e.origin JOIN parties p ON p.h = s.h ORDER BY p.n, s.acts, e.rank;

CREATE TABLE documents AS
SELECT row_number() OVER (ORDER BY d.pub_date DESC NULLS LAST, d.document_id DESC)::INTEGER AS ord, d.*,
    coalesce(e.events, 0) AS events
FROM part_documents d LEFT JOIN (
    SELECT document_id, count(*) AS events FROM events WHERE origin = '' GROUP BY document_id
) e
ON e.document_id = d.document_id ORDER BY ord;

CREATE TABLE incidents AS
SELECT i.ord, i.* EXCLUDE (ord, status, date_start, date_end), e.rank, e.event_type, e.mode, e.cameo_code, e.quad_class,
    e.goldstein, i.status, i.date_start, i.date_end, e.confidence, e.origin, e.place, e.said_by, e.visitor, e.host,
    i.best AS event_id, i.incident_id AS id
FROM linked i JOIN events e ON e.event_id = i.best AND e.origin = ''
UNION ALL BY NAME
SELECT incident AS ord, '' AS incident_id, event_id AS best, 1 AS reports, 1 AS documents, []::VARCHAR[] AS disputed,
    rank, event_type, mode, cameo_code, quad_class, goldstein, status, date_start, date_end, confidence, origin, place,
    said_by, visitor, host, event_id, event_id AS id
FROM events WHERE origin <> ''
ORDER BY ord;

-- Which incidents are a country's, and which are between two: those that a list finds when it is asked for one on
-- either side, or for two, so that a count leads to as many rows. Of two at least one acts, and `a` comes before `b`;
-- `forth` where some report has `a` act on `b`, `back` where one has it the other way round.
CREATE TABLE named AS
SELECT DISTINCT p.country, s.acts, s.rank, e.incident FROM sides s JOIN parties p ON p.n = s.n
JOIN events e ON e.rank = s.rank WHERE p.country <> '' AND e.origin = '';

CREATE TABLE of_countries AS SELECT DISTINCT country, incident FROM named ORDER BY country, incident;

CREATE TABLE of_pairs AS
SELECT least(x.country, y.country) AS a, greatest(x.country, y.country) AS b, x.incident,
    bool_or(NOT y.acts AND x.country < y.country) AS forth, bool_or(NOT y.acts AND x.country > y.country) AS back
FROM named x JOIN named y ON y.rank = x.rank AND y.country <> x.country WHERE x.acts
GROUP BY ALL ORDER BY a, b, incident;

DROP TABLE named;

CREATE TABLE statements AS
SELECT row_number() OVER (ORDER BY date_start DESC NULLS LAST, document_id, "start", statement_id)::INTEGER AS ord,
    * EXCLUDE (document_id, "start") FROM part_statements ORDER BY ord;

DROP TABLE part_events;
DROP TABLE part_parties;
DROP TABLE part_documents;
DROP TABLE part_members;
DROP TABLE part_incidents;
DROP TABLE part_statements;
DROP TABLE linked
