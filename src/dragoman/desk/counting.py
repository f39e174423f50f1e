"""What the desk does, in numbers that a monitor reads (the text format of Prometheus).

In: each answer with its route, status and time. Out: lines of text.
"""

import threading
from collections import Counter, defaultdict

_EDGES = (0.01, 0.05, 0.1, 0.3, 0.5, 1.0, 5.0)


class Counters:
    """Counts of answers by route and status, and of how long they took."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._answers: Counter[tuple[str, int]] = Counter()
        self._times: defaultdict[str, list[int]] = defaultdict(lambda: [0] * (len(_EDGES) + 1))
        self._seconds: defaultdict[str, float] = defaultdict(float)

    def count(self, route: str, status: int, seconds: float) -> None:
        """Count one answer."""
        place = next((n for n, edge in enumerate(_EDGES) if seconds <= edge), len(_EDGES))
        with self._lock:
            self._answers[route, status] += 1
            self._times[route][place] += 1
            self._seconds[route] += seconds

    def text(self, **now: float) -> str:
        """All counts, and values of the moment by name."""
        lines = [f"dragoman_{name} {value:g}" for name, value in now.items()]
        with self._lock:
            lines.append("# TYPE dragoman_answers_total counter")
            lines += [
                f'dragoman_answers_total{{route="{route}",status="{status}"}} {n}'
                for (route, status), n in sorted(self._answers.items())
            ]
            lines.append("# TYPE dragoman_answer_seconds histogram")
            for route, times in sorted(self._times.items()):
                lines += self._histogram(route, times)
        return "\n".join(lines) + "\n"

    def _histogram(self, route: str, times: list[int]) -> list[str]:
        total, lines = 0, []
        for edge, n in zip((*map(str, _EDGES), "+Inf"), times, strict=True):
            total += n
            lines.append(f'dragoman_answer_seconds_bucket{{route="{route}",le="{edge}"}} {total}')
        lines.append(f'dragoman_answer_seconds_sum{{route="{route}"}} {self._seconds[route]:.6f}')
        lines.append(f'dragoman_answer_seconds_count{{route="{route}"}} {total}')
        return lines
