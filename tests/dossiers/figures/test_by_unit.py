"""Đối chiếu of a form with one row a unit: only ours, beside all our fields together."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.test import Client
from django.utils import timezone

from chuan.demo_exports import formats, sheets
from chuan.dossiers import refusals_figures as refusals
from chuan.dossiers.actions import reconciling as actions
from chuan.dossiers.models import Dossier
from chuan.dossiers.reports.official_forms import own_row
from chuan.exchange.sheets import read_sheet
from chuan.intake import actions as intake
from chuan.intake.models import Import
from chuan.people.viewer import Viewer
from tests.dossiers.figures.test_reconciling import URL, YEAR, again, demo_dossiers, differing
from tests.examine import examine, open_page
from tests.intake.engine import FORM, LIST, Desk, seen
from tests.people import Ward

UNITS = "tong-hop-theo-don-vi-2021.xls"


@pytest.fixture
def desk(ward: Ward) -> Desk:
    """Real followers: what is committed becomes dossiers and totals."""
    return Desk(ward, {}, [])


@pytest.fixture
def form(desk: Desk) -> Import:
    """A year's list and its official form by field, both committed."""
    desk.committed(LIST)
    return desk.committed(FORM)


@pytest.fixture
def by_unit(desk: Desk) -> Import:
    """A year's list and the totals of its units, both committed."""
    desk.committed(LIST)
    held = desk.mapped(UNITS)
    assert not [one for one in seen(held).doubts if one.kind == "other_ward"], "the letterhead is the town's"
    return desk.commit(held)


def units_form(*rows: tuple[str, ...]) -> bytes:
    """The same form with other rows."""
    grid = sheets.by_unit(demo_dossiers())
    top = next(at for at, row in enumerate(grid.rows) if row and row[0] == 1)
    kept = [[n, *row] for n, row in enumerate(rows, start=1)]
    return formats.as_html(formats.Grid([*grid.rows[:top], *kept], grid.merges, grid.name))


def test_our_row_of_the_units_totals_agrees_with_our_dossiers(by_unit: Import, clerk: Viewer, now: datetime):
    made = actions.reconcile(by_unit, by=clerk, at=now)
    assert (made.form_name, made.period) == ("Tổng hợp kết quả giải quyết theo đơn vị", YEAR)
    assert differing(made) == {}


def test_all_fields_together_are_compared_figure_by_figure(by_unit: Import, clerk: Viewer, browser: Client):
    first = Dossier.objects.filter(outcome_now__in=["early", "on_time"]).order_by("pk").first()
    assert first is not None
    Dossier.objects.filter(pk=first.pk).update(outcome_now="late")
    made = actions.reconcile(by_unit, by=clerk, at=timezone.now())
    assert differing(made) == {"solved_in_time": (1, "open"), "solved_late": (-1, "open")}
    assert {one.field for one in made.differences.all()} == {"Cả đơn vị"}
    page = open_page(browser, f"{URL}{made.uid}/")
    in_time = made.differences.get(figure="solved_in_time")
    behind = open_page(browser, page.link(f"{in_time.ours} hồ sơ"))
    assert behind.title == "Hồ sơ giải quyết trước và đúng hạn, năm 2021"


def test_other_units_are_neither_compared_nor_shown(by_unit: Import, clerk: Viewer, browser: Client):
    made = actions.reconcile(by_unit, by=clerk, at=timezone.now())
    page = open_page(browser, f"{URL}{made.uid}/")
    assert "Minh Họa" not in page.text.replace(by_unit.file_name, "")
    assert "Xã Ví Dụ" not in page.text
    assert "chỉ dòng của đơn vị mình" in page.text
    [sheet] = read_sheet(browser.get(f"{URL}{made.uid}/doi-chieu.xlsx").content, name="doi-chieu.xlsx")
    texts = [[cell.text for cell in row] for row in sheet.rows]
    assert {row[0] for row in texts if len(row) > 5 and row[5] == "khớp"} == {"Cả đơn vị"}


def test_certifications_the_town_does_not_count_are_a_difference_with_a_reason(
    by_unit: Import, desk: Desk, clerk: Viewer
):
    desk.committed("so-chung-thuc-2021.xlsx")
    made = actions.reconcile(by_unit, by=clerk, at=timezone.now())
    extra = Dossier.objects.filter(code__startswith="CT-").count()
    gaps = {one.figure: one.theirs - one.ours for one in made.differences.all()}
    assert gaps == {"received": -extra, "solved": -extra, "solved_in_time": -extra}


