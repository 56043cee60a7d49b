"""Makes a real app of a framework, hands it to the callable under test, and asks it through the framework's own client.

Arguments: framework, module, callable. Exits 0 only where the app answers 200 to a route added after the callable ran.
"""

import functools
import importlib
import sys

ROUTE = "/pypi-release-framework-test"


def flask_answer(hand_over):
    import flask

    app = flask.Flask("pypi_release_framework_test")
    hand_over(app)
    app.add_url_rule(ROUTE, view_func=lambda: "ok", endpoint="pypi_release_framework_test")
    return app.test_client().get(ROUTE).status_code


def fastapi_answer(hand_over):
    import fastapi
    from fastapi.testclient import TestClient

    app = fastapi.FastAPI()
    hand_over(app)
    app.add_api_route(ROUTE, lambda: "ok")
    with TestClient(app) as client:
        return client.get(ROUTE).status_code


FRAMEWORKS = {"flask": flask_answer, "fastapi": fastapi_answer}

framework, module, name = sys.argv[1:4]
target = functools.reduce(getattr, name.split("."), importlib.import_module(module))
status = FRAMEWORKS[framework](target)
print(f"{module}:{name} took a {framework} app; the app answered {status}")
sys.exit(0 if status == 200 else 1)
