"""A catalogue in a table: the office's own template, or any sheet whose columns say the same in other words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from chuan.dossiers.procedures.types import (
    CODE_LETTERS,
    NAME_LETTERS,
    Catalogue,
    Offered,
    Unreadable,
    national_code,
)
from chuan.exchange.sheets import Table
from chuan.exchange.tables import read_tables
from chuan.intake.reading import ReadRow, find_table, read_rows
from chuan.offers.fields import Field, FieldKind

_PARTS = re.compile(r"\s*;\s*|\s*\n\s*")


class CatalogueRegister:
    """The columns of a catalogue of procedures."""

    key = "procedures"
    title = "Danh mục thủ tục hành chính"
    code_field = "code"
    period_field = ""
    per_period = False
    fields: tuple[Field, ...] = (
        Field(
            "code", FieldKind.CODE, "Mã thủ tục", required=True,
            synonyms=("ma tthc", "ma so tthc", "ma so thu tuc", "ma thu tuc hanh chinh", "ma so ho so tthc"),
        ),
        Field(
            "name", FieldKind.TEXT, "Tên thủ tục", required=True,
            synonyms=("ten tthc", "ten thu tuc hanh chinh", "thu tuc hanh chinh", "ten thu tuc (tthc)"),
        ),
        Field("field", FieldKind.TEXT, "Lĩnh vực", synonyms=("linh vuc", "linh vuc giai quyet", "nhom thu tuc")),
        Field(
            "limit", FieldKind.TEXT, "Thời hạn giải quyết",
            synonyms=("thoi gian giai quyet", "thoi han", "so ngay giai quyet", "thoi gian thuc hien"),
        ),
        Field("valid_from", FieldKind.DATE, "Hiệu lực từ", synonyms=("ngay hieu luc", "ap dung tu", "ngay ap dung")),
        Field(
            "citation", FieldKind.TEXT, "Quyết định công bố",
            synonyms=("so quyet dinh", "quyet dinh", "van ban cong bo", "ten van ban da cong bo"),
        ),
        Field("papers", FieldKind.TEXT, "Thành phần hồ sơ", synonyms=("giay to phai nop", "ho so gom")),
        Field("steps", FieldKind.TEXT, "Các bước thực hiện", synonyms=("trinh tu thuc hien", "quy trinh")),
        Field("fees", FieldKind.TEXT, "Phí, lệ phí", synonyms=("phi le phi", "le phi", "muc phi", "phi")),
        Field("results", FieldKind.TEXT, "Kết quả", synonyms=("ket qua giai quyet", "ket qua thuc hien")),
        Field("legal_acts", FieldKind.TEXT, "Căn cứ pháp lý", synonyms=("can cu", "van ban quy dinh")),
        Field(
            "agency", FieldKind.TEXT, "Cơ quan thực hiện",
            synonyms=("co quan giai quyet", "don vi thuc hien", "dia diem thuc hien"),
        ),
    )  # fmt: skip

    def problems(self, values: Mapping[str, str]) -> Sequence[tuple[str, str]]:
        """A name or a code that no column can hold."""
        found = []
        if len(values.get("name", "")) > NAME_LETTERS:
            found.append(("name", f"Tên dài quá {NAME_LETTERS} chữ. Rút gọn rồi nhập lại."))
        if len(values.get("code", "")) > CODE_LETTERS:
            found.append(("code", f"Mã dài quá {CODE_LETTERS} chữ. Kiểm tra lại ô này."))
        return found

    def due_field_changes(self) -> tuple[str, ...]:
        """A catalogue has no due day."""
        return ()


REGISTER = CatalogueRegister()
SAMPLE_CODE = "9.999999"
"""The code of the template's example row, which is never taken in."""


def read_table_catalogue(data: bytes, *, name: str) -> Catalogue:
    """The procedures of a table. Raises what ``read_tables`` and ``find_table`` refuse a file for."""
    found = find_table(read_tables(data, name=name), (REGISTER,), name=name)
    result = read_rows(found.table, found.header, found.proposal.mapping, REGISTER)
    return Catalogue(
        rows=tuple(_offered(row) for row in result.rows if row.code != SAMPLE_CODE),
        unreadable=tuple(
            Unreadable(one.place, one.column, one.typed, one.sentence) for one in result.unreadable
        ),
        left_out=tuple(one.text for one in result.dropped if one.text),
    )


def template() -> Table:
    """An empty sheet with the columns and one example that is plainly none."""
    labels = [field.label for field in REGISTER.fields]
    example: dict[str, str | date] = {
        "code": SAMPLE_CODE,
        "name": "Dòng mẫu: xóa dòng này trước khi nhập",
        "field": "Ví dụ",
        "limit": "05 ngày làm việc; 08 ngày làm việc đối với trường hợp phải xác minh",
        "papers": "Tờ khai (1 bản chính); Giấy tờ tùy thân (xuất trình)",
    }
    return Table(
        title="Danh mục thủ tục hành chính",
        notes=(
            "Thời hạn ghi cả số và đơn vị: ngày làm việc, ngày, giờ làm việc. "
            "Nhiều trường hợp cách nhau bằng dấu chấm phẩy.",
        ),
        headers=labels,
        rows=[[example.get(field.name, "") for field in REGISTER.fields]],
        sheet_name="Danh mục",
        widths=dict(enumerate((14, 60, 20, 36, 14, 28, 50, 40, 24, 30, 40, 28))),
        number_formats={4: "dd/mm/yyyy"},
    )


def _offered(row: ReadRow) -> Offered:
    said = row.values
    return Offered(
        place=row.place,
        code=national_code(row.code),
        name=said.get("name", ""),
        field=said.get("field", "")[:200],
        agency=said.get("agency", "")[:300],
        citation=said.get("citation", "")[:300],
        legal_acts=said.get("legal_acts", ""),
        components=_listed(said.get("papers", "")),
        steps=_listed(said.get("steps", "")),
        fees=said.get("fees", ""),
        results=said.get("results", ""),
        limits_text=said.get("limit", ""),
        valid_from=date.fromisoformat(said["valid_from"][:10]) if said.get("valid_from") else None,
    )


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip(" -+") for part in _PARTS.split(text) if part.strip(" -+"))
