"""``python -m tools.watch``: what is newer, what is due, what is kept, and the issue."""

import os
import stat
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from tomllib import loads

import pytest
import yaml

from calculators.core.resources import read_toml
from tests.tools.texts import CHANGED, HANDLING, LATE, OLD, REWORDED, SHIPPING, copied, dated
from tools.watch.__main__ import main
from tools.watch.figures import figures_in
from tools.watch.held import held
from tools.watch.reading import READ, read_from

ROOT = Path(__file__).parents[2]
TODAY = ("--today", "2026-08-25")
MUCH_LATER = ("--today", "2026-11-25")


def _told(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str]:
    status = main([str(each) for each in arguments])
    printed = capsys.readouterr()
    assert not (printed.out and printed.err)
    return status, printed.out or printed.err


def test_what_changed_between_two_directories(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = copied(tmp_path / "old", {LATE: OLD, SHIPPING: OLD, HANDLING: OLD},
                 fetched="2026-06-03T09:00:00.000Z")  # fmt: skip
    new = copied(tmp_path / "new", {LATE: CHANGED, SHIPPING: REWORDED, HANDLING: OLD})
    status, told = _told(capsys, new, "--since", old, *TODAY)
    assert status == 1
    assert "有 2 份规则的文字比读过的新（一共比较了 3 份）" in told
    assert LATE in told
    assert HANDLING not in told
    late, _, shipping = told.partition(SHIPPING)
    assert "− [2% 2元] 一、总则 梨子晚到" in late
    assert "+ [4% 3.00元] 一、总则 梨子晚到" in late
    assert "late-delivery.maximum = 50.00 yuan" in late
    assert "late-delivery.light_minimum_middle = 2.00 yuan（新文字里没有这个数字了）" in late
    assert "late-delivery.formula (by_promise)" in late
    assert "orders/late-delivery" in late
    assert "只是用词不同" in shipping
    assert "late-delivery.shipped_when" in shipping
    assert "S4N-09" in shipping


def test_nothing_newer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = dated(tmp_path / "old", late_2026_08_20=OLD)
    new = copied(tmp_path / "new", {LATE: OLD.replace("*", "\n")})
    status, told = _told(capsys, new, "--since", old, *TODAY, "--lang", "en")
    assert (status, told) == (
        0,
        "No text is newer than the one that was read (1 were compared).\n",
    )


@pytest.mark.parametrize("day", ["2026_08_19", "2026_08_20"])
def test_an_older_text_is_no_news(
    day: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = dated(tmp_path / "old", late_2026_08_20=CHANGED)
    new = dated(tmp_path / "new", **{f"late_{day}": OLD})
    assert _told(capsys, new, "--since", old, *TODAY)[0] == 0


def test_a_rule_that_was_published_anew_and_read_is_no_news(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = dated(tmp_path / "old", late_2026_06_03=OLD)
    listed = [{"id": LATE, "publishedAt": "2026-08-10T07:00:00.000Z"}]
    new = copied(tmp_path / "new", {LATE: OLD}, listed)
    assert _told(capsys, new, "--since", old, *TODAY)[0] == 0


def test_one_directory_since_a_day(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = dated(tmp_path, late_2026_06_03=OLD, late_2026_08_20=CHANGED, handling_2026_06_03=OLD)
    status, told = _told(capsys, texts, "--since", "2026-06-30", *TODAY, "--lang", "en", "--cases")
    assert status == 1
    assert "read as of 2026-06-03, here as of 2026-08-20" in told
    assert "late-delivery: a short promise, an hour late" in told
    assert HANDLING not in told
    assert _told(capsys, texts, "--since", "2026-06-02", *TODAY)[0] == 2


def test_an_old_directory_says_so_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = dated(tmp_path, late_2026_08_20=OLD)
    for day, status in (("2026-09-03", 0), ("2026-09-04", 1)):
        found, told = _told(capsys, texts, "--since", "2026-08-20", "--today", day)
        assert found == status
        assert told.startswith("这里最新的文字停在 2026-08-20，已经 15 天") == bool(status)


def test_what_the_platforms_list_tells_without_a_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = dated(tmp_path / "old", late_2026_06_03=OLD)
    listed = [
        {"id": LATE, "publishedAt": "2026-08-10T07:00:00.000Z"},
        {"id": "a1", "title": "关于修订《【商家-发货超时】实施细则》的公示通知\x1b[2J"},
        {"id": "a2", "title": "关于修订《一份没有登记的规则》的公示通知"},
    ]
    for each in listed[1:]:
        each["publishedAt"] = "2026-12-10T07:00:00.000Z"
    new = copied(tmp_path / "new", {HANDLING: OLD}, listed)
    status, told = _told(capsys, new, "--since", old, *TODAY)
    assert status == 1
    assert "读过的是 2026-06-03 的文字，2026-08-10 重新发布" in told
    assert "2026-12-10 关于修订《【商家-发货超时】实施细则》的公示通知 [2J (a1)" in told
    assert "a2" not in told
    assert told.rstrip().endswith(held()[HANDLING].newest.address or "")


def test_the_record(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept = ("--read", tmp_path / "read.toml")
    first = dated(tmp_path / "1", late_2026_06_03=OLD, shipping_2026_06_03=OLD)
    second = dated(tmp_path / "2", late_2026_08_20=CHANGED, shipping_2026_08_20=CHANGED)
    assert _told(capsys, first, "--record", *kept)[0] == 0
    written = (tmp_path / "read.toml").read_bytes()
    assert "梨子" not in written.decode()
    assert _told(capsys, first, "--record", *kept)[0] == 0
    assert (tmp_path / "read.toml").read_bytes() == written

    status, told = _told(capsys, second, *kept, *TODAY)
    assert status == 1
    assert "− [2% 2元] （读过的句子没有存下来）" in told
    assert "+ [4% 3.00元] 一、总则 梨子晚到" in told

    assert _told(capsys, second, "--record", "--rule", LATE, *kept)[0] == 0
    assert _told(capsys, first, "--record", *kept) == (
        0,
        f"没有要记的：这里没有比记录更新的文字（{kept[1]}）。\n",
    )
    read = read_from(tmp_path / "read.toml")
    assert [str(read[rule].day) for rule in (LATE, SHIPPING)] == ["2026-08-20", "2026-06-03"]
    told = _told(capsys, second, *kept, *TODAY)[1]
    assert SHIPPING in told
    assert LATE not in told
    assert _told(capsys, second, "--record", "--rule", HANDLING, *kept)[0] == 2


def test_the_old_sentence_is_shown_where_its_text_is_at_hand(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = ("--read", tmp_path / "read.toml")
    texts = dated(tmp_path / "texts", late_2026_06_03=OLD)
    _told(capsys, texts, "--record", *kept)
    dated(texts, late_2026_08_20=CHANGED)
    assert "− [2% 2元] 一、总则 梨子晚到" in _told(capsys, texts, *kept, *TODAY)[1]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_text_copied_by_hand(
    encoding: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = ("--read", tmp_path / "read.toml")
    texts = dated(tmp_path / "texts", late_2026_06_03=OLD)
    _told(capsys, texts, "--record", *kept)
    file = tmp_path / "copied.txt"
    asked = ("--text", file, "--rule", LATE, *kept, *MUCH_LATER)
    file.write_text(OLD.replace("*", "\r\n").replace("。", "。\r\n"), encoding=encoding)
    status, told = _told(capsys, *asked)
    assert status == 0
    assert "文字与读过的相同" in told
    file.write_text(CHANGED, encoding=encoding)
    status, told = _told(capsys, *asked)
    assert status == 1
    assert "读过的是 2026-06-03 的文字，这里是 2026-11-25 的" in told
    assert "+ [4% 3.00元]" in told
    assert "− [2% 2元] 一、总则" in _told(capsys, texts, *asked)[1]
    assert _told(capsys, *asked, "--record")[0] == 0
    assert str(read_from(tmp_path / "read.toml")[LATE].day) == "2026-11-25"


@pytest.mark.parametrize(
    ("contents", "rule", "words"),
    [
        (None, LATE, "cannot be read"),
        (b" \n", LATE, "is empty"),
        (b"\xff\xff\xff", LATE, "unknown encoding"),
        (OLD.encode(), "no-such", "has no rule no-such"),
        (OLD.encode(), SHIPPING, "no record of a reading"),
    ],
)
def test_a_text_that_cannot_be_compared(
    contents: bytes | None,
    rule: str,
    words: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    kept = ("--read", tmp_path / "read.toml")
    _told(capsys, dated(tmp_path / "texts", late_2026_06_03=OLD), "--record", *kept)
    file = tmp_path / "copied.txt"
    if contents is not None:
        file.write_bytes(contents)
    status, told = _told(capsys, "--text", file, "--rule", rule, "--lang", "en", *kept)
    assert status == 2
    assert words in told
    assert told.count("\n") == 1


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_wrong_directories_and_records(
    lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    damaged = tmp_path / "read.toml"
    damaged.write_text("[a]\nday = 1")
    texts = dated(tmp_path / "texts", late_2026_06_03=OLD)
    for asked in ([tmp_path / "none"], [tmp_path], [texts, "--read", damaged]):
        status, told = _told(capsys, *asked, "--lang", lang)
        assert status == 2
        assert told.count("\n") == 1
        assert str(tmp_path) in told


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--text", "a.txt"],
        ["copy", "--rule", "101706"],
        ["--text", "a.txt", "--rule", "101706", "--issue"],
        ["copy", "--due"],
        ["--due", "--dry-run"],
        ["--issue", "--since", "2026-06-03"],
        ["copy", "--record", "--since", "2026-06-03"],
        ["copy", "--today", "tomorrow"],
        ["copy", "--lang", "fr"],
    ],
)
def test_what_cannot_be_meant(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert capsys.readouterr().err


def test_the_monthly_routine(capsys: pytest.CaptureFixture[str]) -> None:
    status, told = _told(capsys, "--due", *MUCH_LATER)
    assert status == 1
    ages = [int(line.partition(" 天：")[0]) for line in told.splitlines() if line[:1].isdecimal()]
    assert len(ages) > 10
    assert all(first >= second for first, second in pairwise(ages))
    late = told.partition(f"【商家-发货超时】实施细则（{LATE}）")[2].partition("\n\n")[0]
    assert "抖店后台 › 规则中心" in late
    assert str(held()[LATE].newest.address) in late
    assert "late-delivery.maximum" in late
    assert "只读过它的公示" in told.partition("：商家退店规范")[2].partition("\n\n")[0]
    # Others may speak for a later day: announcements for a day that was not seen any more.
    newest = held()[LATE].newest.speaks[1]
    status, told = _told(capsys, "--due", "--today", newest, "--lang", "en")
    assert "0 days: Late shipment" in told


def test_the_issue_has_no_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = dated(tmp_path / "old", late_2026_06_03=OLD)
    title = "关于修订《【商家-发货超时】实施细则》的公示通知 `@all`"
    listed = [{"id": "a1", "title": title, "publishedAt": "2026-12-10T07:00:00.000Z"}]
    new = copied(tmp_path / "new", {LATE: CHANGED}, listed)
    status, told = _told(capsys, new, "--since", old, "--dry-run", *MUCH_LATER)
    assert status == 1
    lines = told.splitlines()
    assert lines[0].startswith("# 规则核对：2 份有新的，")
    assert lines[2].startswith("这里最新的文字停在 2026-08-21")
    assert "梨子" not in told
    assert f"(https://school.jinritemai.com/doudian/web/article/{LATE})" in told
    assert "新出现的数字：4%、3.00元" in told
    assert "公示通知 '@all'` https://school" in told
    assert "商家退店规范" in told, "what is due is in it, too"


def test_nothing_to_open(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    oldest = min(each.newest.speaks[1] for each in held().values())
    texts = dated(tmp_path, late_2026_08_20=OLD)
    asked = (texts, "--since", "2026-08-20", "--dry-run", "--today", oldest)
    assert _told(capsys, *asked) == (0, "没有新文字，也没有到期的规则，不用开。\n")


def test_without_the_copy_the_issue_says_what_is_due(capsys: pytest.CaptureFixture[str]) -> None:
    status, told = _told(capsys, "--dry-run", *MUCH_LATER, "--lang", "en")
    assert status == 1
    assert told.splitlines()[2].startswith("The public copy could not be had")
    assert "## Not looked up for more than a month" in told


def _pretend_gh(folder: Path, monkeypatch: pytest.MonkeyPatch, *, number: str) -> Path:
    """A ``gh`` that notes what it is asked, and lists the issue ``number`` as open."""
    said = folder / "said.txt"
    program = folder / "gh"
    program.write_text(
        f"#!{sys.executable}\n"
        "import sys\n"
        f"with open({str(said)!r}, 'a', encoding='utf-8') as file:\n"
        "    print(*sys.argv[1:], file=file)\n"
        "    if '--body-file' in sys.argv: print(sys.stdin.read(), file=file)\n"
        f"if sys.argv[2] == 'list': print({number!r})\n"
        "if sys.argv[2] == 'create' and sys.argv[1] == 'issue': print('https://issue')\n",
        encoding="utf-8",
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONUTF8", "1")
    return said


@pytest.mark.parametrize(("number", "command"), [("", "issue create"), ("17", "issue edit 17")])
def test_one_issue_is_open_at_most(
    number: str,
    command: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    said = _pretend_gh(tmp_path, monkeypatch, number=number)
    texts = dated(tmp_path / "texts", late_2026_08_20=OLD)
    status, told = _told(capsys, texts, "--since", "2026-08-20", "--issue", *MUCH_LATER)
    assert status == 1
    assert told == ("\n" if number else "https://issue\n")
    asked = said.read_text(encoding="utf-8")
    assert asked.splitlines()[0].startswith("label create watch --force")
    assert [line for line in asked.splitlines() if line.startswith(command)]
    assert asked.count("--body-file -") == 1
    assert "## 怎么做" in asked


def test_gh_that_fails_or_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    status, told = _told(capsys, "--issue", *MUCH_LATER)
    assert (status, told.count("\n")) == (2, 1)
    assert "--dry-run" in told
    program = tmp_path / "gh"
    program.write_text("#!/bin/sh\necho no token >&2\nexit 4\n")
    program.chmod(0o755)
    status, told = _told(capsys, "--issue", *MUCH_LATER, "--lang", "en")
    assert (status, told) == (2, "gh label create failed: no token\n")


def test_what_is_kept_of_the_texts() -> None:
    read = read_from()
    texts = {rule for rule, each in held().items() if each.is_text}
    assert texts <= read.keys() <= held().keys(), "--record what was read"
    for rule, table in loads(READ.read_text(encoding="utf-8")).items():
        assert set(table) == {"day", "hash", "clauses"}, rule
        for clause in table["clauses"]:
            hashed, *figures = clause.split(" ")
            assert len(hashed) == 8
            int(hashed, 16)
            assert figures
            assert all(figures_in(each) == (each,) for each in figures), clause


def test_both_languages_say_the_same_things() -> None:
    zh, en = (read_toml("tools.watch", f"{lang}.toml") for lang in ("zh", "en"))
    assert {(table, key) for table in zh for key in zh[table]} == {
        (table, key) for table in en for key in en[table]
    }


def test_the_weekly_workflow() -> None:
    text = (ROOT / ".github" / "workflows" / "watch.yml").read_text(encoding="utf-8")
    workflow = yaml.safe_load(text)
    # YAML takes the word "on" for a truth value.
    (weekly,) = workflow[True]["schedule"]
    assert weekly["cron"].split()[2:] == ["*", "*", "1"]
    assert workflow["permissions"] == {"contents": "read"}
    (job,) = workflow["jobs"].values()
    assert job["permissions"] == {"contents": "read", "issues": "write"}
    steps = job["steps"]
    for step in steps:
        if "uses" in step:
            assert len(step["uses"].partition("@")[2]) == 40, "pinned by a hash"
    assert "git clone --depth 1" in text
    assert "python -m tools.watch" in steps[-1]["run"]
    assert "pypi" not in text


def test_it_needs_no_package() -> None:
    """The workflow runs it with Python alone: without the environment's packages."""
    ran = subprocess.run(
        [sys.executable, "-S", "-m", "tools.watch", "--dry-run", *MUCH_LATER],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (1, "")


CHANGED_BY_AUGUST = {
    "aHwH9wK4Je2N": "late shipment",
    "aHwHroCPheig": "tracking timeouts",
    "aHzmeN9E9dBF": "abnormal tracking",
    "aHwH9wK4JyWJ": "fraudulent shipment",
}


@pytest.mark.skipif(
    "HANDBOOK_RULE_TEXTS" not in os.environ,
    reason="HANDBOOK_RULE_TEXTS names no directory of the platform's texts, dated files of 2026",
)
def test_the_real_history(capsys: pytest.CaptureFixture[str]) -> None:
    texts = Path(os.environ["HANDBOOK_RULE_TEXTS"])
    status, told = _told(capsys, texts, "--since", "2026-06-03", "--lang", "en", *MUCH_LATER)
    assert status == 1
    newer = told.partition("There is a text, but no record")[0]
    for rule, name in CHANGED_BY_AUGUST.items():
        entry = newer.partition(f"({rule})")[2].partition("\n\n")[0]
        assert "sentences whose figures differ" in entry, name
    for rule in (HANDLING, "101830", "aHibaVrJVc8f", "aJijWkX3JyxR"):
        assert rule not in newer, "it stayed"
    status, told = _told(capsys, texts, "--lang", "en", "--today", "2026-08-25")
    assert "No text is newer" in told, "all of them were read"
