"""What a reader does in any engine, and sees there: by WebDriver, which all of them take."""

import base64
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from selenium.common.exceptions import (
    ElementClickInterceptedException,
    ElementNotInteractableException,
    StaleElementReferenceException,
    TimeoutException,
)
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

from tests.browser.engines.browsers import WIDTH
from tests.support.built import HOST
from tests.support.markdown import address_of
from tests.support.repository import ROOT
from tests.support.server import Site

PICTURES = ROOT / "test-results" / "engines"
_PATIENCE = 60  # seconds; the first answer waits for a cold start of the browser's Python

# Put in front of every page, since WebDriver tells of no error.
LISTENER = """
window.complaints = []
// Firefox fetches the next page ahead, and drops it where it must be asked for again.
addEventListener("error", ({ message, target }) => {
  if (target.rel !== "next") complaints.push(message ?? target.outerHTML)
}, true)
addEventListener("unhandledrejection", ({ reason }) => complaints.push(String(reason)))
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
  complaints.push(`${violatedDirective}: ${blockedURI}`))
for (const kind of ["error", "warn"]) console[kind] = (...said) => complaints.push(said.join(" "))
"""
# The first element of a selector that is on show with certain words.
_SHOWN = """
const [selector, words] = arguments
return [...document.querySelectorAll(selector)].find(
  (each) => each.checkVisibility() && each.innerText.includes(words)) ?? null
"""
# The same, in the middle of the screen and where it stood when this was last asked: an answer that
# came a moment ago may scroll the page once more, or put a fresh element in the place of this one.
_AT_REST = f"""
const shown = (() => {{ {_SHOWN} }})(...arguments)
if (!shown) return null
if (!("lastTop" in shown)) shown.scrollIntoView({{ block: "center", behavior: "instant" }})
const {{ top }} = shown.getBoundingClientRect()
if (shown.lastTop === top) {{
  delete shown.lastTop
  return shown
}}
shown.lastTop = top
return null
"""


@dataclass
class Reader:
    """Somebody who reads in one language, in one engine."""

    driver: WebDriver
    site: Site
    engine: str
    lang: str

    def address(self, stem: str) -> str:
        """Where the page ``orders/late-delivery`` is; ``index`` is the home page."""
        return self.site.address + address_of(self.lang, stem)

    def open(self, stem: str, fragment: str = "") -> None:
        """Open a page as from elsewhere: nothing is kept of the one before but what is cached."""
        self.driver.get("about:blank")
        self.driver.get(self.address(stem) + fragment)

    def come_to(self, stem: str) -> None:
        """Walk to a page within the site, by way of another: nothing is left in its forms."""
        elsewhere = "reference/sources"
        if self.run("return document.documentElement.lang") == self.lang:
            self.walk_to(elsewhere)
        else:
            self.open(elsewhere)
        self.walk_to(stem)

    def walk_to(self, stem: str) -> None:
        """Follow a link, as readers do: the page changes in place.

        With a true click: WebKit's “back” passes over what a page has opened of itself.
        """
        self.press_link(self.address(stem))
        try:
            self.is_at(stem)
        except AssertionError:
            # Scrolled to an answer that came just then, the page was clicked beside the link.
            self.click(".walked")
            self.is_at(stem)

    def press_link(self, address: str) -> None:
        """Put a link into the page, and press it."""
        self.run(
            "document.querySelector('.walked')?.remove();"
            "document.querySelector('article').prepend(Object.assign(document.createElement('a'),"
            " { className: 'walked', href: arguments[0], textContent: '→' }))",
            address,
        )
        self.click(".walked")

    def is_at(self, stem: str) -> None:
        """Wait until a page is open, and shown as the one that it is."""
        address = self.address(stem)
        self.until(
            "return location.href.split('#')[0] === arguments[0] &&"
            " document.querySelector('link[rel=canonical]')?.href === arguments[0]",
            address,
        )

    def calculator(self, calculator: str) -> "Form":
        """A calculator on the page that is open, once it can be used."""
        form = Form(self, f"shop-calculator[data-calculator={calculator}]")
        self._unfold(f"{form.root} form")
        self.see(f"{form.root} form")
        return form

    def see(self, selector: str, words: str = "") -> WebElement:
        """The element on show with these words, waited for."""
        found: WebElement = self.until(_SHOWN, selector, words)
        return found

    def text(self, selector: str) -> str:
        """What the element on show says, read at once: a newer answer may take its place."""
        read = (
            f"const shown = (() => {{ {_SHOWN} }})(...arguments); return shown && [shown.innerText]"
        )
        (found,) = self.until(read, selector, "")
        return str(found)

    def sees_no(self, selector: str) -> None:
        """Wait until nothing of it is on show."""
        self.until(f"return !(() => {{ {_SHOWN} }})(...arguments)", selector, "")

    def has_focus(self, selector: str) -> None:
        """Wait until the keyboard goes on there."""
        self.until("return document.activeElement?.matches(arguments[0])", selector)

    def click(self, selector: str, words: str = "") -> None:
        """Click on what is on show with these words, again where the page moved meanwhile."""
        moved = [
            ElementClickInterceptedException,
            ElementNotInteractableException,
            StaleElementReferenceException,
        ]
        waiting = WebDriverWait(self.driver, _PATIENCE, 0.1, ignored_exceptions=moved)

        def clicked(_: object) -> bool:
            self._reach(selector, words).click()
            return True

        waiting.until(clicked)

    def type(self, selector: str, text: str) -> None:
        """Replace what a field holds, key by key."""
        field = self._reach(selector)
        field.clear()
        field.send_keys(text)

    def paste(self, selector: str, text: str) -> None:
        """Put a text into a field by way of the clipboard."""
        field = self._reach(selector)
        self.run("arguments[0].value = arguments[1]; arguments[0].select()", field, text)
        field.send_keys(Keys.CONTROL, "x")
        self.until("return arguments[0].value === ''", field)
        field.send_keys(Keys.CONTROL, "v")
        self.until("return arguments[0].value === arguments[1]", field, text)

    def _unfold(self, selector: str) -> None:
        """Open what holds it, sections and fields alike."""
        self.run(
            "for (const found of document.querySelectorAll(arguments[0]))"
            " for (let at = found; (at = at.parentElement?.closest('details:not([open])'));)"
            " at.open = true",
            selector,
        )

    def _reach(self, selector: str, words: str = "") -> WebElement:
        self._unfold(selector)
        found: WebElement = self.until(_AT_REST, selector, words)
        return found

    def run(self, script: str, *arguments: Any) -> Any:
        """What a script in the page returns."""
        return self.driver.execute_script(script, *arguments)

    def until(self, script: str, *arguments: Any) -> Any:
        """What a script in the page returns as soon as that is something."""
        waiting = WebDriverWait(
            self.driver, _PATIENCE, 0.1, ignored_exceptions=[StaleElementReferenceException]
        )
        try:
            return waiting.until(lambda _: self.run(script, *arguments))
        except TimeoutException:
            page = self.run("return document.querySelector('main').innerText")
            raise AssertionError(f"not seen: {arguments} in {self.engine} on\n{page}") from None

    def keep_picture(self, name: str) -> Path:
        """Hold that nothing is wider than a phone, and keep a picture of it to be looked at."""
        assert self.run("return document.documentElement.scrollWidth") == WIDTH
        picture = PICTURES / f"{self.engine}-{self.lang}-{name}.png"
        picture.parent.mkdir(parents=True, exist_ok=True)
        picture.write_bytes(base64.b64decode(self.driver.get_screenshot_as_base64()))
        return picture

    def complaints(self) -> list[str]:
        """What the engine complained of since the page was opened; none is told twice."""
        return list(self.run("return window.complaints?.splice(0) ?? []"))

    def strangers(self) -> set[str]:
        """Hosts other than ours that were asked for anything: our server is the proxy."""
        return {host for path in self.site.asked if (host := urlsplit(path).netloc) != HOST}


