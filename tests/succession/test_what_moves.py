"""What is open moves to the new ward, what is issued, settled or measured stays as it was; room by room.

Written first with the one ward that is known: Bắc Hồng into Bắc Hồng Lĩnh (1665/NQ-UBTVQH15, reported).
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from chuan.clocks.models import CalendarDay, Clock
from chuan.clocks.offices import calendar_of
from chuan.documents import actions as documents
from chuan.documents.actions import incoming, outgoing
from chuan.documents.actions.incoming.registering import SERIES
from chuan.documents.actions.scans import settle_scan
from chuan.documents.models import Document, NumberSeries, Scan
from chuan.documents.numbering import OUT, take_next
from chuan.documents.outgoing.beginnings import beginning_of
from chuan.dossiers.models import Dossier, DossierState, Procedure
from chuan.files import actions as files
from chuan.intake.models import Layout, RecordSystem
from chuan.intake.record_systems import system_on
from chuan.objectives.models import Measurement, Plan
from chuan.offers import succession
from chuan.offers.checks import projections
from chuan.people import actions, searching
from chuan.people.handing import successors
from chuan.people.merging import Going, Merger
from chuan.people.models import Handover, HandoverLine, Official, Unit, heir_of
from chuan.people.refusals_units import StillOnTheWay
from chuan.people.roles import Role
from chuan.people.viewer import Viewer, viewer_of
from chuan.search.models import SearchEntry
from chuan.trail.models import Entry
from chuan.trail.verify import verify_all
from tests.documents.incoming.conftest import facts
from tests.documents.papers import REFERENCE
from tests.dossiers.engine.made import bring, row, the
from tests.dossiers.made import make_dossier, make_procedure, moment
from tests.examine import open_page
from tests.people import Ward

pytestmark = pytest.mark.django_db

DAY = date(2025, 7, 1)
PAPER = "Nghị quyết 1665/NQ-UBTVQH15 ngày 16/06/2025 của Ủy ban Thường vụ Quốc hội"
YEAR_OF_OLD = date(2025, 5, 1)


@pytest.fixture
def now() -> datetime:
    return timezone.now()


@pytest.fixture
def view() -> Callable[..., Viewer]:
    def viewer(official, on: date = date(2026, 11, 1)) -> Viewer:
        found = viewer_of(official.account, on=on)
        assert found is not None
        return found

    return viewer


@pytest.fixture
def clerk(ward: Ward, view) -> Viewer:
    return view(ward.clerk)


@pytest.fixture
def merge(ward: Ward, view, now) -> Callable[[], Unit]:
    """Carry it out: clerk, one-stop clerk and administrator go over."""

    def carry_out() -> Unit:
        going = (
            Going(ward.administrator, "Quản trị", Role.ADMINISTRATOR, PAPER),
            Going(ward.clerk, "Văn phòng HĐND và UBND", Role.OFFICE_CLERK, PAPER),
            Going(ward.one_stop, "Trung tâm Phục vụ hành chính công", Role.ONE_STOP_CLERK, PAPER),
        )
        merger = Merger("18115", DAY, PAPER, ("18115",), going=going)
        return actions.merge_ward(merger, by=view(ward.administrator, DAY), at=now)

    return carry_out


# Dossiers


def test_dossiers_in_work_answer_to_the_new_ward_and_settled_ones_stay(ward, merge):
    running = make_dossier(ward.unit, "H27-0001", received_on=YEAR_OF_OLD, judged_due_on=date(2025, 7, 9))
    over = make_dossier(ward.unit, "H27-0002", received_on=YEAR_OF_OLD, settled_on=date(2025, 5, 6))
    new = merge()
    assert (_owner(running), _owner(over)) == (new, ward.unit)
    assert {one.unit for one in Dossier.objects.all()} == {ward.unit}
    assert Dossier.objects.seen_by(viewer_of(ward.clerk.account, on=DAY)).count() == 2


def test_as_of_before_the_merger_the_old_ward_still_counts_what_it_counted(ward, merge, now):
    for n, settled in enumerate((date(2025, 5, 6), date(2025, 5, 20), None)):
        make_dossier(
            ward.unit,
            f"H27-000{n}",
            received_on=YEAR_OF_OLD,
            judged_due_on=date(2025, 5, 9),
            settled_on=settled,
        )
    before = _states_as_of(ward.unit, now - timedelta(minutes=1))
    merge()
    assert _states_as_of(ward.unit, now - timedelta(minutes=1)) == before
    assert len(before) == 3


def test_each_moved_dossier_has_one_state_that_stands_and_no_date_moved(ward, merge):
    one = make_dossier(ward.unit, "H27-0001", received_on=YEAR_OF_OLD, judged_due_on=date(2025, 7, 9))
    new = merge()
    states = list(DossierState.objects.filter(dossier=one).order_by("seq"))
    assert [(s.seq, s.owner_unit, s.until_at is None, s.judged_due_on) for s in states] == [
        (1, ward.unit, False, date(2025, 7, 9)),
        (2, new, True, date(2025, 7, 9)),
    ]
    assert states[1].why == "succession"


def test_a_file_of_the_new_ward_meets_the_dossiers_of_the_old_one(ward, merge, now):
    bring(
        ward.unit,
        {"H27-1": row(), "H27-2": row(returned_at="2021-05-07T09:00:00")},
        at=moment(date(2021, 5, 8)),
    )
    new = merge()
    later = now + timedelta(seconds=5)
    bring(new, {"H27-1": row(returned_at="2021-05-09T09:00:00"), "H27-3": row()}, at=later)
    assert Dossier.objects.count() == 3
    met = the("H27-1")
    assert (met.unit, met.owner_unit, str(met.returned_on)) == (ward.unit, new, "2021-05-09")
    assert the("H27-3").unit == new
    assert list(_broken()) == []


def test_whoever_had_taken_over_before_the_merger_answers_after_it_while_he_works_there(ward, merge, now):
    """What files name is still the giver's name; his successor went over, so the work did not come back to him."""
    done = Handover.objects.create(
        unit=ward.unit, giver=ward.specialist, receiver=ward.clerk, on=date(2025, 6, 1), citation=PAPER,
        status="done", prepared_at=now, given_at=now, accepted_at=now,
    )  # fmt: skip
    HandoverLine.objects.create(
        handover=done,
        position=1,
        holder="dossiers",
        ref="in-work",
        passes="by_name",
        what="1 hồ sơ",
        outcome="passed",
    )
    new = merge()
    assert successors(new, "dossiers") == {ward.specialist.pk: ward.clerk.pk}
    Official.objects.filter(pk=ward.clerk.pk).update(unit=ward.unit)
    assert successors(new, "dossiers") == {}, "who stayed behind answers for nothing here"


