"""The law file of paper against the words of Nghị định 30/2020/NĐ-CP, Phụ lục I."""

from __future__ import annotations

from datetime import date
from importlib.resources import files

import pytest

from chuan.law.paper import paper_rules, parse_paper_rules
from chuan.rules.types import Sure

TEXT = (files("chuan.law") / "paper_30_2020.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("key", "low", "high"),
    [
        ("margin_top", 20, 25),
        ("margin_bottom", 20, 25),
        ("margin_left", 30, 35),
        ("margin_right", 15, 20),
        ("first_line_indent", 10, 12.7),
        ("line_spacing", 1, 1.5),
    ],
)
def test_measures_have_the_bounds_of_the_decree(key: str, low: float, high: float) -> None:
    """Phần I, mục I (định lề trang) and II.6."""
    one = paper_rules().measure[key]
    assert (one.low, one.high) == (low, high)


@pytest.mark.parametrize(
    ("key", "low", "high", "style"),
    [
        ("national_name", 12, 13, "IN HOA đậm"),
        ("national_motto", 13, 14, "đậm"),
        ("agency_above", 12, 13, "IN HOA"),
        ("agency", 12, 13, "IN HOA đậm"),
        ("number", 13, 13, ""),
        ("place_date", 13, 14, "nghiêng"),
        ("type_name", 13, 14, "IN HOA đậm"),
        ("subject", 13, 14, "đậm"),
        ("bases", 13, 14, "nghiêng"),
        ("body", 13, 14, ""),
        ("authority", 13, 14, "IN HOA đậm"),
        ("signer_name", 13, 14, "đậm"),
        ("recipients_label", 12, 12, "đậm nghiêng"),
        ("recipients", 11, 11, ""),
        ("page_number", 13, 14, ""),
        ("annex_label", 14, 14, "đậm"),
        ("annex_title", 13, 14, "IN HOA đậm"),
    ],
)
def test_components_are_lettered_as_the_decree_says(key: str, low: float, high: float, style: str) -> None:
    """Phần I, mục II and III; the table "mẫu chữ và chi tiết trình bày"."""
    one = paper_rules().letters[key]
    words = [name for name, yes in (("IN HOA", one.upper), ("đậm", one.bold), ("nghiêng", one.italic)) if yes]
    assert (one.low, one.high, " ".join(words)) == (low, high, style)
    assert one.low <= one.size <= one.high


def test_every_value_names_its_place_in_the_act_and_how_sure_it_is() -> None:
    rules = paper_rules()
    values = [
        *rules.measure.values(),
        *rules.letters.values(),
        *rules.words.values(),
        *rules.padding.values(),
    ]
    assert all(one.article for one in values)
    practice = [one for one in values if one.article.startswith("Thông lệ")]
    assert practice
    assert all(one.sure is Sure.UNVERIFIED for one in practice)


@pytest.mark.parametrize(
    ("was", "becomes", "word"),
    [
        ("low = 30\nhigh = 35\nuse = 30", "low = 30\nhigh = 35\nuse = 29", "margin_left: 29 is below 30"),
        ("low = 30\nhigh = 35\nuse = 30", "low = 30\nhigh = 35\nuse = 36", "margin_left: 36 is above 35"),
    ],
)
def test_a_value_outside_what_the_decree_allows_is_refused(was: str, becomes: str, word: str) -> None:
    assert was in TEXT
    with pytest.raises(ValueError, match=word):
        parse_paper_rules(TEXT.replace(was, becomes))


def test_rules_are_asked_for_by_day() -> None:
    assert paper_rules(date(2020, 3, 5)).act.number == "30/2020/NĐ-CP"
    assert paper_rules() == paper_rules(date(2026, 11, 23))
    with pytest.raises(LookupError, match="2020-03-04"):
        paper_rules(date(2020, 3, 4))
