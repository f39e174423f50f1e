-- Incidents: reports of one happening, linked (docs/linking.md), and kept up to date in the transactions of adding.
-- What counts is then an incident once, as its best report tells it; events of other sources count one by one.

CREATE TABLE incidents (
    incident_id VARCHAR NOT NULL,
    event_type VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    date_start DATE,
    date_end DATE,
    reports INTEGER NOT NULL,
    documents INTEGER NOT NULL,
    publishers INTEGER NOT NULL,
    first_seen DATE,
    last_seen DATE,
    best VARCHAR NOT NULL,
    disagreements STRUCT(about VARCHAR, "values" STRUCT("value" VARCHAR, event_ids VARCHAR[])[])[] NOT NULL
);

-- Which incident an event is of: every event coded here that counts is of one.
CREATE TABLE members (event_id VARCHAR NOT NULL, incident_id VARCHAR NOT NULL);

-- Where linking finds the events that could be of one happening: days in the high bits, the rest hashed.
CREATE TABLE blocks (block BIGINT NOT NULL, event_id VARCHAR NOT NULL);

DROP VIEW dyad_month;
DROP VIEW country_month;
DROP VIEW visits;
DROP VIEW meetings;
DROP VIEW agreements;
DROP VIEW transfers;
DROP VIEW sanctions;

ALTER TABLE dyads ADD COLUMN reports INTEGER DEFAULT 1;
-- Events coded here are written again as incidents by the linking that follows.
DELETE FROM dyads WHERE origin = '';

-- What happened, once each: an incident as its best report tells it, with the incident's status and days.
CREATE VIEW happenings AS
SELECT e.* REPLACE (i.status AS status, i.date_start AS date_start, i.date_end AS date_end),
    i.incident_id, i.reports, i.documents, i.publishers, i.first_seen, i.last_seen, i.disagreements
FROM incidents i JOIN current_events e ON e.event_id = i.best AND e.origin = ''
UNION ALL BY NAME
SELECT e.*, '' AS incident_id, 1 AS reports, 1 AS documents FROM current_events e WHERE e.origin <> '';

CREATE VIEW visits AS
SELECT incident_id, event_id, origin, date_start AS date_from, date_end AS date_to, date_precision,
    party_names(actors) AS visitor, party_countries(actors) AS visitor_country,
    party_names(recipients) AS host, party_countries(recipients) AS host_country,
    coalesce(nullif(place.name, ''), place.text) AS place, status, reports, publishers, confidence, document_id, sentence
FROM happenings WHERE event_type = 'CONSULT' AND mode = 'visit';

CREATE VIEW meetings AS
SELECT incident_id, event_id, origin, date_start AS date_from, date_end AS date_to, date_precision,
    party_names(list_concat(actors, recipients)) AS parties,
    party_countries(list_concat(actors, recipients)) AS countries, mode,
    coalesce(nullif(place.name, ''), place.text) AS place, status, reports, publishers, confidence, document_id, sentence
FROM happenings WHERE event_type = 'CONSULT' AND mode <> 'visit';

-- CAMEO 057 is the signing of a formal agreement; AGREE is the promise of one.
CREATE VIEW agreements AS
SELECT incident_id, event_id, origin, date_start AS date_from, date_end AS date_to, date_precision,
    party_names(list_concat(actors, recipients)) AS parties,
    party_countries(list_concat(actors, recipients)) AS countries,
    CASE WHEN cameo_code LIKE '057%' THEN 'signed' ELSE 'promised' END AS kind,
    array_to_string(contexts, '; ') AS about, status, reports, publishers, confidence, document_id, sentence
FROM happenings WHERE event_type = 'AGREE' OR cameo_code LIKE '057%';

CREATE VIEW transfers AS
SELECT incident_id, event_id, origin, date_start AS date_from, date_end AS date_to, date_precision,
    party_names(actors) AS giver, party_countries(actors) AS giver_country,
    party_names(recipients) AS receiver, party_countries(recipients) AS receiver_country,
    array_to_string(contexts, '; ') AS about, status, reports, publishers, confidence, document_id, sentence
FROM happenings WHERE event_type = 'AID';

CREATE VIEW sanctions AS
SELECT incident_id, event_id, origin, date_start AS date_from, date_end AS date_to, date_precision,
    party_names(actors) AS sender, party_countries(actors) AS sender_country,
    party_names(recipients) AS target, party_countries(recipients) AS target_country,
    mode, array_to_string(contexts, '; ') AS about, status, reports, publishers, confidence, document_id, sentence
FROM happenings WHERE event_type = 'SANCTION';

-- An incident counts in a month when it is known to have fallen into it; month is NULL for the others.
CREATE VIEW dyad_month AS
SELECT source, target, month, status, origin, count(*) AS incidents, sum(reports)::BIGINT AS reports,
    count(*) FILTER (quad_class = 1) AS quad1, count(*) FILTER (quad_class = 2) AS quad2,
    count(*) FILTER (quad_class = 3) AS quad3, count(*) FILTER (quad_class = 4) AS quad4,
    avg(goldstein) AS goldstein_mean, sum(goldstein) AS goldstein_sum
FROM dyads GROUP BY source, target, month, status, origin;

CREATE VIEW country_month AS
WITH once AS (
    SELECT DISTINCT event_id, source, month, status, origin, quad_class, goldstein, reports FROM dyads
    WHERE source <> ''
)
SELECT source AS country, month, status, origin, count(*) AS incidents, sum(reports)::BIGINT AS reports,
    count(*) FILTER (quad_class = 1) AS quad1, count(*) FILTER (quad_class = 2) AS quad2,
    count(*) FILTER (quad_class = 3) AS quad3, count(*) FILTER (quad_class = 4) AS quad4,
    avg(goldstein) AS goldstein_mean, sum(goldstein) AS goldstein_sum
FROM once GROUP BY source, month, status, origin;
