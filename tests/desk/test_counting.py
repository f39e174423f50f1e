"""Counts for a monitor: every answer once, times in buckets that add up."""

from dragoman.desk.counting import Counters


def test_answers_are_counted_by_route_and_status() -> None:
    counters = Counters()
    for seconds, status in ((0.005, 200), (0.2, 200), (9.0, 503)):
        counters.count("/events", status, seconds)
    lines = counters.text(record_events=12).splitlines()
    assert "dragoman_record_events 12" in lines
    assert 'dragoman_answers_total{route="/events",status="200"} 2' in lines
    assert 'dragoman_answer_seconds_bucket{route="/events",le="0.01"} 1' in lines
    assert 'dragoman_answer_seconds_bucket{route="/events",le="0.3"} 2' in lines
    assert 'dragoman_answer_seconds_bucket{route="/events",le="+Inf"} 3' in lines
    assert 'dragoman_answer_seconds_count{route="/events"} 3' in lines
