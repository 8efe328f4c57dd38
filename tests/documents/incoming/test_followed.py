"""Where another system keeps the register its facts are only read; what it gives to our people is among their work."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from chuan.clocks.models import Clock
from chuan.documents.actions import incoming
from chuan.documents.actions.incoming import Direction
from chuan.documents.incoming.handlers import keep_followed
from chuan.documents.models import Document
from chuan.documents.refusals_incoming import FollowedRow
from chuan.intake.models import RecordSystem
from chuan.offers.subjects import Subject, describe
from chuan.people.models import Official, Post
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotAllowed
from tests.documents.following.made import bring, came, handled, only, withdraw
from tests.people import Ward, at

APRIL, MAY = at(2021, 4, 10), at(2021, 5, 5)
WORKED = {"progress": "Đang xử lý", "done_on": "", "reply_number": ""}
View = Callable[[Official], Viewer]


def followed() -> Clock | None:
    return Clock.objects.filter(subject_kind="incoming", kind="followed").first()


@pytest.mark.parametrize(
    "lead", ["Tư pháp – Hộ tịch", "tu phap - ho tich", "Tư pháp – hộ tịch; phối hợp: Văn phòng"]
)
def test_a_post_that_the_source_names_has_it_among_its_work(ward: Ward, lead: str):
    bring(ward.unit, "documents_in", [came(lead=lead)], at=APRIL)
    assert followed() is None, "no due day is known yet"
    bring(ward.unit, "documents_handling", [handled(**WORKED)], at=APRIL)
    clock = followed()
    assert clock is not None
    assert clock.owner_post == Post.objects.get(code="tu-phap", unit=ward.unit)
    assert (clock.lawful_due_on, clock.opened_on) == (date(2021, 4, 20), date(2021, 4, 6))
    viewer = ward.viewer(ward.one_stop, date(2021, 4, 10))
    assert Clock.objects.mine(viewer).running().filter(kind="followed").count() == 1
    told = describe([Subject("incoming", only(number="240").uid)], viewer)
    assert "Giải quyết: Kế hoạch rà soát" in next(iter(told.values())).label


def test_an_official_named_by_name_comes_first(ward: Ward):
    rows = [came(lead="LÊ VĂN MỘT CỬA")]
    bring(ward.unit, "documents_in", rows, at=APRIL)
    bring(ward.unit, "documents_handling", [handled(**WORKED)], at=APRIL)
    clock = followed()
    assert clock is not None
    assert clock.owner_official == ward.one_stop


def test_a_name_that_two_bear_or_nobody_bears_is_nobodys_work(ward: Ward):
    twin = Official.objects.create(unit=ward.unit, name="Lê Văn Một Cửa")
    twin.appointments.create(
        post=Post.objects.get(code="van-hoa", unit=ward.unit), valid_from=date(2020, 1, 1), citation="QĐ"
    )
    bring(
        ward.unit,
        "documents_in",
        [came(lead="Lê Văn Một Cửa"), came(arrival_number="32", lead="Ông X")],
        at=APRIL,
    )
    bring(ward.unit, "documents_handling", [handled(**WORKED)], at=APRIL)
    assert followed() is None


def test_what_the_source_says_is_done_waits_no_more(ward: Ward):
    bring(ward.unit, "documents_in", [came()], at=APRIL)
    bring(ward.unit, "documents_handling", [handled(**WORKED)], at=APRIL)
    bring(ward.unit, "documents_handling", [handled()], at=MAY)
    clock = followed()
    assert clock is not None
    assert clock.settled_on == date(2021, 4, 19)


def test_a_row_given_to_another_goes_with_its_day(ward: Ward):
    bring(ward.unit, "documents_in", [came()], at=APRIL)
    bring(ward.unit, "documents_handling", [handled(**WORKED)], at=APRIL)
    bring(
        ward.unit,
        "documents_handling",
        [handled(**WORKED, lead="Vũ Thị Văn Hóa", due_on="2021-04-25")],
        at=MAY,
    )
    clock = followed()
    assert clock is not None
    assert clock.owner_official == ward.specialist
    assert clock.lawful_due_on == date(2021, 4, 25)


def test_a_withdrawn_file_takes_its_work_away(ward: Ward):
    bring(ward.unit, "documents_in", [came()], at=APRIL)
    made = bring(ward.unit, "documents_handling", [handled(**WORKED)], at=APRIL)
    withdraw(made, at=MAY)
    clock = followed()
    assert clock is not None
    assert clock.settled_on is not None


def test_many_rows_cost_a_few_statements(ward: Ward):
    made = Document.objects.bulk_create(
        Document(
            unit=ward.unit, owner_unit=ward.unit, direction="in", stage="in_work", type="KH", number=str(n),
            outside_code=f"{n} (2021)", arrived_on=date(2021, 4, 6), due_on=date(2021, 4, 20), basis="register",
            lead_name="Tư pháp – hộ tịch" if n % 2 else "Ông X", recorded_at=APRIL,
        )
        for n in range(1500)
    )  # fmt: skip
    with CaptureQueriesContext(connection) as context:
        assert keep_followed(ward.unit, [one.pk for one in made], on=date(2021, 4, 30)) == 750
    assert len(context) <= 24, "by the thousand, not by the row"
    assert Clock.objects.running().filter(kind="followed").count() == 750


@pytest.fixture
def row(ward: Ward) -> Document:
    bring(ward.unit, "documents_in", [came()], at=APRIL)
    return only(number="240")


def test_its_facts_are_only_read(
    row: Document, clerk: Viewer, chairman: Viewer, direct: Callable[..., Direction], now: datetime
):
    for act in (
        lambda: incoming.assign(row, direct(), by=chairman, at=now),
        lambda: incoming.finish(row, "Xong", by=clerk, at=now),
        lambda: incoming.file_away(row, by=chairman, at=now),
        lambda: incoming.acknowledge(row, by=clerk, at=now),
        lambda: incoming.reopen(row, "vì sao", by=clerk, at=now),
    ):
        with pytest.raises(FollowedRow, match="hệ thống"):
            act()


def test_a_note_of_ones_own_outlives_the_next_import(row: Document, ward: Ward, view: View, now: datetime):
    with pytest.raises(NotAllowed):
        incoming.note(row, "x", by=view(ward.specialist), at=now)
    incoming.note(row, "Đã gọi thị xã", by=view(ward.one_stop), at=now)
    bring(ward.unit, "documents_in", [came(note="Gấp")], at=MAY)
    row.refresh_from_db()
    assert (row.note, row.steps.get().note) == ("Gấp", "Đã gọi thị xã")


def test_once_the_unit_keeps_its_register_what_is_open_is_worked_on_here(
    row: Document, kept: RecordSystem, chairman: Viewer, direct: Callable[..., Direction], now: datetime
):
    incoming.assign(row, direct(), by=chairman, at=now)
    assert row.stage == "assigned"
