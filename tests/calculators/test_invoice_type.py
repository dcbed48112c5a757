"""There are eight merchants, so all of them are asked: a literal table, and what it must obey."""

import pytest

from tests.support.evaluating import evaluate

ON = "2026-11-25"

# taxpayer, special_possible, service_possible, then type, via_tax_office, content, quantity_zero
ALL = [
    ("general", "yes", "yes", "special", "no", "service", "no"),
    ("general", "yes", "no", "special", "no", "goods", "yes"),
    ("general", "no", "yes", "ordinary", "no", "service", "no"),
    ("general", "no", "no", "ordinary", "no", "goods", "yes"),
    ("small_scale", "yes", "yes", "special", "yes", "service", "no"),
    ("small_scale", "yes", "no", "special", "yes", "goods", "yes"),
    ("small_scale", "no", "yes", "ordinary", "no", "service", "no"),
    ("small_scale", "no", "no", "ordinary", "no", "goods", "yes"),
]


@pytest.mark.parametrize("row", ALL, ids="-".join)
def test_each_merchant_has_its_invoice(row: tuple[str, ...]) -> None:
    taxpayer, special, service, *expected = row
    typed = {"taxpayer": taxpayer, "special_possible": special, "service_possible": service}
    answer = evaluate("invoice-type", typed, on=ON)
    assert list(answer["outputs"]) == ["type", "via_tax_office", "content", "quantity_zero"]
    assert list(answer["outputs"].values()) == expected
    codes = [each["code"] for each in answer["warnings"]]
    assert "unconfirmed" in codes, "none of it is known of today"
    assert ("issue_yourself" in codes) == (expected[1] == "yes")
    assert ("general_fallback" in codes) == (taxpayer == "general" and special == "no")
    assert ("ask_first" in codes) == (expected[3] == "yes")
