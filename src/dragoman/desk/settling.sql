-- What is made of the parts when all of them are in memory. `ord` is the order in which lists show them: the latest
-- first. `rank` is the number by which `sides` names an event; for an incident that of its best report.

CREATE VIEW claims AS
SELECT event_id, field, value, reviewer, note, reviewed_at FROM (
    SELECT *, row_number() OVER (PARTITION BY event_id, field ORDER BY reviewed_at DESC, n DESC) AS latest
    FROM reviews WHERE field <> ''
) WHERE latest = 1 AND verdict = 'correct';

CREATE VIEW verdicts AS
SELECT event_id, verdict, reviewer, note, reviewed_at FROM (
    SELECT *, row_number() OVER (PARTITION BY event_id ORDER BY reviewed_at DESC, n DESC) AS latest
    FROM reviews WHERE field = ''
) WHERE latest = 1 AND verdict <> 'withdraw';

CREATE TABLE events AS
SELECT row_number() OVER (ORDER BY date_start DESC NULLS LAST, document_id, sentence_start, e.event_id)::INTEGER AS rank,
    e.* EXCLUDE (actors, recipients, sentence_start), coalesce(m.incident_id, '') AS incident_id, rank AS ord
FROM part_events e LEFT JOIN part_members m ON m.event_id = e.event_id ORDER BY rank;

CREATE VIEW members AS SELECT event_id, incident_id FROM events;

CREATE TABLE sides AS
SELECT e.rank, s.side, s.n FROM events e JOIN (
    SELECT event_id, 'actors' AS side, unnest(actors) AS n FROM part_events
    UNION ALL SELECT event_id, 'recipients', unnest(recipients) FROM part_events
) s ON s.event_id = e.event_id ORDER BY s.side, e.rank;

CREATE TABLE incidents AS
SELECT row_number() OVER (ORDER BY i.date_start DESC NULLS LAST, i.incident_id)::INTEGER AS ord,
    i.* EXCLUDE (status, date_start, date_end), e.rank, e.event_type, e.mode, e.cameo_code, e.quad_class, e.goldstein,
    i.status, i.date_start, i.date_end, e.confidence, e.origin, e.place, e.said_by, i.best AS event_id
FROM part_linked i JOIN events e ON e.event_id = i.best ORDER BY ord;

DROP TABLE part_events;
DROP TABLE part_members;
DROP TABLE part_linked
