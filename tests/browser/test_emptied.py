"""A browser context that tests share holds nothing of the one before, nor what would outlast it."""

import pytest

from tests.browser.conftest import Readers

PAGE = "reference/licences"
KEPT = "[localStorage.getItem('mine'), sessionStorage.getItem('mine'), document.cookie]"


def test_nothing_is_left_of_the_test_before(readers: Readers) -> None:
    with readers.one() as first:
        first.open("zh", PAGE)
        first.page.evaluate(
            "localStorage.setItem('mine', 1); sessionStorage.setItem('mine', 1);"
            " document.cookie = 'mine=1'"
        )
        first.page.set_viewport_size({"width": 1280, "height": 900})
        assert first.page.evaluate(KEPT) == ["1", "1", "mine=1"]
    with readers.one() as second:
        assert second.page is first.page
        assert second.page.url == "about:blank"
        second.open("zh", PAGE)
        assert second.page.evaluate(KEPT) == [None, None, ""]
        assert second.page.evaluate("navigator.serviceWorker.getRegistrations()") == []
        assert second.page.evaluate("[innerWidth, history.length]") == [390, 2]


def test_what_would_outlast_a_test_is_refused(readers: Readers) -> None:
    with readers.one() as someone, pytest.raises(AssertionError, match="own_context"):
        someone.page.add_init_script("window.mine = 1")


def test_a_context_whose_clock_was_set_is_not_used_again(readers: Readers) -> None:
    with pytest.raises(AssertionError, match="own_context"), readers.one() as someone:
        someone.page.clock.set_fixed_time("2026-01-15T04:00:00Z")
    with readers.one() as another:
        assert another.page is not someone.page
