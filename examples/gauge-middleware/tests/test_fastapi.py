import pytest
from fastapi import FastAPI, WebSocket
from fastapi.testclient import TestClient

from gauge_middleware import enable_metrics


@pytest.fixture
def app() -> FastAPI:
    app = FastAPI()
    enable_metrics(app)

    @app.get("/users/{user_id}")
    async def user(user_id: int) -> dict[str, int]:
        return {"id": user_id}

    @app.get("/broken")
    async def broken() -> None:
        raise RuntimeError("broken on purpose")

    @app.websocket("/talk")
    async def talk(socket: WebSocket) -> None:
        await socket.accept()
        await socket.send_text("hello")
        await socket.close()

    return app


@pytest.fixture
def client(app: FastAPI) -> TestClient:
    return TestClient(app, raise_server_exceptions=False)


def test_serves_metrics_as_prometheus_text(client: TestClient) -> None:
    response = client.get("/metrics")
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"


def test_counts_by_template_and_not_by_path(client: TestClient) -> None:
    assert client.get("/users/1").json() == {"id": 1}
    assert client.get("/users/2").json() == {"id": 2}
    expected = 'gauge_requests_total{method="GET",route="/users/{user_id}",status="200"} 2'
    assert expected in client.get("/metrics").text


def test_counts_what_no_route_answers_as_unmatched(client: TestClient) -> None:
    client.get("/nowhere")
    assert 'method="GET",route="unmatched",status="404"} 1' in client.get("/metrics").text


def test_counts_a_handler_that_raises_as_500(client: TestClient) -> None:
    assert client.get("/broken").status_code == 500
    assert 'method="GET",route="/broken",status="500"} 1' in client.get("/metrics").text


def test_leaves_websockets_alone(client: TestClient) -> None:
    with client.websocket_connect("/talk") as socket:
        assert socket.receive_text() == "hello"
    assert "/talk" not in client.get("/metrics").text


def test_keeps_metrics_out_of_the_schema(client: TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    assert "/users/{user_id}" in paths
    assert "/metrics" not in paths


def test_a_second_call_returns_the_same_metrics(app: FastAPI) -> None:
    assert enable_metrics(app) is enable_metrics(app)


def test_serves_metrics_elsewhere_on_request() -> None:
    app = FastAPI()
    enable_metrics(app, path="/internal/metrics")
    client = TestClient(app)
    assert client.get("/internal/metrics").status_code == 200
    assert client.get("/metrics").status_code == 404
