"""The bases of Pyodide's finder: the whole module would import a tenth of the library."""


class Loader:
    pass


class MetaPathFinder:
    def invalidate_caches(self):
        pass
