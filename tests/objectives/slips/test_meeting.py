"""The sheet for the Monday meeting: one page, however much there is to say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pytest
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from chuan.corrections.models import CorrectiveAction, Nonconformity
from chuan.objectives.models import Plan
from chuan.objectives.slips.monday import MondaySheet, Part, monday_sheet, week_of
from chuan.objectives.slips.papers import sheet_paper, sheet_pdf
from chuan.people.models import Official
from chuan.ui import formatters as say
from tests.examine import open_page, sign_in
from tests.objectives.made import now
from tests.people import Ward

MEETING = "/muc-tieu/hop-giao-ban/"


@pytest.mark.parametrize(
    ("on", "since", "until"),
    [
        (date(2021, 10, 4), date(2021, 9, 27), date(2021, 10, 10)),  # a Monday
        (date(2021, 10, 7), date(2021, 10, 4), date(2021, 10, 10)),
        (date(2021, 10, 10), date(2021, 10, 4), date(2021, 10, 10)),
    ],
)
def test_a_monday_looks_back_over_a_whole_week(on: date, since: date, until: date):
    assert week_of(on) == (since, until)


def test_the_page_says_who_owes_what_is_new_and_what_is_behind(client: Client, ward: Ward, plan: Plan):
    page = open_page(sign_in(client, ward.secretary), MEETING)
    assert ward.one_stop.name in page.text
    assert "1.1 tháng 11; 1.1 tháng 12" in page.text
    assert "(96/100)" in page.text
    assert "Còn 4 dòng nữa không in trên phiếu này." in page.text
    assert "Không có việc nào đến hạn." in page.text
    answer = client.get(page.link("Tải bản in một trang"))
    assert "96/100" in PdfReader(BytesIO(answer.content)).pages[0].extract_text()


def full(found: MondaySheet) -> MondaySheet:
    """The same sheet with every part as long as it may be, in words as long as they come."""
    long = "x" + " ghi nhận và xử lý đúng trình tự" * 9
    case = Nonconformity(number=12, year=2021, what=long)
    owner = Official(name="Nguyễn Thị Tên Rất Dài (minh họa)")
    action = CorrectiveAction(case=case, what=long, owner=owner, due_on=found.on)
    new = found.new.lines[0]
    new.measurement.indicator.name = long
    behind = replace(found.owing.lines[0], who=owner.name, figures=found.owing.lines[0].figures * 6)
    off = Part((), 0) if not found.off.lines else Part(found.off.lines * 7, 20)
    return replace(
        found, owing=Part((behind,) * 7, 30), off=off, new=Part((new,) * 6, 40), due=Part((action,) * 5, 9)
    )


def test_it_is_one_page_however_much_there_is(ward: Ward, plan: Plan):
    on = timezone.localdate() + timedelta(days=1)
    found = monday_sheet(ward.viewer(ward.secretary, on), on=on, at=now())
    assert len(PdfReader(BytesIO(sheet_pdf(full(found), ward.unit))).pages) == 1


def test_who_does_not_plan_does_not_see_it_and_another_ward_sees_its_own(
    client: Client, ward: Ward, other_ward: Ward, plan: Plan
):
    sign_in(client, ward.one_stop)
    assert client.get(MEETING).status_code == 403
    assert client.get(f"{MEETING}hop-giao-ban.pdf").status_code == 403
    page = open_page(sign_in(client, other_ward.secretary), MEETING)
    assert "Mọi kỳ đã qua đều có số." in page.text
    assert "96/100" not in page.text


def test_large_numbers_are_grouped_alike_in_every_part(ward: Ward, plan: Plan) -> None:
    """8.550, as everywhere in the house: how late, how many are behind, how many of how many."""
    on = timezone.localtime().date()
    found = monday_sheet(ward.viewer(ward.secretary, on), on=on, at=now())
    late = replace(found.owing.lines[0], on=found.owing.lines[0].on + timedelta(days=9000))
    grown = replace(
        found, owing=Part((late,), 1), owed=1200, off=Part((), 1300), promised=2400, unmeasured=1500,
        new=Part((), 1600), due=Part((), 1700),
    )  # fmt: skip
    body = "".join(repr(block) for block in sheet_paper(grown, ward.unit).body)
    for number in ("1.200", "1.300/2.400", "1.500", "1.600", "1.700"):
        assert number in body
    assert say.number(late.days) in body
    assert f"'{late.days}'" not in body
