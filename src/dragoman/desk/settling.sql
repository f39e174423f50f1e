-- What is made of the parts when all of them are in memory. `ord` is the order in which lists show them: the latest
-- first. `rank` is the number by which `sides` names an event; for an incident that of its best report. Tables are laid
-- down in the order in which they are asked, so that a question about one country reads the rows of that country alone.

-- Claims that stand, and why others do not; filled when the events are there.
CREATE TABLE claims (
    n BIGINT, event_id VARCHAR, field VARCHAR, value VARCHAR, reviewer VARCHAR, note VARCHAR, reviewed_at TIMESTAMP
);
CREATE TABLE left_out (n BIGINT, event_id VARCHAR, why VARCHAR);

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
    e.* EXCLUDE (actors, recipients), coalesce(m.incident_id, '') AS incident_id, l.ord AS incident, false AS judged,
    rank AS ord
FROM part_events e LEFT JOIN part_members m ON m.event_id = e.event_id
LEFT JOIN linked l ON l.incident_id = m.incident_id ORDER BY rank;

CREATE VIEW members AS SELECT event_id, incident_id FROM events;

CREATE TABLE sides AS
SELECT p.n, s.acts, e.rank FROM events e JOIN (
    SELECT event_id, true AS acts, unnest(actors) AS h FROM part_events
    UNION ALL SELECT event_id, false, unnest(recipients) FROM part_events
) s ON s.event_id = e.event_id JOIN parties p ON p.h = s.h ORDER BY p.n, s.acts, e.rank;

CREATE TABLE documents AS
SELECT row_number() OVER (ORDER BY d.pub_date DESC NULLS LAST, d.document_id DESC)::INTEGER AS ord, d.*,
    coalesce(e.events, 0) AS events
FROM part_documents d LEFT JOIN (SELECT document_id, count(*) AS events FROM events GROUP BY document_id) e
ON e.document_id = d.document_id ORDER BY ord;

CREATE TABLE incidents AS
SELECT i.ord, i.* EXCLUDE (ord, status, date_start, date_end), e.rank, e.event_type, e.mode, e.cameo_code, e.quad_class,
    e.goldstein, i.status, i.date_start, i.date_end, e.confidence, e.origin, e.place, e.said_by, e.visitor, e.host,
    i.best AS event_id
FROM linked i JOIN events e ON e.event_id = i.best ORDER BY ord;

-- What counts between two countries, told of each of them: `b` is what `a` has to do with, and `acts` whether `a` acts.
CREATE TABLE ties AS
WITH told AS (
    SELECT e.rank, d.* EXCLUDE (event_id) FROM part_dyads d JOIN events e ON e.event_id = d.event_id
)
SELECT source AS a, target AS b, true AS acts, * EXCLUDE (source, target) FROM told
UNION ALL SELECT target, source, false, * EXCLUDE (source, target) FROM told WHERE source <> target
ORDER BY a, b, month;

-- The figures of the first page, and of the page of pairs.
CREATE TABLE months AS
SELECT date_trunc('month', date_start)::DATE AS month, count(*) FILTER (quad_class = 1) AS q1,
    count(*) FILTER (quad_class = 2) AS q2, count(*) FILTER (quad_class = 3) AS q3, count(*) FILTER (quad_class = 4) AS q4
FROM incidents WHERE status = 'actual' AND date_trunc('month', date_start) = date_trunc('month', date_end)
GROUP BY month ORDER BY month;

CREATE TABLE pairs AS
SELECT a, b, count(*) FILTER (quad_class = 1) AS q1, count(*) FILTER (quad_class = 2) AS q2,
    count(*) FILTER (quad_class = 3) AS q3, count(*) FILTER (quad_class = 4) AS q4, count(*) AS incidents,
    sum(reports)::BIGINT AS reports, avg(goldstein) AS goldstein, max(date_end) AS last
FROM (SELECT DISTINCT a, b, rank, quad_class, goldstein, reports, date_end FROM ties WHERE a <> '' AND a < b)
GROUP BY a, b ORDER BY incidents DESC, a, b;

CREATE TABLE countries AS
SELECT a AS country, count(DISTINCT rank) AS n FROM ties WHERE a <> '' GROUP BY a ORDER BY n DESC, a;

CREATE TABLE totals AS
SELECT (SELECT count(*) FROM documents) AS documents, (SELECT count(*) FROM events) AS events,
    (SELECT count(*) FROM incidents) AS incidents, min(date_start) AS first, max(date_end) AS last,
    (SELECT count(*) FROM documents WHERE status = 'failed') AS failed,
    (SELECT count(*) FROM incidents WHERE len(disputed) > 0) AS disputed,
    (SELECT max(pub_date) FROM documents) AS published FROM incidents WHERE status = 'actual';

CREATE TABLE statements AS
SELECT row_number() OVER (ORDER BY date_start DESC NULLS LAST, document_id, "start", statement_id)::INTEGER AS ord,
    * EXCLUDE (document_id, "start") FROM part_statements ORDER BY ord;

DROP TABLE part_events;
DROP TABLE part_parties;
DROP TABLE part_documents;
DROP TABLE part_members;
DROP TABLE part_incidents;
DROP TABLE part_dyads;
DROP TABLE part_statements;
DROP TABLE linked
