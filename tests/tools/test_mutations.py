"""What a run of mutmut comes to: the survivors, the share by room, and whether it is enough."""

import pytest

from tools.mutations import main

KILLED = [f"    calculators.core.rules.sources.x_of__mutmut_{n}: killed\n" for n in range(8)]
TIMEOUT = "    calculators.buyer_order.calculate.x__stock__mutmut_1: timeout\n"
SURVIVED = "    calculators.buyer_order.calculate.x__stock__mutmut_2: survived\n"
UNTESTED = "    calculators.core.rules.sources.x_of__mutmut_9: no tests\n"


def test_nine_of_ten_are_enough(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*KILLED, TIMEOUT, SURVIVED]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "calculators.buyer_order.calculate.x__stock__mutmut_2: survived",
        "calculators.buyer_order: 1 of 2 noticed, 50.0 %",
        "calculators.core.rules: 8 of 8 noticed, 100.0 %",
        "all: 9 of 10 noticed, 90.0 %",
    ]


def test_fewer_are_not(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*KILLED, TIMEOUT, SURVIVED, UNTESTED]) == 1
    assert "of__mutmut_9: no tests" in capsys.readouterr().out


def test_a_run_that_changed_nothing_shows_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["\n", "no mutants here\n"]) == 1
    assert capsys.readouterr().out == "all: 0 of 0 noticed, none\n"
