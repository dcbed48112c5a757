"""What must hold for every merchant: there are eight, so all of them are asked."""

from itertools import product

import pytest

from calculators import evaluate

ALL = list(product(("general", "small_scale"), ("yes", "no"), ("yes", "no")))


@pytest.mark.parametrize(("taxpayer", "special", "service"), ALL)
def test_each_output_follows_from_its_own_inputs(taxpayer: str, special: str, service: str) -> None:
    typed = {"taxpayer": taxpayer, "special_possible": special, "service_possible": service}
    outputs = evaluate("invoice-type", typed)["outputs"]
    assert outputs["type"] == ("special" if special == "yes" else "ordinary")
    assert outputs["content"] == ("service" if service == "yes" else "goods")
    assert (outputs["quantity_zero"] == "yes") == (outputs["content"] == "goods")
    by_office = taxpayer == "small_scale" and outputs["type"] == "special"
    assert (outputs["via_tax_office"] == "yes") == by_office
