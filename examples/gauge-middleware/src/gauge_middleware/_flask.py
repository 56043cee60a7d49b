"""Metrics for Flask, through its request hooks."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from ._metrics import CONTENT_TYPE, Metrics

if TYPE_CHECKING:
    from flask import Flask, Response

_EXTENSION = "gauge-middleware"
_STARTED = "_gauge_middleware_started"


def enable_flask(app: Flask, path: str) -> Metrics:
    """Hook the metrics into a Flask application and add the route that serves them."""
    known = app.extensions.get(_EXTENSION)
    if isinstance(known, Metrics):
        return known

    from flask import Response, g, request

    metrics = Metrics()
    app.extensions[_EXTENSION] = metrics

    def observe(status: int) -> None:
        # Taken away when used, so that a request is counted once.
        started = g.pop(_STARTED, None)
        if started is not None:
            rule = request.url_rule
            route = None if rule is None else rule.rule
            metrics.observe(request.method, route, status, perf_counter() - started)

    def start() -> None:
        setattr(g, _STARTED, perf_counter())

    def finish(response: Response) -> Response:
        observe(response.status_code)
        return response

    def fail(_error: BaseException | None) -> None:
        # Reached uncounted only when the error went past Flask's own handlers.
        observe(500)

    app.before_request(start)
    app.after_request(finish)
    app.teardown_request(fail)
    app.add_url_rule(
        path,
        endpoint="gauge_middleware_metrics",
        view_func=lambda: Response(metrics.render(), content_type=CONTENT_TYPE),
    )
    return metrics
