"""Settings for all tests."""

from hypothesis import HealthCheck, settings

# The same examples on every run; machines are too noisy for deadlines.
settings.register_profile(
    "handbook",
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("handbook")
