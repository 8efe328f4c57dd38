"""The list of what came in: by stage, day, urgency, words without marks; quick whatever there is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from chuan.documents import searching
from chuan.documents.incoming import listing
from chuan.documents.incoming.listing import Wanted, counts_for, listed, sheet_of, years_of
from chuan.documents.models import Document
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from tests.documents.following.made import bring, came, handled, only
from tests.people import Ward, at

APRIL = at(2021, 4, 30)
ON = date(2021, 4, 30)
View = Callable[[Official], Viewer]


@pytest.fixture
def rows(ward: Ward) -> None:
    given = [
        came(
            arrival_number="1", full_number="1/KH-UBND", arrived_on="2020-02-01", subject="Kế hoạch Bắc Hồng"
        ),
        came(arrival_number="2", full_number="2/KH-UBND", urgency="Hỏa tốc", subject="Họp giao ban"),
        came(arrival_number="3", full_number="3/KH-UBND", arrived_on="2021-04-08", subject="Rà soát một cửa"),
    ]
    bring(ward.unit, "documents_in", given, at=APRIL)
    work = {"progress": "Đang xử lý", "done_on": "", "due_on": "2021-04-12"}
    bring(ward.unit, "documents_handling", [handled(**work, arrival_number="2")], at=APRIL)
    searching.put(Document.objects.incoming())


def numbers(viewer: Viewer, **asked: object) -> list[str]:
    return [one.arrival_number for one in listed(viewer, Wanted(**asked), on=ON).rows]  # type: ignore[arg-type]


@pytest.mark.usefixtures("rows")
def test_the_latest_arrival_comes_first_and_filters_take_away(ward: Ward):
    viewer = ward.viewer(ward.clerk, ON)
    assert numbers(viewer) == ["3", "2", "1"]
    assert numbers(viewer, by_due=True)[0] == "2"
    assert numbers(viewer, year=2020) == ["1"]
    assert numbers(viewer, urgency="express") == ["2"]
    assert numbers(viewer, stage="in_work") == ["2"]
    assert numbers(viewer, stage="qua-han") == ["2"]
    assert numbers(viewer, stage="chua-xong") == ["3", "2", "1"]
    assert numbers(viewer, stage="refused") == []
    assert numbers(viewer, stage="lạ") == ["3", "2", "1"]
    assert years_of(viewer) == [2021, 2020]


@pytest.mark.usefixtures("rows")
@pytest.mark.parametrize(
    ("words", "found"),
    [("bac hong", ["1"]), ("một cửa", ["3"]), ("mot cua", ["3"]), ("2/kh", ["2"]), ("không có", []), ("!!!", []),
     ("thị xã", ["3", "2", "1"]), ("x " * 400, [])],
)  # fmt: skip
def test_words_are_found_without_marks(ward: Ward, words: str, found: list[str]):
    assert numbers(ward.viewer(ward.clerk, ON), words=words) == found


@pytest.mark.usefixtures("rows")
def test_mine_is_what_the_source_gave_to_my_post(ward: Ward):
    assert numbers(ward.viewer(ward.one_stop, ON), stage="toi") == ["2"]
    assert numbers(ward.viewer(ward.specialist, ON), stage="toi") == []


def test_mine_is_what_was_given_to_me_here_or_waits_for_my_role(
    assigned: Document, ward: Ward, view: View, clerk: Viewer
):
    mine = Wanted(stage="toi")
    for official in (ward.specialist, ward.one_stop, ward.secretary):
        assert [one.pk for one in listed(view(official), mine, on=clerk.on).rows] == [assigned.pk]
    assert not listed(view(ward.auditor), mine, on=clerk.on).rows


def test_what_waits_for_the_registry_and_the_chairman_is_theirs(
    came: Document, clerk: Viewer, chairman: Viewer, now: datetime
):
    assert counts_for(clerk, on=clerk.on)["toi"] == 1
    assert counts_for(chairman, on=clerk.on) == {"arrived": 1, "toi": 0, "qua-han": 0}


@pytest.mark.usefixtures("rows")
def test_another_ward_sees_none_of_it(other_ward: Ward):
    viewer = other_ward.viewer(other_ward.clerk, ON)
    assert numbers(viewer) == []
    assert numbers(viewer, words="bac hong") == []
    assert not any(counts_for(viewer, on=ON).values())


@pytest.mark.usefixtures("rows")
def test_the_sheet_has_what_the_list_has(ward: Ward):
    table = sheet_of(ward.viewer(ward.clerk, ON), Wanted(year=2021), on=ON)
    assert [row[0] for row in table.rows] == ["3", "2"]
    assert len(table.headers) == len(table.rows[0])


def test_a_document_no_register_names_any_more_is_not_listed(ward: Ward):
    bring(ward.unit, "documents_in", [came()], at=APRIL)
    Document.objects.filter(pk=only(number="240").pk).update(listed=False)
    assert numbers(ward.viewer(ward.clerk, ON)) == []


def test_pages_and_bounds(ward: Ward, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(listing, "MOST", 120)
    day = date(2021, 1, 1)
    given = [
        came(arrival_number=str(n), full_number=f"{n}/BC-UBND", arrived_on=str(day + timedelta(days=n % 90)))
        for n in range(1, 131)
    ]
    bring(ward.unit, "documents_in", given, at=APRIL)
    viewer = ward.viewer(ward.clerk, ON)
    with CaptureQueriesContext(connection) as context:
        page = listed(viewer, Wanted(), on=ON, number=99)
    assert len(context) == 2
    assert (page.number, page.pages, page.total, page.more, len(page.rows)) == (3, 3, 120, True, 20)
    assert (page.first, page.last) == (101, 120)
