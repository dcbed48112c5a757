"""Web pages and XML, told by what they begin with: the root behind comments and declarations."""

import re

from calculators.core.text.patterns import lazy_pattern

_COMMENT, _COMMENT_ENDS = "<!--", "-->"
_INSTRUCTION, _INSTRUCTION_ENDS, _XML = "<?", "?>", "<?xml"
_DOCTYPE = lazy_pattern(r"<!doctype\s+(?P<root>[\w:.-]+)", re.IGNORECASE | re.ASCII)
_ROOT = lazy_pattern(r"<(?P<name>[a-z_][\w:.-]*)(?=[\s/>])", re.IGNORECASE | re.ASCII)
_HTML = {
    "html", "head", "meta", "body", "table", "style", "div", "title", "script", "link", "base",
    "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "colgroup", "form", "frameset",
}  # fmt: skip
# These may stand in a cell as well.
_HTML_PERHAPS = lazy_pattern(
    r"(?:p|br|hr|b|i|a|span|font|center|h[1-6]|strong|pre|img|ul|ol)", re.ASCII
)
_HTML_WITHIN = lazy_pattern(r"<(?:html|body|table|tr|td|div)[\s>]", re.IGNORECASE)
# Behind a root that nothing announces, an element or a name space tells XML from a heading.
_WITHIN = lazy_pattern(r"<[^<>]{0,2000}>\s*<|<[^<>]{0,2000}\bxmlns\b")
# A web page in one file is a message with parts.
_HEADER = lazy_pattern(r"[a-z][a-z-]{0,60}:", re.IGNORECASE)
_MESSAGE = lazy_pattern(r"^mime-version:", re.IGNORECASE | re.MULTILINE)


def kind_of_markup(text: str) -> str | None:
    """``html_table``, ``xml_table`` or ``picture`` (SVG) by the first characters; else ``None``."""
    if _HEADER.match(text) and _MESSAGE.search(text):
        return "html_table"
    announced = False
    while text.startswith((_COMMENT, _INSTRUCTION)) or (doctype := _DOCTYPE.match(text)):
        if text.startswith(_COMMENT):
            end = text.find(_COMMENT_ENDS)
            # Only what is markup begins with a comment that goes on and on.
            if end < 0:
                return "xml_table" if announced else "html_table"
            text = text[end + len(_COMMENT_ENDS) :].lstrip()
        elif text.startswith(_INSTRUCTION):
            announced = announced or text[: len(_XML)].lower() == _XML
            _, _, text = text.partition(_INSTRUCTION_ENDS)
            text = text.lstrip()
        else:
            assert doctype
            return _kind_of_root(doctype["root"]) or "xml_table"
    root = _ROOT.match(text)
    if root and (kind := _kind_of_root(root["name"])):
        return kind
    if announced:
        return "xml_table"
    if not root:
        return None
    if _HTML_PERHAPS.fullmatch(root["name"].lower()):
        return "html_table" if _HTML_WITHIN.search(text) else None
    return "xml_table" if _WITHIN.match(text) or _is_workbook(root["name"]) else None


def _kind_of_root(name: str) -> str | None:
    local = name.rpartition(":")[2].lower()
    if local == "svg":
        return "picture"
    return "html_table" if local in _HTML and ":" not in name else None


def _is_workbook(name: str) -> bool:
    return name.rpartition(":")[2].lower() == "workbook"
