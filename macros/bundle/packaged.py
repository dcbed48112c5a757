"""Which files the package of the calculators has: the browser gets no others."""

from pathlib import Path

from hatchling.builders.wheel import WheelBuilder

from macros.bundle.running import ROOT


def packaged_files() -> dict[str, Path]:
    """The files by their path in the wheel, in the order of these.

    The backend that builds the wheel says it, as ``pyproject.toml`` told it.
    """
    included = WheelBuilder(str(ROOT)).recurse_included_files()
    files = {Path(file.distribution_path).as_posix(): Path(file.path) for file in included}
    return dict(sorted(files.items()))
