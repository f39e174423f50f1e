-- Events as people corrected them. The latest claim on a field stands unless it was withdrawn; an event whose latest
-- verdict is reject is left out.

CREATE VIEW claims AS
WITH told AS (
    SELECT *, row_number() OVER (PARTITION BY event_id, field ORDER BY reviewed_at DESC, rowid DESC) AS place
    FROM (SELECT *, rowid FROM reviews)
), latest AS (
    SELECT event_id, field, verdict, value FROM told WHERE place = 1
), corrected AS (
    SELECT event_id, map_from_entries(list((field, value))) AS claimed FROM latest WHERE verdict = 'correct'
    GROUP BY event_id
), judged AS (
    SELECT event_id, coalesce(any_value(verdict) FILTER (field = ''), 'withdraw') AS verdict FROM latest
    GROUP BY event_id
)
SELECT event_id, verdict, claimed FROM judged LEFT JOIN corrected USING (event_id);

CREATE MACRO claimed_text(claim, before) AS CASE WHEN claim IS NULL THEN before ELSE claim::JSON ->> '$' END;

CREATE VIEW reviewed_events AS
SELECT e.* REPLACE (
    claimed_text(c.claimed['event_type'], e.event_type) AS event_type,
    claimed_text(c.claimed['mode'], e.mode) AS mode,
    claimed_text(c.claimed['cameo_code'], e.cameo_code) AS cameo_code,
    claimed_text(c.claimed['status'], e.status) AS status,
    claimed_text(c.claimed['sentence'], e.sentence) AS sentence,
    claimed_text(c.claimed['date_precision'], e.date_precision) AS date_precision,
    claimed_text(c.claimed['date_text'], e.date_text) AS date_text,
    claimed_text(c.claimed['date_basis'], e.date_basis) AS date_basis,
    claimed_text(c.claimed['coder'], e.coder) AS coder,
    claimed_text(c.claimed['happening_id'], e.happening_id) AS happening_id,
    CASE WHEN c.claimed['sentence_index'] IS NULL THEN e.sentence_index ELSE (claimed_text(c.claimed['sentence_index'], NULL)::INTEGER) END AS sentence_index,
    CASE WHEN c.claimed['sentence_start'] IS NULL THEN e.sentence_start ELSE (claimed_text(c.claimed['sentence_start'], NULL)::INTEGER) END AS sentence_start,
    CASE WHEN c.claimed['sentence_end'] IS NULL THEN e.sentence_end ELSE (claimed_text(c.claimed['sentence_end'], NULL)::INTEGER) END AS sentence_end,
    CASE WHEN c.claimed['quad_class'] IS NULL THEN e.quad_class ELSE (claimed_text(c.claimed['quad_class'], NULL)::INTEGER) END AS quad_class,
    CASE WHEN c.claimed['goldstein'] IS NULL THEN e.goldstein ELSE (claimed_text(c.claimed['goldstein'], NULL)::DOUBLE) END AS goldstein,
    CASE WHEN c.claimed['confidence'] IS NULL THEN e.confidence ELSE (claimed_text(c.claimed['confidence'], NULL)::DOUBLE) END AS confidence,
    CASE WHEN c.claimed['historical'] IS NULL THEN e.historical ELSE (claimed_text(c.claimed['historical'], NULL)::BOOLEAN) END AS historical,
    CASE WHEN c.claimed['date_start'] IS NULL THEN e.date_start ELSE (claimed_text(c.claimed['date_start'], NULL)::DATE) END AS date_start,
    CASE WHEN c.claimed['date_end'] IS NULL THEN e.date_end ELSE (claimed_text(c.claimed['date_end'], NULL)::DATE) END AS date_end,
    CASE WHEN c.claimed['contexts'] IS NULL THEN e.contexts ELSE (json_transform(c.claimed['contexts'], '["VARCHAR"]')) END AS contexts,
    CASE WHEN c.claimed['actors'] IS NULL THEN e.actors ELSE (json_transform(c.claimed['actors'],
        '[{"text":"VARCHAR","start":"INTEGER","end":"INTEGER","name":"VARCHAR","country":"VARCHAR","sector":"VARCHAR","actor_code":"VARCHAR","office":"VARCHAR","wikidata":"VARCHAR"}]')) END AS actors,
    CASE WHEN c.claimed['recipients'] IS NULL THEN e.recipients ELSE (json_transform(c.claimed['recipients'],
        '[{"text":"VARCHAR","start":"INTEGER","end":"INTEGER","name":"VARCHAR","country":"VARCHAR","sector":"VARCHAR","actor_code":"VARCHAR","office":"VARCHAR","wikidata":"VARCHAR"}]')) END AS recipients,
    CASE WHEN c.claimed['trigger'] IS NULL THEN e."trigger" ELSE (json_transform(c.claimed['trigger'], '{"text":"VARCHAR","start":"INTEGER","end":"INTEGER"}')) END AS "trigger",
    CASE WHEN c.claimed['place'] IS NULL THEN e.place ELSE (json_transform(c.claimed['place'],
        '{"text":"VARCHAR","start":"INTEGER","end":"INTEGER","name":"VARCHAR","country":"VARCHAR","latitude":"DOUBLE","longitude":"DOUBLE","geonames_id":"BIGINT"}')) END AS place,
    CASE WHEN c.claimed['said_by'] IS NULL THEN e.said_by ELSE (json_transform(c.claimed['said_by'],
        '{"text":"VARCHAR","start":"INTEGER","end":"INTEGER","name":"VARCHAR","country":"VARCHAR","sector":"VARCHAR","voice":"VARCHAR"}')) END AS said_by
)
FROM current_events e LEFT JOIN claims c USING (event_id) WHERE c.verdict IS DISTINCT FROM 'reject';
