"""What a published site keeps of those before it."""

from pathlib import Path

from tools.keep_runtime import BEFORE, keep


def _built(folder: Path, number: int) -> Path:
    """A site with a script of its own, and a file that none of the builds changed."""
    runtime = folder / str(number) / "runtime"
    (runtime / "pyodide-1").mkdir(parents=True)
    (runtime / "pyodide-1" / "pyodide.asm.js").write_text("same")
    (runtime / f"worker-{number}.js").write_text(str(number))
    return folder / str(number)


def test_the_last_few_runtimes_stay_published(tmp_path: Path) -> None:
    builds = range(1, 2 * BEFORE + 2)
    for number in builds:
        site = _built(tmp_path / "sites", number)
        keep(site, tmp_path / "store")
        names = {path.name for path in (site / "runtime").iterdir()}
        kept = [each for each in builds if number - BEFORE <= each <= number]
        assert names == {"pyodide-1", *(f"worker-{each}.js" for each in kept)}
        assert (site / "runtime" / f"worker-{number}.js").read_text() == str(number)
        assert len(list((tmp_path / "store").iterdir())) == len(kept)
