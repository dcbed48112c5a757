"""Workbooks for tests: from rows, or their parts written by hand, for what no library writes."""

import io
import zipfile
from collections.abc import Mapping, Sequence

import openpyxl

TRANSITIONAL = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_RELATIONS = {
    TRANSITIONAL: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    STRICT: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}


def workbook_of(
    sheets: Mapping[str, Sequence[Sequence[object]]], merged: Sequence[str] = ()
) -> bytes:
    """A workbook with the rows of each of the named ``sheets``, its cells ``merged`` in all."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        for each in merged:
            sheet.merge_cells(each)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def by_hand(  # noqa: PLR0913 (each is one thing that a workbook may have)
    rows: str,
    *,
    formats: Mapping[int, str] | None = None,
    styles: tuple[int, ...] = (0,),
    strings: tuple[str, ...] = (),
    properties: str = "",
    space: str = TRANSITIONAL,
    prefix: str = "",
    after: str = "",
    more: Mapping[str, str] | None = None,
) -> bytes:
    """A workbook of one sheet with the XML ``rows``, all of whose tags have ``prefix``.

    ``styles`` are the numbers of the cells' formats, ``formats`` those with a text of their own;
    ``after`` stands behind the rows, ``properties`` are the workbook's.
    """
    p, related = prefix, _RELATIONS[space]
    declared = f'xmlns{":" + p[:-1] if p else ""}="{space}" xmlns:r="{related}"'
    codes = "".join(
        f'<{p}numFmt numFmtId="{number}" formatCode="{code.replace(chr(34), "&quot;")}"/>'
        for number, code in (formats or {}).items()
    )
    cells = "".join(f'<{p}xf numFmtId="{number}"/>' for number in styles)
    parts = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": _relations({"rId1": (f"{related}/officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": f"<{p}workbook {declared}><{p}workbookPr {properties}/>"
        f'<{p}sheets><{p}sheet name="订单" sheetId="1" r:id="rId1"/></{p}sheets></{p}workbook>',
        "xl/_rels/workbook.xml.rels": _relations(
            {
                "rId1": (f"{related}/worksheet", "worksheets/sheet1.xml"),
                "rId2": (f"{related}/styles", "styles.xml"),
                "rId3": (f"{related}/sharedStrings", "/xl/sharedStrings.xml"),
            }
        ),
        # The styles of styles come first, and do not count.
        "xl/styles.xml": f"<{p}styleSheet {declared}><{p}numFmts>{codes}</{p}numFmts>"
        f'<{p}cellStyleXfs><{p}xf numFmtId="14"/></{p}cellStyleXfs>'
        f"<{p}cellXfs>{cells}</{p}cellXfs></{p}styleSheet>",
        "xl/sharedStrings.xml": f"<{p}sst {declared}>"
        + "".join(f"<{p}si>{each}</{p}si>" for each in strings)
        + f"</{p}sst>",
        "xl/worksheets/sheet1.xml": f"<{p}worksheet {declared}>"
        f"<{p}sheetData>{rows}</{p}sheetData>{after}</{p}worksheet>",
    }
    return zipped(parts | dict(more or {}))


def zipped(parts: Mapping[str, str]) -> bytes:
    """A zip of ``parts``; one without a text is left out."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            if text:
                archive.writestr(name, text)
    return buffer.getvalue()


def _relations(named: Mapping[str, tuple[str, str]]) -> str:
    each = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>'
        for name, (kind, target) in named.items()
    )
    return f"<Relationships>{each}</Relationships>"
