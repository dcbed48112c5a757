"""The way in: pencil and “is this figure wrong?” lead to files and forms that are there."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from macros.guide_files import guide_file
from tests.docs.conftest import REPOSITORY
from tests.support.markdown import LANGUAGES, ROOT, html_of, stems
from tests.support.repository import files

PAGES = [(lang, stem) for lang in LANGUAGES for stem in stems(lang)]
FORMS = [path for path in files() if re.match(r"\.github/ISSUE_TEMPLATE/(?!config)", path)]


def _html(site: Path, lang: str, stem: str) -> str:
    return html_of(site, lang, stem).read_text(encoding="utf-8")


def _link(html: str, name: str) -> str:
    (found,) = re.findall(rf'<a\b(?=[^>]*{name})[^>]*\bhref="([^"]+)"', html)
    return unescape(found)


# These need a site that names a repository, and no other test does.
@pytest.mark.slow
@pytest.mark.parametrize(("lang", "stem"), PAGES)
def test_the_pencil_leads_to_what_the_page_is_made_from(
    site_of_march: Path, lang: str, stem: str
) -> None:
    address = _link(_html(site_of_march, lang, stem), 'rel="edit"')
    how, branch, path = address.removeprefix(f"{REPOSITORY}/").split("/", 2)
    assert branch == "trunk"
    assert (how, (ROOT / path).is_dir()) in {("edit", False), ("tree", True)}
    assert (ROOT / path).exists()
    front = guide_file(lang, stem).front
    assert path == front.get("edited_in", f"docs/{lang}/{stem}.md")


@pytest.mark.slow
@pytest.mark.parametrize(("lang", "stem"), PAGES)
def test_a_wrong_figure_is_reported_with_page_language_and_day(
    site_of_march: Path, lang: str, stem: str
) -> None:
    address = urlsplit(_link(_html(site_of_march, lang, stem), 'class="report"'))
    assert f"https://{address.netloc}{address.path}" == f"{REPOSITORY}/issues/new"
    given = {name: value for name, (value,) in parse_qs(address.query).items()}
    form = f".github/ISSUE_TEMPLATE/{given.pop('template')}"
    assert given == {
        "page": stem,
        "language": "简体中文" if lang == "zh" else "English",
        "day": "2027-03-01",
    }
    # The browser adds the answer.
    assert {*given, "answer"} <= _fields(form)


@pytest.mark.parametrize("path", FORMS)
def test_a_form_is_one_that_github_takes_and_speaks_both_languages(path: str) -> None:
    form = yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))
    assert form.keys() == {"name", "description", "title", "labels", "body"}
    ids = [each["id"] for each in form["body"]]
    assert len(set(ids)) == len(ids)
    assert any(each.get("validations", {}).get("required") for each in form["body"])
    said = [form["name"], form["description"]]
    said += [each["attributes"]["label"] for each in form["body"]]
    one_sided = [text for text in said if not re.search(r"[\u4e00-\u9fff].*[A-Za-z]{2}", text)]
    assert one_sided == []


def test_all_four_reasons_to_write_have_their_form() -> None:
    names = {path.rpartition("/")[2] for path in FORMS}
    reasons = ("wrong-figure", "rule-changed", "calculator-fails", "question-not-found")
    assert names == {f"{each}.yml" for each in reasons}


@pytest.mark.slow
def test_a_page_with_a_repository_asks_its_host_for_nothing(site_of_march: Path) -> None:
    # The theme's own link to the repository has its script fetch the number of stars.
    html = _html(site_of_march, "zh", "index")
    assert f'href="{REPOSITORY}"' in html
    assert 'data-md-component="source"' not in html


def _fields(form: str) -> set[str]:
    body = yaml.safe_load((ROOT / form).read_text(encoding="utf-8"))["body"]
    return {each["id"] for each in body}
