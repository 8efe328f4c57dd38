"""The law of ranking and titles as dated values, each with act, article and how sure: words, then points."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from chuan.law.ranking import HELD_FROM, ranking_digest, ranking_law, ranking_law_of
from chuan.law.titles import title_digest, title_law, title_laws
from chuan.law.values import parameters
from chuan.rules.law import Value
from chuan.rules.ranking import Level
from chuan.rules.refusals.ranking import RankingLawNotHeld
from chuan.rules.refusals.titles import TitleLawNotHeld
from chuan.rules.titles import TITLE_NAMES, Title
from chuan.rules.types import Citation, Period, Sure

OLD, NEW = date(2025, 12, 31), date(2026, 1, 1)
BEFORE, AFTER = date(2026, 9, 30), date(2026, 10, 1)
both_files = pytest.mark.parametrize("name", ["ranking", "titles"])


@both_files
def test_every_value_names_its_act_its_article_and_how_sure_it_is(name: str):
    for key, parameter in parameters(name).items():
        assert parameter.title[0].isupper(), key
        for one in parameter.versions:
            assert one.value, key
            assert one.citation.number, key
            assert one.citation.article, key


@both_files
def test_what_is_unverified_says_why(name: str):
    words = ("chưa", "không văn bản nào", "không tìm thấy")
    for key, parameter in parameters(name).items():
        for one in parameter.versions:
            if one.sure is Sure.UNVERIFIED:
                assert any(word in one.citation.article for word in words), key


@pytest.mark.parametrize(
    ("key", "value", "article", "sure"),
    [
        ("points.common", "30", "Điều 12", "reported"),
        ("points.results", "70", "Điều 12, Điều 14", "reported"),
        ("points.deduction", "1/4", "Điều 12, Điều 14", "reported"),
        ("points.bar.excellent", "90", "Điều 20 khoản 1", "reported"),
        ("points.bar.good", "70", "Điều 20 khoản 2", "reported"),
        ("points.bar.completed", "50", "Điều 20 khoản 3", "reported"),
        ("failed.discipline", "reprimand", "Điều 20 khoản 4 điểm c", "reported"),
        ("cap.excellent", "1/5", "Điều 20 khoản 5 điểm a", "reported"),
        ("cap.base", "good", "Điều 20 khoản 5 điểm a", "reported"),
    ],
)
def test_the_points_of_2026(key: str, value: str, article: str, sure: str):
    """335/2025/NĐ-CP, in force 01/01/2026."""
    found = ranking_law(NEW).values[key]
    assert (found.value, found.citation.article, found.sure) == (value, article, sure)
    assert found.citation.number == "335/2025/NĐ-CP"


def test_before_2026_there_are_words_and_no_points():
    old = ranking_law(OLD)
    assert not old.by_points
    assert not [key for key in old.values if key.startswith(("points.", "results.", "year."))]
    assert {one.level for one in old.criteria} == set(Level)
    assert {one.sure for one in old.criteria} == {Sure.UNVERIFIED}
    assert old.values["cap.excellent"].sure is Sure.UNVERIFIED


def test_since_2026_there_are_points_and_no_words():
    new = ranking_law(NEW)
    assert new.by_points
    assert new.criteria == ()
    assert [one.key for one in new.groups] == ["leader", "staff"]


def test_whether_the_outstanding_are_inside_the_base_is_unverified():
    assert "cap.base.excellent_inside" in ranking_law(NEW).unread


def test_a_year_is_ranked_by_the_law_of_its_last_day():
    assert not ranking_law_of(Period.year(2025)).by_points
    assert ranking_law_of(Period.year(2026)).by_points


def test_a_day_before_the_first_one_held_is_refused_with_that_day():
    with pytest.raises(RankingLawNotHeld, match="01/01/2021"):
        ranking_law(date(2020, 12, 31))
    with pytest.raises(TitleLawNotHeld, match="01/01/2021"):
        title_law(date(2020, 12, 31))
    assert ranking_law(HELD_FROM).values


def own(value: str, unit: str) -> Value:
    return Value(value, unit, NEW, None, Citation("15/QĐ-UBND"), Sure.READ)


def test_a_unit_puts_its_own_value_only_in_place_of_an_unverified_one():
    overrides = {
        "cap.base.excellent_inside": [own("yes", "")],
        "points.bar.good": [own("60", "point")],
        "words.good.any.tasks": [own("no", "")],
    }
    law = ranking_law(NEW, overrides).values
    assert law["cap.base.excellent_inside"].citation.number == "15/QĐ-UBND"
    assert law["points.bar.good"].value == "70"
    assert "words.good.any.tasks" not in law
    months = title_law(NEW, {"considered.months": [own("8", "month")], "bonus.x": []}).values
    assert months["considered.months"].value == "8"


@pytest.mark.parametrize(
    ("key", "on", "value", "sure"),
    [
        ("advanced_worker.level", BEFORE, "good", "read"),
        ("advanced_worker.level", AFTER, "good", "unverified"),
        ("advanced_worker.level", OLD, "good", "read"),
        ("advanced_worker.level", HELD_FROM, "good", "unverified"),
        ("emulation_fighter.joined", BEFORE, "any", "read"),
        ("emulation_fighter.joined", AFTER, "any", "unverified"),
        ("advanced_team.share", HELD_FROM, "1/2", "unverified"),
        ("advanced_team.share", BEFORE, "7/10", "reported"),
        ("emulation_fighter.share", AFTER, "3/20", "unverified"),
        ("considered.months", HELD_FROM, "10", "unverified"),
        ("considered.months", AFTER, "6", "unverified"),
    ],
)
def test_criteria_of_titles_by_day(key: str, on: date, value: str, sure: str):
    found = title_law(on).values[key]
    assert (found.value, found.sure) == (value, sure)


def test_the_titles_of_a_day_are_those_that_are_thought_through():
    named = title_law(AFTER).named
    assert {one.title: one.name for one in named} == dict(TITLE_NAMES)
    assert {one.title for one in named if one.for_team} == {one for one in Title if one.for_team}
    assert "title.advanced_worker" in title_law(AFTER).unread


def test_bonuses_are_data_in_base_salaries():
    """152/2025/NĐ-CP, Điều 50."""
    assert title_law(AFTER).bonuses == {
        "emulation_fighter": 1, "advanced_worker": Fraction(3, 10), "excellent_team": Fraction(3, 2),
        "advanced_team": Fraction(4, 5), "outstanding_ward": 2,
    }  # fmt: skip
    assert title_law(date(2025, 6, 30)).bonuses == {}


@pytest.mark.parametrize(
    ("received", "judged", "days"),
    [
        (BEFORE, BEFORE, [BEFORE]),
        (BEFORE, AFTER, [BEFORE, AFTER]),
        (AFTER, AFTER, [AFTER]),
    ],
)
def test_a_dossier_received_before_the_new_law_may_go_by_either(
    received: date, judged: date, days: list[date]
):
    """06/2026/QH16, Điều 4 khoản 3, khoản 4."""
    assert [one.on for one in title_laws(received, judged)] == days


def test_without_the_rule_of_the_more_favourable_law_the_old_one_stands_alone(
    monkeypatch: pytest.MonkeyPatch,
):
    law = title_law(AFTER)
    monkeypatch.setitem(law.values, "transition.favourable", own("no", ""))  # type: ignore[arg-type]
    assert [one.on for one in title_laws(BEFORE, AFTER)] == [BEFORE]


def test_each_file_has_its_digest():
    assert len(ranking_digest()) == len(title_digest()) == 64
