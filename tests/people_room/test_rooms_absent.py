"""What a room offered is not asked for while the unit does without it: doors, tasks, hits, steps, alarms, matters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.utils import timezone

from chuan.clocks.models import Clock
from chuan.clocks.reports import due_now, my_work
from chuan.offers import (
    alarms,
    faults,
    first_steps,
    harms,
    measures,
    publishing,
    review_inputs,
    rooms,
    self_checks,
)
from chuan.offers.harms import Asked, Harm
from chuan.offers.review_inputs import Letter
from chuan.offers.subjects import Subject
from chuan.offers.uids import new_uid
from chuan.people import doors, finding
from chuan.people.citizen_pages import CitizenPage
from chuan.people.models import UnitSetting
from chuan.people.viewer import Viewer
from chuan.rules.types import Period
from tests.people import PAPER, Ward

pytestmark = pytest.mark.django_db
DAY = date(2021, 10, 5)


@pytest.fixture
def without(ward: Ward) -> Callable[..., Viewer]:
    """The secretary of the ward with these rooms off."""

    def without(*keys: str) -> Viewer:
        ward.unit.room_days = [[key, "2010-01-01", False] for key in keys]
        ward.unit.save(update_fields=["room_days"])
        return ward.viewer(ward.secretary, DAY)

    return without


def made_in(room: str, answer: Callable[..., Any]) -> Callable[..., Any]:
    """Something offered that a room's own module would hold."""
    answer.__module__ = f"chuan.{room}.offered"
    return answer


def test_a_room_is_told_by_the_module_of_what_it_offered():
    class Measure:
        __module__ = "chuan.dossiers.measures.timely"

    assert rooms.room_of(made_in("risks", lambda: None)) == "risks"
    assert rooms.room_of(Measure()) == "dossiers"


def test_the_first_screen_keeps_what_it_found_for_the_rooms_that_are_off(without, ward: Ward):
    viewer = without("petitions", "risks")
    ward.unit.example = False
    assert hash(rooms.off(viewer.unit, DAY)) == hash(frozenset({"petitions", "risks"}))
    assert isinstance(first_steps.left(viewer.unit, viewer, DAY), list)


def test_the_doors_of_a_room_that_is_off_are_not_there(without, ward: Ward):
    def addresses(viewer: Viewer) -> set[str]:
        return {address for _label, address, _current, _count in doors.doors_for(viewer, "/")}

    assert {"/ho-so/", "/don-thu/"} <= addresses(without())
    assert not {"/ho-so/", "/don-thu/"} & addresses(without("dossiers", "petitions"))
    improving = {address for address, _label in doors.beside_improving(without("risks", "audits"))}
    assert {"/khac-phuc/", "/phu-hop/"} <= improving
    assert not {"/rui-ro/", "/danh-gia/"} & improving
    assert doors.beside_staff(without("workforce")) == []


def test_what_waits_in_a_room_that_is_off_is_no_task_and_not_counted(without, ward: Ward):
    for kind in ("petition", "figure_due"):
        Clock.objects.create(
            subject_kind=kind, subject_uid=new_uid(), unit=ward.unit, owner_official=ward.secretary,
            opened_on=DAY, lawful_due_on=DAY - timedelta(days=1),
        )  # fmt: skip
    assert due_now(without(), on=DAY) == 2
    viewer = without("petitions")
    assert due_now(viewer, on=DAY) == 1
    assert my_work(viewer, on=DAY).overdue.count == 1


def test_search_neither_offers_nor_asks_for_the_kinds_of_a_room_that_is_off(without):
    assert {"risk", "audit", "document"} <= dict(finding.kinds(without())).keys()
    left = dict(finding.kinds(without("risks", "audits"))).keys()
    assert "document" in left
    assert not {"risk", "audit"} & left
    assert finding.find("rủi ro", viewer=without("risks")).total == 0


def test_first_steps_of_a_room_that_is_off_are_not_asked_for(without, ward: Ward):
    def keys(viewer: Viewer) -> set[str]:
        return {one.step.key for one in first_steps.taken(viewer.unit, viewer, DAY)}

    assert "petition_clerk" in keys(without())
    assert "petition_clerk" not in keys(without("petitions"))
    assert {"officials", "decision", "rooms"} <= keys(without(*(one.key for one in rooms.rooms())))


