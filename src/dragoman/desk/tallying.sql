-- Counts by country and by pair, made anew when people said something: they take too long to be made for every page.

CREATE OR REPLACE TABLE pairs AS
SELECT a, b, count(*) FILTER (quad_class = 1) AS q1, count(*) FILTER (quad_class = 2) AS q2,
    count(*) FILTER (quad_class = 3) AS q3, count(*) FILTER (quad_class = 4) AS q4, count(*) AS incidents,
    sum(reports)::BIGINT AS reports, avg(goldstein) AS goldstein, max(date_end) AS last
FROM of_pairs t JOIN incidents i ON i.ord = t.incident WHERE status = 'actual' GROUP BY a, b
ORDER BY incidents DESC, a, b;

CREATE OR REPLACE TABLE countries AS
SELECT country, count(*) AS n FROM of_countries t JOIN incidents i ON i.ord = t.incident WHERE status = 'actual'
GROUP BY country ORDER BY n DESC, country;
