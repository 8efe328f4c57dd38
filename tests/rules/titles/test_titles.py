"""Who may be proposed for a title: a sentence per criterion, met, not met or to be asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from chuan.law.titles import title_law, title_laws
from chuan.rules.law import Value
from chuan.rules.ranking import Discipline, Level
from chuan.rules.refusals.titles import PeopleMiscounted, TitleOfOthers
from chuan.rules.titles import (
    Met,
    PersonFacts,
    TeamFacts,
    Title,
    collective,
    collective_under,
    eligible,
    eligible_under,
)
from chuan.rules.types import Sure

LAW = title_law(date(2026, 6, 30)).values
OLD = title_law(date(2021, 12, 31)).values
WORKER, FIGHTER = Title.ADVANCED_WORKER, Title.EMULATION_FIGHTER
TEAM, BEST = Title.ADVANCED_TEAM, Title.EXCELLENT_TEAM
GOOD = PersonFacts(months=12, leave=3, discipline=Discipline.NONE, level=Level.GOOD, movement=True,
                   initiative=False, research=False)  # fmt: skip
UNIT = TeamFacts(people=10, completed=10, advanced=7, fighters=1, discipline=Discipline.NONE, level=Level.EXCELLENT,
                 movement=True, unity=True)  # fmt: skip


def changed(key: str, value: str) -> dict[str, Value]:
    return {**LAW, key: replace(LAW[key], value=value)}


def test_who_meets_all_may_be_proposed_with_a_sentence_and_an_article_each():
    found = eligible(GOOD, WORKER, LAW)
    assert (found.met, found.considered, found.unmet, found.asked) == (Met.MET, Met.MET, (), ())
    assert [one.sentence for one in found.criteria] == [
        "Làm việc 12 tháng trong năm, được xét từ 6 tháng.",
        "Nghỉ 3 ngày làm việc, được xét khi dưới 40 ngày.",
        "Trong năm: không bị kỷ luật; không xét người bị kỷ luật từ khiển trách trở lên.",
        "Xếp loại “hoàn thành tốt nhiệm vụ”, cần từ “hoàn thành tốt nhiệm vụ” trở lên.",
        "Có tinh thần tự lực, đoàn kết, tương trợ và tích cực tham gia phong trào thi đua.",
    ]
    assert [one.sure for one in found.criteria] == [Sure.UNVERIFIED] * 3 + [Sure.READ] * 2
    assert found.criteria[3].citation.article == "Điều 24 khoản 1 điểm a"
    assert [one.private for one in found.criteria] == [False, True, True, True, False]


@pytest.mark.parametrize(
    ("facts", "key", "met", "considered"),
    [
        ({"months": 5}, "considered.months", "not_met", "not_met"),
        ({"months": 6}, "", "met", "met"),
        ({"months": None}, "considered.months", "not_known", "not_known"),
        ({"leave": 40}, "considered.leave", "not_met", "not_met"),
        ({"leave": 39}, "", "met", "met"),
        ({"leave": None}, "considered.leave", "not_known", "not_known"),
        ({"leave": 0, "maternity": 120}, "", "met", "met"),
        ({"discipline": Discipline.REPRIMAND}, "considered.discipline", "not_met", "not_met"),
        ({"discipline": None}, "considered.discipline", "not_known", "not_known"),
        ({"level": Level.COMPLETED}, "advanced_worker.level", "not_met", "met"),
        ({"level": Level.EXCELLENT}, "", "met", "met"),
        ({"level": None}, "advanced_worker.level", "not_known", "met"),
        ({"movement": False}, "advanced_worker.movement", "not_met", "met"),
        ({"movement": None}, "advanced_worker.movement", "not_known", "met"),
    ],
)
def test_each_criterion_from_both_sides(facts: dict[str, object], key: str, met: str, considered: str):
    found = eligible(replace(GOOD, **facts), WORKER, LAW)  # type: ignore[arg-type]
    assert (found.met, found.considered) == (met, considered)
    assert [one.key for one in (*found.unmet, *found.asked)] == ([key] if key else [])


def test_maternity_leave_is_work_unless_the_unit_says_otherwise():
    away = replace(GOOD, leave=0, maternity=120)
    assert eligible(away, WORKER, LAW).criteria[1].sentence.endswith("tính là thời gian làm việc.")
    assert eligible(away, WORKER, changed("considered.maternity", "no")).met is Met.NOT_MET


@pytest.mark.parametrize(
    ("facts", "by_any", "by_all"),
    [
        ({"level": Level.EXCELLENT}, "met", "not_met"),
        ({"initiative": True}, "met", "not_met"),
        ({"research": True}, "met", "not_met"),
        ({"combat": True}, "met", "not_met"),
        ({"level": Level.EXCELLENT, "initiative": True}, "met", "met"),
        ({"level": Level.EXCELLENT, "initiative": None}, "met", "not_known"),
        ({}, "not_met", "not_met"),
        ({"initiative": None}, "not_known", "not_met"),
    ],
)
def test_a_fighter_needs_one_achievement_or_both_where_the_law_says_so(
    facts: dict[str, object], by_any: str, by_all: str
):
    """06/2022/QH15, Điều 23: one; the draft of 06/2026/QH16: outstanding and an initiative."""
    person = replace(GOOD, **facts)  # type: ignore[arg-type]
    assert eligible(person, FIGHTER, LAW).criteria[-1].met == by_any
    assert eligible(person, FIGHTER, changed("emulation_fighter.joined", "all")).criteria[-1].met == by_all


def test_the_law_of_2003_does_not_offer_an_outstanding_year_alone():
    """Unverified: an initiative or research was asked for."""
    found = eligible(replace(GOOD, level=Level.EXCELLENT), FIGHTER, OLD)
    assert found.met is Met.NOT_MET
    assert "xuất sắc" not in found.criteria[-1].sentence


def test_both_achievements_are_named_where_both_are_asked():
    sentence = eligible(GOOD, FIGHTER, changed("emulation_fighter.joined", "all")).criteria[-1].sentence
    assert sentence == (
        "Chưa có thành tích cần thiết: hoàn thành xuất sắc nhiệm vụ và sáng kiến được cơ sở công nhận."
    )


def test_of_old_and_new_law_the_more_favourable_stands_and_the_old_one_where_they_agree():
    laws = [one.values for one in title_laws(date(2026, 9, 30), date(2026, 11, 1))]
    strict = [
        laws[0],
        {**laws[1], "emulation_fighter.joined": replace(LAW["emulation_fighter.joined"], value="all")},
    ]
    outstanding = replace(GOOD, level=Level.EXCELLENT)
    assert eligible_under(outstanding, FIGHTER, strict).met is Met.MET
    assert eligible_under(outstanding, FIGHTER, strict[::-1]).met is Met.MET
    assert eligible_under(GOOD, WORKER, laws).criteria[3].citation.number == "06/2022/QH15"


@pytest.mark.parametrize("title", [TEAM, BEST])
def test_a_teams_title_is_not_for_a_person_nor_the_other_way_round(title: Title):
    with pytest.raises(TitleOfOthers, match="không dành cho cá nhân"):
        eligible(GOOD, title, LAW)
    with pytest.raises(TitleOfOthers, match="không dành cho tập thể"):
        collective(UNIT, FIGHTER, LAW)


@pytest.mark.parametrize("title", [TEAM, BEST])
def test_a_team_that_meets_all_may_be_proposed(title: Title):
    found = collective(UNIT, title, LAW)
    assert found.met is Met.MET
    assert "7 trong 10 người lao động tiên tiến (70 %), cần ít nhất 70 %." in [
        one.sentence for one in found.criteria
    ]


@pytest.mark.parametrize(
    ("facts", "title", "key", "met"),
    [
        ({"advanced": 6}, TEAM, "advanced_team.share", "not_met"),
        ({"advanced": None}, TEAM, "advanced_team.share", "not_known"),
        ({"discipline": Discipline.REPRIMAND}, TEAM, "", "met"),
        ({"discipline": Discipline.WARNING}, TEAM, "advanced_team.discipline", "not_met"),
        ({"discipline": None}, TEAM, "advanced_team.discipline", "not_known"),
        ({"movement": False}, TEAM, "advanced_team.movement", "not_met"),
        ({"unity": None}, TEAM, "advanced_team.unity", "not_known"),
        ({"level": Level.COMPLETED}, TEAM, "advanced_team.level", "not_met"),
        ({"level": None}, BEST, "excellent_team.level", "not_known"),
        ({"level": Level.GOOD}, BEST, "excellent_team.level", "not_met"),
        ({"completed": 9}, BEST, "excellent_team.completed", "not_met"),
        ({"fighters": 0}, BEST, "excellent_team.fighter", "not_met"),
        ({"fighters": None}, BEST, "excellent_team.fighter", "not_known"),
    ],
)
def test_each_criterion_of_a_team(facts: dict[str, object], title: Title, key: str, met: str):
    """06/2022/QH15, Điều 27, Điều 28."""
    found = collective(replace(UNIT, **facts), title, LAW)  # type: ignore[arg-type]
    assert found.met == met
    assert [one.key for one in (*found.unmet, *found.asked)] == ([key] if key else [])


def test_a_team_goes_by_the_more_favourable_law_too():
    half = replace(UNIT, advanced=5)
    assert collective_under(half, TEAM, [OLD, LAW]).met is Met.MET
    assert collective_under(half, TEAM, [LAW]).met is Met.NOT_MET


@pytest.mark.parametrize(
    "facts", [{"people": 0}, {"advanced": 11}, {"completed": -1}, {"fighters": 12}], ids=str
)
def test_a_part_larger_than_the_team_is_refused(facts: dict[str, int]):
    with pytest.raises(PeopleMiscounted, match="người"):
        collective(replace(UNIT, **facts), TEAM, LAW)
