"""Causes, explanations and voids: added beside the source's facts, append-only, by those who may."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from chuan.dossiers import refusals
from chuan.dossiers.actions.causes import asks_to_explain, end_cause, explain, record_cause, void
from chuan.dossiers.events import events_agree, projection, standing_events
from chuan.dossiers.models import CaseEvent, Dossier
from chuan.offers.checks import projections
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotFound, NotYours
from chuan.trail.models import Entry
from tests.dossiers.made import make_dossier
from tests.examine import examine, open_page
from tests.people import Ward

SINCE = date(2021, 5, 6)


def test_a_cause_is_kept_from_a_day_to_a_day(late: Dossier, clerk: Viewer, now: datetime) -> None:
    event = record_cause(
        late, "tax", since=SINCE, until=date(2021, 5, 10), text=" phiếu 12 ", by=clerk, at=now
    )
    late.refresh_from_db()
    assert (event.seq, event.occurred_on, event.until_on, event.text) == (
        1,
        SINCE,
        date(2021, 5, 10),
        "phiếu 12",
    )
    assert late.cause == "tax"


def test_a_cause_changes_no_date_and_no_outcome(late: Dossier, clerk: Viewer, now: datetime) -> None:
    before = (late.judged_due_on, late.outcome, late.states)
    record_cause(late, "land", since=SINCE, by=clerk, at=now)
    late.refresh_from_db()
    assert (late.judged_due_on, late.outcome, late.states) == before


def test_every_act_writes_one_line_of_the_trail(late: Dossier, clerk: Viewer, now: datetime) -> None:
    event = record_cause(late, "land", since=SINCE, by=clerk, at=now)
    explain(late, "Chờ xác nhận của cơ quan đất đai", by=clerk, at=now)
    void(event, "nhầm hồ sơ", by=clerk, at=now)
    told = Entry.objects.filter(subject_uid=late.uid).order_by("pk").values_list("verb", flat=True)
    assert list(told) == ["dossier.cause", "dossier.explain", "dossier.void"]


def test_who_handles_it_may_write_and_others_may_not(
    late: Dossier, handler: Viewer, ward: Ward, view: Callable[[Official], Viewer], now: datetime
) -> None:
    assert record_cause(late, "field", since=SINCE, by=handler, at=now).by == handler.official
    for other in (ward.auditor, ward.chairman, ward.administrator):
        with pytest.raises(NotYours, match="Vũ Thị Văn Hóa"):
            record_cause(late, "field", since=SINCE, by=view(other), at=now)


def test_another_wards_dossier_is_not_found(
    late: Dossier, other_ward: Ward, view: Callable[[Official], Viewer], now: datetime
) -> None:
    with pytest.raises(NotFound):
        record_cause(late, "field", since=SINCE, by=view(other_ward.one_stop), at=now)


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ({"cause": "weather"}, refusals.CauseUnknown),
        ({"cause": ""}, refusals.CauseUnknown),
        ({"since": date(2021, 5, 3)}, refusals.BeforeReceived),
        ({"until": date(2021, 5, 5)}, refusals.CauseBackwards),
        ({"since": date(2999, 1, 1)}, refusals.DayToCome),
        ({"until": date(2999, 1, 1)}, refusals.DayToCome),
    ],
)
def test_a_cause_that_makes_no_sense_is_refused(
    late: Dossier, clerk: Viewer, now: datetime, given: dict, refusal: type[Exception]
) -> None:
    told = {"cause": "tax", "since": SINCE} | given
    with pytest.raises(refusal):
        record_cause(late, told.pop("cause"), **told, by=clerk, at=now)
    assert not CaseEvent.objects.exists()


def test_a_cause_that_goes_on_is_ended_by_a_new_row(late: Dossier, clerk: Viewer, now: datetime) -> None:
    event = record_cause(late, "tax", since=SINCE, by=clerk, at=now)
    ended = end_cause(event, until=date(2021, 5, 12), by=clerk, at=now)
    assert [one.pk for one in standing_events(late)] == [ended.pk]
    assert (ended.occurred_on, ended.until_on, ended.cause) == (SINCE, date(2021, 5, 12), "tax")
    with pytest.raises(refusals.AlreadyVoided):
        end_cause(event, until=date(2021, 5, 12), by=clerk, at=now)


def test_the_cause_shown_is_the_one_that_began_last(late: Dossier, clerk: Viewer, now: datetime) -> None:
    record_cause(late, "land", since=date(2021, 5, 10), by=clerk, at=now)
    record_cause(late, "tax", since=SINCE, until=date(2021, 5, 9), by=clerk, at=now)
    late.refresh_from_db()
    assert late.cause == "land"


def test_an_explanation_answers_what_was_asked(
    late: Dossier, handler: Viewer, now: datetime, today: date
) -> None:
    assert asks_to_explain(late, on=today)
    explain(late, "Mất điện hai ngày, đã báo người dân", by=handler, at=now)
    late.refresh_from_db()
    assert late.explained
    assert not asks_to_explain(late, on=today)


def test_a_further_explanation_may_follow(late: Dossier, handler: Viewer, now: datetime) -> None:
    explain(late, "một", by=handler, at=now)
    late.refresh_from_db()
    assert explain(late, "hai", by=handler, at=now).seq == 2


def test_there_is_nothing_to_explain_about_a_dossier_on_time(
    running: Dossier, clerk: Viewer, now: datetime
) -> None:
    with pytest.raises(refusals.NothingToExplain):
        explain(running, "không sao", by=clerk, at=now)


@pytest.mark.parametrize(
    ("standing", "asked"),
    [
        ({"judged_due_on": date(2021, 5, 12)}, True),
        ({"judged_due_on": date(2021, 5, 12), "status": "waiting"}, False),
        ({"judged_due_on": date(2021, 5, 12), "elsewhere": True}, False),
        ({"judged_due_on": date(2021, 5, 12), "present": False}, False),
        ({"judged_due_on": date(2021, 5, 12), "settled_on": date(2021, 5, 12)}, False),
        ({"judged_due_on": date(2021, 5, 12), "settled_on": date(2021, 5, 13)}, True),
        (
            {"judged_due_on": date(2021, 5, 12), "settled_on": date(2021, 5, 11), "changed_after_due": True},
            True,
        ),
        ({"judged_due_on": date(2999, 5, 12)}, False),
        ({}, False),
    ],
)
def test_who_is_asked_to_explain(ward: Ward, today: date, standing: dict, asked: bool) -> None:
    assert asks_to_explain(make_dossier(ward.unit, "X-1", **standing), on=today) is asked


def test_what_was_written_by_mistake_is_voided_and_stays(late: Dossier, clerk: Viewer, now: datetime) -> None:
    event = explain(late, "nhầm hồ sơ khác", by=clerk, at=now)
    void(event, "nhầm hồ sơ", by=clerk, at=now)
    late.refresh_from_db()
    assert not late.explained
    assert late.events.count() == 2
    with pytest.raises(refusals.AlreadyVoided):
        void(event, "lần nữa", by=clerk, at=now)


def test_a_void_is_not_voided(late: Dossier, clerk: Viewer, now: datetime) -> None:
    event = void(explain(late, "nhầm", by=clerk, at=now), "nhầm", by=clerk, at=now)
    with pytest.raises(refusals.AlreadyVoided):
        void(event, "nhầm nốt", by=clerk, at=now)


@pytest.mark.parametrize("reason", ["", "   ", "\n"])
def test_a_void_says_why(late: Dossier, clerk: Viewer, now: datetime, reason: str) -> None:
    event = explain(late, "nhầm", by=clerk, at=now)
    with pytest.raises(refusals.TextMissing):
        void(event, reason, by=clerk, at=now)


def test_the_database_refuses_to_change_an_event(late: Dossier, clerk: Viewer, now: datetime) -> None:
    event = explain(late, "một", by=clerk, at=now)
    with pytest.raises(DatabaseError), transaction.atomic():
        CaseEvent.objects.filter(pk=event.pk).update(text="khác")
    with pytest.raises(DatabaseError), transaction.atomic():
        CaseEvent.objects.filter(pk=event.pk).delete()


def test_the_projection_is_what_standing_events_say(late: Dossier, clerk: Viewer, now: datetime) -> None:
    record_cause(late, "tax", since=SINCE, by=clerk, at=now)
    event = explain(late, "một", by=clerk, at=now)
    late.refresh_from_db()
    assert projection(standing_events(late)) == (late.explained, late.cause) == (True, "tax")
    void(event, "nhầm", by=clerk, at=now)
    late.refresh_from_db()
    assert projection(standing_events(late)) == (late.explained, late.cause) == (False, "tax")


def test_the_check_finds_a_column_that_says_something_else(
    late: Dossier, clerk: Viewer, now: datetime
) -> None:
    record_cause(late, "tax", since=SINCE, by=clerk, at=now)
    assert list(events_agree()) == []
    Dossier.objects.filter(pk=late.pk).update(explained=True)
    assert [late.code in one for one in events_agree()] == [True]
    Dossier.objects.filter(pk=late.pk).update(explained=False, cause="")
    assert [late.code in one for one in events_agree()] == [True]


def test_the_check_is_offered_to_the_house() -> None:
    assert "dossiers.events" in projections()


# Pages


def test_the_form_of_a_cause(browser: Client, late: Dossier) -> None:
    page = open_page(browser, f"/ho-so/{late.uid}/nguyen-nhan/")
    response = page.form(button="Ghi nguyên nhân").send(
        browser, cause="tax", since="6/5/2021", until="10/05/2021"
    )
    assert response.status_code == 302
    page = open_page(browser, f"/ho-so/{late.uid}/")
    assert "Nguyên nhân: chờ cơ quan thuế, từ 06/05/2021 đến hết 10/05/2021" in page.text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"cause": "", "since": "06/05/2021"}, "Chưa chọn nguyên nhân"),
        ({"cause": "tax", "since": ""}, "Chưa có ngày"),
        ({"cause": "tax", "since": "31/02/2021"}, "Tháng 2"),
        ({"cause": "tax", "since": "01/01/2021"}, "trước ngày tiếp nhận"),
        ({"cause": "tax", "since": "06/05/2021", "until": "05/05/2021"}, "trước ngày bắt đầu"),
        ({"cause": "tax", "since": "06/05/2999"}, "chưa tới"),
    ],
)
def test_a_refused_cause_keeps_what_was_typed(browser: Client, late: Dossier, typed: dict, said: str) -> None:
    form = open_page(browser, f"/ho-so/{late.uid}/nguyen-nhan/").form(button="Ghi nguyên nhân")
    page = examine(form.send(browser, text="phiếu 12", **typed), status=422)
    assert said in page.notice
    values = page.form(button="Ghi nguyên nhân").values
    assert (values["text"], values["since"]) == ("phiếu 12", typed["since"])


def test_an_explanation_by_the_handler_himself(
    late: Dossier, ward: Ward, browser_of: Callable[[Official], Client]
) -> None:
    browser = browser_of(ward.specialist)
    page = open_page(browser, f"/ho-so/{late.uid}/")
    assert "được giải trình trước" in page.text
    form = open_page(browser, page.link("Giải trình")).form(button="Ghi giải trình")
    assert form.send(browser, text="Mất điện\nhai ngày").status_code == 302
    page = open_page(browser, f"/ho-so/{late.uid}/")
    assert "Mất điện" in page.text
    assert "được giải trình trước" not in page.text


def test_voiding_on_the_page(browser: Client, late: Dossier, clerk: Viewer, now: datetime) -> None:
    explain(late, "nhầm hồ sơ khác", by=clerk, at=now)
    page = open_page(browser, f"/ho-so/{late.uid}/")
    form = open_page(browser, page.link("Bỏ dòng ghi nhầm")).form(button="Bỏ dòng này")
    assert "Chưa ghi lý do" in examine(form.send(browser, reason=""), status=422).notice
    assert form.send(browser, reason="nhầm hồ sơ").status_code == 302
    page = open_page(browser, f"/ho-so/{late.uid}/")
    assert "đã bỏ: nhầm hồ sơ" in page.text
    assert not [a for a in page.find("a") if a.text == "Bỏ dòng ghi nhầm"]


def test_ending_a_cause_on_the_page(browser: Client, late: Dossier, clerk: Viewer, now: datetime) -> None:
    record_cause(late, "tax", since=SINCE, by=clerk, at=now)
    page = open_page(browser, f"/ho-so/{late.uid}/")
    form = open_page(browser, page.link("Ghi ngày kết thúc")).form(button="Ghi ngày kết thúc")
    assert "trước ngày bắt đầu" in examine(form.send(browser, until="01/05/2021"), status=422).notice
    assert form.send(browser, until="12/05/2021").status_code == 302
    assert "từ 06/05/2021 đến hết 12/05/2021" in open_page(browser, f"/ho-so/{late.uid}/").text


@pytest.mark.parametrize("verb", ["nguyen-nhan", "giai-trinh", "xin-loi"])
def test_forms_are_for_those_who_may(
    late: Dossier, ward: Ward, other_ward: Ward, browser_of: Callable[[Official], Client], verb: str
) -> None:
    address = f"/ho-so/{late.uid}/{verb}/"
    assert browser_of(ward.auditor).get(address).status_code == 403
    assert browser_of(other_ward.one_stop).get(address).status_code == 404
    assert browser_of(ward.specialist).get(address).status_code == 200


def test_an_event_of_another_dossier_is_not_found(
    browser: Client, late: Dossier, running: Dossier, clerk: Viewer, now: datetime
) -> None:
    event = explain(late, "một", by=clerk, at=now)
    assert browser.get(f"/ho-so/{running.uid}/bo/{event.uid}/").status_code == 404


def test_who_covers_may_write_while_it_lasts(
    late: Dossier, ward: Ward, view: Callable[[Official], Viewer], today: date, now: datetime
) -> None:
    from chuan.dossiers.actions.covers import record_cover

    days = {"first_on": today - timedelta(days=1), "last_on": today + timedelta(days=1)}
    record_cover(ward.specialist, ward.auditor, **days, by=view(ward.one_stop), at=now)
    assert record_cause(late, "field", since=SINCE, by=view(ward.auditor), at=now).pk
