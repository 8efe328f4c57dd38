"""First steps of a new unit: told by facts, shown to whoever can take them, gone when done."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.utils import timezone

from chuan.intake.models import RecordSystem
from chuan.offers import first_steps
from chuan.offers.first_steps import FirstStep
from chuan.people.models import UnitSetting
from chuan.people.sign_in_policy import SECOND_FACTOR
from tests.examine import open_page, sign_in

DAY = date(2026, 3, 2)


@pytest.fixture
def two_steps(monkeypatch):
    """Two steps of our own instead of those of the rooms; the facts are what the test says."""
    facts = {"one": False, "two": False}
    may = {"one": lambda viewer: True, "two": lambda viewer: False}
    monkeypatch.setattr(first_steps, "_offered", {})
    monkeypatch.setattr(first_steps, "_settled", set())
    first_steps.offer(*(
        FirstStep(key, order, key, "vì", "calendar:now", "Mở", lambda unit, on, key=key: facts[key], may[key])
        for order, key in ((20, "two"), (10, "one"))
    ))  # fmt: skip
    return facts


class Unit:
    uid = "a"


@pytest.fixture
def real(ward):
    """The ward as a unit of real data, whose people sign in with a password alone."""
    ward.unit.example = False
    ward.unit.save()
    UnitSetting.objects.create(
        unit=ward.unit, key=SECOND_FACTOR, value="nobody", valid_from=date(2021, 1, 1), citation="QĐ 1"
    )
    return ward


def test_steps_stand_in_their_order_and_tell_what_is_done_and_whose_they_are(two_steps):
    two_steps["two"] = True
    found = first_steps.taken(Unit, None, DAY)
    assert [(one.step.key, one.done, one.mine) for one in found] == [
        ("one", False, True),
        ("two", True, False),
    ]


def test_nothing_is_left_for_who_has_no_open_step_of_their_own(two_steps):
    two_steps["one"] = True
    assert first_steps.left(Unit, None, DAY) == []


def test_a_unit_that_has_taken_every_step_is_not_asked_again_in_that_year(two_steps):
    two_steps.update(one=True, two=True)
    assert first_steps.left(Unit, None, DAY) == []
    two_steps["one"] = False
    assert first_steps.left(Unit, None, DAY) == []
    assert first_steps.left(Unit, None, date(2027, 1, 4)), "năm mới, hỏi lại"


@pytest.mark.django_db
def test_a_new_unit_sees_its_steps_on_the_first_page_each_with_its_way(real):
    administrator = sign_in(Client(), real.administrator)
    page = open_page(administrator, "/viec-cua-toi/")
    assert page.link("Khai nguồn chính của từng sổ") == "/nguon-chinh/"
    whole = open_page(administrator, page.link("Xem từng bước"))
    assert len(whole.find("//ol[contains(@class,'first-steps')]/li")) == len(first_steps.steps()) == 11
    assert "Đã xong" in whole.text
    assert "chờ người có quyền" in whole.text, "việc của văn phòng, không phải của quản trị"


@pytest.mark.django_db
def test_who_can_take_no_step_is_shown_none(real):
    page = open_page(sign_in(Client(), real.specialist), "/viec-cua-toi/")
    assert "Các bước đầu" not in page.text


@pytest.mark.django_db
def test_a_step_is_gone_once_the_facts_say_so(real):
    kept = {"register": "dossiers", "system": "Một cửa điện tử", "valid_from": date(2021, 1, 1)}
    RecordSystem.objects.create(unit=real.unit, citation="QĐ 1", recorded_at=timezone.now(), **kept)
    page = open_page(sign_in(Client(), real.administrator), "/viec-cua-toi/")
    assert "Khai nguồn chính" not in page.text


@pytest.mark.django_db
def test_a_unit_of_invented_data_is_told_nothing_of_first_steps(ward):
    page = open_page(sign_in(Client(), ward.administrator), "/viec-cua-toi/")
    assert "Các bước đầu" not in page.text