def test_procedures_go_along_with_their_limits_and_are_found_there(ward, merge):
    make_procedure(ward.unit)
    new = merge()
    assert Procedure.objects.get().unit == new
    assert SearchEntry.objects.get(subject_kind="procedure").unit_id == new.pk


# Documents


def test_a_draft_goes_along_and_takes_its_number_from_the_new_ward_s_own_sequence(ward, clerk, merge, now):
    draft = outgoing.create(beginning_of("QĐ", ward.unit, clerk.on), by=clerk, at=now)
    for _n in range(7):
        take_next(ward.unit, OUT, 2025)
    new = merge()
    draft.refresh_from_db()
    assert (draft.unit, draft.owner_unit) == (new, new)
    assert take_next(new, OUT, 2025) == 1
    assert NumberSeries.objects.get(unit=ward.unit).last == 7


def test_what_was_issued_keeps_its_unit_number_and_issuer_and_is_read_from_the_new_ward(
    ward, clerk, merge, now, client, sign_in
):
    paper = documents.receive(REFERENCE, "quyet-dinh.md", by=clerk, at=now).document
    named = paper.short_name
    merge()
    paper.refresh_from_db()
    assert (paper.unit, paper.owner_unit, paper.short_name) == (ward.unit, ward.unit, named)
    page = open_page(sign_in(client, ward.clerk), f"/van-ban/{paper.uid}/")
    assert paper.subject.split("“")[0] in page.text


def test_an_incoming_document_keeps_the_number_it_got_and_is_worked_on_by_the_new_ward(
    ward, clerk, merge, now, view
):
    _keep_here(ward.unit, now)
    registered = incoming.arrive(facts(clerk.on), by=clerk, at=now)
    incoming.register(registered, by=clerk, at=now)
    waiting = incoming.arrive(facts(clerk.on, number="241"), by=clerk, at=now)
    new = merge()
    registered.refresh_from_db()
    waiting.refresh_from_db()
    assert (registered.unit, registered.owner_unit, registered.arrival_number) == (ward.unit, new, "01")
    incoming.register(waiting, by=view(ward.clerk), at=now)
    waiting.refresh_from_db()
    assert (waiting.unit, waiting.arrival_number, waiting.series) == (new, "01", SERIES)


