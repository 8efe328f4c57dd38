"""The refusals of this room: a fact, then what to do; every field in the sentence."""

from __future__ import annotations

import string
import unicodedata
from dataclasses import fields
from datetime import date
from typing import Any, get_type_hints

import pytest

from chuan.objectives import refusals
from chuan.rules.refusals import Refused
from chuan.rules.types import Period

EXAMPLES: dict[Any, Any] = {str: "ví dụ", Period: Period.month(2021, 3), date: date(2021, 9, 30)}
EVERY = [
    cls for cls in vars(refusals).values() if isinstance(cls, type) and cls.__module__ == refusals.__name__
]


def example(cls: type[Refused]) -> Refused:
    hints = get_type_hints(cls)
    return cls(**{field.name: EXAMPLES[hints[field.name]] for field in fields(cls)})


@pytest.mark.parametrize("cls", EVERY, ids=lambda cls: cls.__name__)
def test_a_refusal_states_the_fact_and_then_the_way_out(cls: type[Refused]):
    assert issubclass(cls, Refused)
    assert cls.do.endswith(".")
    assert len(cls.do.split()) >= 3
    named = {name for _, name, _, _ in string.Formatter().parse(cls.what + cls.do) if name}
    assert named == {field.name for field in fields(cls)}


@pytest.mark.parametrize("cls", EVERY, ids=lambda cls: cls.__name__)
def test_the_sentence_is_vietnamese_with_nothing_left_open(cls: type[Refused]):
    sentence = example(cls).sentence
    assert "{" not in sentence
    assert unicodedata.is_normalized("NFC", sentence)
    assert sum(ord(letter) > 127 for letter in sentence) >= 5


def test_codes_do_not_clash_with_those_of_the_rules():
    from chuan.rules import refusals as rules

    theirs = {cls.code for cls in vars(rules).values() if isinstance(cls, type) and issubclass(cls, Refused)}
    assert not {cls.code for cls in EVERY} & theirs
