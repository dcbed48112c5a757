"""What a file is, told by its first bytes: each kind is called what it is, in both languages."""

import io
import zlib

import pytest

from calculators import definition
from calculators.core.inputs.errors import ErrorDetails, InputError
from calculators.core.output.errors import error_text
from calculators.core.table.files.kinds import TEXT, kind_of
from calculators.core.table.files.opening import open_table
from calculators.core.text.catalogue import LANGUAGES
from tests.support.order_tables import answer_table
from tests.support.workbooks import zipped

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
    "old_workbook": [
        _compound("Workbook"),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        # The first records of what was written before compound files, and by programs without.
        b"\x09\x00\x04\x00\x02\x00\x10\x00",
        b"\x09\x02\x06\x00\x00\x03\x10\x00\x00\x00",
        b"\x09\x04\x06\x00\x00\x04\x10\x00\x00\x00",
        b"\x09\x08\x08\x00\x00\x05\x10\x00\x00\x00\x00\x00",
        b"\x09\x08\x10\x00\x00\x06\x05\x00",
    ],
    "other_workbook": [
        b"ID;PWXL;N;E\r\nP;PGeneral\r\nC;Y1;X1;K5",
        b'TABLE\r\n0,1\r\n"EXCEL"\r\n',
        b"\x00\x00\x02\x00\x06\x04",
        zipped(
            {"META-INF/manifest.xml": '<m media="application/vnd.oasis.opendocument.spreadsheet"/>'}
        ),
        zipped({"index.xml": "<?xml version='1.0'?><ls:document/>"}),
        zipped({"订单.numbers/Index.zip": "x"}),
    ],
    "encrypted_workbook": [
        _compound("\x06DataSpaces", "Version", "DataSpaceMap", "Info", "EncryptedPackage"),
    ],
    "other_document": [
        _compound("WordDocument"),
        _compound("VisioDocument"),
        b"{\\rtf1\\ansi",
        zipped({"mimetype": "application/epub+zip"}),
        zipped({"[Content_Types].xml": "<Types/>", "visio/document.xml": "<x/>"}),
        zipped({"Index/Document.iwa": "x", "Data/1.jpg": "x"}),
    ],
    "html_table": [
        b"<html xmlns:x=...><table><tr><td>1",
        b"\xef\xbb\xbf\r\n <TABLE border=1>",
        b"<!DOCTYPE html><html>",
        '<meta charset="gbk"><table><tr><td>订单'.encode("gbk"),
        b"\xff\xfe" + "<html><table>".encode("utf-16-le"),
        b'<?xml version="1.0"?><html><table>',
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related",
        b"From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: x",
        b"<!-- \xe8\xae\xa2\xe5\x8d\x95 -->\n<!-- 2 --><table><tr><td>1",
        b'\xef\xbb\xbf\xef\xbb\xbf\n<!-- a, b -->\n<!DOCTYPE HTML PUBLIC "-//W3C"><HTML>',
        b"<!-- " + b"x" * 9000,
        b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0"><html>',
        b"<tr><td>1</td></tr>",
        b"<script>x</script>",
        b"<center><p>x<table>",
        "\ufeff<!-- x --><table>".encode("utf-16-be"),
    ],
    "xml_table": [
        b'<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas',
        b"<ss:Workbook>",
        b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook><Table ss:x="1">',
        b"<!-- x --><Workbook xmlns='urn'>",
        b"<?xml version='1.0'?><!-- " + b"x" * 9000,
        b"<orders><order><paid>5</paid>",
        b'<feed xmlns="http://www.w3.org/2005/Atom">',
        b"<?xml version='1.0'?><!DOCTYPE orders SYSTEM 'x'><orders>",
    ],
    "json": [
        b'\xef\xbb\xbf\r\n\t {\n  "a": 1',
        '\n {"a": 1}'.encode("utf-16-le"),
        b"{'a': 1}",
        b"[true]",
        b'callback({"a": 1})',
        b'{"a": 1}\n{"a": 2}\n',
        b'{"orders": []}',
        b' [{"id": 1}]',
        b"[1, 2]",
        b"[]",
        b"{\n}",
        b"[[1,2]]",
    ],
    "zip_archive": [
        b"Rar!\x1a\x07\x00",
        b"7z\xbc\xaf\x27\x1c",
        b"\x1f\x8b\x08" + zlib.compress(b"x"),
        b"RE~^\x07",
        b"BZh91AY&SY\x00",
        b"(\xb5/\xfd\x04",
        b"orders.csv".ljust(257, b"\0") + b"ustar\x0000",
        zipped({"orders.csv": "x", "index.xml": "<x/>"}),
    ],
    "pdf": [b"%PDF-1.7\n%\xe2\xe3", b"\n%PDF-1.4", b"\xef\xbb\xbf%PDF-1.4", b"x\n%PDF-1.4\n"],
    "picture": [
        PNG,
        b"\xff\xd8\xff\xe0\x00\x10JFIF",
        b"GIF89a",
        b"RIFF\x00\x00\x00\x00WEBPVP8 ",
        b"\x00\x00\x00\x18ftypheic",
        b"BM\x36\x00\x0c\x00\x00\x00\x00\x00",
        *(b"\x00\x00\x00\x18ftyp" + brand for brand in (b"heix", b"mif1", b"hevc", b"avif")),
        b"II*\x00\x08\x00",
        b"\x00\x00\x01\x00\x01\x00",
        b"8BPS\x00\x01",
        b'<svg xmlns="http://www.w3.org/2000/svg">',
        b'<?xml version="1.0"?>\n<!-- x --><svg width="5">',
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
        "<Order>,<Paid>\n1,5\n",
        "<b>Order</b>,paid\n1,5\n",
        "<!-- exported --> order,paid\n1,5\n",
        "ID;Product;Paid\n1;x;5\n",
        "ID;P\n1;5\n",
        "BZh,paid\n1,5\n",
        "GIF8,paid\n1,5\n",
        "TABLE,paid\n0,1\n",
        "Order: number,paid\n1,5\n",
        "Order(s),paid\n1,5\n",
        "\t\torder\tpaid\n",
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


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le"])
@pytest.mark.parametrize(
    ("orders", "zeros"),
    # The most zeros are more than is read at once.
    [(2, 2), (2, 4), (2, 4096), (2, 300_001), (3000, 4096)],
)
def test_zeros_at_the_end_are_left_out_and_said(encoding: str, zeros: int, orders: int) -> None:
    text = "订单编号,实付金额\n" + "".join(f"A{at},400\n" for at in range(orders))
    found = answer_table(text.encode(encoding) + bytes(zeros))
    assert found.amounts == ["4.00"] * orders
    assert "The file ends in zero bytes" in found.notes
    whole = answer_table(text.encode(encoding))
    assert "zero bytes" not in whole.notes


def test_zeros_within_a_file_stay() -> None:
    found = answer_table("订单编号,实付金额\nA,400\nB\0\0,500\nC,600\n".encode())
    assert found.amounts == ["4.00", "5.00", "6.00"]
    assert "zero bytes" not in found.notes


def test_zeros_alone_are_no_table() -> None:
    with pytest.raises(InputError) as refused:
        open_table([bytes(5000)])
    assert refused.value.code == "no_text"
