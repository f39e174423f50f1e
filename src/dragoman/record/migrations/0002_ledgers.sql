-- Ledgers: views that people query. Columns: docs/record.md.

CREATE VIEW current_events AS
SELECT e.* FROM events e ANTI JOIN superseded s ON e.document_id = s.document_id AND e.version = s.version;

CREATE VIEW current_statements AS
SELECT t.* FROM statements t ANTI JOIN superseded s ON t.document_id = s.document_id AND t.version = s.version;

CREATE MACRO party_names(parties) AS
    array_to_string([CASE WHEN p.name <> '' THEN p.name ELSE p.text END FOR p IN parties], '; ');

CREATE MACRO party_countries(parties) AS array_to_string([p.country FOR p IN parties IF p.country <> ''], '; ');

CREATE VIEW visits AS
SELECT event_id, origin, date_start AS date_from, date_end AS date_to, date_precision,
    party_names(actors) AS visitor, party_countries(actors) AS visitor_country,
    party_names(recipients) AS host, party_countries(recipients) AS host_country,
    coalesce(nullif(place.name, ''), place.text) AS place, status, confidence, document_id, sentence
FROM current_events WHERE event_type = 'CONSULT' AND mode = 'visit';

CREATE VIEW meetings AS
SELECT event_id, origin, date_start AS date_from, date_end AS date_to, date_precision,
    party_names(list_concat(actors, recipients)) AS parties,
    party_countries(list_concat(actors, recipients)) AS countries, mode,
    coalesce(nullif(place.name, ''), place.text) AS place, status, confidence, document_id, sentence
FROM current_events WHERE event_type = 'CONSULT' AND mode <> 'visit';

-- CAMEO 057 is the signing of a formal agreement; AGREE is the promise of one.
CREATE VIEW agreements AS
SELECT event_id, origin, date_start AS date_from, date_end AS date_to, date_precision,
    party_names(list_concat(actors, recipients)) AS parties,
    party_countries(list_concat(actors, recipients)) AS countries,
    CASE WHEN cameo_code LIKE '057%' THEN 'signed' ELSE 'promised' END AS kind,
    array_to_string(contexts, '; ') AS about, status, confidence, document_id, sentence
FROM current_events WHERE event_type = 'AGREE' OR cameo_code LIKE '057%';

CREATE VIEW transfers AS
SELECT event_id, origin, date_start AS date_from, date_end AS date_to, date_precision,
    party_names(actors) AS giver, party_countries(actors) AS giver_country,
    party_names(recipients) AS receiver, party_countries(recipients) AS receiver_country,
    array_to_string(contexts, '; ') AS about, status, confidence, document_id, sentence
FROM current_events WHERE event_type = 'AID';

CREATE VIEW sanctions AS
SELECT event_id, origin, date_start AS date_from, date_end AS date_to, date_precision,
    party_names(actors) AS sender, party_countries(actors) AS sender_country,
    party_names(recipients) AS target, party_countries(recipients) AS target_country,
    mode, array_to_string(contexts, '; ') AS about, status, confidence, document_id, sentence
FROM current_events WHERE event_type = 'SANCTION';

-- An event counts in a month when it is known to have fallen into it; month is NULL for the others.
CREATE VIEW dyad_month AS
SELECT source, target, month, status, origin, count(*) AS reports,
    count(*) FILTER (quad_class = 1) AS quad1, count(*) FILTER (quad_class = 2) AS quad2,
    count(*) FILTER (quad_class = 3) AS quad3, count(*) FILTER (quad_class = 4) AS quad4,
    avg(goldstein) AS goldstein_mean, sum(goldstein) AS goldstein_sum
FROM dyads GROUP BY source, target, month, status, origin;

CREATE VIEW country_month AS
WITH once AS (
    SELECT DISTINCT event_id, source, month, status, origin, quad_class, goldstein FROM dyads WHERE source <> ''
)
SELECT source AS country, month, status, origin, count(*) AS reports,
    count(*) FILTER (quad_class = 1) AS quad1, count(*) FILTER (quad_class = 2) AS quad2,
    count(*) FILTER (quad_class = 3) AS quad3, count(*) FILTER (quad_class = 4) AS quad4,
    avg(goldstein) AS goldstein_mean, sum(goldstein) AS goldstein_sum
FROM once GROUP BY source, month, status, origin;
