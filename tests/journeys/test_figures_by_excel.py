"""The office clerk fills in the Excel form, looks at what it would record, and records it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from chuan.exchange.sheets import CellValue, Table, read_sheet, write_sheet
from tests.journeys.conftest import House, Walker

pytestmark = pytest.mark.browser
Walk = Callable[..., Walker]

INCOME, REVENUE, TITLE = "Thu nhập bình quân đầu người", "Tổng thu ngân sách nhà nước", "lao động tiên tiến"
RESULT, WHOLE, GRADE, EVIDENCE, REASON = 4, 5, 7, 8, 9
SAID = "Biểu tổng hợp tháng 12/2021"


class Filled:
    """The form of the house, filled in by a program the way a person fills it in Excel."""

    def __init__(self, data: bytes) -> None:
        self.sheet = next(one for one in read_sheet(data, name="bieu.xlsx") if one.visible)
        self.head = next(at for at, row in enumerate(self.sheet.rows) if row[0].text == "Số")
        self.rows: list[list[CellValue]] = [
            [cell.value for cell in row] for row in self.sheet.rows[self.head + 1 :]
        ]

    def put(self, name: str, period: str, **cells: CellValue) -> str:
        """Write into the row of an indicator and period; the Excel address of its result."""
        at = next(n for n, row in enumerate(self.rows) if name in str(row[1]) and period in str(row[2]))
        places = {"result": RESULT, "whole": WHOLE, "grade": GRADE, "evidence": EVIDENCE, "reason": REASON}
        for cell, value in cells.items():
            self.rows[at][places[cell]] = value
        return f"E{self.head + at + 2}"

    def bytes(self) -> bytes:
        """The same columns again, as an .xlsx file."""
        notes = [row[0].text for row in self.sheet.rows[1 : self.head]]
        headers = [cell.text for cell in self.sheet.rows[self.head]]
        return write_sheet(Table(self.sheet.rows[0][0].text, headers, self.rows, notes))


@pytest.fixture
def clerk(walk: Walk) -> Walker:
    """The office clerk in front of the page of the Excel form."""
    walker = walk()
    walker.sign_in("vanphong")
    walker.press("Mục tiêu")
    walker.press("Nhập kết quả")
    walker.press("Nhập bằng Excel")
    return walker


def test_one_bad_cell_names_its_address_and_nothing_at_all_is_recorded(clerk: Walker) -> None:
    form = Filled(clerk.download("Tải biểu nhập"))
    form.put(INCOME, "năm 2021", result=Decimal("66.2"), evidence=SAID)
    address = form.put(REVENUE, "tháng 12", result="bốn trăm", reason="Ghi lại", evidence=SAID)
    clerk.upload("bieu-sai.xlsx", form.bytes())
    clerk.press("Xem trước")
    clerk.sees("Biểu có 1 ô cần sửa, chưa ghi dòng nào.")
    assert clerk.page.get_by_role("rowheader", name=address, exact=True).is_visible()
    assert not clerk.page.get_by_role("button", name="Ghi").count(), "còn ô sai thì không có nút Ghi"
    clerk.shot("excel-o-sai")
    clerk.press("Chọn tệp khác")
    clerk.go("/muc-tieu/?nam=2021&ket-luan=unmeasured")
    clerk.sees(INCOME)


def test_the_filled_form_is_looked_at_first_and_recorded_whole(clerk: Walker, house: House) -> None:
    clerk.shot("excel")
    form = Filled(clerk.download("Tải biểu nhập"))
    assert len(form.rows) > 150, "mọi kỳ đã qua đều có dòng"
    form.put(INCOME, "năm 2021", result=Decimal("66.2"), evidence=SAID, grade="C")
    form.put(TITLE, "năm 2021", result=20, whole=21, evidence=SAID)
    form.put(REVENUE, "tháng 12", result=Decimal("131.5"), reason="Kho bạc đối chiếu lại", evidence=SAID)
    clerk.upload("bieu-dien.xlsx", form.bytes())
    clerk.press("Xem trước")
    clerk.sees("Biểu có 2 số mới, 1 bản sửa", "đang là 431,5 triệu đồng", "Kho bạc đối chiếu lại")
    clerk.shot("excel-xem-truoc")
    clerk.press("Ghi 3 số liệu")
    clerk.sees("Đã ghi 3 số liệu.")
    assert not clerk.page.get_by_role("rowheader", name=INCOME).count(), "đã có số thì thôi chờ"
    clerk.go("/muc-tieu/?nam=2021")
    row = clerk.page.locator("tbody tr", has_text=REVENUE)
    assert "8.456,7" in row.inner_text(), "tổng thu cả năm sau khi sửa tháng 12"
    assert "Không đạt" in row.inner_text()
    row.get_by_role("link").click()
    clerk.settle()
    clerk.press("Hộ chiếu")
    clerk.sees("bieu-dien.xlsx", "Kho bạc đối chiếu lại")
    done = house.chuan("trail", "verify")
    assert done.returncode == 0, done.stdout


def test_somebody_elses_workbook_is_refused_with_a_sentence(clerk: Walker) -> None:
    clerk.upload("danh-ba.xlsx", write_sheet(Table("Danh bạ", ("Tên", "Số máy"), [["Hoài", "0239"]])))
    clerk.press("Xem trước")
    said = clerk.page.get_by_role("alert").first.inner_text()
    assert "Tải biểu" in said or "biểu" in said
    clerk.upload("anh.xlsx", b"\x89PNG\r\n\x1a\n" + b"\x00" * 64)
    clerk.press("Xem trước")
    assert clerk.page.get_by_role("alert").first.is_visible()