def test_a_paper_numbered_and_not_issued_hinders_until_it_has_left(ward, clerk, merge, now):
    paper = outgoing.create(beginning_of("QĐ", ward.unit, clerk.on), by=clerk, at=now)
    Document.objects.filter(pk=paper.pk).update(stage="signed", signed_on=date(2025, 6, 30))
    with pytest.raises(StillOnTheWay, match="1 văn bản đã ký hoặc đã cấp số mà chưa phát hành"):
        merge()
    assert Unit.objects.get(pk=ward.unit.pk).valid_to is None


# Clocks and calendar


def test_what_the_house_writes_by_itself_later_goes_into_the_chain_of_the_new_ward(ward, merge, now):
    """A scan that was still being read: its line does not stand in a chain that is closed."""
    scan = Scan.objects.create(
        unit=ward.unit, by=ward.clerk, blob=files.keep(b"%PDF-", media_type="application/pdf"),
        file_name="dai.pdf", pages=9, recorded_at=now, touched_at=now,
    )  # fmt: skip
    new = merge()
    settle_scan(scan, None, "Không thấy chữ nào.", at=now)
    last = dict(Entry.objects.order_by("pk").values_list("chain", "verb"))
    assert sorted(last.values()) == ["close_ward", "scan.read"]
    assert str(new.uid) in next(chain for chain, verb in last.items() if verb == "scan.read")
    assert heir_of(Unit.objects.get(pk=ward.unit.pk)) == new


def test_a_clock_follows_its_holder_and_what_nobody_holds_any_more_waits_for_the_chairman(ward, merge, now):
    stays, goes, by_post, lost = (_clock(ward, n) for n in range(4))
    Clock.objects.filter(pk=stays.pk).update(owner_official=ward.specialist)
    Clock.objects.filter(pk=goes.pk).update(owner_official=ward.clerk)
    Clock.objects.filter(pk=by_post.pk).update(owner_post=ward.clerk.appointments.get().post)
    Clock.objects.filter(pk=lost.pk).update(owner_post=ward.specialist.appointments.get().post)
    new = merge()
    found = {one.pk: one for one in Clock.objects.all()}
    assert {one.unit for one in found.values()} == {new}
    assert found[goes.pk].owner_official == ward.clerk
    assert found[by_post.pk].owner_post.title == "Văn phòng HĐND và UBND"
    for one in (stays, lost):
        assert (found[one.pk].owner_official, found[one.pk].owner_post) == (None, None)
        assert found[one.pk].owner_role == Role.CHAIRMAN
    assert {one.lawful_due_on for one in found.values()} == {date(2025, 7, 9)}


def test_the_office_s_calendar_goes_on_and_the_old_one_keeps_its_own(ward, merge, now):
    CalendarDay.objects.create(
        unit=ward.unit,
        day=date(2025, 7, 7),
        kind="off",
        counts=False,
        why="mất điện",
        citation="TB 1",
        recorded_at=now,
    )
    new = merge()
    for unit in (ward.unit, new):
        assert not calendar_of(unit).day(date(2025, 7, 7)).counts


# Registers, objectives


def test_who_keeps_a_register_is_said_anew_with_both_documents(ward, merge, now):
    _keep_here(ward.unit, now)
    Layout.objects.create(
        unit=ward.unit,
        register="dossiers",
        fingerprint="f",
        name="Sổ",
        source="Một cửa",
        body="{}",
        confirmed_at=now,
    )
    new = merge()
    kept = system_on(new, "documents", DAY)
    assert (kept.keeps, kept.since) == (True, DAY)
    assert kept.citation == f"Quyết định số 9/QĐ-UBND; {PAPER}"
    assert Layout.objects.filter(unit=new).count() == 1


def test_the_plan_was_the_old_ward_s_promise_and_ends_and_its_figures_stay(ward, merge, now, view):
    plan = _plan(ward, view, now)
    figures = Measurement.objects.count()
    merge()
    plan.refresh_from_db()
    assert (plan.status, plan.owner_unit) == ("replaced", ward.unit)
    assert "sáp nhập vào UBND phường Bắc Hồng Lĩnh" in plan.reason
    assert Measurement.objects.count() == figures
    assert not Clock.objects.running().filter(subject_kind="figure_due").exists()
    assert not SearchEntry.objects.filter(subject_kind="objective").exists()


