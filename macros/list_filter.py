"""The box that filters a long list: words to be typed, and chips."""

from collections.abc import Sequence

from macros.templating import render, words


def list_filter(entries: str, ask: str, chips: Sequence[tuple[str, str]], *, lang: str) -> str:
    """A filter of the ``entries`` (a CSS selector), each with its ``data-tags``.

    ``ask`` says what may be typed, ``chips`` are tags with their names.
    """
    return render(
        "list_filter.html", entries=entries, ask=ask, chips=chips, words=words(lang)["filter"]
    )
