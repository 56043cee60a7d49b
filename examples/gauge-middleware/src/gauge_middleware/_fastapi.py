"""Metrics for FastAPI, as an ASGI middleware."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from ._metrics import CONTENT_TYPE, Metrics

if TYPE_CHECKING:
    from fastapi import FastAPI
    from starlette.types import ASGIApp, Message, Receive, Scope, Send


class MetricsMiddleware:
    """Times each HTTP request until its answer has been sent."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; observe it if it is an HTTP request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = perf_counter()
        status = 500

        async def watch(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, watch)
        finally:
            # The router leaves the route that matched in the scope.
            route = getattr(scope.get("route"), "path", None)
            self._metrics.observe(scope["method"], route, status, perf_counter() - started)


def enable_fastapi(app: FastAPI, path: str) -> Metrics:
    """Put the middleware into a FastAPI application and add the route that serves the metrics."""
    known = getattr(app.state, "gauge_middleware", None)
    if isinstance(known, Metrics):
        return known

    from starlette.responses import Response

    metrics = Metrics()
    app.state.gauge_middleware = metrics

    async def serve():  # noqa: ANN202 (FastAPI would make a response model of the annotation)
        return Response(metrics.render(), headers={"content-type": CONTENT_TYPE})

    app.add_middleware(MetricsMiddleware, metrics=metrics)
    app.add_api_route(path, serve, include_in_schema=False)
    return metrics
