"""Tallies for plots: incidents by month, and by pair of countries any way round.

In: filters. Out: queries that count each incident once, as the list of incidents finds them and the desk counts them.
"""

from dragoman.record.filters import Condition, Filters, month_known
from dragoman.record.ledgers import happened

_QUADS = ", ".join(f"count(*) FILTER (quad_class = {n}) AS quad{n}" for n in (1, 2, 3, 4))
# An incident stands at the month in which it begins, where that is known.
_MONTHS = f"""
SELECT date_trunc('month', date_start::DATE)::DATE AS month, {_QUADS},
    sum(goldstein::DECIMAL(18, 3))::DOUBLE AS goldstein_sum
FROM happenings WHERE {{where}} AND date_start IS NOT NULL AND {month_known("date_start::DATE", "date_end::DATE")}
GROUP BY month ORDER BY month
"""
# Between two where some report names both and one of them acts.
_PAIRS = """
WITH counted AS (SELECT incident_id, event_id, quad_class, goldstein FROM happenings WHERE {where}),
told AS (
    SELECT c.event_id, m.event_id AS report FROM counted c JOIN members m ON m.incident_id = c.incident_id
    UNION SELECT event_id, event_id FROM counted
), sides AS (
    SELECT t.event_id, t.report, unnest(e.actors).country AS country, true AS acts
    FROM told t JOIN current_events e ON e.event_id = t.report AND e.origin = $origin
    UNION SELECT t.event_id, t.report, unnest(e.recipients).country, false
    FROM told t JOIN current_events e ON e.event_id = t.report AND e.origin = $origin
), pairs AS (
    SELECT DISTINCT x.event_id, least(x.country, y.country) AS a, greatest(x.country, y.country) AS b
    FROM sides x JOIN sides y ON y.report = x.report AND y.event_id = x.event_id AND y.country <> x.country
    WHERE x.acts AND x.country <> '' AND y.country <> ''
)
SELECT a, b, count(*) AS incidents, avg(goldstein::DECIMAL(18, 3)) AS goldstein
FROM pairs JOIN counted USING (event_id) GROUP BY a, b ORDER BY incidents DESC, a, b
"""


def by_month(filters: Filters) -> Condition:
    """Months with their incidents by quad class and the sum of Goldstein scores."""
    return _counted(_MONTHS, filters)


def by_pair(filters: Filters) -> Condition:
    """Pairs of countries, `a` before `b`, with their incidents and the mean of Goldstein scores."""
    return _counted(_PAIRS, filters)


def _counted(sql: str, filters: Filters) -> Condition:
    where = happened(filters, first="date_start", last="date_end")
    return Condition(sql.format(where=where.sql), where.values)
