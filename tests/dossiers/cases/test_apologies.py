"""The apology: once, at least a day before the due day, to a later working day; it moves no other date.

NĐ 61/2018/NĐ-CP, Điều 19 khoản 9; NĐ 118/2025/NĐ-CP (reported); forms of TT 01/2018 and TT 03/2025.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date, datetime, timedelta

import docx
import pytest
from django.test import Client

from chuan.clocks.models import Clock
from chuan.clocks.offices import office_of
from chuan.dossiers import refusals
from chuan.dossiers.actions import apologies
from chuan.dossiers.actions.apologies import (
    allowed_for,
    apologise,
    is_late,
    paper_of,
    require_day,
    require_may,
)
from chuan.dossiers.actions.causes import void
from chuan.dossiers.apology_paper import apology_paper
from chuan.dossiers.models import CaseEvent, Dossier
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotYours
from chuan.trail.models import Entry
from tests.dossiers.made import make_dossier
from tests.examine import examine, open_page
from tests.people import Ward

REASON = "Chờ cơ quan thuế xác nhận nghĩa vụ tài chính"


def working_day(dossier: Dossier, after: date) -> date:
    """The first working day after a day."""
    found = office_of(dossier.owner_unit).calendar.next_working(after)
    assert found is not None
    return found.day


@pytest.fixture
def later(running: Dossier) -> date:
    """A working day after the due day."""
    assert running.judged_due_on is not None
    return working_day(running, running.judged_due_on)


def text_of(data: bytes) -> str:
    document = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def test_it_is_recorded_with_the_new_date_and_moves_nothing(
    running: Dossier, clerk: Viewer, now: datetime, today: date, later: date
) -> None:
    due = running.judged_due_on
    event, _data = apologise(running, reason=REASON, new_day=later, by=clerk, at=now)
    running.refresh_from_db()
    assert (event.verb, event.occurred_on, event.until_on, event.text) == ("apologise", today, later, REASON)
    assert (running.judged_due_on, running.promised_on, running.states) == (due, due, 1)


def test_the_clock_keeps_the_appointment_apart(
    running: Dossier, clerk: Viewer, now: datetime, later: date
) -> None:
    assert running.judged_due_on is not None
    clock = Clock.objects.create(
        subject_kind="dossier", subject_uid=running.uid, unit=running.unit, opened_on=date(2021, 5, 4),
        lawful_due_on=running.judged_due_on,
    )  # fmt: skip
    event, _data = apologise(running, reason=REASON, new_day=later, by=clerk, at=now)
    clock.refresh_from_db()
    assert (clock.appointment_on, clock.lawful_due_on) == (later, running.judged_due_on)
    void(event, "nhầm", by=clerk, at=now)
    clock.refresh_from_db()
    assert clock.appointment_on is None


def test_the_trail_names_the_paper(running: Dossier, clerk: Viewer, now: datetime, later: date) -> None:
    apologise(running, reason=REASON, new_day=later, by=clerk, at=now)
    entry = Entry.objects.select_related("detail").get(verb="dossier.apologise")
    assert later.isoformat() in entry.detail.body
    assert "sha256" in entry.detail.body


def test_the_paper_leaves_blank_what_the_official_system_gives(
    running: Dossier, clerk: Viewer, now: datetime, today: date, later: date
) -> None:
    _event, data = apologise(running, reason=REASON, new_day=later, by=clerk, at=now)
    text = text_of(data)
    assert running.code in text
    assert REASON in text
    assert f"{later:%d/%m/%Y}" in text
    assert "Kính gửi: …" in text
    assert "ngày \N{NO-BREAK SPACE}" in text
    assert "điền ở hệ thống chính thức" in text


def test_no_name_of_a_signer_is_printed(running: Dossier, today: date) -> None:
    paper = apology_paper(running, form="Phiếu", reason="r", new_day=today, due=today, by="X", on=today)
    assert (paper.signer.name, paper.number, paper.date) == ("", "", None)


def test_the_same_record_gives_the_same_bytes(
    running: Dossier, clerk: Viewer, now: datetime, later: date
) -> None:
    event, data = apologise(running, reason=REASON, new_day=later, by=clerk, at=now)
    assert paper_of(event) == data


def test_the_form_is_the_days_own_unless_another_is_chosen(
    running: Dossier, clerk: Viewer, now: datetime, later: date
) -> None:
    old = "Phiếu xin lỗi và hẹn lại ngày trả kết quả"
    with pytest.raises(refusals.FormUnknown):
        apologise(running, reason=REASON, new_day=later, form="Giấy khất", by=clerk, at=now)
    event, data = apologise(running, reason=REASON, new_day=later, form=old, by=clerk, at=now)
    assert event.citation == old
    assert old.upper() in text_of(data).upper()


def test_a_second_time_is_refused_with_the_law_that_says_so(
    running: Dossier, clerk: Viewer, now: datetime, later: date
) -> None:
    apologise(running, reason=REASON, new_day=later, by=clerk, at=now)
    with pytest.raises(refusals.ApologisedBefore, match="118/2025/NĐ-CP") as refused:
        apologise(running, reason=REASON, new_day=working_day(running, later), by=clerk, at=now)
    assert "theo nguồn dẫn lại" in refused.value.sentence


def test_one_that_was_voided_does_not_count(
    running: Dossier, clerk: Viewer, now: datetime, later: date
) -> None:
    event, _data = apologise(running, reason=REASON, new_day=later, by=clerk, at=now)
    void(event, "nhầm hồ sơ", by=clerk, at=now)
    assert apologise(running, reason=REASON, new_day=later, by=clerk, at=now)[0].seq == 3


@pytest.mark.parametrize(("days_before", "in_time"), [(2, True), (1, True), (0, False), (-3, False)])
def test_it_comes_a_day_before_the_due_day_or_is_known_to_be_late(
    ward: Ward, today: date, days_before: int, in_time: bool
) -> None:
    """At the latest one day before: NĐ 61/2018 Điều 19 khoản 9."""
    dossier = make_dossier(
        ward.unit, "H-1", received_on=date(2021, 5, 4), judged_due_on=today + timedelta(days=days_before)
    )
    office = office_of(ward.unit)
    if in_time:
        assert require_may(dossier, office, on=today).times == 1
    else:
        with pytest.raises(refusals.ApologyTooLate, match="61/2018/NĐ-CP"):
            require_may(dossier, office, on=today)
        assert require_may(dossier, office, on=today, late_known=True).times == 1
    assert is_late(dossier, on=today) is not in_time


def test_the_law_is_that_of_the_day_of_receipt(ward: Ward, today: date) -> None:
    old = make_dossier(ward.unit, "H-1", received_on=date(2021, 5, 4), judged_due_on=today)
    new = make_dossier(ward.unit, "H-2", received_on=date(2026, 1, 5), judged_due_on=today)
    office = office_of(ward.unit)
    said = [allowed_for(one, office, on=today).notice_law.citation.number for one in (old, new)]
    assert said == ["61/2018/NĐ-CP", "118/2025/NĐ-CP"]


@pytest.mark.parametrize(
    ("standing", "refusal"),
    [
        ({"settled_on": date(2021, 5, 12)}, refusals.NoLongerRunning),
        ({"status": "withdrawn"}, refusals.NoLongerRunning),
        ({"status": "refused"}, refusals.NoLongerRunning),
        ({"present": False}, refusals.NoLongerRunning),
        ({"status": "waiting"}, refusals.WaitsForCitizen),
        ({"judged_due_on": None}, refusals.NoDueDay),
    ],
)
def test_what_cannot_be_apologised_for(
    ward: Ward, today: date, standing: dict, refusal: type[Exception]
) -> None:
    told = {"judged_due_on": today + timedelta(days=9)} | standing
    with pytest.raises(refusal, match="H-9"):
        require_may(make_dossier(ward.unit, "H-9", **told), office_of(ward.unit), on=today)


def test_the_new_date_is_later_and_a_working_day(running: Dossier, today: date) -> None:
    office = office_of(running.owner_unit)
    allowed = allowed_for(running, office, on=today)
    with pytest.raises(refusals.NewDayNotLater):
        require_day(allowed.due, allowed, office, on=today)
    saturday = allowed.due + timedelta(days=(5 - allowed.due.weekday()) % 7 or 7)
    with pytest.raises(refusals.NewDayOff, match="thứ Bảy"):
        require_day(saturday, allowed, office, on=today)
    with pytest.raises(refusals.NewDayOff, match="chưa có lịch nghỉ năm 2999"):
        require_day(date(2999, 1, 3), allowed, office, on=today)


def test_a_reason_is_asked_for(running: Dossier, clerk: Viewer, now: datetime, later: date) -> None:
    with pytest.raises(refusals.TextMissing):
        apologise(running, reason="  ", new_day=later, by=clerk, at=now)


def test_others_may_not(
    running: Dossier, ward: Ward, view: Callable[[Official], Viewer], now: datetime, later: date
) -> None:
    with pytest.raises(NotYours):
        apologise(running, reason=REASON, new_day=later, by=view(ward.auditor), at=now)


def test_nothing_is_kept_when_typesetting_fails(
    running: Dossier, clerk: Viewer, now: datetime, later: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_given: object, **_more: object) -> bytes:
        raise RuntimeError("no font")

    monkeypatch.setattr(apologies, "apology_docx", broken)
    with pytest.raises(RuntimeError):
        apologise(running, reason=REASON, new_day=later, by=clerk, at=now)
    assert not CaseEvent.objects.exists()


# Pages


def test_the_form_says_until_when_and_by_which_act(browser: Client, running: Dossier) -> None:
    page = open_page(browser, f"/ho-so/{running.uid}/xin-loi/")
    assert "Xin lỗi chậm nhất" in page.text
    assert "118/2025/NĐ-CP" in page.text
    assert (
        page.form(button="Lập phiếu").values["form"]
        == "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết"
    )


def test_from_the_form_to_the_paper(browser: Client, running: Dossier, later: date) -> None:
    form = open_page(browser, f"/ho-so/{running.uid}/xin-loi/").form(button="Lập phiếu")
    assert form.send(browser, reason=REASON, new_day=f"{later:%d/%m/%Y}").status_code == 302
    page = open_page(browser, f"/ho-so/{running.uid}/")
    assert f"hẹn lại ngày {later:%d/%m/%Y}" in page.text
    response = browser.get(page.link("Tải phiếu (.docx)"))
    assert response.headers["Content-Type"] == apologies.DOCX
    assert "attachment" in response.headers["Content-Disposition"]
    assert REASON in text_of(response.content)
    assert "hết số lần cho phép" in open_page(browser, f"/ho-so/{running.uid}/xin-loi/").text


@pytest.mark.parametrize(
    ("reason", "day", "said"),
    [
        ("", "", "Chưa ghi lý do"),
        (REASON, "", "Chưa có ngày"),
        (REASON, "01/01/2021", "không muộn hơn hạn"),
        (REASON, "32/13/2026", "."),
        (REASON, "03/01/2999", "không phải ngày làm việc"),
    ],
)
def test_a_refused_form_keeps_what_was_typed(
    browser: Client, running: Dossier, reason: str, day: str, said: str
) -> None:
    form = open_page(browser, f"/ho-so/{running.uid}/xin-loi/").form(button="Lập phiếu")
    page = examine(form.send(browser, reason=reason, new_day=day), status=422)
    assert said in page.notice
    values = page.form(button="Lập phiếu").values
    assert (values["reason"], values["new_day"]) == (reason, day)


def test_the_paper_of_another_ward_is_not_found(
    running: Dossier, clerk: Viewer, now: datetime, later: date, other_ward: Ward,
    browser_of: Callable[[Official], Client],
) -> None:  # fmt: skip
    event, _data = apologise(running, reason=REASON, new_day=later, by=clerk, at=now)
    address = f"/ho-so/{running.uid}/xin-loi/{event.uid}/phieu.docx"
    assert browser_of(other_ward.one_stop).get(address).status_code == 404


def test_a_late_apology_moves_no_due_day_and_the_trail_says_it_was_late(
    ward: Ward, clerk: Viewer, now: datetime, today: date, later: date
) -> None:
    """The citizen is owed a word all the same; lateness is judged as before (law.md T-22, T-25)."""
    dossier = make_dossier(
        ward.unit, "T-9", received_on=date(2026, 1, 5), judged_due_on=today - timedelta(days=3)
    )
    with pytest.raises(refusals.ApologyTooLate, match="vẫn lập phiếu"):
        apologise(dossier, reason=REASON, new_day=later, by=clerk, at=now)
    with pytest.raises(refusals.NewDayNotLater):
        apologise(dossier, reason=REASON, new_day=today, late_known=True, by=clerk, at=now)
    event, data = apologise(dossier, reason=REASON, new_day=later, late_known=True, by=clerk, at=now)
    dossier.refresh_from_db()
    assert (event.until_on, dossier.judged_due_on, data[:2]) == (later, today - timedelta(days=3), b"PK")
    assert '"in_time":false' in Entry.objects.get(verb="dossier.apologise").detail.body.replace(" ", "")


def test_the_form_asks_to_know_it_only_where_it_would_be_late(
    browser: Client, ward: Ward, today: date, later: date
) -> None:
    early, late = (
        make_dossier(
            ward.unit, code, received_on=date(2026, 1, 5), judged_due_on=today + timedelta(days=days)
        )
        for code, days in (("T-10", 9), ("T-11", -3))
    )
    assert "late_known" not in browser.get(f"/ho-so/{early.uid}/xin-loi/").content.decode()
    answer = browser.post(
        f"/ho-so/{late.uid}/xin-loi/", {"reason": REASON, "new_day": f"{later:%d/%m/%Y}", "form": ""}
    )
    assert answer.status_code == 422
    assert REASON in answer.content.decode()
    answer = browser.post(
        f"/ho-so/{late.uid}/xin-loi/",
        {"reason": REASON, "new_day": f"{later:%d/%m/%Y}", "form": "", "late_known": "on"},
    )
    assert answer.status_code == 302
    assert late.events.count() == 1
