"""What a list has no column for is no work that waits; lateness is said in the days its law counts."""

from __future__ import annotations

from datetime import date

import pytest

from chuan.clocks.models import Clock
from chuan.intake.models import Import, Layout
from chuan.offers import subjects
from chuan.offers.measures import Scope
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.petitions.listing import waiting_of
from chuan.petitions.measures.reasons import NO_REPLY_COLUMN
from chuan.petitions.measures.replying import RepliedAfterReception
from chuan.petitions.showing.page import page_of
from chuan.rules.types import Period
from tests.people import Ward, at
from tests.petitions.following.made import COMPLAINT, FEEDBACK, SOURCE, bring, row, the, withdraw
from tests.petitions.made import done, petition_clerk, received

pytestmark = pytest.mark.django_db
NOW = at(2021, 9, 6)
DENUNCIATION = {
    "kind": "denunciation", "channel": "post", "received_on": "2021-04-05", "classified_on": "2021-04-09",
    "accepted_on": "2021-04-12", "settled_on": "2021-05-10", "published_on": "2021-05-12",
}  # fmt: skip
_BODY = 'name = "a"\nregister = "petitions"\nsource = "b"\n' + "".join(
    f'[[columns]]\nheader = "C{n}"\nfield = "{name}"\n'
    for n, name in enumerate(["code", "kind", "received_on", "accepted_on", "settled_on"])
)


@pytest.fixture
def by(ward: Ward) -> Viewer:
    return ward.viewer(petition_clerk(ward), on=NOW.date())


def narrow(ward: Ward) -> Layout:
    """A list without the days of classifying and publishing."""
    return Layout.objects.create(
        unit=ward.unit, register="petitions", fingerprint="narrow", name="a", source=SOURCE, version=1,
        confirmed_at=NOW, body=_BODY,
    )  # fmt: skip


def shown(by: Viewer, code: str):
    return page_of(the(code), by, on=NOW.date(), at=NOW)


def test_a_denunciation_concluded_at_the_source_waits_for_nothing_here(ward: Ward, by: Viewer):
    bring(ward.unit, {"TC-1": row(DENUNCIATION)}, at=NOW)
    one = the("TC-1")
    assert (one.settled_on, one.next_clock, one.next_due_on) == (date(2021, 5, 10), "", None)
    assert not Clock.objects.filter(subject_uid=one.uid, settled_on__isnull=True).exists()
    assert not waiting_of(by, on=NOW.date())
    told = {each.key: each for each in shown(by, "TC-1").clocks}["denunciation.notify"]
    assert (told.running, told.said.words) == (False, "Nguồn không nói")
    assert "không biết đã làm chưa" in told.remarks[0]


def test_what_the_list_has_a_column_for_is_work_that_waits(ward: Ward):
    bring(ward.unit, {"TC-1": row(DENUNCIATION, published_on="")}, at=NOW)
    assert (the("TC-1").next_clock, the("TC-1").next_due_on is not None) == ("denunciation.publish", True)


def test_a_list_without_the_column_of_publishing_raises_no_publication(ward: Ward, monkeypatch):
    layout, create = narrow(ward), Import.objects.create
    monkeypatch.setattr(Import.objects, "create", lambda **given: create(layout=layout, **given))
    rows = {
        "TC-1": row(DENUNCIATION, published_on="", classified_on=""),
        "TC-2": row(DENUNCIATION, settled_on=""),
    }
    narrowly = bring(ward.unit, rows, at=NOW)
    one = the("TC-1")
    assert (one.next_clock, one.next_due_on) == ("", None)
    assert the("TC-2").next_clock == "denunciation.resolve", "việc giải quyết vẫn là việc phải làm"
    monkeypatch.undo()
    wide = bring(ward.unit, {"TC-1": row(DENUNCIATION, published_on="", field="Đất đai")}, at=at(2021, 9, 7))
    assert the("TC-1").next_clock == "denunciation.publish"
    withdraw(wide, at=at(2021, 9, 8))
    assert the("TC-1").next_clock == "", "rút tệp sau: đơn lại đứng theo danh sách trước"
    assert narrowly.layout == layout


