"""Pyodide's core imports it and asks for a loop when something is awaited: nothing is."""


def get_event_loop():
    raise RuntimeError("asyncio was left out of this Python")
