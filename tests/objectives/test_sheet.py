"""The Excel form: out, filled, looked at, recorded whole or not at all."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from chuan.exchange.sheets import Table, read_sheet, write_sheet
from chuan.objectives import sheet_form as form
from chuan.objectives.actions import assign, record_figure
from chuan.objectives.models import FigureDue, Measurement, Plan
from chuan.objectives.refusals import SheetNotOurs
from chuan.objectives.sheet import Kind, figures_form, preview_sheet, record_sheet
from chuan.offers import measures
from chuan.people.models import Post
from chuan.rules import refusals
from chuan.rules.types import Period
from chuan.trail.models import Entry
from tests.objectives.made import clerk, given, indicator, now
from tests.objectives.register import OnTime
from tests.people import Ward

ON = date(2021, 4, 6)
"""Three months are over."""
MARCH = Period.month(2021, 3)

Cells = Mapping[int, Any]


def filled(
    ward: Ward,
    plan: Plan,
    rows: Mapping[tuple[str, int], Cells],
    *,
    on: date = ON,
    more: list[list[Any]] | None = None,
) -> bytes:
    """The form with cells put in: by label and the number of the period within the indicator (0 = first)."""
    (sheet, _guide) = read_sheet(figures_form(plan, clerk(ward, on), on), name="bieu.xlsx")
    top = next(n for n, row in enumerate(sheet.rows) if row[0].text == "Số")
    body = [[cell.value for cell in row] for row in sheet.rows[top + 1 :]]
    seen: dict[str, int] = {}
    for row in body:
        place = (str(row[form.LABEL]), seen.get(str(row[form.LABEL]), 0))
        seen[place[0]] = place[1] + 1
        for column, value in rows.get(place, {}).items():
            row[column] = value
    return write_sheet(
        Table(title="x", headers=form.headers(), rows=[*body, *(more or [])], notes=["a", "b", "c"])
    )


def paper(result: Any, whole: Any = None, **more: Any) -> dict[int, Any]:
    """A filled row with its evidence."""
    named = {"stage": form.STAGE, "grade": form.GRADE, "reason": form.REASON, "note": form.EVIDENCE}
    row = {form.RESULT: result, form.WHOLE: whole, form.EVIDENCE: "Báo cáo 12/BC-UBND"}
    return row | {named[name]: value for name, value in more.items()}


def errors(data: bytes, ward: Ward, plan: Plan, on: date = ON) -> dict[str, str]:
    return {one.cell: one.sentence for one in preview_sheet(data, plan, clerk(ward, on), on).errors}


# Out


def test_the_form_has_a_row_for_every_period_that_is_over(ward: Ward, plan: Plan):
    (sheet, _guide) = read_sheet(figures_form(plan, clerk(ward, ON), ON), name="bieu.xlsx")
    rows = [(row[form.LABEL].text, row[form.PERIOD].text) for row in sheet.rows]
    assert [period for label, period in rows if label == "3.2"] == ["tháng 1", "tháng 2", "tháng 3"]
    assert [period for label, period in rows if label == "1.5a"] == ["quý I"]
    assert "1.2" not in {label for label, _ in rows}, "the year is not over"


def test_the_key_of_a_row_is_stable_and_hidden(ward: Ward, plan: Plan):
    (sheet, _guide) = read_sheet(figures_form(plan, clerk(ward, ON), ON), name="bieu.xlsx")
    keys = [row[form.KEY].text for row in sheet.rows if row[form.LABEL].text == "3.2"]
    uid = indicator(plan, "3.2").uid
    assert keys[0] == f"{uid}/20210101-20210201"

    with zipfile.ZipFile(io.BytesIO(figures_form(plan, clerk(ward, ON), ON))) as archive:
        assert 'hidden="1"' in archive.read("xl/worksheets/sheet1.xml").decode()


def test_the_form_explains_each_indicator_on_a_sheet_of_its_own(ward: Ward, plan: Plan):
    (_form, guide) = read_sheet(figures_form(plan, clerk(ward, ON), ON), name="bieu.xlsx")
    assert guide.name == "Hướng dẫn"
    assert "Hồ sơ một cửa được giải quyết đúng thời hạn" in [row[1].text for row in guide.rows]


def test_what_stands_is_filled_in_exactly(ward: Ward, plan: Plan):
    record_figure(indicator(plan, "1.3"), MARCH, given(value="735.5"), by=clerk(ward), at=now())
    (sheet, _guide) = read_sheet(figures_form(plan, clerk(ward, ON), ON), name="bieu.xlsx")
    march = next(r for r in sheet.rows if r[form.LABEL].text == "1.3" and r[form.PERIOD].text == "tháng 3")
    assert march[form.RESULT].value == Decimal("735.5")


def test_making_the_form_asks_a_constant_number_of_times(ward: Ward, plan: Plan):
    viewer = clerk(ward, ON)
    for month in (1, 2, 3):
        record_figure(
            indicator(plan, "3.2"), Period.month(2021, month), given(num=1, den=1), by=clerk(ward), at=now()
        )
    with CaptureQueriesContext(connection) as asked:
        figures_form(plan, viewer, ON)
    assert len(asked) <= 4


def test_an_official_gets_only_the_rows_given_to_them(ward: Ward, plan: Plan):
    target = indicator(plan, "3.2").targets.get()
    post = Post.objects.get(unit=ward.unit, title="Tư pháp – hộ tịch")
    assign(target.objective, post=post, by=clerk(ward), at=now())
    rows = form.slots(plan, ward.viewer(ward.one_stop, ON), ON)
    assert {slot.label for slot in rows} == {"3.1", "3.2"}


def test_what_a_register_counts_is_not_asked_for(ward: Ward, plan: Plan):
    measure = OnTime()
    measures.register(measure)
    try:
        labels = {slot.label for slot in form.slots(plan, clerk(ward, ON), ON)}
    finally:
        measures.withdraw(measure.key)
    assert "3.2" not in labels
    assert "3.1" in labels


def test_what_no_file_has_brought_yet_is_still_asked_for(ward: Ward, plan: Plan):
    """A register that is followed but not yet imported must not silence the months before."""
    measure = OnTime()
    measure.covered_from = date(2021, 3, 1)
    measures.register(measure)
    months = [
        slot.period.start.month for slot in form.slots(plan, clerk(ward, ON), ON) if slot.label == "3.2"
    ]
    assert months == [1, 2]


# In


def test_a_filled_form_is_looked_at_without_recording(ward: Ward, plan: Plan):
    data = filled(ward, plan, {("3.2", 0): paper(144, 148), ("1.3", 0): paper(Decimal("612.4"))})
    preview = preview_sheet(data, plan, clerk(ward, ON), ON)
    assert not preview.errors
    assert [(row.slot.label, row.kind) for row in preview.rows] == [("1.3", Kind.NEW), ("3.2", Kind.NEW)]
    assert not Measurement.objects.exists()


def test_a_filled_form_is_recorded_in_one_act(ward: Ward, plan: Plan):
    data = filled(ward, plan, {("3.2", 0): paper(144, 148), ("3.2", 1): paper(90, 96), ("1.5a", 0): paper(1)})
    preview = record_sheet(data, plan, by=clerk(ward, ON), at=now(), name="thang-3.xlsx")
    assert len(preview.new) == 3
    figures = Measurement.objects.order_by("period_start", "pk")
    assert {(f.indicator.code, f.numerator, f.denominator) for f in figures} == {
        ("ho-so-dung-han", "144", "148"),
        ("ho-so-dung-han", "90", "96"),
        ("tuyen-pho-van-minh", "1", ""),
    }
    assert Entry.objects.filter(verb="figures.sheet").count() == 1
    assert FigureDue.objects.filter(plan=plan, settled_by__isnull=False).count() == 3


def test_the_file_itself_is_kept_with_every_figure_that_came_from_it(ward: Ward, plan: Plan):
    data = filled(ward, plan, {("3.2", 0): paper(144, 148), ("1.5a", 0): paper(1)})
    record_sheet(data, plan, by=clerk(ward, ON), at=now(), name="thang-3.xlsx")
    kept = {(f.evidence_blob_id, f.evidence_name, f.evidence_note) for f in Measurement.objects.all()}
    assert len(kept) == 1
    assert next(iter(kept))[1:] == ("thang-3.xlsx", "Báo cáo 12/BC-UBND")


def test_one_wrong_cell_keeps_every_row_out(ward: Ward, plan: Plan):
    data = filled(ward, plan, {("3.2", 0): paper(144, 148), ("3.2", 1): paper("chín", 96)})
    before = Entry.objects.count()
    with pytest.raises(refusals.SheetWrong, match="chưa nhập dòng nào"):
        record_sheet(data, plan, by=clerk(ward, ON), at=now())
    assert not Measurement.objects.exists()
    assert Entry.objects.count() == before


def test_a_refusal_inside_the_act_undoes_everything(ward: Ward, plan: Plan, monkeypatch: pytest.MonkeyPatch):
    from chuan.objectives import sheet

    real = sheet.record_figure

    def fails_at_the_second(*args: Any, **kwargs: Any) -> Measurement:
        if Measurement.objects.exists():
            raise refusals.ActionTooOld()
        return real(*args, **kwargs)

    monkeypatch.setattr(sheet, "record_figure", fails_at_the_second)
    data = filled(ward, plan, {("3.2", 0): paper(144, 148), ("3.2", 1): paper(90, 96)})
    with pytest.raises(refusals.ActionTooOld):
        record_sheet(data, plan, by=clerk(ward, ON), at=now())
    assert not Measurement.objects.exists()


def test_numbers_may_be_written_as_papers_write_them(ward: Ward, plan: Plan):
    data = filled(ward, plan, {("1.3", 0): paper("2.433.733,3"), ("1.10", 0): paper("93,6 %")})
    record_sheet(data, plan, by=clerk(ward, ON), at=now())
    figures = {f.indicator.code: f.exact[0] for f in Measurement.objects.all()}
    assert figures == {"thu-ngan-sach": Decimal("2433733.3"), "bao-hiem-y-te": Decimal("93.6")}


def test_empty_rows_are_left_alone(ward: Ward, plan: Plan):
    preview = preview_sheet(filled(ward, plan, {}), plan, clerk(ward, ON), ON)
    assert (preview.rows, preview.errors) == ((), ())


def test_yes_and_not_yet_are_written_in_words(ward: Ward, plan: Plan):
    on = date(2022, 1, 4)
    data = filled(ward, plan, {("1.20", 0): paper("Có"), ("1.18", 0): paper("chưa")}, on=on)
    record_sheet(data, plan, by=clerk(ward, on), at=now())
    assert {f.indicator.code: f.numerator for f in Measurement.objects.all()} == {
        "tiep-can-phap-luat": "1",
        "an-toan-lam-chu": "0",
    }


# Errors by cell


@pytest.mark.parametrize(
    ("cells", "column", "says"),
    [
        (paper("chín", 96), "E", "chưa đọc được thành số"),
        (paper(161, 156), "E", "lớn hơn tổng số"),
        (paper(96), "F", "chưa có tổng số"),
        (paper(90, 96, note=None), "I", "chưa có căn cứ"),
        (paper(90, 96, grade="A"), "H", "C khi lấy"),
        (paper(90, 96, stage="tạm"), "G", "chính thức"),
        (paper(datetime(2021, 10, 9), 96), "E", "thành ngày"),
    ],
)
def test_each_wrong_cell_is_named_with_a_sentence(
    ward: Ward, plan: Plan, cells: Cells, column: str, says: str
):
    found = errors(filled(ward, plan, {("3.2", 0): cells}), ward, plan)
    ((cell, sentence),) = found.items()
    assert cell[0] == column
    assert cell[1:].isdigit()
    assert says in sentence


def test_the_address_is_that_of_the_file(ward: Ward, plan: Plan):
    data = filled(ward, plan, {("1.1", 0): paper("chín")})
    ((cell, _sentence),) = errors(data, ward, plan).items()
    (sheet,) = read_sheet(data, name="x.xlsx")
    assert sheet.rows[int(cell[1:]) - 1][form.RESULT].text == "chín"


def test_all_wrong_cells_are_named_at_once(ward: Ward, plan: Plan):
    data = filled(ward, plan, {("3.2", n): paper("chín", 96) for n in range(3)})
    assert len(errors(data, ward, plan)) == 3


def test_a_total_where_none_belongs_is_refused(ward: Ward, plan: Plan):
    ((cell, sentence),) = errors(filled(ward, plan, {("1.3", 0): paper(1, 2)}), ward, plan).items()
    assert cell[0] == "F"
    assert "Để trống" in sentence


def test_a_row_that_is_not_of_the_plan_is_refused(ward: Ward, plan: Plan):
    stranger = [
        "9.9",
        "Lạ",
        "tháng 1",
        "",
        1,
        1,
        "chính thức",
        "D",
        "BC",
        None,
        "",
        "khong-co/20210101-20210201",
    ]
    ((cell, _sentence),) = errors(filled(ward, plan, {}, more=[stranger]), ward, plan).items()
    assert cell[0] == "L"


def test_the_same_row_twice_is_refused(ward: Ward, plan: Plan):
    key = f"{indicator(plan, '3.2').uid}/20210101-20210201"
    twin = ["3.2", "", "tháng 1", "", 1, 1, "chính thức", "D", "BC", None, "", key]
    data = filled(ward, plan, {("3.2", 0): paper(144, 148)}, more=[twin])
    ((cell, sentence),) = errors(data, ward, plan).items()
    assert cell[0] == "L"
    assert "một dòng phía trên" in sentence


def test_a_row_of_another_official_is_refused(ward: Ward, plan: Plan):
    data = filled(ward, plan, {("3.2", 0): paper(144, 148)})
    preview = preview_sheet(data, plan, ward.viewer(ward.specialist, ON), ON)
    assert [one.cell[0] for one in preview.errors] == ["L"]


# Standing figures


def test_a_standing_figure_left_as_it_is_changes_nothing(ward: Ward, plan: Plan):
    record_figure(
        indicator(plan, "3.2"), Period.month(2021, 1), given(num=144, den=148), by=clerk(ward), at=now()
    )
    preview = record_sheet(filled(ward, plan, {}), plan, by=clerk(ward, ON), at=now())
    assert [row.kind for row in preview.rows] == [Kind.UNCHANGED]
    assert Measurement.objects.count() == 1


def test_a_standing_figure_that_differs_needs_a_reason_in_its_cell(ward: Ward, plan: Plan):
    record_figure(
        indicator(plan, "3.2"), Period.month(2021, 1), given(num=144, den=148), by=clerk(ward), at=now()
    )
    found = errors(filled(ward, plan, {("3.2", 0): paper(143, 148)}), ward, plan)
    ((cell, sentence),) = found.items()
    assert cell[0] == "J"
    assert "lý do" in sentence


def test_with_a_reason_it_is_corrected_beside(ward: Ward, plan: Plan):
    old = record_figure(
        indicator(plan, "3.2"), Period.month(2021, 1), given(num=144, den=148), by=clerk(ward), at=now()
    )
    data = filled(ward, plan, {("3.2", 0): paper(143, 148, reason="đếm nhầm")})
    record_sheet(data, plan, by=clerk(ward, ON), at=now())
    fresh = Measurement.objects.get(version=2)
    assert (fresh.corrects, fresh.numerator, fresh.reason) == (old, "143", "đếm nhầm")


def test_a_worse_grade_over_a_better_one_is_refused_at_its_cell(ward: Ward, plan: Plan):
    record_figure(
        indicator(plan, "3.2"),
        Period.month(2021, 1),
        given(num=144, den=148, grade="C"),
        by=clerk(ward),
        at=now(),
    )
    data = filled(ward, plan, {("3.2", 0): paper(143, 148, reason="x", grade="D")})
    ((cell, _sentence),) = errors(data, ward, plan).items()
    assert cell[0] == "H"


# Files that are no form


def test_another_workbook_is_refused_with_the_way_to_get_the_form(ward: Ward, plan: Plan):
    other = write_sheet(Table(title="Danh sách", headers=("Họ tên", "Tuổi"), rows=[["A", 3]]))
    with pytest.raises(SheetNotOurs, match="Tải biểu nhập"):
        preview_sheet(other, plan, clerk(ward, ON), ON)


def test_the_form_of_another_ward_puts_nothing_in(ward: Ward, other_ward: Ward, plan: Plan):
    from tests.objectives.made import reference_plan

    other = reference_plan(other_ward)
    data = filled(other_ward, other, {("3.2", 0): paper(144, 148)})
    assert [cell[0] for cell in errors(data, ward, plan)] == ["L"]


def test_columns_may_be_moved_as_long_as_they_are_there(ward: Ward, plan: Plan):
    data = filled(ward, plan, {("3.2", 0): paper(144, 148)})
    (sheet,) = read_sheet(data, name="x.xlsx")
    turned = [[cell.value for cell in reversed(row)] for row in sheet.rows[4:]]
    other = write_sheet(Table(title="x", headers=[str(one) for one in turned[0]], rows=turned[1:]))
    preview = preview_sheet(other, plan, clerk(ward, ON), ON)
    assert [row.slot.label for row in preview.rows] == ["3.2"]
