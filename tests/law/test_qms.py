"""The law of quality management systems in State agencies as dated values."""

from __future__ import annotations

from datetime import date

import pytest

from chuan.law.qms import after, qms_title, qms_value
from chuan.law.values import parameters
from chuan.rules.law import NotInForce
from chuan.rules.types import Sure

DAY = date(2021, 6, 1)


@pytest.mark.parametrize(
    ("key", "value", "act", "article"),
    [
        ("audit_months", "12", "19/2014/QĐ-TTg", "Điều 4 khoản 4 điểm b"),
        ("review_months", "12", "19/2014/QĐ-TTg", "Điều 4 khoản 4 điểm b"),
        ("update_months", "3", "19/2014/QĐ-TTg", "Điều 4 khoản 4 điểm a"),
        ("mend_months", "2", "26/2014/TT-BKHCN", "Điều 37"),
        ("report_month", "11", "26/2014/TT-BKHCN", "Điều 38"),
    ],
)
def test_what_returns_and_by_when(key: str, value: str, act: str, article: str):
    held = qms_value(key, DAY)
    assert (held.value, held.citation.number, held.citation.article, held.sure) == (
        value, act, article, Sure.READ,
    )  # fmt: skip


def test_a_commune_is_encouraged_and_nobody_may_hire_certification():
    assert qms_value("commune", DAY).value == "encouraged"
    assert qms_value("certification", DAY).value == "forbidden"


def test_the_edition_stays_2015_until_the_ministry_says_otherwise():
    assert qms_value("edition", date(2026, 11, 29)).value == "TCVN ISO 9001:2015"


def test_two_months_after_minutes_fall_on_the_same_day_or_the_last_of_the_month():
    assert after(date(2021, 5, 14), "mend_months") == date(2021, 7, 14)
    assert after(date(2021, 12, 31), "mend_months") == date(2022, 2, 28)


def test_nothing_was_set_before_the_acts():
    with pytest.raises(NotInForce):
        qms_value("mend_months", date(2014, 1, 1))


def test_every_value_names_its_act_and_article():
    for key, parameter in parameters("qms").items():
        assert qms_title(key.removeprefix("qms."))[0].isupper()
        assert all(one.citation.number and one.citation.article for one in parameter.versions), key
