"""Finds out which framework an application is made with."""

from __future__ import annotations

from typing import Any

from ._fastapi import enable_fastapi
from ._flask import enable_flask
from ._metrics import Metrics

_INSTALLERS = {("flask", "Flask"): enable_flask, ("fastapi", "FastAPI"): enable_fastapi}


class UnsupportedApplicationError(TypeError):
    """The object is neither a Flask nor a FastAPI application."""


def enable_metrics(app: Any, *, path: str = "/metrics") -> Metrics:  # noqa: ANN401
    """Count and time the requests of ``app`` and serve the figures at ``path``.

    Call it before the first request. A second call on the same application changes
    nothing and returns the metrics of the first.
    """
    # By name, not by isinstance: only the framework in use needs to be installed.
    for base in type(app).__mro__:
        install = _INSTALLERS.get((base.__module__.partition(".")[0], base.__name__))
        if install is not None:
            return install(app, path)
    kind = f"{type(app).__module__}.{type(app).__qualname__}"
    raise UnsupportedApplicationError(f"expected a Flask or FastAPI application, got {kind}")
