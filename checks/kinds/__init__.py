"""The kinds of mistakes, in the order of the search: what others follow from comes first."""

from collections.abc import Callable, Iterator

from checks.finding import Finding
from checks.house import House
from checks.kinds import (
    ahead,
    claims,
    examples,
    figures,
    files,
    front_matter,
    glossary,
    headings,
    links,
    lists,
    macros,
    navigation,
    pairs,
    rules,
    section_sources,
    sources,
    stale,
    tables,
    terms,
    texts,
    writing,
)

type Kind = Callable[[House, tuple[Finding, ...]], Iterator[Finding]]

KINDS: tuple[Kind, ...] = (
    files.unreadable,
    files.broken_toml,
    front_matter.front_matter,
    headings.headings,
    sources.sources,
    rules.rules,
    lists.lists,
    glossary.glossary,
    claims.rows,
    texts.texts,
    macros.macros,
    section_sources.comments,
    tables.rows,
    writing.writing,
    writing.outside,
    terms.other_words,
    figures.typed,
    examples.examples,
    section_sources.unsourced,
    pairs.pages,
    navigation.navigation,
    pairs.front_matter,
    pairs.headings,
    pairs.macros,
    pairs.sources,
    pairs.shapes,
    links.links,
    claims.homes,
    ahead.ahead,
    stale.stale,
)
# What every build rests on: asked before the browser's Python is made, which takes long.
OF_CALCULATORS: tuple[Kind, ...] = (
    files.unreadable,
    files.broken_toml,
    sources.sources,
    rules.rules,
    texts.texts,
    examples.examples,
)
# Where a file has one of these, nothing else is looked for in it.
ROOTS = frozenset(
    {"comment.open", "file.conflict", "file.empty", "file.encoding", "front.none", "toml.syntax"}
)
