from importlib.metadata import version

import pytest

import gauge_middleware
from gauge_middleware import UnsupportedApplicationError, enable_metrics


def test_refuses_other_applications_by_name() -> None:
    with pytest.raises(UnsupportedApplicationError, match=r"got builtins\.dict"):
        enable_metrics({})


def test_states_the_version_of_the_installed_package() -> None:
    assert gauge_middleware.__version__ == version("gauge-middleware")
