"""Pages that a formula dated ahead will make untrue: their sentences do not move."""

import re
from collections.abc import Iterator
from datetime import date

from calculators import CALCULATORS
from calculators.core.rules.dated_rules import FORMULA
from checks.finding import Finding
from checks.house import House, folder

# Put on a page by whoever has written it for both sides of the day.
_WRITTEN = re.compile(r"<!--\s*ahead:\s*([\w-]+)\s+(\d{4}-\d\d-\d\d)\s*-->")


def ahead(house: House, found: tuple[Finding, ...]) -> Iterator[Finding]:
    """One for each page that shows a calculator whose formula will be another."""
    wrong = {each.path for each in found}
    for calculator in CALCULATORS:
        rules = f"{folder(calculator)}/rules.toml"
        formulas = house.tables(rules).get(FORMULA, [])
        days = sorted(
            each["valid_from"]
            for each in formulas
            if isinstance(each, dict) and isinstance(each.get("valid_from"), date)
        )
        coming = [each for each in days if each > house.today]
        if not coming or rules in wrong:
            continue
        for page in house.pages.values():
            shown = [
                m
                for m in page.macros
                if re.match(rf"calculator\(\s*[\"']{calculator}[\"']", m.what)
            ]
            written = {(name, day) for name, day in _WRITTEN.findall(page.text)}
            if page.lang == "zh" and shown and (calculator, str(coming[0])) not in written:
                values = {"calculator": calculator, "day": str(coming[0]), "rules": rules,
                          "other": f"docs/en/{page.stem}.md"}  # fmt: skip
                yield Finding(page.path, shown[0].line, "shape.ahead", values,
                              (rules, f"docs/en/{page.stem}.md"))  # fmt: skip
