import pytest
from flask import Flask
from flask.testing import FlaskClient

from gauge_middleware import enable_metrics


@pytest.fixture
def app() -> Flask:
    app = Flask(__name__)
    enable_metrics(app)

    @app.get("/users/<int:user_id>")
    def user(user_id: int) -> dict[str, int]:
        return {"id": user_id}

    @app.get("/broken")
    def broken() -> str:
        raise RuntimeError("broken on purpose")

    return app


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def test_serves_metrics_as_prometheus_text(client: FlaskClient) -> None:
    response = client.get("/metrics")
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"


def test_counts_by_template_and_not_by_path(client: FlaskClient) -> None:
    assert client.get("/users/1").json == {"id": 1}
    assert client.get("/users/2").json == {"id": 2}
    expected = 'gauge_requests_total{method="GET",route="/users/<int:user_id>",status="200"} 2'
    assert expected in client.get("/metrics").text


def test_counts_what_no_route_answers_as_unmatched(client: FlaskClient) -> None:
    client.get("/nowhere")
    assert 'method="GET",route="unmatched",status="404"} 1' in client.get("/metrics").text


@pytest.mark.parametrize("propagate", [False, True])
def test_counts_a_handler_that_raises_once_as_500(
    app: Flask, client: FlaskClient, propagate: bool
) -> None:
    app.config["PROPAGATE_EXCEPTIONS"] = propagate
    if propagate:
        with pytest.raises(RuntimeError, match="on purpose"):
            client.get("/broken")
    else:
        assert client.get("/broken").status_code == 500
    assert 'method="GET",route="/broken",status="500"} 1' in client.get("/metrics").text


def test_a_second_call_returns_the_same_metrics(app: Flask) -> None:
    assert enable_metrics(app) is enable_metrics(app)


def test_serves_metrics_elsewhere_on_request() -> None:
    app = Flask(__name__)
    enable_metrics(app, path="/internal/metrics")
    client = app.test_client()
    assert client.get("/internal/metrics").status_code == 200
    assert client.get("/metrics").status_code == 404
