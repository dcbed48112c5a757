"""Lists to tick: ``- [ ] …`` in a guide, kept on the reader's device and printed as one sheet."""

import re

from macros.templating import render, words

_LIST_OR_HEADING = re.compile(
    r'<h[1-6]\b[^>]*\bid="(?P<heading>[^"]+)"|<ul class="task-list">.*?</ul>', re.DOTALL
)


def with_checklists(html: str, stem: str, lang: str) -> str:
    """``html`` of the page ``stem`` with a ``check-list`` around each list to tick.

    It is named by the page and the heading above it, alike in both languages, so that what was
    ticked in one is ticked in the other. To be called once the search has seen the page: the words
    beside a list are no text of it.
    """
    section = ""

    def around(found: re.Match[str]) -> str:
        nonlocal section
        if found["heading"]:
            section = found["heading"]
            return found[0]
        name = f"{stem}#{section}"
        tools = render("check_list.html", name=name, words=words(lang)["check_list"])
        return tools.replace("<!-- list -->", found[0])

    return _LIST_OR_HEADING.sub(around, html)
