"""What a file is, told by its first bytes: each kind is called what it is, in both languages."""

import io
import zlib

import pytest

from calculators import definition
from calculators.core.inputs.errors import ErrorDetails, InputError
from calculators.core.output.errors import error_text
from calculators.core.table.kinds_of_file import TEXT, kind_of
from calculators.core.table.opening import open_table
from calculators.core.text.catalogue import LANGUAGES

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x86" * 9
ORDERS = "订单,实付,备注\n1,5,一件\n2,189.50,急\n"


def _compound(*streams: str) -> bytes:
    """The header and the directory of a compound file."""
    header = bytearray(512)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    header[30:32] = (9).to_bytes(2, "little")
    header[48:52] = (1).to_bytes(4, "little")
    entries = (name.encode("utf-16-le").ljust(128, b"\0") for name in ("Root Entry", *streams))
    return bytes(header) + bytes(512) + b"".join(entries)


KINDS = {
    "old_workbook": [_compound("Workbook"), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"],
    "encrypted_workbook": [
        _compound("\x06DataSpaces", "Version", "DataSpaceMap", "Info", "EncryptedPackage"),
    ],
    "other_document": [_compound("WordDocument")],
    "html_table": [
        b"<html xmlns:x=...><table><tr><td>1",
        b"\xef\xbb\xbf\r\n <TABLE border=1>",
        b"<!DOCTYPE html><html>",
        '<meta charset="gbk"><table><tr><td>订单'.encode("gbk"),
        b"\xff\xfe" + "<html><table>".encode("utf-16-le"),
        b'<?xml version="1.0"?><html><table>',
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related",
    ],
    "xml_table": [b'<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas', b"<ss:Workbook>"],
    "json": [b'{"orders": []}', b' [{"id": 1}]', b"[1, 2]", b"[]", b"{\n}", b"[[1,2]]"],
    "zip_archive": [
        b"Rar!\x1a\x07\x00",
        b"7z\xbc\xaf\x27\x1c",
        b"\x1f\x8b\x08" + zlib.compress(b"x"),
    ],
    "pdf": [b"%PDF-1.7\n%\xe2\xe3", b"\n%PDF-1.4"],
    "picture": [
        PNG,
        b"\xff\xd8\xff\xe0\x00\x10JFIF",
        b"GIF89a",
        b"RIFF\x00\x00\x00\x00WEBPVP8 ",
        b"\x00\x00\x00\x18ftypheic",
        b"BM\x36\x00\x0c\x00\x00\x00\x00\x00",
    ],
    "no_text": [bytes(range(32)) * 20, b"\x7fELF" + bytes(60)],
}


@pytest.mark.parametrize(
    ("code", "data"), [(code, data) for code, each in KINDS.items() for data in each]
)
def test_what_is_no_table_is_called_what_it_is(code: str, data: bytes) -> None:
    with pytest.raises(InputError) as refused:
        open_table(io.BytesIO(data))
    assert refused.value.code == code
    for lang in LANGUAGES:
        said = error_text(definition("late-delivery").texts(lang), ErrorDetails("csv", code))
        assert said
        assert "{" not in said


@pytest.mark.parametrize(
    "text",
    [
        ORDERS,
        "[订单],[实付]\n1,5\n",
        "[2026] orders\n1,5\n",
        "{订单},实付\n",
        "<5 yuan,paid\n1,5\n",
        "BMW,paid\n1,5\n",
        "%,paid\n",
        "II,MM\n",
        "\x00a,b\n1,2\n",
        "",
    ],
)
def test_tables_are_texts(text: str) -> None:
    assert kind_of(text.encode()) == TEXT
    assert kind_of(text.encode("gb18030")) == TEXT


@pytest.mark.parametrize(
    ("characters", "controls", "kind"),
    [(2, 3, TEXT), (2, 4, "no_text"), (400, 8, TEXT), (400, 9, "no_text")],
)
def test_a_few_stray_control_characters_make_no_other_file(
    characters: int, controls: int, kind: str
) -> None:
    # Three in any text, in a longer one a fiftieth.
    text = "\x01" * controls
    assert kind_of((text + "a" * (characters - controls)).encode()) == kind


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize(
    "text",
    [ORDERS, "paid\r\n5\r\n", "订单\t实付\n" + "一一一\t最最最攀\n" * 400, "a,b\n" * 5000],
)
def test_utf_16_needs_no_mark(text: str, mark: str, encoding: str) -> None:
    opened = open_table(io.BytesIO((mark + text).encode(encoding)))
    assert "".join(opened.lines()) == text
    assert "".join(opened.lines()) == text, "as often as wanted"
    assert (opened.is_workbook, opened.sheets, opened.sure) == (False, (), True)


def test_a_text_has_no_sheets() -> None:
    with pytest.raises(InputError) as refused:
        open_table(io.BytesIO(ORDERS.encode()), sheet="订单")
    assert refused.value.code == "no_sheets"
