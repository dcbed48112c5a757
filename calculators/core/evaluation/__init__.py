"""From typed texts to an answer: the day, its rules, the formula, and what changed before."""
