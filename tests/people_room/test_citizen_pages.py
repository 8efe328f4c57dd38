"""A page for citizens is off twice: the machine is chosen for it, and the unit's head opened it for the day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import Resolver404, path
from django.views.generic import View

from chuan.people.citizen_pages import OFF, ON, CitizenPage
from chuan.people.forms_citizen_pages import SwitchForm
from chuan.people.models import UnitSetting
from tests.people import PAPER, Ward, make_ward

pytestmark = pytest.mark.django_db
PAGE = CitizenPage("PUBLIC_FEEDBACK", "petitions.public")
OTHER = CitizenPage("PUBLIC_SURVEY", "satisfaction.public")
DAY = date(2026, 3, 2)


@pytest.fixture
def machine(settings: Any) -> Any:
    """A machine that was chosen for the one page and not for the other."""
    settings.PUBLIC_FEEDBACK, settings.PUBLIC_SURVEY = True, False
    return settings


def chosen(ward: Ward, value: str, on: date = DAY, *, version: int = 1, key: str = PAGE.key) -> None:
    UnitSetting.objects.create(
        unit=ward.unit, key=key, value=value, valid_from=on, version=version, citation=PAPER
    )


def test_a_page_is_closed_until_the_head_opened_it_from_the_day_he_named(ward: Ward, machine: Any) -> None:
    assert not PAGE.is_open(ward.unit, DAY)
    chosen(ward, ON)
    assert not PAGE.is_open(ward.unit, DAY - timedelta(days=1))
    assert PAGE.is_open(ward.unit, DAY)


def test_a_machine_that_was_not_chosen_opens_nothing_whatever_the_head_says(ward: Ward, machine: Any) -> None:
    chosen(ward, ON)
    machine.PUBLIC_FEEDBACK = False
    assert not PAGE.here()
    assert not PAGE.is_open(ward.unit, DAY)
    assert PAGE.open_units(DAY) == []


def test_one_page_open_opens_no_other(ward: Ward, machine: Any) -> None:
    chosen(ward, ON)
    machine.PUBLIC_SURVEY = True
    assert PAGE.is_open(ward.unit, DAY)
    assert not OTHER.is_open(ward.unit, DAY)
    assert OTHER.open_units(DAY) == []


def test_the_last_version_of_a_day_is_the_choice(ward: Ward, machine: Any) -> None:
    chosen(ward, ON)
    chosen(ward, OFF, version=2)
    assert not PAGE.is_open(ward.unit, DAY)
    assert PAGE.open_units(DAY) == []
    assert [one.value for one in PAGE.choices_of(ward.unit)] == [OFF]


def test_units_whose_page_is_open_come_by_name_without_those_that_ended_in_two_statements(
    ward: Ward, machine: Any, django_assert_num_queries: Any
) -> None:
    first, gone, later = (
        make_ward("An Phú", "18116", "a"),
        make_ward("Cũ", "18117", "b"),
        make_ward("Đông Sơn", "18118", "c"),
    )
    for one in (ward, first, gone):
        chosen(one, ON)
    chosen(later, ON, DAY + timedelta(days=1))
    gone.unit.valid_to = DAY
    gone.unit.save(update_fields=["valid_to"])
    with django_assert_num_queries(2):
        assert PAGE.open_units(DAY) == [first.unit, ward.unit]


def test_its_addresses_are_unknown_ones_where_the_machine_was_not_chosen(machine: Any) -> None:
    mounted = PAGE.mounted("gui/", ([path("", View.as_view(), name="start")], None, None))
    assert mounted.resolve("gui/").url_name == "start"
    machine.PUBLIC_FEEDBACK = False
    with pytest.raises(Resolver404):
        mounted.resolve("gui/")


def test_the_form_says_what_stands_and_keeps_what_was_typed() -> None:
    empty = SwitchForm(None, name="Trang thử", is_open=True, on=DAY)
    assert (empty["is_on"].value(), empty["is_on"].label) == (ON, "Trang thử")
    typed = SwitchForm({"is_on": "maybe", "valid_from": "31/02/2026"}, name="Trang thử", is_open=True, on=DAY)
    assert set(typed.errors) == {"is_on", "valid_from", "citation"}
    assert typed["valid_from"].value() == "31/02/2026"
