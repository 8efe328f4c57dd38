"""Cover during leave: who looks after whose dossiers, for which days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.test import Client

from chuan.dossiers import refusals
from chuan.dossiers.actions.covers import record_cover, void_cover
from chuan.dossiers.models import Cover
from chuan.dossiers.permissions import handled_by
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotAllowed, NotFound
from chuan.trail.models import Entry
from tests.examine import examine, open_page
from tests.people import Ward

URL = "/ho-so/nghi-phep/"
View = Callable[[Official], Viewer]


def week(today: date, shift: int = 0) -> dict[str, date]:
    return {"first_on": today + timedelta(days=shift), "last_on": today + timedelta(days=shift + 6)}


def test_it_holds_on_both_ends_and_not_beyond(ward: Ward, clerk: Viewer, now: datetime, today: date) -> None:
    record_cover(ward.specialist, ward.one_stop, **week(today), by=clerk, at=now)
    days = [today + timedelta(days=n) for n in (-1, 0, 6, 7)]
    assert [Cover.objects.on(day).exists() for day in days] == [False, True, True, False]


def test_who_covers_looks_after_both(
    ward: Ward, view: View, clerk: Viewer, now: datetime, today: date
) -> None:
    record_cover(ward.specialist, ward.auditor, **week(today), by=clerk, at=now)
    assert handled_by(view(ward.auditor)) == {ward.auditor.pk, ward.specialist.pk}
    assert handled_by(view(ward.secretary)) == {ward.secretary.pk}


def test_one_to_come_gives_nothing_yet(
    ward: Ward, view: View, clerk: Viewer, now: datetime, today: date
) -> None:
    record_cover(ward.specialist, ward.auditor, **week(today, 3), by=clerk, at=now)
    assert handled_by(view(ward.auditor)) == {ward.auditor.pk}


def test_everybody_may_say_it_for_himself_and_nobody_else(
    ward: Ward, view: View, now: datetime, today: date
) -> None:
    assert record_cover(ward.specialist, ward.auditor, **week(today), by=view(ward.specialist), at=now).pk
    with pytest.raises(NotAllowed):
        record_cover(ward.auditor, ward.specialist, **week(today), by=view(ward.specialist), at=now)


def test_the_chairman_may_say_it_for_all(ward: Ward, view: View, now: datetime, today: date) -> None:
    assert record_cover(ward.specialist, ward.auditor, **week(today), by=view(ward.chairman), at=now).pk


def test_what_makes_no_sense_is_refused(ward: Ward, clerk: Viewer, now: datetime, today: date) -> None:
    with pytest.raises(refusals.CoverOneself):
        record_cover(ward.specialist, ward.specialist, **week(today), by=clerk, at=now)
    backwards = {"first_on": today, "last_on": today - timedelta(days=1)}
    with pytest.raises(refusals.CoverBackwards):
        record_cover(ward.specialist, ward.auditor, **backwards, by=clerk, at=now)
    record_cover(ward.specialist, ward.auditor, **week(today), by=clerk, at=now)
    with pytest.raises(refusals.CoverTwice):
        record_cover(ward.specialist, ward.auditor, **week(today, 6), by=clerk, at=now)
    assert record_cover(ward.specialist, ward.auditor, **week(today, 7), by=clerk, at=now).pk


def test_officials_of_another_ward_are_not_found(
    ward: Ward, other_ward: Ward, clerk: Viewer, now: datetime, today: date
) -> None:
    for pair in ((other_ward.specialist, ward.auditor), (ward.specialist, other_ward.auditor)):
        with pytest.raises(NotFound):
            record_cover(*pair, **week(today), by=clerk, at=now)


def test_one_voided_no_longer_holds_and_stays(ward: Ward, clerk: Viewer, now: datetime, today: date) -> None:
    cover = record_cover(ward.specialist, ward.auditor, **week(today), by=clerk, at=now)
    void_cover(cover, reason="nghỉ tuần sau", by=clerk, at=now)
    assert not Cover.objects.on(today).exists()
    assert Cover.objects.get().void_reason == "nghỉ tuần sau"
    with pytest.raises(refusals.CoverVoided):
        void_cover(cover, reason="lần nữa", by=clerk, at=now)
    assert [one.verb for one in Entry.objects.order_by("pk")] == ["cover.record", "cover.void"]


def test_a_void_says_why(ward: Ward, clerk: Viewer, now: datetime, today: date) -> None:
    cover = record_cover(ward.specialist, ward.auditor, **week(today), by=clerk, at=now)
    with pytest.raises(refusals.TextMissing):
        void_cover(cover, reason=" ", by=clerk, at=now)


# Pages


def test_the_page_and_its_form(browser: Client, ward: Ward, today: date) -> None:
    page = open_page(browser, URL)
    assert "Chưa ghi ai nghỉ" in page.text
    form = open_page(browser, page.link("Ghi nghỉ phép")).form(button="Ghi nghỉ phép")
    days = {"first_on": f"{today:%d/%m/%Y}", "last_on": f"{today + timedelta(days=3):%d/%m/%Y}"}
    official, by = str(ward.specialist.uid), str(ward.auditor.uid)
    assert form.send(browser, official=official, by_official=by, **days).status_code == 302
    page = open_page(browser, URL)
    assert ("Vũ Thị Văn Hóa" in page.text, "Đỗ Đánh Giá" in page.text, "đang nghỉ" in page.text) == (
        True,
    ) * 3


def test_a_refused_form_keeps_what_was_typed(browser: Client, ward: Ward, today: date) -> None:
    form = open_page(browser, f"{URL}ghi/").form(button="Ghi nghỉ phép")
    uid = str(ward.specialist.uid)
    day = f"{today:%d/%m/%Y}"
    sent = form.send(browser, official=uid, by_official=uid, first_on=day, last_on=day, reason="phép năm")
    page = examine(sent, status=422)
    assert "Người thay phải khác người nghỉ" in page.notice
    values = page.form(button="Ghi nghỉ phép").values
    assert (values["official"], values["reason"]) == (uid, "phép năm")


def test_an_empty_form_says_what_is_missing(browser: Client) -> None:
    form = open_page(browser, f"{URL}ghi/").form(button="Ghi nghỉ phép")
    notice = examine(form.send(browser), status=422).notice
    assert ("Chưa chọn người nghỉ" in notice, "Chưa chọn người thay" in notice, "Chưa có ngày" in notice) == (
        True,
    ) * 3


def test_who_keeps_nothing_chooses_only_himself(ward: Ward, browser_of: Callable[[Official], Client]) -> None:
    page = open_page(browser_of(ward.specialist), f"{URL}ghi/")
    names = page.texts("//select[@name='official']/option")
    assert names == ["Chọn cán bộ", "Vũ Thị Văn Hóa"]


def test_voiding_on_the_page(browser: Client, ward: Ward, clerk: Viewer, now: datetime, today: date) -> None:
    cover = record_cover(ward.specialist, ward.auditor, **week(today), by=clerk, at=now)
    form = open_page(browser, f"{URL}{cover.uid}/bo/").form(button="Bỏ dòng này")
    assert examine(form.send(browser, reason=""), status=422).notice
    assert form.send(browser, reason="ghi nhầm tuần").status_code == 302
    assert "đã bỏ: ghi nhầm tuần" in open_page(browser, URL).text


def test_a_cover_of_another_ward_is_not_found(
    ward: Ward,
    other_ward: Ward,
    clerk: Viewer,
    now: datetime,
    today: date,
    browser_of: Callable[[Official], Client],
) -> None:
    cover = record_cover(ward.specialist, ward.auditor, **week(today), by=clerk, at=now)
    assert browser_of(other_ward.one_stop).get(f"{URL}{cover.uid}/bo/").status_code == 404
    assert "Chưa ghi ai nghỉ" in open_page(browser_of(other_ward.one_stop), URL).text
    assert browser_of(ward.secretary).get(f"{URL}{cover.uid}/bo/").status_code == 403
