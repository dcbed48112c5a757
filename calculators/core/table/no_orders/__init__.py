"""Rows below the headings that are of no order: remarks, and tables of another kind below."""
