"""Codes of agencies: level 1 last (QCVN 102:2016, TT 01/2018 art 19) or first (QĐ 20/2020 art 4-6); never guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chuan.exchange.edxml import Scheme, organ_code


@pytest.mark.parametrize(
    ("text", "scheme", "levels"),
    [
        ("000.00.19.H29", Scheme.QCVN_102, ("H29", "19")),
        ("000.00.00.G22", Scheme.QCVN_102, ("G22",)),
        ("002.00.20.H13", Scheme.QCVN_102, ("H13", "20", "00", "002")),
        ("005.07.31.H27", Scheme.QCVN_102, ("H27", "31", "07", "005")),
        ("H27", Scheme.DECISION_20, ("H27",)),
        ("H56.31.5", Scheme.DECISION_20, ("H56", "31", "5")),
        ("G22.99.ABC", Scheme.DECISION_20, ("G22", "99", "ABC")),
        (" 000.00.19.H29\n", Scheme.QCVN_102, ("H29", "19")),
    ],
)
def test_both_orders_are_recognised(text: str, scheme: Scheme, levels: tuple[str, ...]):
    code = organ_code(text)
    assert code is not None
    assert (code.scheme, code.levels, code.written) == (scheme, levels, text.strip())
    assert code.top == levels[0]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "28.22.H17",
        "vxp.saas.03",
        "h27.31",
        "H27.",
        "H27..5",
        "00.00.19.H29",
        "H27." + "1" * 32,
        "H27,31",
    ],
)
def test_anything_else_is_no_code_and_is_not_turned_round(text: str):
    assert organ_code(text) is None


def test_thirty_five_characters_are_a_code_and_one_more_is_not():
    assert organ_code("H27." + "1" * 31) is not None
    assert organ_code("H27." + "1" * 32) is None


@given(st.text(max_size=40))
def test_a_code_is_kept_as_written(text: str):
    code = organ_code(text)
    assert code is None or code.written == text.strip()
