"""Nothing is closed with an action open, an effect unjudged, or a document neither revised nor waived."""

from __future__ import annotations

from datetime import date

import pytest

from chuan.rules.corrections import (
    Open,
    Past,
    Verdict,
    hindrances,
    recurring,
    require_closable,
    require_due,
    suggested_due,
)
from chuan.rules.refusals.corrections import (
    ActionStillOpen,
    DocumentUnsettled,
    DueBeforePlanned,
    EffectNotGood,
    EffectUnjudged,
)

DAY = date(2021, 8, 5)


def test_what_is_whole_may_be_closed():
    require_closable(Open(effect=Verdict.GOOD))
    assert hindrances(Open(effect=Verdict.GOOD)) == []


@pytest.mark.parametrize(
    ("left", "refusal", "words"),
    [
        (Open(["bố trí người trực thay"], Verdict.GOOD), ActionStillOpen, "bố trí người trực thay"),
        (Open(), EffectUnjudged, "chưa được đánh giá"),
        (Open(effect=Verdict.BAD), EffectNotGood, "vòng khắc phục sau"),
        (Open(effect=Verdict.UNMEASURED), EffectNotGood, "chưa cho thấy"),
        (Open(effect=Verdict.GOOD, documents=["QT-07"]), DocumentUnsettled, "QT-07"),
    ],
)
def test_what_is_left_open_is_said(left: Open, refusal: type, words: str):
    with pytest.raises(refusal) as refused:
        require_closable(left)
    assert words in refused.value.sentence


def test_everything_in_the_way_is_told_at_once():
    assert len(hindrances(Open(["a", "b"], None, ["QT-07"]))) == 4


def test_an_action_is_not_due_before_it_was_planned():
    require_due(DAY, DAY)
    with pytest.raises(DueBeforePlanned) as refused:
        require_due(date(2021, 8, 4), DAY)
    assert "Hạn 04/08/2021 đến trước ngày lập kế hoạch 05/08/2021." in refused.value.sentence


def test_the_day_offered_is_a_month_on_or_the_day_of_the_law():
    assert suggested_due(DAY, None) == date(2021, 9, 4)
    assert suggested_due(DAY, date(2021, 8, 20)) == date(2021, 8, 20)
    assert suggested_due(DAY, date(2021, 10, 20)) == date(2021, 9, 4)
    assert suggested_due(DAY, date(2021, 8, 1)) == date(2021, 9, 4)


def test_the_same_cause_or_the_same_record_is_the_same_coming_back():
    now = Past("d", DAY, frozenset({"workload", "other"}), "process:07")
    earlier = [
        Past("a", date(2021, 2, 1), frozenset({"workload"}), "process:01"),
        Past("b", date(2021, 3, 1), frozenset({"method"}), "process:07"),
        Past("c", date(2021, 4, 1), frozenset({"workload"}), "process:07"),
        Past("d", DAY, frozenset({"workload"}), "process:07"),
        Past("e", date(2021, 5, 1), frozenset({"other"}), ""),
        Past("f", date(2019, 1, 1), frozenset({"workload"}), "process:07"),
        Past("g", date(2021, 9, 1), frozenset({"workload"}), "process:07"),
    ]
    assert [(past.key, why) for past, why in recurring(now, earlier, days=730)] == [
        ("c", "both"), ("b", "about"), ("a", "cause"),
    ]  # fmt: skip


def test_how_far_back_is_the_practices_to_say():
    now, before = (
        Past("b", DAY, frozenset({"workload"})),
        Past("a", date(2020, 8, 5), frozenset({"workload"})),
    )
    assert recurring(now, [before], days=365) == [(before, "cause")]
    assert recurring(now, [before], days=364) == []


def test_nothing_is_known_of_one_without_cause_and_record():
    assert recurring(Past("a", DAY), [Past("b", DAY)], days=730) == []
