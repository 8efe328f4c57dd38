"""Sổ căn cứ: acts found in what papers cite, their end, and the duty to update (QĐ 19/2014/QĐ-TTg art 4.4a)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from chuan.clocks.models import Clock
from chuan.documents import actions
from chuan.documents import refusals_bases as refusals
from chuan.documents.actions import bases
from chuan.documents.actions.bases import Act
from chuan.documents.bases import acts_for, find_act, of_the_unit, standing_on
from chuan.documents.models import BasisUpdate, Document, Reading, StandsOn
from chuan.documents.updating import months_after
from chuan.law.outside_acts import acts_known, known_act
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotAllowed
from chuan.trail.models import Entry
from tests.documents.papers import decision
from tests.people import Ward

ENDED = date(2021, 11, 30)


@pytest.fixture
def act(reading: Reading) -> Document:
    """QĐ 19/2014/QĐ-TTg, which the reference Decision stands on."""
    found = find_act(reading.document.owner_unit, number="19/2014/QĐ-TTg")
    assert found is not None
    return found


def end(act: Document, by: Viewer, at: datetime, on: date = ENDED) -> BasisUpdate:
    update = bases.end_act(act, on, "Quyết định 01/2021/QĐ-TTg", by=by, at=at)
    assert update is not None
    return update


def test_what_the_reference_decision_cites_is_in_the_register(reading: Reading, clerk: Viewer) -> None:
    held = {one.title for one in acts_for(clerk, on=clerk.on)}
    assert held == {
        "Luật Tổ chức Chính quyền địa phương ngày 19/06/2015",
        "Quyết định 19/2014/QĐ-TTg ngày 05/03/2014",
        "Nghị quyết 53/NQ-HĐND ngày 29/12/2020",
    }


def test_a_paper_of_the_unit_itself_is_no_outside_act(reading: Reading, clerk: Viewer) -> None:
    assert find_act(clerk.unit, number="112/QĐ-UBND") is None
    assert reading.document.links.filter(citation__contains="112/QĐ-UBND", target=None).count() == 1


@pytest.mark.parametrize(
    ("issuer", "own"),
    [
        ("UBND phường", True),
        ("UBND phường Bắc Hồng", True),
        ("Ủy ban nhân dân phường Bắc Hồng", True),
        ("UBND thị xã Hồng Lĩnh", False),
        ("UBND tỉnh Hà Tĩnh", False),
        ("HĐND phường", False),
        ("Thủ tướng Chính phủ", False),
        ("", False),
    ],
)
def test_who_issued_it_tells_own_from_outside(ward: Ward, issuer: str, own: bool) -> None:
    assert of_the_unit(issuer, ward.unit) is own


def test_a_second_paper_that_cites_the_same_act_points_to_the_same_row(
    reading: Reading, act: Document, clerk: Viewer, now: datetime
) -> None:
    text = (
        decision(number="31")
        .decode()
        .replace(
            "Căn cứ", "Căn cứ Quyết định số 19/2014/QĐ-TTg ngày 05/3/2014 của Thủ tướng Chính phủ;\nCăn cứ", 1
        )
    )
    later = actions.receive(text.encode(), "ba.txt", by=clerk, at=now).document
    assert act in [link.target for link in later.links.all()]
    assert {one.pk for one in standing_on(act)} == {reading.document.pk, later.pk}


def test_reading_again_does_not_write_the_acts_twice(reading: Reading, clerk: Viewer) -> None:
    from chuan.documents.projecting import project
    from chuan.documents.standing import result_of

    project(reading.document, result_of(reading))
    assert Document.objects.filter(direction="external").count() == 3


def test_when_an_act_ends_what_stands_on_it_is_due_in_three_months(
    act: Document, reading: Reading, clerk: Viewer, now: datetime
) -> None:
    update = end(act, clerk, now)
    assert update.due_on == date(2022, 2, 28)
    assert "19/2014/QĐ-TTg, Điều 4 khoản 4 điểm a" in update.law
    assert [one.document for one in update.dependents.all()] == [reading.document]
    clock = Clock.objects.get(subject_kind="basis_update", subject_uid=update.uid)
    assert (clock.lawful_due_on, clock.owner_role, clock.state) == (
        date(2022, 2, 28),
        "iso_secretary",
        "running",
    )


@pytest.mark.parametrize(
    ("start", "due"),
    [
        (date(2025, 7, 1), date(2025, 10, 1)),
        (date(2021, 11, 30), date(2022, 2, 28)),
        (date(2023, 11, 29), date(2024, 2, 29)),
        (date(2025, 10, 31), date(2026, 1, 31)),
    ],
)
def test_months_end_on_the_same_day_or_the_last_one(start: date, due: date) -> None:
    assert months_after(start, 3) == due


def test_an_act_that_nothing_stands_on_opens_no_duty(clerk: Viewer, now: datetime) -> None:
    made = bases.put_act(Act("Nghị định", "64/2014/NĐ-CP", "tiếp công dân"), by=clerk, at=now)
    assert bases.end_act(made, date(2026, 7, 1), "154/2026/NĐ-CP", by=clerk, at=now) is None
    assert not BasisUpdate.objects.exists()


def test_a_paper_replaced_before_the_act_ended_is_nobodys_duty(
    reading: Reading, act: Document, clerk: Viewer, now: datetime
) -> None:
    newer = Document.objects.create(
        unit=clerk.unit, owner_unit=clerk.unit, type="QĐ", number="9", symbol="QĐ-UBND", recorded_at=now,
        issued_on=date(2021, 6, 1), effective_from=date(2021, 6, 1),
    )  # fmt: skip
    newer.links.create(target=reading.document, kind="supersedes", citation="x")
    assert bases.end_act(act, ENDED, "01/2021/QĐ-TTg", by=clerk, at=now) is None


def test_the_last_answer_closes_the_duty_and_its_clock(act: Document, clerk: Viewer, now: datetime) -> None:
    update = end(act, clerk, now)
    dependent = update.dependents.get()
    bases.settle_dependent(
        dependent, replacement=None, reason="Chỉ nêu tên, nội dung không đổi", by=clerk, at=now
    )
    update.refresh_from_db()
    dependent.refresh_from_db()
    assert (dependent.outcome, dependent.settled_by) == (StandsOn.Outcome.WAIVED, clerk.official)
    assert update.closed_on == clerk.on
    assert Clock.objects.get(subject_uid=update.uid).state == "ended"
    assert Entry.objects.filter(verb="basis.settle").count() == 1


def test_an_answer_needs_a_paper_or_a_reason(act: Document, clerk: Viewer, now: datetime) -> None:
    dependent = end(act, clerk, now).dependents.get()
    with pytest.raises(refusals.DependentNeedsAnswer, match="Chưa nói đã làm gì"):
        bases.settle_dependent(dependent, replacement=None, reason="  ", by=clerk, at=now)


def test_two_people_do_not_answer_the_same(act: Document, clerk: Viewer, now: datetime) -> None:
    dependent = end(act, clerk, now).dependents.get()
    bases.settle_dependent(dependent, replacement=None, reason="Không đổi", by=clerk, at=now)
    with pytest.raises(refusals.AlreadySettled):
        bases.settle_dependent(dependent, replacement=None, reason="Khác", by=clerk, at=now)


def test_an_end_written_wrongly_is_taken_back_with_its_duty(
    act: Document, clerk: Viewer, now: datetime
) -> None:
    update = end(act, clerk, now)
    bases.revive_act(act, "Ghi nhầm số", by=clerk, at=now)
    update.refresh_from_db()
    assert (act.effective_to, update.closed_on, update.reason) == (None, clerk.on, "Ghi nhầm số")
    assert not Clock.objects.running().filter(subject_uid=update.uid).exists()


def test_a_corrected_end_opens_the_duty_anew(act: Document, clerk: Viewer, now: datetime) -> None:
    first = end(act, clerk, now)
    second = end(act, clerk, now, on=ENDED + timedelta(days=31))
    first.refresh_from_db()
    assert first.closed_on is not None
    assert second.due_on == date(2022, 3, 31)


def test_bad_ends_are_refused(act: Document, clerk: Viewer, now: datetime) -> None:
    with pytest.raises(refusals.EndNeedsSource):
        bases.end_act(act, ENDED, "   ", by=clerk, at=now)
    bases.mend_act(
        act, Act("Quyết định", "19/2014/QĐ-TTg", "x", effective_from=date(2022, 1, 1)), by=clerk, at=now
    )
    with pytest.raises(refusals.EndBeforeStart):
        bases.end_act(act, ENDED, "01/2021/QĐ-TTg", by=clerk, at=now)
    assert not BasisUpdate.objects.exists()


def test_an_act_is_not_put_in_twice(act: Document, clerk: Viewer, now: datetime) -> None:
    with pytest.raises(refusals.ActHeldAlready, match="19/2014/QĐ-TTg"):
        bases.put_act(Act("Quyết định", "19/2014/qđ-ttg", "x"), by=clerk, at=now)


def test_a_specialist_writes_nothing_here(
    act: Document, ward: Ward, view: Callable[[Official], Viewer], now: datetime
) -> None:
    other = view(ward.specialist)
    for refused in (
        lambda: bases.put_act(Act("Luật", "", "x"), by=other, at=now),
        lambda: bases.mend_act(act, Act("Luật", "", "x"), by=other, at=now),
        lambda: bases.end_act(act, ENDED, "x", by=other, at=now),
        lambda: bases.revive_act(act, "x", by=other, at=now),
    ):
        with pytest.raises(NotAllowed):
            refused()


def test_every_act_the_law_data_knows_has_an_end_and_a_successor() -> None:
    assert all(one.by and one.to > date(2010, 1, 1) for one in acts_known())
    assert len({one.number for one in acts_known()}) == len(acts_known())


def test_a_law_cited_by_name_alone_is_known_by_its_title_and_day() -> None:
    found = known_act(number="", title="Tổ chức Chính quyền địa phương", on=date(2015, 6, 19))
    assert found is not None
    assert found.by == "72/2025/QH15"
    assert known_act(number="", title="Tổ chức Chính quyền địa phương", on=date(2003, 11, 26)) is None
    assert known_act(number="1/2099/NĐ-CP") is None
