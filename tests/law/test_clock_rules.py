"""The rules of dossiers' clocks, by day, with their acts; what a unit may set itself."""

from __future__ import annotations

import tomllib
from datetime import date, time
from fractions import Fraction
from pathlib import Path

import pytest

from chuan.law import clock_rules
from chuan.law.clock_rules import CHOICES, dossier_law, portal_value, unit_value
from chuan.rules.deadlines import ClockUnit, Moves, Supplement
from chuan.rules.refusals.clocks import LawNotHeld, LawValueUnknown
from chuan.rules.types import Sure

OLD, NEW, NOW = date(2021, 4, 28), date(2025, 7, 1), date(2026, 8, 5)
RAW = tomllib.loads((Path(clock_rules.__file__).parent / "clocks.toml").read_text(encoding="utf-8"))


def test_a_supplement_restarts_by_the_text_of_61_2018():
    """Nghị định 61/2018/NĐ-CP, Điều 19.4."""
    value = dossier_law(OLD).values["dossier.supplement"]
    assert (value.value, value.sure, value.citation.article) == ("restart", Sure.READ, "Điều 19 khoản 4")


def test_whether_it_restarts_by_118_2025_nobody_has_read():
    value = dossier_law(NEW).values["dossier.supplement"]
    assert (value.value, value.sure, value.citation.number) == ("restart", Sure.UNVERIFIED, "118/2025/NĐ-CP")


def test_the_clock_starts_at_the_competent_body_only_since_118_2025():
    """Nghị định 118/2025/NĐ-CP, Điều 17.3; the amended text was read."""
    assert not dossier_law(date(2025, 6, 30)).competent_start
    assert dossier_law(NEW).competent_start
    assert dossier_law(NEW).values["dossier.start"].sure is Sure.REPORTED
    assert dossier_law(NOW).values["dossier.start"].sure is Sure.READ


@pytest.mark.parametrize("on", [OLD, NEW, NOW])
def test_fifteen_o_clock_moves_the_transfer_and_the_starts_cutoff_is_off(on: date):
    """Điều 18.2 of both decrees."""
    law = dossier_law(on)
    assert law.transfer_cutoff == time(15)
    assert not law.cutoff_applies
    assert law.clock(ClockUnit.WORKING_DAY, 5).cutoff is None
    assert law.values["dossier.start.cutoff.applies"].sure is Sure.UNVERIFIED


def test_the_clock_of_a_day_carries_the_values_of_that_day():
    rule = dossier_law(OLD).clock(ClockUnit.WORKING_DAY, 5)
    assert (rule.unit, rule.total, rule.grants, rule.notice_days) == (ClockUnit.WORKING_DAY, 5, 1, 1)
    assert (rule.moves, rule.warn_at, rule.roll) == (Moves.LAWFUL_DUE, Fraction(4, 5), True)
    assert rule.counted == {"office", "other_agency"}
    assert rule.because("citizen").article == "Điều 19 khoản 4"
    assert rule.because("day_zero").number == "91/2015/QH13"
    assert rule.because("something else") == rule.source


def test_a_day_before_the_first_act_held_is_refused_with_the_first_day():
    with pytest.raises(LawNotHeld, match="21/06/2018"):
        dossier_law(date(2018, 6, 20))
    assert dossier_law(date(2018, 6, 21)).supplement is Supplement.RESTART


def test_every_value_names_its_act_its_article_and_how_sure_it_is():
    for key, raw in RAW.items():
        assert raw["title"], key
        for version in raw["versions"]:
            assert version["act"], key
            assert version["article"], key
            assert Sure(version["sure"])


def test_nothing_in_force_today_cites_the_decree_that_was_replaced():
    """Law.md, trap T-02."""
    assert not [key for key, value in dossier_law(NOW).values.items() if "61/2018" in value.citation.number]


def test_a_unit_puts_its_own_value_in_place_of_an_unverified_one_by_naming_its_document():
    key, value = unit_value("dossier.supplement=pause; QĐ 12/2026/QĐ-UBND", NOW)
    law = dossier_law(NOW, {key: [value]})
    assert law.supplement is Supplement.PAUSE
    assert law.values[key].citation.number == "QĐ 12/2026/QĐ-UBND"


def test_a_unit_may_switch_the_starts_cutoff_on():
    key, value = unit_value("dossier.start.cutoff.applies = yes ; 5/QĐ-UBND", OLD)
    assert dossier_law(OLD, {key: [value]}).clock(ClockUnit.WORKING_DAY, 5).cutoff == time(15)


@pytest.mark.parametrize(
    "typed",
    ["", "dossier.supplement=pause", "dossier.supplement=pause;", "dossier.supplement=never; 1/QĐ", "x=y; 1/QĐ",
     "dossier.transfer.cutoff=16:00; 1/QĐ"],
)  # fmt: skip
def test_a_value_without_document_or_not_open_to_units_is_refused(typed: str):
    with pytest.raises(LawValueUnknown, match="văn bản"):
        unit_value(typed, NOW)


def test_what_was_read_in_the_act_is_law_and_no_setting():
    with pytest.raises(LawValueUnknown):
        unit_value("dossier.supplement=pause; 1/QĐ-UBND", OLD)


def test_every_choice_of_a_unit_is_a_key_of_the_law():
    assert set(CHOICES) <= set(RAW)


def test_the_portals_way_stands_apart_from_the_law():
    assert portal_value().citation.number == "766/QĐ-TTg"
    assert "portal.on_time" not in dossier_law(NOW).values
