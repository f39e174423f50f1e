-- Sums of decimals do not hang on the order of the rows, as those of floats do in their last digits: two records of the
-- same articles, added in other batches, give the same files.
CREATE OR REPLACE VIEW dyad_month AS
SELECT source, target, month, status, origin, count(*) AS incidents, sum(reports)::BIGINT AS reports,
    count(*) FILTER (quad_class = 1) AS quad1, count(*) FILTER (quad_class = 2) AS quad2,
    count(*) FILTER (quad_class = 3) AS quad3, count(*) FILTER (quad_class = 4) AS quad4,
    avg(goldstein::DECIMAL(18, 3)) AS goldstein_mean, sum(goldstein::DECIMAL(18, 3))::DOUBLE AS goldstein_sum
FROM dyads GROUP BY source, target, month, status, origin;

CREATE OR REPLACE VIEW country_month AS
WITH once AS (
    SELECT DISTINCT event_id, source, month, status, origin, quad_class, goldstein, reports FROM dyads
    WHERE source <> ''
)
SELECT source AS country, month, status, origin, count(*) AS incidents, sum(reports)::BIGINT AS reports,
    count(*) FILTER (quad_class = 1) AS quad1, count(*) FILTER (quad_class = 2) AS quad2,
    count(*) FILTER (quad_class = 3) AS quad3, count(*) FILTER (quad_class = 4) AS quad4,
    avg(goldstein::DECIMAL(18, 3)) AS goldstein_mean, sum(goldstein::DECIMAL(18, 3))::DOUBLE AS goldstein_sum
FROM once GROUP BY source, month, status, origin;
