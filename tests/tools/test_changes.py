"""Which answers a change moves, and which files a rule rests in: in a small repository."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from calculators.terminal.checkout import run_in_checkout
from tests.support.markdown import ROOT
from tools.changes import files
from tools.changes.pages import Pages
from tools.changes.report import Entry, Section, as_markdown, as_text
from tools.changes.revision import revision

# What `changed` looks at, and what runs it.
PARTS = ("calculators", "macros", "tools/changes")
PAGES = ("orders/late-delivery", "orders/buyer-complaints")
# The others would be asked to no use.
CALCULATORS = ("late-delivery", "purchase-limit")
AHEAD = """
[[maximum]]
value = "60.00"
unit = "yuan"
valid_from = 2099-01-01
sources = ["rc-late-shipment-2026-08-10"]
changed = { zh = "最高从 50 元提到 60 元。", en = "The maximum rises from ¥50 to ¥60." }
"""


class Repository:
    """A small repository whose files are those of this one."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for part in PARTS:
            shutil.copytree(ROOT / part, root / part, ignore=shutil.ignore_patterns("__pycache__"))
        for page in [f"docs/{lang}/{each}.md" for lang in ("zh", "en") for each in PAGES]:
            (root / page).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / page, root / page)
        shutil.copyfile(ROOT / "docs/notices.toml", root / "docs/notices.toml")
        shutil.copyfile(ROOT / "docs/claims.csv", root / "docs/claims.csv")
        listed = f"CALCULATORS = {CALCULATORS}\n"
        self.edit(
            "calculators/__init__.py",
            lambda text: re.sub(
                r"^CALCULATORS = \(.*?^\)\n", listed, text, flags=re.MULTILINE | re.DOTALL
            ),
        )
        self.git("init", "-q", "-b", "main")
        self.commit()

    def git(self, *words: str) -> None:
        who = ("-c", "user.name=Tester", "-c", "user.email=tester@handbook.example")
        subprocess.run(["git", *who, *words], cwd=self.root, check=True, capture_output=True)

    def commit(self) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "As it was")

    def edit(self, path: str, edited: Callable[[str], str]) -> None:
        file = self.root / path
        file.write_text(edited(file.read_text(encoding="utf-8")), encoding="utf-8")

    def told(self, *words: str) -> tuple[int, str, str]:
        ran = subprocess.run(
            [sys.executable, "-m", "calculators", *words],
            cwd=self.root,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return ran.returncode, ran.stdout, ran.stderr


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Repository(tmp_path_factory.mktemp("laid")).root


@pytest.fixture
def repository(laid: Path, tmp_path: Path) -> Repository:
    """A repository of one commit, with nothing changed since."""
    copy = Repository.__new__(Repository)
    copy.root = tmp_path / "copy"
    shutil.copytree(laid, copy.root)
    return copy


@pytest.mark.slow
def test_a_value_from_a_day_on_is_told_with_its_money_and_its_pages(repository: Repository) -> None:
    repository.edit("calculators/late_delivery/rules.toml", lambda text: text + AHEAD)
    status, said, wrong = repository.told("changed", "--lang", "en")
    assert (status, wrong) == (0, "")
    lines = [line.strip() for line in said.splitlines()]
    assert "late-delivery.maximum: ¥50 → ¥60, from 2099-01-01" in lines
    assert any(line.startswith("Examples: none of ") for line in lines), "they name their day"
    assert any(line.startswith("late-delivery, by the rules of 2099-01-01: ") for line in lines)
    assert any(
        line.startswith("Amount the buyer paid ¥19,999.00") and "¥50.00 → ¥60.00 (+¥10.00)" in line
        for line in lines
    )
    figure = 'figure("late-delivery.maximum"): ¥50 → ¥50 (from 2099-01-01: ¥60)'
    at = next(at for at, line in enumerate(lines) if line.startswith(figure))
    assert lines[at + 1 : at + 3] == ["notices", "orders/late-delivery"]
    assert any(line.startswith("docs/en/orders/late-delivery.md:") for line in lines), "typed: ¥50"


@pytest.mark.slow
def test_code_that_answers_otherwise_is_told_by_the_examples(repository: Repository) -> None:
    repository.edit(
        "calculators/late_delivery/rules.toml",
        lambda text: text.replace('value = "50.00"', 'value = "45.00"'),
    )
    _, said, _ = repository.told("changed", "--markdown")
    assert "### 例子" in said
    assert "- late-delivery “3%, cut to the maximum”" in said
    assert "50.00 元 → 45.00 元（-5.00 元）" in said


@pytest.mark.slow
def test_a_calculator_that_came_or_went_is_told(repository: Repository) -> None:
    listed = "calculators/__init__.py"
    repository.edit(
        listed, lambda text: text.replace("('late-delivery', 'purchase-limit')", "('buyer-order',)")
    )
    status, said, wrong = repository.told("changed", "--lang", "en")
    assert (status, wrong) == (0, "")
    gone, rest = said.split("\n\n", 2)[1:]
    assert gone.splitlines()[1:] == ["  late-delivery", "  purchase-limit"]
    assert "buyer-order.formula: nothing → " in rest


def test_it_is_compared_with_where_the_branch_left_main(repository: Repository) -> None:
    first = revision(repository.root, None)
    repository.edit("calculators/late_delivery/rules.toml", lambda text: text + AHEAD)
    repository.commit()
    second = revision(repository.root, None)
    assert second != first, "on main, with the newest commit"
    assert revision(repository.root, "HEAD~1") == first
    repository.git("switch", "-q", "-c", "branch", "HEAD~1")
    repository.git("commit", "-q", "--allow-empty", "-m", "Something")
    assert revision(repository.root, None) == first, "main went on, this branch did not"
    repository.git("branch", "-q", "-D", "main")
    assert revision(repository.root, None) == revision(repository.root, "HEAD")


@pytest.mark.slow
def test_what_cannot_be_compared_is_said_in_a_sentence(repository: Repository) -> None:
    assert repository.told("changed", "nosuch")[::2] == (2, "没有“nosuch”这个版本。\n")
    repository.edit(
        "calculators/late_delivery/rules.toml", lambda text: text + AHEAD.replace("yuan", "euros")
    )
    status, _, wrong = repository.told("changed", "--lang", "en")
    assert status == 2
    assert wrong.startswith(
        "The files as they are now cannot answer: ValueError: late-delivery.max"
    )
    assert wrong.count("\n") == 1


@pytest.mark.slow
def test_without_the_repository_one_sentence_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_in_checkout(["changed", "--lang", "en"], tmp_path) == 2
    assert capsys.readouterr().err.startswith("This is the installed package")
    shutil.copytree(ROOT / "calculators", tmp_path / "calculators")
    shutil.copytree(ROOT / "tools", tmp_path / "tools")
    ran = subprocess.run(
        [sys.executable, "-m", "calculators", "changed", "--lang", "en"],
        cwd=tmp_path, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith("This is no git repository")


@pytest.mark.slow
def test_the_files_of_a_rule_are_those_where_it_stands(repository: Repository) -> None:
    status, said, _ = repository.told("files", "late-delivery.maximum", "--lang", "en")
    assert status == 0
    for start, holds in (
        ("calculators/late_delivery/rules.toml:", 'value = "50.00"'),
        ("calculators/sources.toml:", "[sources.rc-late-shipment-2026-08-10]"),
        ("calculators/late_delivery/calculate.py:", '"maximum"'),
        ("calculators/late_delivery/en.toml:", 'maximum = "At most"'),
        ("calculators/late_delivery/zh.toml:", "cap ="),
        ("calculators/late_delivery/cases.toml:", "3%, cut to the maximum"),
        ("docs/zh/orders/late-delivery.md:", 'calculator("late-delivery")'),
        ("docs/notices.toml:", "{late-delivery.short_up_to}"),
    ):
        found = [line.strip() for line in said.splitlines() if line.strip().startswith(start)]
        assert any(holds in line for line in found), (start, holds)
        place, _, _ = found[0].partition("  ")
        path, _, number = place.partition(":")
        assert (repository.root / path).read_text(encoding="utf-8").splitlines()[int(number) - 1]
    status, _, wrong = repository.told("files", "late-delivery.maximim", "--lang", "en")
    assert status == 2
    assert wrong.startswith(
        "There is no rule “late-delivery.maximim”. Similar ones: late-delivery.maxi"
    )


def test_claims_of_a_rule_are_found_in_the_register() -> None:
    lines = list(files._claims(ROOT, files._values("late-delivery.free_up_to")))  # noqa: SLF001
    assert [line.text.partition(",")[0] for line in lines] == ["S4N-05"]


def test_every_figure_of_a_page_is_asked_for() -> None:
    calls = {str(call): pages for call, pages in Pages(ROOT).calls().items()}
    assert "orders/late-delivery" in calls['figure("late-delivery.maximum")']
    assert "notices" in calls['figure("arbitration-deadline.violation_days")']
    assert any('on="2025-03-' in call for call in calls)
    assert not any("contribute" in page for pages in calls.values() for page in pages)


def test_a_summary_shows_signs_as_they_are() -> None:
    section = Section("A | b", (Entry("`x` <b>", ("1_000 *",)),))
    assert list(as_text("T", [section])) == ["T", "", "A | b", "  `x` <b>", "    1_000 *", ""]
    markdown = ["### A \\| b", "", "- \\`x\\` \\<b\\>", "    - 1\\_000 \\*", ""]
    assert list(as_markdown("T", [section])) == ["## T", "", *markdown]
