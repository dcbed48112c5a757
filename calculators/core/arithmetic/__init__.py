"""Sums that rules share: shares of an amount, limits of time."""
