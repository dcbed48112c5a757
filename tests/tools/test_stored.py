"""Both layouts give the same records, the newest first; what is neither is told in one line."""

from datetime import date
from pathlib import Path

import pytest

from tests.tools.texts import CHANGED, LATE, OLD, SHIPPING, copied, dated
from tools.watch import UnusableError
from tools.watch.layouts import read_directory


def test_dated_files(tmp_path: Path) -> None:
    read = read_directory(dated(tmp_path, late_2026_06_03=OLD, late_2026_08_11=CHANGED))
    assert [(each.rule, each.day, each.text) for each in read.texts] == [
        (LATE, date(2026, 8, 11), CHANGED),
        (LATE, date(2026, 6, 3), OLD),
    ]
    assert read.texts[0].title == "【测试】late"
    assert read.newest()[LATE].text == CHANGED
    assert read.newest(until=date(2026, 8, 10))[LATE].text == OLD
    assert read.newest(until=date(2026, 6, 2)) == {}
    assert read.newest_day == date(2026, 8, 11)


def test_a_rule_that_the_index_lacks_is_called_by_its_id(tmp_path: Path) -> None:
    dated(tmp_path, late_2026_06_03=OLD)
    (tmp_path / "index.md").unlink()
    assert read_directory(tmp_path).texts[0].title == LATE


@pytest.mark.parametrize("below", ["", "data/douyin"])
def test_the_public_copy(below: str, tmp_path: Path) -> None:
    listed = [{"id": SHIPPING, "content": CHANGED, "publishedAt": "2026-07-09T15:27:30.000Z"}]
    copied(tmp_path, cached={LATE: OLD}, listed=listed)
    read = read_directory(tmp_path / below)
    # 18:00 in the world's time is the next day in China.
    assert [(each.rule, each.day) for each in read.texts] == [
        (LATE, date(2026, 8, 21)),
        (SHIPPING, date(2026, 8, 20)),
    ]
    assert read.newest()[SHIPPING].text == CHANGED
    assert [(each.rule, each.published) for each in read.listed] == [(SHIPPING, date(2026, 7, 9))]
    assert read.newest_day == date(2026, 8, 21)


def test_of_the_copys_places_the_freshest_counts(tmp_path: Path) -> None:
    read = read_directory(
        copied(
            tmp_path,
            cached={LATE: "cached"},
            listed=[{"id": LATE, "content": "listed"}, {"id": SHIPPING, "content": "listed"}],
            kept={LATE: "kept", SHIPPING: "kept", "113278": "kept"},
        )
    )
    newest = read.newest()
    assert {rule: each.text for rule, each in newest.items()} == {
        LATE: "cached",
        SHIPPING: "listed",
        "113278": "kept",
    }
    assert newest["113278"].day is None


def test_an_id_that_is_none_is_left_out(tmp_path: Path) -> None:
    read = read_directory(copied(tmp_path, listed=[{"id": "a](https://elsewhere"}]))
    assert read.listed == ()


def _damage(root: Path, how: str) -> Path:
    copy = root / "data" / "douyin"
    match how:
        case "no_directory":
            return root / "missing"
        case "no_layout":
            (root / "a.txt").write_text("a")
        case "empty":
            dated(root, late_2026_06_03=" \n")
        case "undecodable":
            (dated(root, late_2026_06_03=OLD) / f"{LATE}_2026-06-03.txt").write_bytes(
                b"\xff\xfe\xff"
            )
        case "unreadable":
            (dated(root, late_2026_06_03=OLD) / f"{SHIPPING}_2026-06-03.txt").mkdir()
        case "not_json":
            copied(root)
            (copy / "rules.json").write_text("[")
        case "other_layout":
            copied(root, listed=[{"id": LATE, "lastSeenAt": "yesterday"}])
    return root


@pytest.mark.parametrize(
    "code",
    [
        "no_directory", "no_layout", "empty", "undecodable", "unreadable", "not_json",
        "other_layout",
    ],
)  # fmt: skip
def test_what_cannot_be_used(code: str, tmp_path: Path) -> None:
    with pytest.raises(UnusableError) as raised:
        read_directory(_damage(tmp_path, code))
    assert raised.value.code == code


def test_a_list_that_is_none(tmp_path: Path) -> None:
    copied(tmp_path)
    (tmp_path / "data/douyin/rules.json").write_text("{}")
    with pytest.raises(UnusableError, match="not_json"):
        read_directory(tmp_path)


def test_a_day_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(UnusableError, match="other_layout"):
        read_directory(dated(tmp_path, late_2026_13_45=OLD))
