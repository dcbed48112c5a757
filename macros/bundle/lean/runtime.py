"""Pyodide's script and WebAssembly, made smaller in steps, each tried before the next begins."""

import json
import shutil
from pathlib import Path

from calculators import CALCULATORS, definition
from calculators.core.text.catalogue import LANGUAGES
from macros.bundle.running import PYODIDE, BundleError, run

FILES = ("pyodide.asm.js", "pyodide.asm.wasm")
STEPS = ("cut.mjs", "relocate.mjs")
_HERE = Path(__file__).parent


def shrink(folder: Path, library: Path, *, steps: tuple[str, ...] = STEPS) -> list[str]:
    """Write ``FILES`` into ``folder``; which step failed, in words.

    Each step works on what the one before it made. Where one fails, or what it made does not
    answer with the parts in ``library``, that of the step before it stays.
    """
    for name in FILES:
        shutil.copyfile(PYODIDE / name, folder / name)
    for step in steps:
        made = folder / step.removesuffix(".mjs")
        made.mkdir()
        try:
            run(_HERE / step, str(folder), str(made))
            answers(made, library)
        except BundleError as error:
            return [f"{step}: {error}"]
        else:
            for name in FILES:
                (made / name).replace(folder / name)
        finally:
            shutil.rmtree(made)
    return []


def answers(made: Path, library: Path) -> None:
    """Raise :class:`BundleError` if no question is answered with what was ``made``."""
    case = next(iter(definition(CALCULATORS[0]).cases()))
    asked = {
        "calculator": CALCULATORS[0],
        "inputs": case["inputs"],
        "lang": LANGUAGES[0],
        "on": case["on"],
        "today": case["on"],
    }
    parts = (library / "library.zip", library / f"texts-{LANGUAGES[0]}.zip")
    told = run(
        _HERE / "boot.mjs", str(made), str(PYODIDE), *map(str, parts), given=json.dumps(asked)
    )
    if not json.loads(told)["answer"]["ok"]:
        raise BundleError(f"it answers wrongly: {told}")
