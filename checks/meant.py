"""Figures that are meant as they are typed, though a rule has the same: ``docs/meant.csv``.

A line names the file, the place in it (a section's id, or a key), the figure and how often it
stands there: examples, another rule's figure, what was said in former years.
"""

import csv
from collections import Counter
from collections.abc import Iterable, Mapping
from io import StringIO

MEANT = "docs/meant.csv"
_HEAD = "file,place,figure,times"


def meant(text: str) -> Mapping[tuple[str, str], Mapping[str, int]]:
    """How often each figure is meant, by file and place."""
    found: dict[tuple[str, str], dict[str, int]] = {}
    for row in csv.DictReader(StringIO(text or _HEAD)):
        found.setdefault((row["file"], row["place"]), {})[row["figure"]] = int(row["times"])
    return found


def written(places: Iterable[tuple[str, str, str]]) -> str:
    """The file for these: each place and figure with how often it is there."""
    counted = Counter(places)
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_HEAD.split(","))
    writer.writerows((*each, counted[each]) for each in sorted(counted))
    return out.getvalue()
