"""What each column is, is confirmed by a person once, then remembered, versioned and given away."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.utils import timezone

from chuan.demo_exports import formats, sheets
from chuan.intake import actions
from chuan.intake.layouts import load_layout
from chuan.intake.models import Import, Layout
from chuan.intake.previews import preview_of
from chuan.intake.reading import ColumnMap
from chuan.intake.refusals import LayoutNameless, LayoutWrong, RegisterUnknown
from chuan.rules.refusals import ColumnsMissing, NotAllowed, NotFound
from chuan.trail.models import Entry
from tests.intake.engine import BOOK, LIST, SOURCE, Desk, demo, seen
from tests.people import Ward


def confirm(desk: Desk, held: Import, mapping: ColumnMap, **given: str) -> Layout:
    said = {"name": "Danh sách", "source": SOURCE} | given
    return actions.confirm_layout(held, mapping, **said, by=desk.viewer(), at=timezone.now())


def test_a_shipped_layout_is_proposed_and_asks_for_one_confirmation(desk: Desk) -> None:
    held = desk.receive(LIST)
    assert held.status == Import.Status.UNMAPPED
    assert (seen(held).layout, seen(held).source) == ("Danh sách hồ sơ có trạng thái", SOURCE)
    assert seen(held).mapping.columns["so ho so"] == "code"
    assert not seen(held).missing


def test_once_confirmed_the_next_file_goes_straight_to_its_preview(desk: Desk) -> None:
    desk.mapped(LIST)
    again = desk.receive("danh-sach-thang-3-utf8.csv")
    assert (again.status, again.layout) == (Import.Status.PREVIEWED, Layout.objects.get())


def test_columns_moved_about_are_the_same_layout(desk: Desk) -> None:
    desk.mapped(LIST)
    grid = sheets.dossier_list(())
    rows = [list(reversed(row)) if len(row) == len(sheets.LIST) else row for row in grid.rows]
    held = desk.receive("dao-cot.csv", formats.as_csv(";", "utf-8")(formats.Grid(rows)))
    assert held.status == Import.Status.PREVIEWED


def test_the_confirmation_is_in_the_trail_with_its_columns(desk: Desk) -> None:
    desk.mapped(LIST)
    line = Entry.objects.get(verb="layout.confirm")
    assert line.subject_uid == Layout.objects.get().uid
    assert "so ho so" in line.detail.body


def test_the_same_mapping_again_makes_no_new_version(desk: Desk) -> None:
    held = desk.mapped(LIST)
    confirm(desk, held, seen(held).mapping, name=seen(held).layout)
    assert Layout.objects.count() == 1


def test_another_mapping_is_a_new_version_and_the_old_one_stays(desk: Desk) -> None:
    held = desk.mapped(LIST)
    fewer = {key: name for key, name in seen(held).mapping.columns.items() if name != "handler"}
    second = confirm(desk, held, replace(seen(held).mapping, columns=fewer))
    assert (second.version, Layout.objects.count()) == (2, 2)
    assert held.layout == second
    assert "Cán bộ xử lý" in [one.text for one in seen(held).dropped]
    assert desk.receive("danh-sach-thang-3-utf8.csv").layout == second


def test_a_purpose_keeps_a_personal_field_and_is_told_in_the_trail(desk: Desk) -> None:
    held = desk.receive(LIST)
    mapping = replace(seen(held).mapping, purposes={"applicant": "Gửi thư xin lỗi"})
    confirm(desk, held, mapping)
    assert all(row.values["applicant"] for row in seen(held).new)
    assert "Gửi thư xin lỗi" in Entry.objects.get(verb="layout.confirm").detail.body


def test_a_mapping_without_the_code_is_refused_and_the_file_still_waits(desk: Desk) -> None:
    held = desk.receive(LIST)
    with pytest.raises((LayoutWrong, ColumnsMissing)):
        confirm(desk, held, ColumnMap({"ngay tiep nhan": "received_at"}))
    with pytest.raises(LayoutWrong):
        confirm(
            desk, held, ColumnMap({"so ho so": "code", "ngay tiep nhan": "received_at", "stt": "no_such"})
        )
    assert not Layout.objects.exists()
    held.refresh_from_db()
    assert held.status == Import.Status.UNMAPPED


def test_a_layout_needs_a_name_and_a_source(desk: Desk) -> None:
    held = desk.receive(LIST)
    for given in ({"name": " "}, {"source": ""}):
        with pytest.raises(LayoutNameless):
            confirm(desk, held, seen(held).mapping, **given)


def test_words_that_nobody_knows_are_named_and_can_be_explained(desk: Desk) -> None:
    data = demo()[LIST].decode().replace("Đã trả kết quả", "Đã bàn giao").encode()
    held = desk.receive(LIST, data)
    (word,) = seen(held).words
    assert (word.field, word.word) == ("status", "Đã bàn giao")
    choices = {name: dict(words) for name, words in seen(held).mapping.choices.items()}
    choices["status"]["Đã bàn giao"] = "returned"
    confirm(desk, held, replace(seen(held).mapping, choices=choices))
    assert held.rows_unreadable == 0
    assert not seen(held).words


def test_a_table_that_no_register_knows_is_mapped_by_hand(desk: Desk) -> None:
    table = "Ký hiệu phiếu;Lúc nhận;Ghi gì\nA-1;05/01/2021;x\nA-2;06/01/2021;y\n"
    held = desk.receive("la.csv", table.encode())
    assert (held.status, held.register, seen(held).mapping.columns) == (Import.Status.UNMAPPED, "", {})
    mapping = ColumnMap({"ky hieu phieu": "code", "luc nhan": "received_at"})
    with pytest.raises(RegisterUnknown):
        confirm(desk, held, mapping)
    confirm(desk, held, mapping, register="dossiers")
    assert (held.status, held.rows_new, held.covers) == (Import.Status.PREVIEWED, 2, None)


def test_cells_are_shown_only_where_the_field_is_known_and_not_personal(desk: Desk) -> None:
    columns = {one.key: one for one in seen(desk.receive(BOOK)).columns}
    assert columns["ma ho so"].samples
    assert not columns["chu ho so"].samples
    assert columns["chu ho so"].content == "chữ"


def test_the_layout_is_a_small_file_that_another_ward_reads(desk: Desk) -> None:
    held = desk.mapped(LIST)
    given = load_layout(Layout.objects.get().body, name="cach-ghep.toml")
    assert given.mapping.columns == seen(held).mapping.columns
    assert given.fingerprint == Layout.objects.get().fingerprint


def test_another_ward_and_other_roles_confirm_nothing(desk: Desk, other_ward: Ward) -> None:
    held = desk.receive(LIST)
    stranger = other_ward.viewer(other_ward.one_stop, on=timezone.localdate())
    for viewer, refused in ((stranger, NotFound), (desk.viewer(desk.ward.auditor), NotAllowed)):
        with pytest.raises(refused):
            actions.confirm_layout(
                held, preview_of(held).mapping, name="x", source="y", by=viewer, at=timezone.now()
            )
