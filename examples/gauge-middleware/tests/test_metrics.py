import pytest

from gauge_middleware import Metrics


def test_counts_requests_by_method_route_and_status() -> None:
    metrics = Metrics()
    metrics.observe("GET", "/a", 200, 0.01)
    metrics.observe("GET", "/a", 200, 0.01)
    metrics.observe("GET", "/a", 404, 0.01)
    lines = metrics.render().splitlines()
    assert 'gauge_requests_total{method="GET",route="/a",status="200"} 2' in lines
    assert 'gauge_requests_total{method="GET",route="/a",status="404"} 1' in lines


def test_buckets_are_cumulative_and_include_their_bound() -> None:
    metrics = Metrics(buckets=(0.1, 1.0))
    for seconds in (0.1, 0.5, 3.0):
        metrics.observe("GET", "/a", 200, seconds)
    lines = metrics.render().splitlines()
    name = 'gauge_request_duration_seconds_bucket{method="GET",route="/a",'
    assert f'{name}le="0.1"}} 1' in lines
    assert f'{name}le="1.0"}} 2' in lines
    assert f'{name}le="+Inf"}} 3' in lines
    assert 'gauge_request_duration_seconds_sum{method="GET",route="/a"} 3.6' in lines
    assert 'gauge_request_duration_seconds_count{method="GET",route="/a"} 3' in lines


def test_an_unknown_method_or_route_makes_no_series_of_its_own() -> None:
    metrics = Metrics()
    metrics.observe("BREW", None, 404, 0.01)
    metrics.observe("STIR", None, 404, 0.01)
    expected = 'gauge_requests_total{method="OTHER",route="unmatched",status="404"} 2'
    assert expected in metrics.render()


def test_escapes_label_values() -> None:
    metrics = Metrics()
    metrics.observe("GET", '/a"b\\c\nd', 200, 0.01)
    assert r'route="/a\"b\\c\nd"' in metrics.render()


def test_without_requests_only_the_headings_are_rendered() -> None:
    assert all(line.startswith("# ") for line in Metrics().render().splitlines())


@pytest.mark.parametrize("buckets", [(), (1.0, 1.0), (2.0, 1.0)])
def test_refuses_buckets_that_do_not_rise(buckets: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="rising"):
        Metrics(buckets)
