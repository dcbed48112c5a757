"""Finds modules in tables, where zipimport would open the zip anew for each of them.

Python imports this by itself when it starts.
"""

import marshal
import sys
from _frozen_importlib import ModuleSpec  # importlib itself stands in the table
from zipimport import zipimporter

# The one entry of a library that is not to be imported by zipimport.
TABLE = "table.bin"


class TableFinder:
    """Finds what the libraries hold that were added: modules, and files beside them."""

    def __init__(self) -> None:
        self._modules: dict[str, tuple[bool, bytes]] = {}
        self._files: dict[str, bytes] = {}

    def add(self, library: str) -> None:
        """Let Python find what is in the table of the zip at ``library``, if it does not yet."""
        modules, files = marshal.loads(zipimporter(library).get_data(TABLE))
        self._modules = modules | self._modules
        self._files = files | self._files

    def find_spec(self, name: str, *_where: object) -> ModuleSpec | None:
        """As :mod:`importlib` asks for it."""
        if name not in self._modules:
            return None
        is_package, _ = self._modules[name]
        folder = name.replace(".", "/")
        # A loader without importlib's own base, whose module would have to be imported first.
        spec = ModuleSpec(name, self, origin=f"{folder}.py")  # type: ignore[arg-type]
        if is_package:
            spec.submodule_search_locations = [folder]
        return spec

    def create_module(self, spec: object) -> None:
        """Python's own way."""

    def exec_module(self, module: object) -> None:
        """As :mod:`importlib` asks for it."""
        names = vars(module)
        _, code = self._modules[names["__name__"]]
        exec(marshal.loads(code), names)

    def get_data(self, path: str) -> bytes:
        """The file at ``path``, which begins with the folder of a package."""
        if path not in self._files:
            raise FileNotFoundError(path)
        return self._files[path]


_finder = TableFinder()
add = _finder.add
sys.meta_path.insert(0, _finder)
add(next(path for path in sys.path if path.endswith(".zip")))
