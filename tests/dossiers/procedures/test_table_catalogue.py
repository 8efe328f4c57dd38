"""Catalogues in tables: the template, and other sheets that say the same."""

import pytest

from chuan.dossiers.procedures.table_catalogue import read_table_catalogue, template
from chuan.exchange.sheets import Table, write_sheet
from chuan.rules.refusals import Refused


def sheet(headers: list[str], *rows: list[object]) -> bytes:
    return write_sheet(Table(title="Danh mục TTHC của phường", headers=headers, rows=rows))  # type: ignore[arg-type]


def test_the_template_itself_brings_nothing_in() -> None:
    found = read_table_catalogue(write_sheet(template()), name="mau.xlsx")

    assert (found.rows, found.unreadable) == ((), ())


def test_columns_are_known_by_other_words_too() -> None:
    data = sheet(
        ["STT", "Mã TTHC", "Tên thủ tục hành chính", "Lĩnh vực", "Thời gian giải quyết", "Ghi chú"],
        [1, "1.001193.000.00.00.H29", "Đăng ký khai sinh", "Hộ tịch", "01 ngày làm việc", "x"],
        [2, "2.000815", "Chứng thực bản sao", "Chứng thực", "Trong ngày", ""],
    )
    found = read_table_catalogue(data, name="danh-muc.xlsx")

    assert [(row.code, row.name, row.field) for row in found.rows] == [
        ("1.001193", "Đăng ký khai sinh", "Hộ tịch"), ("2.000815", "Chứng thực bản sao", "Chứng thực"),
    ]  # fmt: skip
    assert [(one.total, one.unit) for row in found.rows for one in row.limits] == [
        (1, "working_day"), (0, "working_day"),
    ]  # fmt: skip
    assert "Ghi chú" in found.left_out


def test_a_bare_number_of_days_is_a_question() -> None:
    data = sheet(["Mã thủ tục", "Tên thủ tục", "Thời hạn giải quyết"], ["1.001193", "Khai sinh", 5])
    (row,) = read_table_catalogue(data, name="a.xlsx").rows

    assert [one.unit for one in row.limits] == [""]


def test_an_empty_name_is_named_by_its_cell() -> None:
    columns = ["Mã thủ tục", "Tên thủ tục", "Lĩnh vực"]
    data = sheet(columns, ["1.001193", "Khai sinh", "Hộ tịch"], ["1.000894", "", "Hộ tịch"])
    found = read_table_catalogue(data, name="a.xlsx")

    assert len(found.rows) == 1
    assert [fault.place for fault in found.unreadable] == ["B4"]


def test_a_text_file_of_columns_is_read_alike() -> None:
    data = "Mã thủ tục;Tên thủ tục;Thời hạn giải quyết\n1.001193;Khai sinh;1 ngày làm việc\n".encode()
    (row,) = read_table_catalogue(data, name="a.csv").rows

    assert row.limits[0].whole


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 hong", "Họ tên;Tuổi\nA;3\n".encode()])
def test_what_is_no_catalogue_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(Refused):
        read_table_catalogue(data, name="a.csv")
