"""The first page: a search, a calculator, what is asked most, all tasks, and some proofs."""

from collections import Counter
from datetime import date
from typing import Any

from calculators import CALCULATORS
from calculators.core.rules.sources import register
from macros.calculator_form import calculator
from macros.calculator_list import homes, row
from macros.guide_files import guide_file
from macros.icons import icon
from macros.register import claims
from macros.tasks import Task, groups, most_used, questions, task
from macros.templating import render, words

# So many tasks stand where a page was not found.
_FIRST = 6
_CORRECTED = ("corrected", "outdated")


def count(what: str, *, lang: str) -> str:
    """How many there are, as figures have it: ``guides``, ``calculators``, ``claims``, ``sources``.

    ``corrected``: the claims that the handbook corrects, those that are outdated among them.
    """
    del lang
    found = {
        "guides": sum(len(group.tasks) for group in groups()),
        "calculators": len(CALCULATORS),
        "claims": len(claims()),
        "corrected": sum(Counter(each.verdict for each in claims())[each] for each in _CORRECTED),
        "sources": sum(1 for _ in register()),
    }
    return f"{found[what]:,}"


def site_search(*, lang: str) -> str:
    """A field that opens the theme's search with what was typed."""
    return render("site_search.html", words=words(lang)["home"], icon=icon("magnify"))


def quick_calculator(calculator_id: str, *fields: str, lang: str, built_for: date) -> str:
    """A calculator's form with these ``fields`` alone, an example, and the way to its page."""
    question = questions()[calculator_id]
    return render(
        "quick_calculator.html",
        asks=question.asks[lang],
        form=calculator(calculator_id, *fields, lang=lang, built_for=built_for),
        example=question.example(lang, built_for),
        href=f"{homes(lang)[calculator_id]}/",
        page=guide_file(lang, homes(lang)[calculator_id]).title,
        words=words(lang)["home"],
    )


def doors(*pages: str, lang: str) -> str:
    """Ways to a few pages that much is asked of."""
    return render(
        "doors.html",
        doors=[_link(task(page), lang) for page in pages],
    )


def tiles(*, lang: str, built_for: date) -> str:
    """What is worked out most, each with its example."""
    return render("tiles.html", tiles=[row(each, lang, built_for, "") for each in most_used()])


def task_list(*, lang: str) -> str:
    """A section a group, as Markdown; a task says whether a calculator waits.

    The first stands open. Of the others a phone shows the icons until a finger opens them.
    """
    first, *others = groups()
    sections = [f"## {first.name[lang]} {{ #{first.id} }}\n\n{task_rows(first.id, lang=lang)}"]
    for group in others:
        icons = "".join(icon(each.icon) for each in group.tasks)
        heading = f'## {group.name[lang]} <span class="peek">{icons}</span>'
        rows = task_rows(group.id, lang=lang)
        sections.append(f"{heading} {{ #{group.id} .folded }}\n\n{rows}")
    return "\n\n".join(sections)


def lost(lang: str) -> dict[str, Any]:
    """What the page that says that there is no such page shows: a search, and the first tasks."""
    first = [
        {
            "page": each.page,
            "icon": icon(each.icon),
            "asks": each.asks[lang],
            "about": each.about[lang],
        }
        for each in groups()[0].tasks[:_FIRST]
    ]
    return {"site_search": site_search(lang=lang), "first_tasks": first}


def task_rows(group_id: str, *, lang: str, up: str = "") -> str:
    """The tasks of a group; ``up`` leads from the page to the language's root."""
    (group,) = [each for each in groups() if each.id == group_id]
    waiting = set(homes(lang).values())
    return render(
        "task_rows.html",
        tasks=[{**_link(each, lang, up), "waits": each.page in waiting} for each in group.tasks],
        calculator=icon("calculator-variant-outline"),
        words=words(lang)["home"],
    )


def proofs(*, lang: str) -> str:
    """What the handbook rests on, as four figures that are counted."""
    names = words(lang)["home"]["proofs"]
    return render(
        "proofs.html",
        proofs=[
            {
                "figure": name["figure"].format(count=count(what, lang=lang)),
                "says": name["says"].format(corrected=count("corrected", lang=lang)),
                "href": name["href"],
            }
            for what, name in names.items()
        ],
    )


def _link(to: Task, lang: str, up: str = "") -> dict[str, Any]:
    return {
        "href": f"{up}{to.page}/",
        "icon": icon(to.icon),
        "asks": to.asks[lang],
        "about": to.about[lang],
    }
