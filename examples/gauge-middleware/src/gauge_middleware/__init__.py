"""Request rate and latency metrics for Flask and FastAPI, in Prometheus text form."""

from ._enable import UnsupportedApplicationError, enable_metrics
from ._metrics import Metrics

__version__ = "0.3.0"

__all__ = ["Metrics", "UnsupportedApplicationError", "__version__", "enable_metrics"]