def test_an_end_without_its_day_is_looked_into_and_not_overdue(ward: Ward, by: Viewer):
    told = row(FEEDBACK, channel="reception", stage="done")
    bring(ward.unit, {"PA-1": told}, at=NOW)
    one = the("PA-1")
    assert (one.odd, one.next_due_on) == ("Nguồn ghi đã giải quyết nhưng không ghi ngày.", None)
    [kind] = waiting_of(by, on=NOW.date())
    assert (kind.waiting, kind.overdue) == (1, 0)


def test_what_was_begun_by_a_line_here_is_told_here(ward: Ward, by: Viewer):
    ours = done(received(by, "denunciation", date(2021, 9, 1)), "classify", date(2021, 9, 2), by=by)
    ours = done(ours, "accept", date(2021, 9, 2), by=by)
    ours.outside_code, ours.source = "TC-9", SOURCE
    ours.save(update_fields=["outside_code", "source"])
    told = row(DENUNCIATION, received_on="2021-09-01", classified_on="", accepted_on="2021-09-02", settled_on="",
               published_on="")  # fmt: skip
    bring(ward.unit, {"TC-9": told}, at=NOW)
    assert (the("TC-9").pk, the("TC-9").next_clock) == (ours.pk, "denunciation.notify")


def test_a_post_in_work_waits_for_its_handling_and_not_for_a_rejection(ward: Ward):
    told = row(FEEDBACK, received_on="2026-07-06", due_on="", channel="portal")
    bring(ward.unit, {"PA-1": told}, at=at(2026, 7, 15))
    assert (the("PA-1").next_clock, the("PA-1").next_due_on) == ("feedback.handle", date(2026, 7, 27))


def test_lateness_is_said_in_the_days_that_the_law_counts(ward: Ward, by: Viewer):
    """Thirty days of a complaint are calendar days; the seven to classify a denunciation are working days."""
    rows = {
        "KN-1": row(COMPLAINT),
        "TC-1": row(DENUNCIATION, classified_on="", accepted_on="", settled_on=""),
    }
    rows["KN-2"] = row(COMPLAINT, settled_on="2021-05-20")
    bring(ward.unit, rows, at=NOW)
    assert the("KN-1").due_on == date(2021, 5, 10)
    assert shown(by, "KN-1").verdict.words == "Quá hạn 119 ngày lịch"
    assert shown(by, "KN-1").next_clock.said.words == "Quá hạn 119 ngày lịch"
    assert "ngày làm việc" in shown(by, "TC-1").verdict.words
    assert (the("KN-2").late_days, shown(by, "KN-2").verdict.words) == (10, "Trễ 10 ngày lịch")
    asked = [Subject("petition", the(code).uid) for code in ("KN-1", "TC-1")]
    tasks = subjects.describe(asked, by)
    assert [tasks[each].every_day for each in asked] == [True, False]


def test_a_list_without_the_day_of_the_reply_tells_no_failure_to_reply(ward: Ward, monkeypatch):
    layout, create = narrow(ward), Import.objects.create
    monkeypatch.setattr(Import.objects, "create", lambda **given: create(layout=layout, **given))
    rows = {
        "in time": row(COMPLAINT),
        "taken on late": row(COMPLAINT, accepted_on="2021-04-26"),
        "no step at all": row(COMPLAINT, accepted_on="", due_on=""),
    }
    bring(ward.unit, rows, at=NOW)
    measure, scope = RepliedAfterReception(), Scope(ward.unit.uid, Period.year(2021), NOW)
    found = measure.counts(scope)
    assert (found.numerator, found.denominator) == (1, 1)
    assert found.blind == {NO_REPLY_COLUMN: 2}
    assert the("no step at all").next_clock != "reception.reply"
    monkeypatch.undo()
    wide = bring(ward.unit, {"taken on late": rows["taken on late"]}, at=at(2021, 9, 7))
    assert measure.counts(Scope(ward.unit.uid, Period.year(2021), at(2021, 9, 8))).denominator == 2
    withdraw(wide, at=at(2021, 9, 9))
    assert measure.counts(Scope(ward.unit.uid, Period.year(2021), at(2021, 9, 10))) == found
