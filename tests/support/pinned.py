"""Days for tests of machinery, which must not fail when a rule changes."""

from datetime import date, datetime

from calculators.core.inputs.dates import CHINA

# The rules of that day are history: nothing that is learnt today about today changes them.
PINNED = "2025-03-01"

# A today that no clock moves.
TODAY = date(2026, 11, 25)
NOW = datetime(2026, 11, 25, 12, tzinfo=CHINA)
