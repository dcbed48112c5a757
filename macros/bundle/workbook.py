"""A workbook as small as can be, with each kind of cell: opened once to see what that imports."""

import io
import zipfile

_RELATED = '<Relationship Id="{0}" Type="{0}" Target="{1}"/>'
_HEADINGS = ("订单号", "实付", "支付时间", "备注")
_CELLS = (
    "".join(f'<c t="inlineStr"><is><t>{each}</t></is></c>' for each in _HEADINGS),
    '<c t="s"><v>0</v></c><c><v>300.5</v></c><c s="1"><v>45717.5</v></c><c t="b"><v>1</v></c>',
    '<c><v>6.9E18</v></c><c s="2"><v>0.5</v></c>',
)
_PARTS = {
    "_rels/.rels": f"<r>{_RELATED.format('officeDocument', 'b.xml')}</r>",
    "_rels/b.xml.rels": "<r>"
    + _RELATED.format("worksheet", "s.xml")
    + _RELATED.format("styles", "f.xml")
    + _RELATED.format("sharedStrings", "t.xml")
    + "</r>",
    "b.xml": '<workbook><sheets><sheet name="s" r:id="worksheet"/></sheets></workbook>',
    "f.xml": '<s><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/><xf numFmtId="10"/></cellXfs></s>',
    "t.xml": "<s><si><t>甲</t></si></s>",
    "s.xml": "<s>" + "".join(f"<row>{each}</row>" for each in _CELLS) + "</s>",
}


def small_workbook() -> bytes:
    """The bytes of that workbook."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in _PARTS.items():
            archive.writestr(name, xml)
    return buffer.getvalue()
