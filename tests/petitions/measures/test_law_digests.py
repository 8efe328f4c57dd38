"""A figure keeps which law it was counted by; a value the unit set in the place of an unverified one belongs to it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from chuan.law.petitions import petition_digest
from chuan.offers import measures
from chuan.offers.measures import Measure, Scope, law_digest_of
from chuan.people.models import UnitSetting
from chuan.petitions.figures.asked import Asked
from chuan.petitions.figures.basis import law_and_trail
from chuan.petitions.measures import STATES
from chuan.rules.types import Period
from tests.people import PAPER, Ward, at

pytestmark = pytest.mark.django_db
KEY = "denunciation.publish"
YEAR, NOW = Period.year(2021), at(2021, 6, 30, 17)
KEYS = [*(one.key for one in STATES), "petitions.escalated_past"]


def found(key: str) -> Measure:
    measure = measures.find(key)
    assert measure is not None
    return measure


def digest(ward: Ward, key: str) -> str:
    return law_digest_of(found(key), Scope(ward.unit.uid, YEAR, NOW))


def sets(ward: Ward, value: str, since: date, version: int = 1) -> None:
    UnitSetting.objects.create(
        unit=ward.unit, key=KEY, value=value, valid_from=since, version=version, citation=PAPER
    )


@pytest.mark.parametrize("key", KEYS)
def test_without_own_values_it_is_that_of_the_files(ward: Ward, key: str) -> None:
    assert digest(ward, key) == found(key).law_digest  # type: ignore[attr-defined]


@pytest.mark.parametrize("key", KEYS)
def test_it_changes_with_every_change_of_the_units_own_value(ward: Ward, key: str) -> None:
    seen = [digest(ward, key)]
    for version, value in enumerate(("10", "12"), 1):
        sets(ward, value, date(2021, 2, 1), version)
        seen.append(digest(ward, key))
    assert len(set(seen)) == 3


def test_a_value_that_begins_after_the_figure_was_counted_does_not_belong_to_it(ward: Ward) -> None:
    sets(ward, "10", NOW.date() + timedelta(days=1))
    assert digest(ward, KEYS[0]) == petition_digest()


def test_a_setting_of_something_else_and_another_wards_change_nothing(ward: Ward, other_ward: Ward) -> None:
    UnitSetting.objects.create(
        unit=ward.unit, key="petitions.public", value="on", valid_from=date(2021, 2, 1), citation=PAPER
    )
    sets(other_ward, "10", date(2021, 2, 1))
    assert digest(ward, KEYS[0]) == petition_digest()


def test_every_paper_of_figures_names_the_law_with_the_units_own_values(ward: Ward) -> None:
    def line() -> str:
        return law_and_trail(Asked(ward.unit, YEAR, NOW.date(), NOW))[0]

    assert petition_digest() in line()
    sets(ward, "10", date(2021, 2, 1))
    assert petition_digest() not in line()
    assert digest(ward, KEYS[0]) in line()


def test_dossiers_are_counted_by_the_units_own_values_too(ward: Ward) -> None:
    measure = measures.find("dossiers.on_time")
    assert measure is not None
    scope = Scope(ward.unit.uid, YEAR, NOW)
    plain = law_digest_of(measure, scope)
    UnitSetting.objects.create(
        unit=ward.unit, key="dossier.supplement", value="pause", valid_from=date(2021, 2, 1), citation=PAPER
    )
    assert law_digest_of(measure, scope) != plain == measure.law_digest  # type: ignore[attr-defined]
