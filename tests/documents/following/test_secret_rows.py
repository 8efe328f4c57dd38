"""A secret row of a register is never taken in: not its number, not its subject, not even in the file."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.conf import settings
from django.utils import timezone

from chuan.demo_exports.formats import Grid, as_csv, as_xlsx
from chuan.documents.models import Document
from chuan.documents.registers_secret import names_secret
from chuan.intake import actions
from chuan.intake.models import Import, OutsideRow
from chuan.intake.previews import preview_of
from chuan.people.viewer import Viewer
from tests.people import Ward

HEAD = ["Số, ký hiệu văn bản", "Ngày tháng văn bản", "Trích yếu", "Người ký", "Độ mật"]
TITLE = [["SỔ VĂN BẢN ĐI"], ["Từ ngày 01/01/2021 đến ngày 31/12/2021"]]
SUBJECT = "Phương án tuyệt đối không được lộ"
ROWS = [
    ["12/BC-UBND", "05/03/2021", "Báo cáo tháng", "Người Ký", "Thường"],
    ["13/KH-UBND", "06/03/2021", SUBJECT, "Người Ký", "Tối mật"],
    ["14/TB-UBND", "07/03/2021", "Thông báo", "Người Ký", ""],
]


@pytest.fixture
def clerk(ward: Ward) -> Viewer:
    return ward.viewer(ward.clerk, on=timezone.localdate())


def looked(data: bytes, name: str, by: Viewer, now: datetime) -> Import:
    imported = actions.receive_file(data, name, by=by, at=now)
    return actions.look(imported, at=now)


def anywhere(words: str) -> list[str]:
    """Files of the house in which the words stand, unpacked where they are packed."""
    import zipfile

    found = []
    for path in settings.FILES_DIR.rglob("*"):
        if not path.is_file():
            continue
        data = path.read_bytes()
        if data[:2] == b"PK":
            with zipfile.ZipFile(path) as archive:
                data = b"".join(archive.read(one) for one in archive.namelist())
        if words.encode() in data or words.encode("utf-16-le") in data:
            found.append(path.name)
    return found


@pytest.mark.parametrize(("made", "name"), [(as_xlsx, "so.xlsx"), (as_csv(",", "utf-8"), "so.csv")])
def test_the_row_is_counted_and_nothing_of_it_is_kept(clerk: Viewer, made, name: str):
    imported = looked(made(Grid([*TITLE, HEAD, *ROWS])), name, clerk, timezone.now())
    assert preview_of(imported).withheld == 1
    assert SUBJECT not in imported.preview
    assert "13/KH" not in imported.preview
    assert anywhere(SUBJECT) == [], "bản gốc đã thay bằng bản không có dòng mật"
    again = actions.look(imported, at=timezone.now())
    assert preview_of(again).withheld == 1, "số dòng mật vẫn được nói khi xem lại"


def test_what_is_left_is_taken_in_whole(clerk: Viewer):
    imported = looked(as_xlsx(Grid([*TITLE, HEAD, *ROWS])), "so.xlsx", clerk, timezone.now())
    seen = preview_of(imported)
    layout = {"name": "Sổ đi", "source": "Hệ thống văn bản"}
    actions.confirm_layout(
        imported, mapping=seen.mapping, register=seen.register, by=clerk, at=timezone.now(), **layout
    )
    imported.refresh_from_db()
    actions.commit(imported, by=clerk, at=timezone.now())
    assert sorted(Document.objects.values_list("number", flat=True)) == ["12", "14"]
    assert not OutsideRow.objects.filter(fields__contains="13/KH").exists()


@pytest.mark.parametrize(
    ("headers", "cells", "secret"),
    [
        (["so ky hieu", "do mat"], ["1/QĐ", "Mật"], True),
        (["so ky hieu", "do mat"], ["1/QĐ", "mat"], True),
        (["so ky hieu", "muc do mat"], ["1/QĐ", "C"], True),
        (["so ky hieu", "do mat"], ["1/QĐ", "Thường"], False),
        (["so ky hieu", "do mat"], ["1/QĐ", ""], False),
        (["so ky hieu", "ghi chu"], ["1/QĐ", "TUYỆT MẬT"], True),
        (["so ky hieu", "trich yeu"], ["1/QĐ", "Báo cáo (Mật)"], True),
        (["so ky hieu", "trich yeu"], ["1/QĐ", "Bảo vệ bí mật nhà nước"], False),
        (["so ky hieu", "trich yeu"], ["1/QĐ", "Tuyên truyền an toàn mạng"], False),
        (["so ky hieu", "ghi chu"], ["1/QĐ", "Ma\u0323\u0302t"], True),
    ],
)
def test_what_is_secret_is_told_by_its_column_or_its_mark(headers: list[str], cells: list[str], secret: bool):
    assert names_secret(headers, cells) is secret