@dataclass(frozen=True)
class Form:
    """A calculator's form and its answer."""

    reader: Reader
    root: str

    def fill(self, on: str = "", **inputs: str) -> None:
        """Enter what is asked; ``on`` is the day of the rules, where they have changed."""
        self.sees("form:not([inert])")
        if on and self._has("details.field--day"):
            self._set("[name=on]", on)
        for name, text in inputs.items():
            field = f'[data-field="{name}"]'
            if self._has(f"{field} [type=radio]"):
                self.reader.click(f'{self.root} {field} .choice:has([value="{text}"])')
            elif self._has(f"{field} choice-picker"):
                for choice in re.split(r"[\n;]", text):
                    self.reader.click(f'{self.root} {field} .picker__add[value="{choice}"]')
            elif self._has(f"{field} [type^=date], {field} [type=month]"):
                self._set(f"{field} input", text.replace(" ", "T"))
            else:
                self.reader.type(f"{self.root} {field} :is(input, textarea)", text)

    def submit(self) -> None:
        """Ask."""
        self.reader.click(f"{self.root} [type=submit]")

    def shown(self, output: str) -> str:
        """The words of one output, waited for until they answer what is entered."""
        fresh = f"{self.root} .calculator__result:not(.result--stale)"
        return self.reader.text(f'{fresh} [data-output="{output}"] dd')

    def sees(self, selector: str, words: str = "") -> WebElement:
        """Something in it that is on show with these words."""
        return self.reader.see(f"{self.root} {selector}", words)

    def click(self, selector: str, words: str = "") -> None:
        """Click on something in it."""
        self.reader.click(f"{self.root} {selector}", words)

    def _has(self, selector: str) -> bool:
        script = "return document.querySelector(arguments[0]) !== null"
        return bool(self.reader.run(script, f"{self.root} {selector}"))

    def _set(self, selector: str, text: str) -> None:
        """Choose from a calendar: how that is typed is each engine's own affair."""
        self.reader.run(
            "const field = document.querySelector(arguments[0]); field.value = arguments[1];"
            "for (const type of ['input', 'change'])"
            " field.dispatchEvent(new Event(type, { bubbles: true }))",
            f"{self.root} {selector}",
            text,
        )