def test_a_form_by_unit_without_our_row_is_doubted_and_not_compared(desk: Desk, clerk: Viewer, now: datetime):
    data = units_form(("Phường Minh Họa", "5", "0", "5", "5", "0", "0", "0"))
    held = desk.mapped("thieu.xls", data)
    assert [one.kind for one in seen(held).doubts] == ["other_ward"]
    assert "Không dòng nào của tệp ghi Phường Bắc Hồng" in seen(held).doubts[0].sentence
    desk.commit(held)
    with pytest.raises(refusals.UnitNotInForm, match="không có dòng của Phường Bắc Hồng"):
        actions.reconcile(held, by=clerk, at=now)


def test_it_is_refused_on_the_page_with_its_sentence(desk: Desk, browser: Client):
    data = units_form(("Phường Minh Họa", "5", "0", "5", "5", "0", "0", "0"))
    desk.committed("thieu.xls", data)
    refused = examine(open_page(browser, URL).form("/bat-dau/").send(browser), status=422)
    assert "không có dòng của Phường Bắc Hồng" in refused.notice


def test_a_figure_that_is_no_number_is_named_and_its_row_stays_out(desk: Desk):
    data = units_form(("Phường Bắc Hồng", "năm", "0", "5", "5", "0", "0", "0"), ("Xã Ví Dụ", *"5055000"))
    held = desk.mapped("sai.xls", data)
    assert [one.typed for one in seen(held).unreadable] == ["năm"]
    assert [one.kind for one in seen(held).doubts] == ["other_ward"], "our own row could not be read"


def test_a_better_form_by_unit_takes_the_olders_place(by_unit: Import, desk: Desk, clerk: Viewer):
    made = actions.reconcile(by_unit, by=clerk, at=timezone.now())
    newer = desk.committed(UNITS, units_form(("UBND phường Bắc Hồng", *"1010100")), keep_gone=True)
    same = actions.reconcile(newer, by=clerk, at=timezone.now())
    assert same.pk == made.pk
    assert same.differences.get(figure="received").theirs == 1, "the later spelling of our name counts"


def test_two_kinds_of_forms_of_one_name_are_two_reconciliations(form: Import, desk: Desk, clerk: Viewer):
    fields = actions.reconcile(form, by=clerk, at=timezone.now())
    held = desk.receive(UNITS)
    intake.confirm_layout(
        held, seen(held).mapping, name=fields.form_name, source="Tỉnh", by=desk.viewer(), at=timezone.now()
    )
    units = actions.reconcile(desk.commit(held), by=clerk, at=timezone.now())
    assert units.pk != fields.pk
    assert units.form_name == fields.form_name
    assert again(fields, clerk).import_uid == form.uid
    assert again(units, clerk).import_uid == held.uid


def test_a_form_by_unit_withdrawn_is_said_so_and_its_rows_still_open(
    by_unit: Import, desk: Desk, clerk: Viewer, browser: Client
):
    Dossier.objects.filter(outcome_now="late").update(outcome_now="on_time")
    made = actions.reconcile(by_unit, by=clerk, at=timezone.now())
    desk.withdraw(by_unit)
    page = open_page(browser, f"{URL}{made.uid}/")
    assert "Biểu này không còn dùng" in page.notice
    late = made.differences.get(figure="solved_late")
    assert open_page(browser, page.link(f"{late.ours} hồ sơ")).title == "Hồ sơ giải quyết trễ hạn, năm 2021"


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["Phường Bắc Hồng"], "UBND phường Bắc Hồng, TX Hồng Lĩnh"),
        (["Phường Mới", "Phường Bắc Hồng"], "UBND phường Bắc Hồng, TX Hồng Lĩnh"),
        (["Phường Nam Hồng", "Phường Bắc Hồng"], "phuong nam hong"),
        (["Xã Bắc Hồng"], None),
        ([], None),
    ],
)
def test_the_row_of_the_unit_is_found_by_any_of_its_names_its_own_first(names: list[str], found: str | None):
    rows = [
        {"unit": "UBND phường Bắc Hồng, TX Hồng Lĩnh"}, {"unit": "phuong nam hong"}, {"unit": ""}, {},
    ]  # fmt: skip
    assert [one["unit"] for one in own_row(rows, names)] == ([found] if found else [])
