"""The counts themselves, and their Prometheus text form."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from threading import Lock

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"

# The buckets that Prometheus clients use by default, in seconds.
DEFAULT_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)

# RFC 9110 section 9 and RFC 5789. A client may send any word as a method; each would be a series.
_METHODS = frozenset(
    {"CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE"}
)


class Metrics:
    """Request counts and latencies of one application; safe to use from several threads."""

    def __init__(self, buckets: Sequence[float] = DEFAULT_BUCKETS) -> None:
        if not buckets or any(low >= high for low, high in pairwise(buckets)):
            raise ValueError(f"buckets must be one or more rising numbers, got {buckets!r}")
        self._buckets = tuple(buckets)
        self._lock = Lock()
        self._requests: Counter[tuple[str, str, int]] = Counter()
        self._durations: dict[tuple[str, str], tuple[list[int], float]] = {}

    def observe(self, method: str, route: str | None, status: int, seconds: float) -> None:
        """Add one answered request; ``route`` is None when no route matched."""
        verb = method if method in _METHODS else "OTHER"
        place = "unmatched" if route is None else route
        with self._lock:
            self._requests[verb, place, status] += 1
            empty = [0] * (len(self._buckets) + 1)
            counts, total = self._durations.get((verb, place), (empty, 0.0))
            counts[bisect_left(self._buckets, seconds)] += 1
            self._durations[verb, place] = (counts, total + seconds)

    def render(self) -> str:
        """Give all figures in the Prometheus text exposition format, version 0.0.4."""
        with self._lock:
            return "\n".join([*self._request_lines(), *self._duration_lines()]) + "\n"

    def _request_lines(self) -> Iterator[str]:
        yield "# HELP gauge_requests_total Requests answered."
        yield "# TYPE gauge_requests_total counter"
        for (method, route, status), count in sorted(self._requests.items()):
            labels = _labels(method=method, route=route, status=str(status))
            yield f"gauge_requests_total{labels} {count}"

    def _duration_lines(self) -> Iterator[str]:
        name = "gauge_request_duration_seconds"
        yield f"# HELP {name} Time taken to answer."
        yield f"# TYPE {name} histogram"
        bounds = (*map(str, self._buckets), "+Inf")
        for (method, route), (counts, total) in sorted(self._durations.items()):
            below = 0
            for bound, count in zip(bounds, counts, strict=True):
                below += count
                yield f"{name}_bucket{_labels(method=method, route=route, le=bound)} {below}"
            labels = _labels(method=method, route=route)
            yield f"{name}_sum{labels} {total}"
            yield f"{name}_count{labels} {below}"


def _labels(**pairs: str) -> str:
    return "{" + ",".join(f'{name}="{_escaped(value)}"' for name, value in pairs.items()) + "}"


def _escaped(value: str) -> str:
    return value.replace("\\", r"\\").replace("\n", r"\n").replace('"', r"\"")
