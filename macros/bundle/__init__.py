"""The browser's Python: Pyodide, a library cut to what the calculators import, and their code."""
