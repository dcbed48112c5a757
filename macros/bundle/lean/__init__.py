"""How the browser's Python is made small, one step a file.

The steps in their order, each of which works without those after it:

``replacing``
    modules that a start imports and no calculator uses, by small ones of our own (``python/``);
``annotations``
    sources without what Python would only evaluate when it loads them, for pyodide-build to compile
    in :mod:`macros.bundle.compiling`;
``tables``
    bytecode without what only tools read, in one table instead of a zip entry for each module;
``cut.mjs``
    of Pyodide's script and WebAssembly what they reach of each other; the script is then bundled
    with the worker;
``relocate.mjs``
    addresses that the published WebAssembly computes at each start, computed once.
"""
