"""Dated rules, the sources they rest on, and how sure they are on a day."""
