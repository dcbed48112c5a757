"""Settings for all tests."""

import os

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


def pytest_xdist_auto_num_workers() -> int:
    """One worker more than there are cores: half of what the tests do is wait for a browser."""
    return (os.cpu_count() or 1) + 1
