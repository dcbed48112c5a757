"""The policy in every page: which scripts, styles and addresses a browser may take from it.

Under instant navigation the policy of the page that was opened holds for all that are walked to, so
every page of both languages has the same: the hashes of all scripts that stand in any of them.
"""

import base64
import hashlib
from html.parser import HTMLParser
from pathlib import Path

from mkdocs.exceptions import PluginError

_EMPTY = '<meta http-equiv="Content-Security-Policy" content="">'
# What a script element may say of its type and still run; anything else is data.
_RUNS = {None, "", "text/javascript", "module"}


def write_policy(site: Path) -> None:
    """Fill the policy into every page of the finished ``site``, which both languages are in."""
    pages = {path: path.read_bytes() for path in sorted(site.rglob("*.html"))}
    policy = policy_for({script for page in pages.values() for script in inline_scripts(page)})
    filled = _EMPTY.replace('""', f'"{policy}"').encode()
    for path, page in pages.items():
        if page.count(_EMPTY.encode()) != 1:
            raise PluginError(f"{path.relative_to(site)}: has no place for its policy")
        path.write_bytes(page.replace(_EMPTY.encode(), filled))


def policy_for(scripts: set[str]) -> str:
    """The policy that lets run what comes from our host, and these texts of inline scripts."""
    hashes = sorted(f"'{hashed(script.encode())}'" for script in scripts)
    directives = {
        # Firefox fetches the page that the theme names as the next one, by this.
        "default-src": "'self'",
        # WebAssembly may be compiled, texts may not be run as scripts.
        "script-src": " ".join(["'self'", "'wasm-unsafe-eval'", *hashes]),
        "style-src": "'self'",
        "img-src": "'self' data:",  # the icons in the theme's style sheet
        "connect-src": "'self'",
        "worker-src": "'self'",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
    }
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def hashed(script: bytes) -> str:
    """What tells a script from all others, in a policy and in the ``integrity`` of an element."""
    return f"sha256-{base64.b64encode(hashlib.sha256(script).digest()).decode()}"


def inline_scripts(page: bytes) -> list[str]:
    """The texts of the scripts that stand in ``page`` itself and are run."""
    parser = _Scripts()
    parser.feed(page.decode())
    return parser.found


class _Scripts(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[str] = []
        self._within = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        self._within = tag == "script" and "src" not in said and said.get("type") in _RUNS
        if self._within:
            self.found.append("")

    def handle_data(self, data: str) -> None:
        if self._within:
            self.found[-1] += data

    def handle_endtag(self, tag: str) -> None:
        del tag
        self._within = False
