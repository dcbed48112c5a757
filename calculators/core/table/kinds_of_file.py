"""What a file is, told by its first bytes and never by its name: an .xls may be a web page."""

import re

from calculators.core.table.wide import wide_encoding

# So many first bytes tell.
HEAD_BYTES = 4096

TEXT, ZIP, COMPOUND = "text", "zip", "compound"

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# A zip has these whatever is in it: files, none, or the first of several parts.
_ZIPS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_BEGINNINGS = {
    "zip_archive": (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08", b"BZh", b"\xfd7zXZ"),
    "picture": (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*"),
}
# Containers whose brand stands behind a length: WebP, and what phones take pictures in.
_BRANDS = re.compile(rb"RIFF....WEBP|....ftyp(?:heic|heix|heif|mif1|msf1|avif)", re.DOTALL)
_BITMAP = re.compile(rb"BM....\x00\x00\x00\x00", re.DOTALL)
_PDF = re.compile(rb"\s{0,9}%PDF-")

_HTML = re.compile(
    r"<!doctype html|<(?:html|head|meta|body|table|style|div)\b|mime-version:", re.IGNORECASE
)
_XML = re.compile(r"<\?xml\b|<\w+:?workbook\b", re.IGNORECASE)
_HTML_WITHIN = re.compile(r"<(?:html|table)[\s>]", re.IGNORECASE)
# A heading in square brackets is none: of JSON the next mark is a value's.
_JSON = re.compile(r"""\{\s*(?:"|\}\s*$)|\[\s*(?:[\[{"]|-?[\d.]+\s*,|\]\s*$)""")
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"

# Pictures and the like are full of these; in a text there may be stray ones.
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_STRAY = 3


def kind_of(head: bytes) -> str:
    """``text``, ``zip`` or ``compound`` (see the names above), else the code to refuse it with.

    Those are ``html_table``, ``xml_table``, ``json``, ``pdf``, ``picture``, ``zip_archive`` and
    ``no_text``. ``zip`` and ``compound`` may be workbooks: their contents tell.
    """
    if head.startswith(_ZIPS):
        return ZIP
    if head.startswith(_COMPOUND):
        return COMPOUND
    for code, beginnings in _BEGINNINGS.items():
        if head.startswith(beginnings):
            return code
    if _BRANDS.match(head) or _BITMAP.match(head):
        return "picture"
    if _PDF.match(head):
        return "pdf"
    wide = wide_encoding(head)
    if not wide and len(_CONTROLS.findall(head)) > max(_STRAY, len(head) // 50):
        return "no_text"
    return _kind_of_text(_as_text(head, wide))


def _as_text(head: bytes, wide: tuple[str, int] | None) -> str:
    """The first characters as far as they are ASCII: all that tags and brackets need."""
    if wide:
        encoding, mark = wide
        return head[mark:].decode(encoding, "replace")
    return head.removeprefix(_BYTE_ORDER_MARK).decode("latin-1")


def _kind_of_text(text: str) -> str:
    text = text.lstrip()
    if _HTML.match(text):
        return "html_table"
    if _XML.match(text):
        return "html_table" if _HTML_WITHIN.search(text) else "xml_table"
    return "json" if _JSON.match(text) else TEXT
