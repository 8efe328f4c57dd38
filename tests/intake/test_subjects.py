"""How the trail and other rooms name what is here: to those who may see it only."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from chuan.intake import actions
from chuan.intake.models import Layout
from chuan.offers.subjects import Subject, describe
from tests.intake.engine import LIST, Desk
from tests.people import Ward


def test_an_import_a_layout_and_a_system_have_a_name_and_an_address(desk: Desk, other_ward: Ward) -> None:
    held = desk.mapped(LIST)
    row = actions.set_record_system(
        desk.ward.unit, "documents", system="Hệ thống tỉnh", keeps=False, valid_from=date(2021, 1, 1),
        citation="QĐ 15/QĐ-UBND ngày 04/01/2021", by=desk.viewer(desk.ward.chairman), at=timezone.now(),
    )  # fmt: skip
    subjects = [
        Subject("import", held.uid),
        Subject("layout", Layout.objects.get().uid),
        Subject("record_system", row.uid),
    ]
    found = describe(subjects, desk.viewer())
    assert [found[one].label for one in subjects] == [
        f"Tệp nhập: {LIST}",
        "Cách ghép cột: Danh sách hồ sơ có trạng thái",
        "Nguồn chính: Hệ thống tỉnh",
    ]
    assert all(found[one].address.startswith("/nhap-tu-tep/") for one in subjects[:1])
    assert not found[subjects[0]].settled
    assert found[subjects[2]].note == "QĐ 15/QĐ-UBND ngày 04/01/2021"
    stranger = other_ward.viewer(other_ward.one_stop, on=timezone.localdate())
    assert describe(subjects, stranger) == {}
