"""Calculators made for tests of the machinery: no rule of the platform, so none can change."""
