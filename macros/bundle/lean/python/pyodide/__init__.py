"""Pyodide without an event loop."""
