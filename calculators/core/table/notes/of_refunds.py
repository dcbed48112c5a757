"""Which of several columns of amounts given back is read, and which is of another currency."""

from collections.abc import Iterator, Sequence

from calculators.core.inputs.normalising import quoted
from calculators.core.table.columns.headings import Headings
from calculators.core.table.notes.aside import Aside
from calculators.core.text.catalogue import Texts
from calculators.core.text.formatting import sentence


def notes_of_refunds(
    texts: Texts,
    headings: Headings,
    columns: Sequence[int],
    foreign: Sequence[int],
    *,
    alike: bool,
) -> Iterator[str]:
    """The sentences; none where one column is read, or none is there.

    ``columns`` are those that are read, if there are several, the ``foreign`` ones those that are
    not; ``alike``: the first rows say the same in all of them.
    """
    for at in foreign:
        values = {"heading": quoted(headings.headings[at])}
        yield sentence(texts, "notes", "refunds_foreign", values=values)
    if not columns:
        return
    names = tuple(quoted(headings.headings[at]) for at in columns)
    code = "refunds_alike" if alike else "refunds_differ"
    text = sentence(texts, "notes", code, values={"columns": names})
    yield Aside(text) if alike and headings.layout.whole else text
