-- A claim whose value is no JSON, or of another kind than its field, is left out: else nothing could be asked of any.
CREATE OR REPLACE VIEW claims AS
WITH told AS (
    SELECT *, row_number() OVER (PARTITION BY event_id, field ORDER BY reviewed_at DESC, rowid DESC) AS place
    FROM (SELECT *, rowid FROM reviews WHERE verdict <> 'correct' OR json_valid(value))
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

CREATE OR REPLACE VIEW reviewed_events AS
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
    coalesce(try_cast(claimed_text(c.claimed['sentence_index'], NULL) AS INTEGER), e.sentence_index) AS sentence_index,
    coalesce(try_cast(claimed_text(c.claimed['sentence_start'], NULL) AS INTEGER), e.sentence_start) AS sentence_start,
    coalesce(try_cast(claimed_text(c.claimed['sentence_end'], NULL) AS INTEGER), e.sentence_end) AS sentence_end,
    coalesce(try_cast(claimed_text(c.claimed['quad_class'], NULL) AS INTEGER), e.quad_class) AS quad_class,
    coalesce(try_cast(claimed_text(c.claimed['goldstein'], NULL) AS DOUBLE), e.goldstein) AS goldstein,
    coalesce(try_cast(claimed_text(c.claimed['confidence'], NULL) AS DOUBLE), e.confidence) AS confidence,
    coalesce(try_cast(claimed_text(c.claimed['historical'], NULL) AS BOOLEAN), e.historical) AS historical,
    CASE WHEN c.claimed['date_start'] IS NULL THEN e.date_start ELSE try_cast(claimed_text(c.claimed['date_start'], NULL) AS DATE) END AS date_start,
    CASE WHEN c.claimed['date_end'] IS NULL THEN e.date_end ELSE try_cast(claimed_text(c.claimed['date_end'], NULL) AS DATE) END AS date_end,
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
