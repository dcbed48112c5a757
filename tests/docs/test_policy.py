"""The policy in every page: strict, the same in all, and nothing in the pages that it forbids."""

from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from macros.plugin.policy import inline_scripts, policy_for
from tests.support.headers import rules_of


class Forbidden(HTMLParser):
    """What a page may not hold under its policy, and the policies that it brings along."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.policies: list[str] = []
        self.before_scripts = True
        self.found: list[tuple[str, str, str | None]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if said.get("http-equiv") == "Content-Security-Policy":
            self.policies.append(said["content"] or "")
        if tag == "script":
            self.before_scripts = self.before_scripts and bool(self.policies)
        if tag in {"style", "base", "iframe", "object", "embed"}:
            self.found.append((tag, "", None))
        for name, value in attrs:
            inline = name == "style" or name.startswith("on")
            if inline or (value or "").strip().lower().startswith("javascript:"):
                self.found.append((tag, name, value))


@cache
def _looked_at(path: Path) -> Forbidden:
    return Forbidden(path.read_text(encoding="utf-8"))


def test_every_page_has_the_same_policy_before_its_first_script(site: Path) -> None:
    pages = list(site.rglob("*.html"))
    assert len(pages) > 50
    policies = set()
    for path in pages:
        page = _looked_at(path)
        assert len(page.policies) == 1, path
        assert page.before_scripts, path
        policies.add(page.policies[0])
    assert len(policies) == 1, "under instant navigation the first page's holds for all"


def test_every_script_in_a_page_is_allowed_by_its_hash_and_no_other(site: Path) -> None:
    scripts = {each for path in site.rglob("*.html") for each in inline_scripts(path.read_bytes())}
    # Our two; the theme's two in all pages, one for each depth, one for each language's 404.
    assert len(scripts) == 9
    assert _looked_at(site / "index.html").policies == [policy_for(scripts)]


def test_no_page_holds_what_the_policy_forbids(site: Path) -> None:
    for path in site.rglob("*.html"):
        assert _looked_at(path).found == [], path


def test_the_policy_is_strict() -> None:
    assert policy_for({"a()"}) == (
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval' "
        "'sha256-qVpDBgj7bpq5hMAcGp3AOc79J3Y1Z4HvySTwKrWDoy4='; style-src 'self'; "
        "img-src 'self' data:; connect-src 'self'; worker-src 'self'; object-src 'none'; "
        "base-uri 'self'; form-action 'self'"
    )


def test_scripts_are_told_from_data_and_from_files() -> None:
    page = (
        b'<script>a("<b>&amp;")</script><script src="b.js"></script>'
        b'<script type="application/json">{"c": 1}</script><script type="module">d()</script>'
        b"<p>no script</p>"
    )
    assert inline_scripts(page) == ['a("<b>&amp;")', "d()"]


def test_hosts_are_told_what_a_page_cannot_say(site: Path) -> None:
    everywhere = dict(rules_of(site)[0].headers)
    assert everywhere["Content-Security-Policy"] == "frame-ancestors 'none'"
    assert everywhere["X-Content-Type-Options"] == "nosniff"
