"""Layouts are small files: shipped, recognised by header alone, given from ward to ward, checked on the way in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chuan.dossiers.fields import DossierRegister
from chuan.intake.layouts import (
    dump_layout,
    layout_of,
    lender,
    load_layout,
    problems_with,
    recognise,
    shipped,
)
from chuan.intake.reading import ColumnMap, find_known, header_at
from chuan.offers.registers import followed
from chuan.rules.refusals import LayoutUnreadable
from tests.intake.reading.tables import HEADER, dossiers, found
from tests.intake.registers import DOSSIERS

GOOD = """
name = "Sổ của tỉnh"
register = "dossiers"
source = "Một cửa"
[[columns]]
header = "Số hồ sơ"
field = "code"
[[columns]]
header = "Thời gian / Nhận"
field = "received_at"
[[columns]]
header = "Chủ hồ sơ"
field = "applicant"
purpose = "In phiếu xin lỗi"
[[columns]]
header = "Ghi chú"
[choices.status]
"Xong rồi" = "returned"
[constants]
elsewhere = "yes"
"""


def test_a_layout_file_says_which_column_is_what() -> None:
    layout = load_layout(GOOD, name="a.toml")
    assert layout.mapping.columns == {
        "so ho so": "code", "thoi gian / nhan": "received_at", "chu ho so": "applicant"
    }  # fmt: skip
    assert layout.mapping.purposes == {"applicant": "In phiếu xin lỗi"}
    assert layout.mapping.choices == {"status": {"Xong rồi": "returned"}}
    assert layout.mapping.constants == {"elsewhere": "yes"}
    assert [column.parts for column in layout.columns][1] == ("Thời gian", "Nhận")


def test_what_is_given_away_comes_back_the_same() -> None:
    for layout in (load_layout(GOOD, name="a"), *shipped()):
        assert load_layout(dump_layout(layout), name="b") == layout


@given(st.text(min_size=1, max_size=30).filter(str.strip))
def test_any_name_survives_the_journey(name: str) -> None:
    layout = replace(load_layout(GOOD, name="a"), source=name, name=name.strip())
    assert load_layout(dump_layout(layout), name="b").source == name


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda t: t + "x = [", "cú pháp"),
        (lambda t: t.replace('name = "Sổ của tỉnh"', ""), "thiếu “name”"),
        (lambda t: t.replace('source = "Một cửa"', "source = 3"), "thiếu “source”"),
        (lambda t: "lua = 1\n" + t, "mục lạ “lua”"),
        (lambda t: t.replace('header = "Ghi chú"', ""), "cột thứ 4 thiếu “header”"),
        (lambda t: t.replace('field = "received_at"', 'field = "code"'), "hai cột cùng ghép vào “code”"),
        (
            lambda t: t.replace('header = "Ghi chú"', 'header = "Ghi chú"\npurpose = "x"'),
            "mục đích mà không ghép",
        ),
        (lambda t: t.replace('header = "Ghi chú"', 'header = "Ghi chú"\nfield = 3'), "phải là chữ"),
        (
            lambda t: t.replace('header = "Ghi chú"', 'header = "Ghi chú"\nmau = "đỏ"'),
            "cột thứ 4 có mục lạ “mau”",
        ),
        (lambda t: t.replace('elsewhere = "yes"', "elsewhere = true"), "“constants”"),
        (lambda t: t.replace('"Xong rồi" = "returned"', '"Xong rồi" = 1'), "“choices”"),
        (lambda t: t.split("[[columns]]")[0], "thiếu danh sách cột"),
        (lambda t: t + "# " + "x" * 70_000, "quá dài"),
        (lambda t: "note = 3\n" + t, "“note” phải là chữ"),
    ],
)
def test_a_wrong_layout_file_is_refused_with_the_reason(change, why: str) -> None:
    with pytest.raises(LayoutUnreadable, match=why) as caught:
        load_layout(change(GOOD), name="nhan-duoc.toml")
    assert "nhan-duoc.toml" in caught.value.sentence


def test_all_faults_are_said_at_once() -> None:
    with pytest.raises(LayoutUnreadable, match="thiếu “name”; thiếu “register”"):
        load_layout('source = "x"\n[[columns]]\nheader = "a"\n', name="a")


def test_the_shipped_layouts_cover_the_registers_and_forms_a_ward_exports() -> None:
    assert {(layout.register, layout.name) for layout in shipped()} >= {
        ("dossiers", "Sổ theo dõi hồ sơ (12 cột)"),
        ("dossiers", "Danh sách hồ sơ có trạng thái"),
        ("dossiers", "Hồ sơ tiếp nhận phi địa giới"),
        ("dossiers", "Sổ chứng thực"),
        ("dossier_totals", "Biểu II.06a/VPCP/KSTT"),
        ("unit_totals", "Tổng hợp kết quả giải quyết theo đơn vị"),
        ("certification_totals", "Biểu 07a/BTP (chứng thực)"),
    }
    assert len({layout.fingerprint for layout in shipped()}) == len(shipped())
    assert all(layout.mapping.columns for layout in shipped())


def test_no_shipped_layout_names_a_purpose_for_personal_data() -> None:
    assert not any(layout.mapping.purposes for layout in shipped())


def test_the_book_has_its_twelve_columns() -> None:
    book = next(layout for layout in shipped() if layout.name == "Sổ theo dõi hồ sơ (12 cột)")
    assert len(book.columns) == 12
    assert book.columns[0].key not in book.mapping.columns


def test_a_layout_is_recognised_by_its_header_in_any_order() -> None:
    table = dossiers((1,) * 6)
    layout = layout_of(
        header_at(table, 0),
        found(table).proposal.mapping,
        name="Của phường",
        register="dossiers",
        source="Một cửa",
    )
    turned = dossiers((1,) * 6, header=HEADER[::-1])
    assert recognise(header_at(turned, 0), (layout,)) is layout
    assert recognise(header_at(dossiers((1,) * 5, header=HEADER[:5]), 0), (layout,)) is None
    assert recognise(header_at(table, 0)) is None


def test_a_remembered_header_is_found_among_the_tables_whatever_its_words_mean() -> None:
    strange = dossiers(
        ("Sổ mật mã",), (), ("Ký hiệu", "Vào", "Ra"), ("H1", "15/02/2021", ""), header=("Tiêu đề",)
    )
    mark = header_at(strange, 3).fingerprint
    assert find_known([dossiers(()), strange], {mark}) == (strange, header_at(strange, 3))
    assert find_known([strange], {"khác"}) is None


def test_a_layout_for_another_register_is_told_what_does_not_fit() -> None:
    layout = load_layout(GOOD, name="a")
    assert problems_with(layout, DOSSIERS) == ("Sổ “Hồ sơ thủ tục hành chính” không có mục “elsewhere”.",)
    other = replace(layout, register="petitions", mapping=ColumnMap({"so ho so": "code", "x": "lạ"}))
    assert problems_with(other, DOSSIERS) == (
        "Sổ “Hồ sơ thủ tục hành chính” không có mục “lạ”.",
        "Cách ghép cột này dành cho sổ “petitions”, không phải “dossiers”.",
        "Chưa ghép cột nào vào “Ngày tiếp nhận”.",
    )


def test_every_shipped_layout_serves_a_register_that_a_room_follows() -> None:
    by_key = {register.key: register for register in followed()}
    assert {layout.name: problems_with(layout, by_key[layout.register]) for layout in shipped()} == {
        layout.name: () for layout in shipped()
    }


# Constants that copy another field of the row

COPYING = GOOD.replace('elsewhere = "yes"', 'status = "returned"\nready_at = "=received_at"')


def test_a_constant_may_copy_another_field_of_the_row() -> None:
    layout = load_layout(COPYING, name="a.toml")
    assert layout.mapping.copies == {"ready_at": "received_at"}
    assert layout.mapping.fixed == {"status": "returned"}
    assert {"ready_at", "status"} <= layout.mapping.fed
    assert problems_with(layout, DOSSIERS) == ()
    assert load_layout(dump_layout(layout), name="b") == layout


@pytest.mark.parametrize("copied", ["=", "=x", "=ready_at", "= received_at", "=status"])
def test_a_file_that_copies_what_none_of_its_columns_feeds_is_refused(copied: str) -> None:
    with pytest.raises(LayoutUnreadable, match="“ready_at” chép từ"):
        load_layout(COPYING.replace("=received_at", copied), name="a.toml")


@pytest.mark.parametrize(
    ("constants", "why"),
    [
        ({"ready_at": "=lạ"}, "mục “lạ” mà sổ"),
        ({"ready_at": "=promised_at"}, "chưa ghép cột nào vào “Ngày hẹn trả”"),
        ({"subject": "=applicant"}, "đó là dữ liệu cá nhân"),
        ({"sets": "=received_at"}, "“Số bộ” không chép được từ “Ngày tiếp nhận”"),
        ({"returned_at": "=received_at"}, "hai mục khác loại"),
        ({"lạ": "=received_at"}, "không có mục “lạ”"),
    ],
)
def test_a_copy_that_does_not_serve_the_register_is_told_why(constants: dict[str, str], why: str) -> None:
    layout = load_layout(COPYING, name="a")
    wrong = replace(layout, mapping=replace(layout.mapping, constants=constants))
    assert [said for said in problems_with(wrong, DOSSIERS) if why in said]


def test_a_required_field_is_not_filled_by_a_copy_of_nothing() -> None:
    layout = load_layout(COPYING, name="a")
    empty = ColumnMap({"so ho so": "code"}, constants={"received_at": "=ready_at"})
    assert "Chưa ghép cột nào vào “Ngày tiếp nhận”." in problems_with(
        replace(layout, mapping=empty), DOSSIERS
    )


def test_a_book_of_certifications_with_other_columns_still_borrows_its_constants() -> None:
    columns = {"so chung thuc": "code", "ngay chung thuc": "received_at", "so ban": "copies"}
    like = lender(ColumnMap(columns), DossierRegister())
    assert like is not None
    assert like.name == "Sổ chứng thực"


@pytest.mark.parametrize(
    "columns",
    [
        {"ma ho so": "code", "ngay tiep nhan": "received_at"},  # many layouts name their code so
        {"so ho so": "code", "ngay tiep nhan": "received_at"},  # one does, and it has no constants
        {"so chung thuc": "code"},  # nothing to copy
        {"so chung thuc": "subject", "ma": "code", "ngay chung thuc": "received_at"},
        {},
    ],
)
def test_other_headers_borrow_nothing(columns: dict[str, str]) -> None:
    assert lender(ColumnMap(columns), DossierRegister()) is None
