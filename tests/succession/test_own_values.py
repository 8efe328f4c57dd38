"""The unit's own values of ranking and titles go into the new ward, unless they had ended with their act."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from chuan.law.titles import title_digest
from chuan.offers.measures import Scope, law_digest_of
from chuan.offers.succession import Passage
from chuan.people.actions.merging import _carry_settings
from chuan.people.models import UnitSetting
from chuan.rules.types import Period
from chuan.workforce.actions.own_law import set_own_value
from chuan.workforce.measures.advanced import AdvancedWorker
from chuan.workforce.own_law.books import RANKING, TITLES
from chuan.workforce.own_law.kept import own_values
from chuan.workforce.succession import OwnValues
from tests.people import PAPER
from tests.workforce.made import personnel_clerk

SINCE, SETTINGS = date(2024, 1, 5), ("titles_law.considered.months", "ranking_law.cap.excellent")


@pytest.fixture
def own(ward):
    """A value of titles, which no act ends, and one of ranking, which ends with the decree of 2025."""
    by = ward.viewer(personnel_clerk(ward))
    for book, key, typed in ((TITLES, "considered.months", "12"), (RANKING, "cap.excellent", "25 %")):
        set_own_value(book, key, typed, valid_from=SINCE, citation="Quy chế 5", by=by, at=timezone.now())


def merged(ward, other_ward, on: date) -> dict[str, str]:
    """What the new ward has after the old one's settings were carried over."""
    at = timezone.now()
    passage = Passage(ward.unit, other_ward.unit, on, at, None, PAPER)
    _carry_settings(ward.unit, other_ward.unit, on, PAPER)
    OwnValues().move(passage)
    return dict(UnitSetting.objects.filter(unit=other_ward.unit).values_list("key", "value"))


def test_what_holds_on_the_day_goes_on(ward, other_ward, own):
    assert OwnValues().matters(ward.unit)[0].moves == 2
    assert merged(ward, other_ward, date(2025, 7, 1)).keys() >= set(SETTINGS)
    assert own_values(other_ward.unit, TITLES)["considered.months"][0].citation.number.startswith(
        "Quy chế 5; "
    )


def test_what_ended_with_its_act_does_not_begin_again_under_the_next(ward, other_ward, own):
    carried = merged(ward, other_ward, date(2026, 7, 1))
    assert [one for one in SETTINGS if one in carried] == [SETTINGS[0]]
    assert UnitSetting.objects.filter(unit=ward.unit, key__in=SETTINGS).count() == 2


def test_a_figure_says_that_the_units_own_values_stood_among_the_law(ward, other_ward, own):
    digests = {
        one.name: law_digest_of(AdvancedWorker(), Scope(one.uid, Period.year(2025), timezone.now()))
        for one in (ward.unit, other_ward.unit)
    }
    assert digests[other_ward.unit.name] == title_digest() == AdvancedWorker().law_digest
    assert digests[ward.unit.name] not in ("", title_digest())