# The whole


def test_after_it_every_projection_and_every_chain_agrees(ward, clerk, merge, now, view):
    _plan(ward, view, now)
    outgoing.create(beginning_of("QĐ", ward.unit, clerk.on), by=clerk, at=now)
    bring(
        ward.unit,
        {"H27-1": row(), "H27-2": row(returned_at="2021-05-07T09:00:00")},
        at=moment(date(2021, 5, 8)),
    )
    merge()
    assert list(_broken()) == []
    assert all(one.ok for one in verify_all())


def test_the_preview_counts_what_then_moves(ward, clerk, merge, now):
    make_dossier(ward.unit, "H27-0001", received_on=YEAR_OF_OLD)
    make_dossier(ward.unit, "H27-0002", received_on=YEAR_OF_OLD, settled_on=date(2025, 5, 6))
    outgoing.create(beginning_of("QĐ", ward.unit, clerk.on), by=clerk, at=now)
    told = {m.words: (m.moves, m.stays) for one in succession.movers() for m in one.matters(ward.unit)}
    assert told["hồ sơ"] == (1, 1)
    assert told["dự thảo"] == (1, 0)
    new = merge()
    again = {m.words: m.moves for one in succession.movers() for m in one.matters(ward.unit)}
    assert (again["hồ sơ"], again["dự thảo"]) == (0, 0)
    assert Dossier.objects.filter(owner_unit=new).count() == 1


def test_rooms_move_in_their_turn_and_clocks_come_last(db):
    assert [one.key for one in succession.movers()] == [
        "people",
        "intake",
        "processes.map",
        "processes.providers",
        "documents",
        "satisfaction",
        "dossiers",
        "risks.register",
        "petitions",
        "workforce.absences",
        "workforce.evidence",
        "workforce.own_law",
        "audits",
        "corrections",
        "workforce.tool_accounts",
        "workforce.rankings",
        "objectives",
        "reviews",
        "conformity",
        "briefing",
        "clocks",
    ]


def test_many_dossiers_move_by_a_fixed_number_of_statements(ward, merge, django_assert_max_num_queries):
    for n in range(40):
        make_dossier(ward.unit, f"H27-{n:04d}", received_on=YEAR_OF_OLD)
    with django_assert_max_num_queries(205):
        merge()


def _owner(dossier: Dossier) -> Unit:
    dossier.refresh_from_db()
    return dossier.owner_unit


def _states_as_of(unit: Unit, at: datetime) -> list[tuple[str, str]]:
    rows = DossierState.objects.filter(owner_unit=unit, recorded_at__lte=at)
    standing = [one for one in rows if one.until_at is None or one.until_at > at]
    return sorted((one.dossier.code, one.outcome) for one in standing)


def _broken() -> list[str]:
    """What the rooms say of themselves; ``made.bring`` leaves the rows of files without their projection."""
    searching.put(Official.objects.all())
    checked = {name: check for name, check in projections().items() if name != "dòng nhập từ tệp"}
    return [f"{name}: {said}" for name, check in checked.items() for said in check()]


def _clock(ward: Ward, n: int) -> Clock:
    return Clock.objects.create(
        subject_kind="draft", subject_uid=uuid.UUID(int=n + 1), unit=ward.unit, opened_on=date(2025, 6, 1),
        lawful_due_on=date(2025, 7, 9),
    )  # fmt: skip


def _keep_here(unit: Unit, now: datetime) -> None:
    RecordSystem.objects.create(
        unit=unit, register="documents", system="Chuẩn", keeps=True, valid_from=date(2020, 1, 1),
        citation="Quyết định số 9/QĐ-UBND", recorded_at=now,
    )  # fmt: skip


def _plan(ward: Ward, view, now: datetime) -> Plan:
    reading = documents.receive(REFERENCE, "quyet-dinh.md", by=view(ward.clerk), at=now)
    for question in reading.questions.all():
        choice = "values" if question.code == "count_mismatch" else "later"
        documents.answer(question, choice, by=view(ward.clerk), at=now)
    reading.refresh_from_db()
    documents.confirm(reading, by=view(ward.chairman), at=now)
    return Plan.objects.get()
