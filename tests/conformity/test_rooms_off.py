"""A room that is off is named in the coverage and in the evidence pack; evidence elsewhere answers for its clauses."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.utils import timezone

from chuan.conformity.coverage import ClauseShown, coverage_of
from chuan.conformity.pack.offline import index_page
from chuan.conformity.pack.own import files
from chuan.exchange.sheets import read_sheet
from chuan.offers.packing import Asked
from chuan.people.actions.rooms import keep
from chuan.people.models import RoomSwitch
from chuan.rules.conformity import Standing
from chuan.rules.types import Period
from tests.examine import open_page
from tests.people import Ward

pytestmark = pytest.mark.django_db
DAY = date(2021, 10, 5)
LINK = "https://so.tinh.vn/rui-ro"


@pytest.fixture
def off(ward: Ward):
    """Switch a room off from the first day of 2021, with where its evidence lies."""

    def off(room: str, kept_at: str = "") -> None:
        row = RoomSwitch(
            room=room,
            on=False,
            since=date(2021, 1, 1),
            reason="làm bằng giấy",
            kept_at=kept_at,
            by=ward.chairman,
        )
        keep(ward.unit, [row], at=timezone.now())

    return off


def clause(ward: Ward, number: str) -> ClauseShown:
    rows = coverage_of(ward.unit, Period.year(2021)).rows
    return next(one for one in rows if one.clause.number == number)


def test_a_clause_of_a_room_that_is_off_stays_open_and_asks_where_its_evidence_is(ward: Ward, off):
    before = clause(ward, "6.1.1")
    assert before.is_gap
    assert before.mend.startswith("/rui-ro/")
    off("risks")
    after = clause(ward, "6.1.1")
    assert after.is_gap
    assert after.gap.startswith("Chưa áp dụng trên phần mềm. Ghi bằng chứng ở đâu: thường là sổ rủi ro")
    assert after.mend == ""


def test_where_its_evidence_lies_answers_for_the_clause_and_is_no_evidence_of_ours(ward: Ward, off):
    off("risks", f"Sổ rủi ro, {LINK}")
    assert clause(ward, "6.1.1").standing is Standing.ELSEWHERE
    assert clause(ward, "9.2.2").is_gap


def test_what_is_still_held_counts_though_the_room_is_off(ward: Ward, off):
    held = clause(ward, "5.3")
    off("risks")
    assert clause(ward, "5.3").standing is held.standing is Standing.HELD


def test_the_page_names_every_room_that_is_off_with_its_link(client, ward: Ward, sign_in, off):
    off("risks", f"Sổ rủi ro, {LINK}")
    off("satisfaction")
    page = open_page(sign_in(client, ward.secretary), "/phu-hop/dieu-khoan/?nam=2021")
    assert "Chưa áp dụng trên phần mềm: Khảo sát người dân; Rủi ro, cơ hội (Sổ rủi ro" in page.text
    assert page.find(f"//a[@href='{LINK}']")
    assert not page.find("//a[starts-with(@href, '/rui-ro/')]")


def test_a_unit_with_every_room_on_asks_nothing_more(ward: Ward, django_assert_max_num_queries):
    with django_assert_max_num_queries(75):
        told = coverage_of(ward.unit, Period.year(2021))
    assert told.off == ()
    assert not [one for one in told.rows if one.off]


def asked(ward: Ward) -> Asked:
    return Asked(ward.unit, Period.year(2021), DAY, timezone.now(), ward.viewer(ward.secretary))


def test_the_pack_holds_a_list_of_rooms_that_are_off_and_its_page_says_so(ward: Ward, off):
    def names() -> list[str]:
        return [one.name for one in files(asked(ward))]

    assert "phan-he.xlsx" not in names()
    off("risks", LINK)
    made: Any = next(one for one in files(asked(ward)) if one.name == "phan-he.xlsx")
    rows = [
        [str(cell.value or "") for cell in row] for row in read_sheet(made.data, name="phan-he.xlsx")[0].rows
    ]
    assert any(row[0] == "Rủi ro, cơ hội" and LINK in row for row in rows)
    page = index_page(asked(ward), [])
    assert f"Rủi ro, cơ hội: chưa áp dụng trên phần mềm; bằng chứng: {LINK}." in page
