"""Files that cannot be read at all: another encoding, nothing in them, TOML that is none."""

import codecs
import re
import tomllib
from collections.abc import Iterator

from checks.finding import Finding
from checks.house import House

_CONFLICT = re.compile(r"^(?:<{7} |>{7} |={7}$)", re.MULTILINE)
_WHERE = re.compile(r"\(at (?:line (\d+), column \d+|end of document)\)")
_TABLES = ("docs/claims.csv", "docs/glossary.csv")
_CHINESE_QUOTES = "“”‘’＂"


def unreadable(house: House, _: tuple[Finding, ...]) -> Iterator[Finding]:
    """Files that are no UTF-8, are empty, begin with a byte order mark, or hold two versions."""
    for path in (*house.page_paths, *house.toml_paths, *_TABLES):
        data = house.data(path)
        if data is None:
            if not path.endswith(".md"):
                yield Finding(path, 1, "file.gone")
        elif (text := house.text(path)) is None:
            yield Finding(path, _first_bad_line(data), "file.encoding")
        elif not text.strip():
            yield Finding(path, 1, "file.empty")
        elif found := _CONFLICT.search(text):
            yield Finding(path, text.count("\n", 0, found.start()) + 1, "file.conflict")
        elif data.startswith(codecs.BOM_UTF8):
            yield Finding(path, 1, "file.bom")


def broken_toml(house: House, found: tuple[Finding, ...]) -> Iterator[Finding]:
    """Files of TOML that no program can read, in words for what is usually the reason."""
    known = {each.path for each in found if each.code != "file.bom"}
    for path in house.toml_paths:
        text = house.text(path)
        if text is None or path in known or house.toml(path) is not None:
            continue
        try:
            tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            where = _WHERE.search(str(error))
            line = int(where[1]) if where and where[1] else _last_line(text)
            line = _begun(text, line)
            yield Finding(
                path, line, "toml.syntax", _reason(text.split("\n")[line - 1], str(error))
            )


def _first_bad_line(data: bytes) -> int:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return data.count(b"\n", 0, error.start) + 1
    return 1


def _last_line(text: str) -> int:
    return text.rstrip().count("\n") + 1


def _begun(text: str, line: int) -> int:
    """The line at which what is wrong begins: a text that is not closed is told one line late."""
    lines = text.split("\n")
    line = min(line, len(lines))
    while line > 1 and not lines[line - 1].strip():
        line -= 1
    return line


def _reason(line: str, error: str) -> dict[str, str]:
    said = line.strip()
    if any(each in line for each in _CHINESE_QUOTES) and "=" in line and '"' not in line:
        zh, en = (
            "引号是中文的，要用英文的直引号",
            "the quotation marks are Chinese; straight ones are needed",
        )
    elif line.count('"') % 2:
        zh, en = "少了一个引号", "a quotation mark is missing"
    elif "Cannot overwrite" in error or "Cannot declare" in error:
        zh, en = "同一个名字写了两次", "a name is given twice"
    elif "=" not in line and not line.strip().startswith("["):
        zh, en = (
            "少了等号，或者上一行没有写完",
            "an equals sign is missing, or the line before has no end",
        )
    elif "Unclosed array" in error or "inline table" in error or line.count("[") > line.count("]"):
        zh, en = "括号没有配对", "a bracket is not closed"
    else:
        zh, en = (
            "值要么用直引号包起来，要么是数字、日期、true 或 false",
            ("a value stands in straight quotation marks, or is a number, a day, true or false"),
        )
    return {"zh": zh, "en": en, "said": said[:60]}
