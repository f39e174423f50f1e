"""What an incident tells: counts, first and last seen, status, day, best evidence, disagreements."""

from datetime import date

from dragoman.record.linking import Incident, Report
from dragoman.record.linking.incident import incident
from dragoman.record.linking.traits import traits
from reports import report


def of(*reports: Report) -> Incident:
    """The incident of these."""
    return incident([traits(one) for one in reports])


def test_counts_of_reports_documents_and_publishers() -> None:
    found = of(report("ev-1"), report("ev-2", document_id="doc-ev-1"), report("ev-3", publisher="Rift Post"))
    assert (found.reports, found.documents, found.publishers) == (3, 2, 2)


def test_an_unknown_publisher_is_not_counted() -> None:
    assert of(report(publisher="")).publishers == 0


def test_first_and_last_seen() -> None:
    found = of(report("ev-1"), report("ev-2", pub_date=date(2024, 7, 1)), report("ev-3", pub_date=None))
    assert (found.first_seen, found.last_seen) == (date(2024, 6, 20), date(2024, 7, 1))


def test_one_report_disagrees_with_nobody() -> None:
    assert of(report()).disagreements == ()


def test_a_plan_that_came_true_is_actual_and_the_status_differs() -> None:
    found = of(report("ev-1", status="planned"), report("ev-2"))
    (status,) = found.disagreements
    assert found.status == "actual"
    assert (status.about, status.values) == ("status", (("planned", ("ev-1",)), ("actual", ("ev-2",))))


def test_a_visit_called_off_is_what_was_said_last() -> None:
    assert of(report("ev-1", status="planned"), report("ev-2", status="negated")).status == "negated"


def test_days_numbers_and_voices_that_differ_are_told() -> None:
    other = report(
        "ev-2",
        date_start=date(2024, 6, 18),
        date_end=date(2024, 6, 18),
        sentence="Ada Rell met 14 ministers.",
        said_by="the ministry",
    )
    found = {one.about: [value for value, _ in one.values] for one in of(report("ev-1"), other).disagreements}
    assert found == {"date": ["2024-06-19", "2024-06-18"], "numbers": ["12", "14"], "voice": ["", "the ministry"]}


def test_the_day_is_what_most_reports_name() -> None:
    early = {"date_start": date(2024, 6, 18), "date_end": date(2024, 6, 18)}
    assert of(report("ev-1", **early), report("ev-2"), report("ev-3")).date_start == date(2024, 6, 19)


def test_the_best_evidence_has_the_status_the_day_and_the_place() -> None:
    plan = report("ev-1", status="planned", confidence=0.99)
    vague = report("ev-2", place_name="", confidence=0.95)
    assert of(plan, vague, report("ev-3", confidence=0.7)).best == "ev-3"