@pytest.fixture
def rung(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """One alarm of petitions, one of the house."""
    both = [made_in(room, lambda viewer, room=room: [room]) for room in ("petitions", "upkeep")]
    monkeypatch.setattr(alarms, "_offered", both)
    return


def test_a_room_that_is_off_rings_no_alarm(rung, without):
    assert alarms.alarms_for(without()) == ["petitions", "upkeep"]
    assert alarms.alarms_for(without("petitions")) == ["upkeep"]


def test_its_matters_are_not_brought_before_the_head_whoever_tells_them(without, ward: Ward, monkeypatch):
    def harm(key: str, **given: Any) -> Harm:
        return Harm(key, "others", key, DAY, **given)

    told = [
        made_in("petitions", lambda asked: [harm("theirs")]),
        made_in("clocks", lambda asked: [
            harm("by kind", subject=Subject("petition", new_uid())),
            harm("by address", address="/don-thu/x/"), harm("of others"),
        ]),
    ]  # fmt: skip
    monkeypatch.setattr(harms, "_offered", told)

    def keys() -> list[str]:
        return [one.key for one in harms.harms(Asked(ward.unit, DAY, timezone.now()))]

    assert keys() == ["theirs", "by kind", "by address", "of others"]
    without("petitions")
    assert keys() == ["of others"]


def test_it_proposes_no_fault_checks_nothing_and_publishes_nothing(without, ward: Ward, monkeypatch):
    asked: list[str] = []
    monkeypatch.setattr(faults, "_proposers", [made_in("petitions", lambda *_: asked.append("fault") or [])])
    monkeypatch.setattr(
        publishing, "_offered", {1: made_in("petitions", lambda _: asked.append("page") or [])}
    )
    unit = without("petitions", "risks").unit
    assert faults.proposals(unit, DAY, timezone.now()) == []
    assert list(publishing.pages(publishing.Asked(unit, DAY))) == []
    assert asked == []
    assert not [one.key for one in self_checks.checks_of(unit, DAY) if one.key.startswith("risks.")]
    assert [one for one in self_checks.checks() if one.key.startswith("risks.")]


def test_the_review_is_told_that_a_room_is_off_and_that_something_is_lacking(without, ward: Ward):
    viewer = without("risks")
    asked = review_inputs.Asked(viewer.unit, Period.year(2021), DAY, timezone.now(), viewer)
    heard = review_inputs.collected(asked)[Letter.RISKS]
    assert [(one.sentence, one.short) for one in heard] == [
        ("Rủi ro: phân hệ chưa áp dụng trên phần mềm; lấy từ sổ và báo cáo giấy.", True)
    ]


def test_a_measure_of_a_room_that_is_off_at_the_end_of_the_days_says_so_and_where(without, ward: Ward):
    asked: list[str] = []

    class OnTime:
        __module__ = "chuan.dossiers.measures.timely"
        key = "dossiers.on_time"

        def obstacles(self, scope: Any) -> tuple[()]:
            asked.append("asked")
            return ()

    viewer = without()
    viewer.unit.room_days = [["dossiers", "2021-07-01", False]]
    first, second = Period(date(2021, 1, 1), date(2021, 7, 1)), Period(date(2021, 7, 1), date(2021, 8, 1))
    scope = measures.Scope(viewer.unit.uid, first, timezone.now())
    assert measures.obstacles_of(OnTime(), scope, viewer.unit) == ()  # type: ignore[arg-type]
    scope = measures.Scope(viewer.unit.uid, second, timezone.now())
    found = measures.obstacles_of(OnTime(), scope, viewer.unit)  # type: ignore[arg-type]
    assert [one.code for one in found] == ["room_off"]
    assert "Hồ sơ thủ tục hành chính chưa bật" in found[0].sentence
    assert found[0].mend == ("Mở trang Phân hệ", "/don-vi/phan-he/")
    assert asked == ["asked"]


def test_a_page_for_citizens_closes_with_its_room_though_the_head_opened_it(without, ward: Ward, settings):
    settings.PUBLIC_FEEDBACK = True
    UnitSetting.objects.create(
        unit=ward.unit, key="petitions.public", value="on", valid_from=DAY, citation=PAPER
    )
    page = CitizenPage("PUBLIC_FEEDBACK", "petitions.public")
    assert page.is_open(without().unit, DAY)
    assert page.open_units(DAY) == [ward.unit]
    assert not page.is_open(without("petitions").unit, DAY)
    assert page.open_units(DAY) == []


def test_a_unit_of_which_nothing_is_known_uses_every_room():
    assert rooms.off(SimpleNamespace(), DAY) == frozenset()
    assert rooms.off_kinds(SimpleNamespace(), DAY) == frozenset()
