"""Results on the spot are dossiers too: counted one a request, on time on their own day, and never twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from django.utils import timezone

from chuan.demo_exports import CERTIFIED, SOLVED, formats, sheets
from chuan.dossiers.checks import standing_agrees
from chuan.dossiers.models import Dossier
from chuan.intake import actions
from chuan.intake.coverage import covered
from chuan.intake.layouts import load_layout
from chuan.intake.models import Import, StandingRow
from chuan.intake.previews import preview_of
from chuan.intake.refusals import LayoutWrong
from chuan.offers import measures
from chuan.offers.measures import Scope
from chuan.rules.types import Period
from tests.intake.engine import BOOK, LIST, ROWS, Desk, demo
from tests.people import Ward

CERTS = "so-chung-thuc-2021.xlsx"
COUNT = round(ROWS * CERTIFIED / SOLVED)
YEAR = Period.year(2021)


@pytest.fixture
def desk(ward: Ward) -> Desk:
    """An official who brings files in; the rooms follow for themselves."""
    return Desk(ward, {}, [])


def on_time(ward: Ward) -> tuple[Fraction, Fraction]:
    measure = measures.find("dossiers.on_time")
    assert measure is not None
    counts = measure.counts(Scope(ward.unit.uid, YEAR, timezone.now()))
    return counts.numerator, counts.denominator


def book(*rows: tuple[object, ...], header: tuple[str, ...] = sheets.CERTIFIED) -> bytes:
    """A book of certifications with these rows."""
    return formats.as_csv(";", "utf-8")(formats.Grid([["Kỳ: Năm 2021"], [], list(header), *map(list, rows)]))


def certified() -> list[Dossier]:
    return list(Dossier.objects.filter(code__startswith="CT-").order_by("code"))


def test_the_book_is_known_by_its_header(desk: Desk) -> None:
    held = desk.receive(CERTS)
    seen = preview_of(held)
    assert (held.status, seen.register, seen.layout) == (Import.Status.UNMAPPED, "dossiers", "Sổ chứng thực")
    assert "theo số chứng thực, không theo số bản" in seen.note


def test_its_requests_count_as_on_time(desk: Desk, ward: Ward) -> None:
    desk.committed(LIST)
    before = on_time(ward)
    desk.committed(CERTS)
    after = on_time(ward)
    assert (after[0] - before[0], after[1] - before[1]) == (COUNT, COUNT), (
        "one a request, whatever the copies"
    )
    assert {one.outcome for one in certified()} == {"on_time"}
    assert {one.status for one in certified()} == {"returned"}
    assert all(one.settled_on == one.received_on == one.promised_on for one in certified())
    assert {one.field for one in certified()} == {"Chứng thực"}
    assert list(standing_agrees()) == []


def test_the_requesters_name_is_nowhere(desk: Desk) -> None:
    desk.committed(CERTS)
    stored = " ".join(StandingRow.objects.values_list("row__fields", flat=True))
    assert "received_at" in stored
    assert "applicant" not in stored
    assert "Ví Dụ" not in stored


@pytest.mark.parametrize("order", [(CERTS, BOOK), (BOOK, CERTS)])
def test_book_of_certifications_and_book_of_dossiers_complete_each_other(
    desk: Desk, ward: Ward, order: tuple[str, str]
) -> None:
    desk.committed(LIST)
    before = on_time(ward)[1]
    for name in order:
        desk.committed(name)
    assert Dossier.objects.count() == ROWS + COUNT
    assert on_time(ward)[1] == before + COUNT
    assert all(one.outcome == "on_time" and one.ready_on == one.received_on for one in certified())
    sources = StandingRow.objects.filter(outside_code=certified()[0].code).values_list("source", flat=True)
    assert len(set(sources)) == 2


def test_withdrawn_they_count_no_more(desk: Desk, ward: Ward) -> None:
    desk.committed(LIST)
    before = on_time(ward)
    held = desk.committed(CERTS)
    desk.withdraw(held)
    assert on_time(ward) == before
    assert not Dossier.objects.present_ones().filter(code__startswith="CT-").exists()


def test_withdrawn_the_book_of_dossiers_still_holds_them(desk: Desk, ward: Ward) -> None:
    desk.committed(BOOK)
    whole = on_time(ward)
    desk.withdraw(desk.committed(CERTS))
    assert on_time(ward) == whole
    assert len(certified()) == COUNT


def test_such_a_book_does_not_speak_of_the_whole_register(desk: Desk, ward: Ward) -> None:
    held = desk.committed(CERTS)
    assert held.covers == YEAR
    assert covered(ward.unit, "dossiers", as_of=timezone.now()) == ()
    measure = measures.find("dossiers.on_time")
    assert measure is not None
    (obstacle, *_rest) = measure.obstacles(Scope(ward.unit.uid, YEAR, timezone.now()))
    assert "chưa nhập hồ sơ từ 01/01/2021 đến 31/12/2021" in obstacle.sentence


def test_the_same_book_twice_changes_nothing(desk: Desk) -> None:
    desk.committed(CERTS)
    again = desk.mapped(CERTS, demo()[CERTS] + b"")
    assert (again.rows_new, again.rows_changed, again.rows_gone) == (0, 0, 0)


def test_a_book_with_a_column_more_is_still_one_of_work_done_on_the_spot(desk: Desk, ward: Ward) -> None:
    row = (1, "CT-1", "04/03/2021", "Chứng thực chữ ký", "Trần Thị Minh Họa", "2", "Lê Minh Tâm", "")
    data = book(row, (2, "CT-2", *row[2:]), header=("STT", *sheets.CERTIFIED, "Phí"))
    held = desk.committed("so-khac.csv", data)
    assert held.layout is not None
    kept = load_layout(held.layout.body, name="a").mapping
    assert kept.copies == dict.fromkeys(("promised_at", "ready_at", "returned_at"), "received_at")
    assert [(one.settled_on, one.outcome) for one in certified()] == [(date(2021, 3, 4), "on_time")] * 2


# Bad input


def test_a_certification_without_a_readable_day_is_named_by_its_cell(desk: Desk) -> None:
    good = ("CT-1", "04/03/2021", "Chứng thực chữ ký", "", "2", "Lê Minh Tâm")
    data = book(
        good,
        ("CT-2", "31/02/2021", *good[2:]),
        ("CT-3", "", *good[2:]),
        ("CT-4", *good[1:4], "hai bản", good[5]),
        ("CT-5", *good[1:]),
        ("CT-6", *good[1:]),
    )
    held = desk.committed("sai.csv", data)
    assert [one.place for one in preview_of(held).unreadable] == [
        "dòng 5, cột 2",
        "dòng 6, cột 2",
        "dòng 7, cột 5",
    ]
    assert [one.code for one in certified()] == ["CT-1", "CT-5", "CT-6"]


def test_one_number_given_to_two_requests_is_nobodys(desk: Desk) -> None:
    row = ("CT-1", "04/03/2021", "Chứng thực chữ ký", "", "2", "Lê Minh Tâm")
    desk.committed("trung.csv", book(row, ("CT-1", "05/03/2021", *row[2:]), ("CT-2", *row[1:])))
    assert [one.code for one in certified()] == ["CT-2"]


def test_a_layout_that_would_copy_a_name_is_refused(desk: Desk) -> None:
    held = desk.receive(CERTS)
    mapping = preview_of(held).mapping
    wrong = replace(mapping, constants={**mapping.constants, "subject": "=applicant"})
    by, at = desk.viewer(), timezone.now()
    with pytest.raises(LayoutWrong, match="dữ liệu cá nhân"):
        actions.confirm_layout(held, wrong, name="Sổ", source="Phần mềm", by=by, at=at)
