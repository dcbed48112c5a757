"""What a file is, told by its first bytes and never by its name: an .xls may be a web page."""

import re

from calculators.core.table.files.markup import kind_of_markup
from calculators.core.table.files.wide import wide_encoding
from calculators.core.text.patterns import lazy_pattern

# So many first bytes tell.
HEAD_BYTES = 4096

TEXT, ZIP, COMPOUND = "text", "zip", "compound"

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# A zip has these whatever is in it: files, none, or the first of several parts.
_ZIPS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_BEGINNINGS = {
    # Lotus 1-2-3, and SYLK and DIF, which are text.
    "other_workbook": (b"\x00\x00\x02\x00", b"\x00\x00\x1a\x00", b"TABLE\r\n0,1\r\n"),
    "other_document": (b"{\\rtf", b"%!PS-Adobe"),
    "zip_archive": (
        b"Rar!\x1a\x07", b"RE~^", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08", b"\x1f\x9d", b"\xfd7zXZ",
        b"(\xb5/\xfd", b"\x04\x22M\x18", b"MSCF\x00", b"LZIP\x01", b"!<arch>\n",
    ),
    "picture": (
        b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*", b"II+\x00",
        b"MM\x00+", b"8BPS\x00", b"\x00\x00\x01\x00", b"\xd7\xcd\xc6\x9a", b"\xff\x0a",
        b"\x00\x00\x00\x0cjP  ", b"\x00\x00\x00\x0cJXL ", b"gimp xcf",
    ),
}  # fmt: skip
_PATTERNS = (
    # Old workbooks begin with their first record, before they were put into compound files, and
    # where programs leave that out.
    ("old_workbook", lazy_pattern(rb"\x09(?:\x00\x04|[\x02\x04]\x06|\x08[\x08\x10])\x00")),
    ("other_workbook", lazy_pattern(rb"ID;P[^\r\n]{0,80}\r?\n[A-Z]{1,2};")),  # SYLK
    # Containers whose brand stands behind a length: WebP, and what phones take pictures in.
    (
        "picture",
        lazy_pattern(
            rb"RIFF....WEBP"
            rb"|....ftyp(?:hei[cxmsf]|hev[cxms]|mif[12]|msf1|avi[fs]|avio|crx |jpeg)"
            rb"|BM....\x00\x00\x00\x00",
            re.DOTALL,
        ),
    ),
    ("zip_archive", lazy_pattern(rb"BZh[1-9]1AY&SY|.{257}ustar", re.DOTALL)),
    # A few lines may stand above.
    ("pdf", lazy_pattern(rb"(?:[^\n]{0,200}\n){0,9}(?:\xef\xbb\xbf)?\s{0,9}%PDF-\d")),
)
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"

# A heading in square brackets is none: of JSON the next mark is a value's. A program may call for
# it by a name.
_JSON = lazy_pattern(
    r"""(?:[\w.$]{1,60}\()?(?:\{\s*(?:["']|\}\s*$)|\[\s*(?:[\[{"]|\]\s*$"""
    r"""|-?[\d.]+\s*,|(?:true|false|null)\b))""",
    re.ASCII,
)

_LINE_END = lazy_pattern(rb"[\r\n]")
# Pictures and the like are full of these; in a text there may be stray ones.
_CONTROLS = lazy_pattern(rb"[\x00-\x08\x0e-\x1f]")
_STRAY = 3
_UNSEEN = " \t\r\n\f\v\0\ufeff"


def kind_of(head: bytes) -> str:
    """``text``, ``zip`` or ``compound`` (see the names above), else the code to refuse it with.

    Those are ``old_workbook``, ``other_workbook``, ``other_document``, ``html_table``,
    ``xml_table``, ``json``, ``pdf``, ``picture``, ``zip_archive`` and ``no_text``. ``zip`` and
    ``compound`` may be workbooks: their contents tell.
    """
    if head.startswith(_ZIPS):
        return ZIP
    if head.startswith(_COMPOUND):
        return COMPOUND
    for code, beginnings in _BEGINNINGS.items():
        if head.startswith(beginnings):
            return code
    for code, pattern in _PATTERNS:
        if pattern.match(head):
            return code
    wide = wide_encoding(head)
    # A crash while a file is written leaves its end as zeros.
    if not wide and _LINE_END.search(written := head.rstrip(b"\0")):
        head = written
    if not wide and len(_CONTROLS.findall(head)) > max(_STRAY, len(head) // 50):
        return "no_text"
    text = _as_text(head, wide).lstrip(_UNSEEN)
    return kind_of_markup(text) or ("json" if _JSON.match(text) else TEXT)


def _as_text(head: bytes, wide: tuple[str, int] | None) -> str:
    """The first characters as far as they are ASCII: all that tags and brackets need."""
    if wide:
        encoding, mark = wide
        return head[mark:].decode(encoding, "replace")
    while head.startswith(_BYTE_ORDER_MARK):
        head = head.removeprefix(_BYTE_ORDER_MARK)
    return head.decode("latin-1")
