"""Settings for all tests."""

import os

from hypothesis import HealthCheck, settings

from calculators import definition
from calculators.core.rules.sources import register

# The same examples on every run; machines are too noisy for deadlines.
settings.register_profile(
    "fixed",
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
# The first of them, for those who wait: what a change breaks is nearly always among these.
settings.register_profile("quick", settings.get_profile("fixed"), max_examples=25)
# Others every time, and more of them; whoever sees one fail is told how to have it again.
settings.register_profile(
    "fresh", settings.get_profile("fixed"), derandomize=False, print_blob=True, max_examples=300
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fixed"))


def pytest_sessionstart() -> None:
    """Forget what was read from files: a program that mutmut has changed is to read them itself."""
    if "MUTANT_UNDER_TEST" in os.environ:
        definition.cache_clear()
        register.cache_clear()
