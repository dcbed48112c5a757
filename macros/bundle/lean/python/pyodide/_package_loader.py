"""Where packages would lie: none are ever installed."""

from site import getsitepackages


class _Folder:
    # A plain text would lose its methods on the way to JavaScript, which asks for this one.
    def __init__(self, path):
        self.path = path

    def __str__(self):
        return self.path


SITE_PACKAGES = _Folder(getsitepackages()[0])
DSO_DIR = _Folder("/usr/lib")


def init_loaded_packages():
    pass
