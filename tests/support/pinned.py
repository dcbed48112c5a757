"""The day whose rules the tests of machinery ask for: a rule that changes later breaks none."""

PINNED = "2025-03-01"
