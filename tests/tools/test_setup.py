"""`tools/setup.py`: an environment that does not work is made anew, and a failure says the cure."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.support.markdown import ROOT
from tools.setup import PINS as PINNED

PINS = "0123"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with the script and its pins, and nothing installed."""
    for name in (*PINNED, "tools/setup.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copyfile(ROOT / name, tmp_path / name)
    return tmp_path


@pytest.fixture
def setup(project: Path) -> ModuleType:
    """The script of a project whose environment is ready."""
    spec = importlib.util.spec_from_file_location("setup_of_a_test", project / "tools/setup.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", project / ".venv"], check=True)
    (project / "node_modules").mkdir()
    (project / ".venv" / "ready.txt").write_text(module.stamp(PINS))
    return module


def test_what_is_installed_is_not_installed_again(setup: ModuleType) -> None:
    assert setup.ready(PINS)


def test_other_pins_are_installed(setup: ModuleType) -> None:
    assert not setup.ready("4567")


def test_an_environment_whose_python_is_gone_is_not_ready(setup: ModuleType, project: Path) -> None:
    """The stamp alone counted: setup said nothing, and each command after it "No such file"."""
    _replace_python(project, Path("/removed/bin/python"))
    assert not setup.ready(PINS)


def test_an_environment_whose_python_became_another_is_not_ready(
    setup: ModuleType, project: Path
) -> None:
    """As when the system's python3 goes from one minor version to the next."""
    other = project / "another-python"
    other.write_text("#!/bin/sh\necho 3 99\n")
    other.chmod(0o755)
    _replace_python(project, other)
    assert not setup.ready(PINS)


def test_a_copied_environment_is_not_ready(setup: ModuleType, project: Path) -> None:
    """Its scripts and its path would be those of the project that it was copied from."""
    ready = project / ".venv" / "ready.txt"
    ready.write_text(ready.read_text().replace(str(project), "/another/project"))
    assert not setup.ready(PINS)


def test_npm_packages_that_are_gone_are_installed(setup: ModuleType, project: Path) -> None:
    (project / "node_modules").rmdir()
    assert not setup.ready(PINS)


def test_uv_asks_the_index_that_pip_asks(
    setup: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("UV_DEFAULT_INDEX", "UV_INDEX_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PIP_INDEX_URL", "https://mirror.example/simple")
    assert setup.package_index() == {"UV_DEFAULT_INDEX": "https://mirror.example/simple"}
    monkeypatch.setenv("UV_DEFAULT_INDEX", "https://chosen.example/simple")
    assert setup.package_index() == {}


def test_the_pythons_are_new_enough_and_differ(setup: ModuleType) -> None:
    found = [setup.version_of(python) for python in setup.pythons()]
    assert found[0] == sys.version_info[:2]
    assert all(version >= (3, 12) for version in found)
    assert len(found) == len(set(found))


@pytest.mark.slow
def test_a_failed_download_says_what_to_do_in_both_languages(project: Path) -> None:
    nowhere = {"PIP_INDEX_URL": "http://127.0.0.1:9/", "PIP_RETRIES": "0", "PIP_NO_CACHE_DIR": "1"}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
    ran = subprocess.run(
        [sys.executable, project / "tools/setup.py"],
        env=kept | nowhere | {"PIP_CONFIG_FILE": os.devnull},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 1
    assert "没能装上 Python 包" in ran.stderr
    assert "The Python packages could not be installed" in ran.stderr
    assert "PIP_INDEX_URL" in ran.stderr
    assert "Traceback" not in ran.stderr


def _replace_python(project: Path, target: Path) -> None:
    python = project / ".venv" / "bin" / "python"
    python.unlink()
    python.symlink_to(target)
