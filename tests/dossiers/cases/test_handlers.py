"""Whose a name in the files is: confirmed once, and every dossier of that name follows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client

from chuan.dossiers import refusals
from chuan.dossiers.actions.handlers import confirm_handler
from chuan.dossiers.models import Dossier, DossierState, HandlerName
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotAllowed, NotFound
from chuan.trail.models import Entry
from tests.dossiers.made import add_version, make_dossier, make_handler, make_import
from tests.examine import examine, open_page
from tests.people import Ward

URL = "/ho-so/nguoi-xu-ly/"


@pytest.fixture
def name(ward: Ward) -> HandlerName:
    return make_handler(ward.unit, "VŨ THỊ VĂN HÓA")


@pytest.fixture
def dossiers(ward: Ward) -> list[Dossier]:
    """Three of the name, in several spellings, and one of another."""
    file = make_import(ward.unit)
    made = []
    for n, said in enumerate(("Vũ Thị Văn Hóa", "VŨ THỊ VĂN HOÁ", "vũ thị văn hóa", "Người khác")):
        made.append(make_dossier(ward.unit, f"H-{n}", handler_name=said))
        add_version(made[-1], file)
    return made


def test_every_dossier_of_the_name_follows(
    name: HandlerName, dossiers: list[Dossier], ward: Ward, clerk: Viewer, now: datetime
) -> None:
    assert confirm_handler(name, official=ward.specialist, by=clerk, at=now) == 3
    owners = dict(Dossier.objects.values_list("code", "handler__name"))
    assert owners == {"H-0": "Vũ Thị Văn Hóa", "H-1": "Vũ Thị Văn Hóa", "H-2": "Vũ Thị Văn Hóa", "H-3": None}
    name.refresh_from_db()
    assert (name.official, name.confirmed_by) == (ward.specialist, clerk.official)
    assert Entry.objects.filter(verb="handler.confirm").count() == 1


def test_a_name_confirmed_anew_moves_them_again(
    name: HandlerName, dossiers: list[Dossier], ward: Ward, clerk: Viewer, now: datetime
) -> None:
    confirm_handler(name, official=ward.specialist, by=clerk, at=now)
    confirm_handler(name, official=ward.auditor, by=clerk, at=now)
    assert Dossier.objects.filter(handler=ward.auditor).count() == 3


def test_no_date_moves(
    name: HandlerName, dossiers: list[Dossier], ward: Ward, clerk: Viewer, now: datetime
) -> None:
    before = list(Dossier.objects.order_by("pk").values_list("judged_due_on", "outcome", "present"))
    confirm_handler(name, official=ward.specialist, by=clerk, at=now)
    assert list(Dossier.objects.order_by("pk").values_list("judged_due_on", "outcome", "present")) == before
    assert DossierState.objects.filter(until_at__isnull=True).count() == 4


def test_it_may_be_nobody_of_the_unit(name: HandlerName, ward: Ward, clerk: Viewer, now: datetime) -> None:
    confirm_handler(name, official=None, nobody_here=True, by=clerk, at=now)
    name.refresh_from_db()
    assert (name.official, name.nobody_here, name.confirmed_at is not None) == (None, True, True)


def test_neither_and_both_are_unclear(name: HandlerName, ward: Ward, clerk: Viewer, now: datetime) -> None:
    with pytest.raises(refusals.HandlerUnclear):
        confirm_handler(name, official=None, by=clerk, at=now)
    with pytest.raises(refusals.HandlerUnclear):
        confirm_handler(name, official=ward.specialist, nobody_here=True, by=clerk, at=now)


def test_names_and_officials_of_another_ward_are_not_found(
    name: HandlerName, other_ward: Ward, clerk: Viewer, now: datetime
) -> None:
    with pytest.raises(NotFound):
        confirm_handler(name, official=other_ward.specialist, by=clerk, at=now)
    stranger = make_handler(other_ward.unit, "Ai đó")
    with pytest.raises(NotFound):
        confirm_handler(stranger, official=None, nobody_here=True, by=clerk, at=now)


def test_only_those_who_keep_dossiers_may(
    name: HandlerName, ward: Ward, view: Callable[[Official], Viewer], now: datetime
) -> None:
    for who in (ward.chairman, ward.specialist, ward.auditor):
        with pytest.raises(NotAllowed):
            confirm_handler(name, official=ward.specialist, by=view(who), at=now)


# Pages


def test_the_page_counts_and_puts_open_names_first(
    browser: Client, name: HandlerName, dossiers: list[Dossier], ward: Ward
) -> None:
    make_handler(ward.unit, "Đã Rõ", ward.auditor)
    page = open_page(browser, URL)
    assert page.texts(".//th[@scope='row']") == ["VŨ THỊ VĂN HÓA", "Đã Rõ"]
    assert page.texts("td.num") == ["3", "0"]


def test_the_official_called_so_is_proposed(browser: Client, name: HandlerName, ward: Ward) -> None:
    page = open_page(browser, f"{URL}{name.uid}/")
    assert page.form(button="Xác nhận").values["who"] == str(ward.specialist.uid)


def test_confirming_on_the_page(
    browser: Client, name: HandlerName, dossiers: list[Dossier], ward: Ward
) -> None:
    form = open_page(browser, f"{URL}{name.uid}/").form(button="Xác nhận")
    response = form.send(browser)
    assert response.status_code == 302
    page = open_page(browser, URL)
    assert "3 hồ sơ mang tên này" in page.notice
    assert Dossier.objects.filter(handler=ward.specialist).count() == 3


def test_nobody_chosen_is_said(browser: Client, name: HandlerName) -> None:
    form = open_page(browser, f"{URL}{name.uid}/").form(button="Xác nhận")
    assert "Chưa chọn cán bộ" in examine(form.send(browser, who=""), status=422).notice
    assert examine(form.send(browser, who="ai-day"), status=422).notice


def test_roles_and_other_wards(
    name: HandlerName, ward: Ward, other_ward: Ward, browser_of: Callable[[Official], Client]
) -> None:
    assert browser_of(ward.auditor).get(f"{URL}{name.uid}/").status_code == 403
    assert browser_of(other_ward.one_stop).get(f"{URL}{name.uid}/").status_code == 404
    page = open_page(browser_of(ward.auditor), URL)
    assert not page.find(f".//a[@href='{URL}{name.uid}/']")
    assert "Chưa có tên nào" in open_page(browser_of(other_ward.one_stop), URL).text
