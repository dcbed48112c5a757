"""A fee with everything that can happen to a rule: a change, an end, an announcement."""
