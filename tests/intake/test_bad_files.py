"""Files that a ward really drops by mistake: a sentence with the cell's address, and nothing half-loaded."""

from __future__ import annotations

import pytest
from django.utils import timezone

from chuan.intake import actions
from chuan.intake.models import Import, OutsideRow
from chuan.intake.refusals import DoubtsOpen
from chuan.rules.refusals import ColumnWrong
from tests.intake.engine import LIST, Desk, counts, demo, seen


@pytest.fixture
def known(desk: Desk) -> Desk:
    """The layout of the list is confirmed already, with a file that was then set aside."""
    held = desk.mapped(LIST)
    actions.discard(held, by=desk.viewer(), at=timezone.now())
    return desk


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("dat-mat-khau.xlsx", "mật khẩu"),
        ("dat-mat-khau-kieu-cu.xls", "mật khẩu"),
        ("co-macro.xlsm", "macro"),
        ("hong.xlsx", "hong.xlsx"),
        ("khong-phai-bang.docx", "không có bảng"),
        ("khong-phai-so-ho-so.csv", "tiêu đề cột"),
        ("bang-ma-cu.csv", "bang-ma-cu.csv"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_a_sentence(known: Desk, name: str, says: str) -> None:
    held = known.receive(f"loi/{name}")
    assert held.status == Import.Status.REFUSED
    assert says in held.refusal
    assert not OutsideRow.objects.exists()


def test_columns_swapped_are_named_with_the_first_cell(known: Desk) -> None:
    held = known.receive("loi/cot-bi-dao.xlsx")
    assert held.status == Import.Status.REFUSED
    assert "bị đảo" in held.refusal
    assert "B10" in held.refusal or "B9" in held.refusal


def test_columns_swapped_refuse_a_mapping_before_it_is_remembered(desk: Desk) -> None:
    held = desk.receive("loi/cot-bi-dao.xlsx")
    assert held.status == Import.Status.UNMAPPED
    with pytest.raises(ColumnWrong):
        actions.confirm_layout(
            held, seen(held).mapping, name="Danh sách", source="Một cửa", by=desk.viewer(), at=timezone.now()
        )
    held.refresh_from_db()
    assert held.status == Import.Status.UNMAPPED


def test_a_file_of_another_ward_must_be_confirmed_or_set_aside(known: Desk) -> None:
    held = known.receive("loi/phuong-khac.xls")
    assert held.status == Import.Status.PREVIEWED
    assert "other_ward" in seen(held).must_confirm
    assert "PHƯỜNG MINH HỌA" in seen(held).doubts[0].sentence
    with pytest.raises(DoubtsOpen) as refused:
        actions.commit(held, by=known.viewer(), at=timezone.now())
    assert "MINH HỌA" in refused.value.sentence
    assert not OutsideRow.objects.exists()


def test_a_total_row_is_no_dossier(known: Desk) -> None:
    held = known.receive("loi/dong-tong.xlsx")
    assert [one.why for one in seen(held).skipped] == ["total"]
    assert counts(held) == (30, 0, 0, 0, 0)


def test_dates_as_numbers_are_read_as_dates(known: Desk) -> None:
    held = known.receive("loi/ngay-la-so.xlsx")
    assert counts(held)[0] == 30
    assert all(row.values["received_at"].startswith("2021-") for row in seen(held).new)


def test_days_and_months_turned_by_excel_are_a_doubt(known: Desk) -> None:
    held = known.receive("loi/ngay-va-thang-bi-dao.xlsx")
    assert "turned_dates" in seen(held).must_confirm


def test_a_finish_before_the_receipt_keeps_its_row_out_and_names_the_cell(known: Desk) -> None:
    held = known.receive("loi/ket-thuc-truoc-tiep-nhan.xlsx")
    (fault,) = seen(held).unreadable
    assert fault.place[0] == "I"
    assert "trước ngày tiếp nhận" in fault.sentence
    assert counts(held) == (29, 0, 0, 0, 1)


def test_a_date_that_is_none_is_named_with_its_cell(known: Desk) -> None:
    (fault,) = seen(known.receive("loi/ngay-khong-co.xlsx")).unreadable
    assert (fault.place, fault.typed) == ("G12", "31/02/2021")


def test_one_code_with_two_contents_stays_out_altogether(known: Desk) -> None:
    held = known.receive("loi/ma-trung.xlsx")
    assert {fault.code for fault in seen(held).unreadable} == {seen(held).unreadable[0].code}
    assert len(seen(held).unreadable) == 2
    assert counts(held)[0] == 29


def test_a_row_without_a_code_is_a_fault_and_no_row(known: Desk) -> None:
    held = known.receive("loi/thieu-ma.xlsx")
    assert counts(held) == (29, 0, 0, 0, 1)


def test_a_row_that_cannot_be_read_is_not_called_gone(known: Desk) -> None:
    """Its code stands in the file: the source still lists it."""
    known.committed(LIST)
    held = known.receive("loi/ket-thuc-truoc-tiep-nhan.xlsx")
    broken = seen(held).unreadable[0].code
    assert broken
    assert broken not in seen(held).gone


def test_names_of_applicants_are_nowhere_in_the_preview(known: Desk) -> None:
    held = known.receive(LIST)
    assert "Chủ hồ sơ" in [one.text for one in seen(held).dropped]
    table = demo()[LIST].decode()
    first = table.partition(seen(held).new[0].code)[2]
    applicant = first.split("<td")[4].partition(">")[2].partition("<")[0]
    assert applicant
    assert applicant not in held.preview


def test_nothing_of_any_bad_file_ever_stands(known: Desk) -> None:
    for name in [one for one in demo() if one.startswith("loi/") and one != "loi/rong.csv"]:
        known.receive(name)
    assert not OutsideRow.objects.exists()
