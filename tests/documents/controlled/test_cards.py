"""The master list's cards: codes, parents, retiring, looking again."""

from __future__ import annotations

from datetime import date

import pytest

from chuan.clocks.models import Clock
from chuan.documents.actions import controlled as actions
from chuan.documents.actions.controlled import Asked, Card
from chuan.documents.controlled.codes import next_code, read_code
from chuan.documents.controlled.listing import Wanted, book_of, counts_of, rows_for, sheet_of
from chuan.documents.controlled.periods import next_review, practice_of, said_of
from chuan.documents.models import ControlledDocument
from chuan.documents.refusals_controlled import (
    CodeTaken,
    CodeUnreadable,
    NothingInForce,
    OpinionMissing,
    ParentWrong,
    RequestStillOpen,
    RevisionInTheMaking,
)
from chuan.documents.updating import months_after
from chuan.people.finding import find
from chuan.people.models import Post, UnitSetting
from chuan.people.roles import Role
from chuan.rules.types import Sure
from tests.documents.controlled.conftest import CARD, Office
from tests.people import Ward


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("QT-01", "QT-01"),
        (" qt-01 ", "QT-01"),
        ("QT.XNKBCXB.02", "QT.XNKBCXB.02"),
        ("BM.XNKBCXB.02.01", "BM.XNKBCXB.02.01"),
        ("QĐ/01", "QĐ/01"),
        ("QT 01", "QT01"),
    ],
)
def test_a_code_is_read_as_offices_write_it(typed: str, code: str) -> None:
    assert read_code(typed) == code


@pytest.mark.parametrize("typed", ["", "  ", "QT-", "-01", "QT..01", "QT_01", "QT-01;", "A" * 41, "<b>"])
def test_what_is_no_code_is_refused(typed: str) -> None:
    with pytest.raises(CodeUnreadable):
        read_code(typed)


@pytest.mark.parametrize(
    ("kind", "held", "parent", "code"),
    [
        ("system_procedure", [], "", "QT-01"),
        ("system_procedure", ["QT-01", "QT-03"], "", "QT-02"),
        ("form", ["BM-01"], "", "BM-02"),
        ("form", ["BM.XN.02.01"], "QT.XN.02", "BM.XN.02.02"),
        ("form", [], "QT-01", "BM.QT-01.01"),
        ("service_procedure", [], "", ""),
    ],
)
def test_the_next_free_code_is_proposed(kind: str, held: list[str], parent: str, code: str) -> None:
    assert next_code(kind, held, parent) == code


def test_a_code_stands_for_one_document_whatever_its_case(office: Office) -> None:
    office.open()
    with pytest.raises(CodeTaken) as refused:
        office.open(code="qt-01", title="Khác")
    assert CARD.title in refused.value.sentence
    assert ControlledDocument.objects.count() == 1


def test_another_ward_may_use_the_same_code(office: Office, other_ward: Ward) -> None:
    office.open()
    actions.open_document(CARD, by=office.viewer(other_ward.clerk), at=office.now)
    assert ControlledDocument.objects.filter(code="QT-01").count() == 2


def test_a_form_belongs_to_a_procedure_of_the_unit(office: Office, other_ward: Ward) -> None:
    procedure = office.open()
    form = office.open(code="BM-01", kind="form", title="Danh mục tài liệu", parent=procedure)
    assert list(procedure.children.all()) == [form]
    with pytest.raises(ParentWrong):
        office.open(code="BM-02", kind="form", title="x", parent=form)
    theirs = actions.open_document(CARD, by=office.viewer(other_ward.clerk), at=office.now)
    with pytest.raises(ParentWrong):
        office.open(code="BM-02", kind="form", title="x", parent=theirs)
    with pytest.raises(ParentWrong):
        actions.mend_card(
            procedure,
            Card("QT-01", "x", "system_procedure", parent=procedure),
            by=office.clerk,
            at=office.now,
        )


def test_a_document_promulgated_before_goes_on_with_its_number(office: Office) -> None:
    document = actions.open_document(CARD, first_number=4, by=office.clerk, at=office.now)
    assert document.revisions.get().number == 4
    assert document.revisions.get().changes == ""


def test_a_card_is_mended_and_the_text_is_not(office: Office) -> None:
    document = office.in_force()
    text = document.revisions.get().content
    card = Card(
        code="QT-02", title="Kiểm soát  hồ sơ", kind="system_procedure", clauses="7.5", review_months=6
    )
    actions.mend_card(document, card, by=office.clerk, at=office.now)
    document.refresh_from_db()
    assert (document.code, document.title, document.review_months) == ("QT-02", "Kiểm soát hồ sơ", 6)
    assert document.revisions.get().content == text
    clock = Clock.objects.running().get(subject_uid=document.uid, kind="review")
    assert clock.lawful_due_on == months_after(office.on, 6)


def test_a_template_brings_its_clauses(office: Office) -> None:
    document = actions.open_document(
        Card("QT-05", "Đánh giá nội bộ", "system_procedure"), template="audit", by=office.clerk, at=office.now
    )
    assert document.clauses == "9.2"
    assert "9.2" in document.revisions.get().content
    assert "{" not in document.revisions.get().content


@pytest.mark.parametrize("kind", ControlledDocument.Kind.values)
def test_every_kind_has_a_text_to_begin_with(office: Office, kind: str) -> None:
    document = office.open(code="TL-01", kind=kind)
    text = document.revisions.get().content
    assert bool(text) == (kind != "outside")
    assert "{" not in text


def test_a_document_with_an_open_request_is_not_retired(office: Office) -> None:
    document = office.in_force()
    asked = Asked("Quy định mới", [document], office.day(30))
    request = actions.ask(asked, by=office.viewer(office.ward.specialist), at=office.now)
    with pytest.raises(RequestStillOpen):
        actions.retire(document, "Bỏ", by=office.chairman, at=office.now)
    actions.decline(request, "Không cần", by=office.chairman, at=office.now)
    actions.retire(document, "Bỏ", by=office.chairman, at=office.now)
    document.refresh_from_db()
    assert document.retired_on == office.on


def test_nothing_is_retired_under_a_revision_in_the_making(office: Office) -> None:
    document = office.in_force()
    office.next(document)
    with pytest.raises(RevisionInTheMaking):
        actions.retire(document, "Bỏ", by=office.chairman, at=office.now)


def test_retiring_needs_a_reason_and_ends_the_review(office: Office) -> None:
    document = office.in_force()
    with pytest.raises(OpinionMissing):
        actions.retire(document, " ", by=office.chairman, at=office.now)
    assert Clock.objects.running().filter(subject_uid=document.uid).exists()
    actions.retire(document, "Thủ tục bãi bỏ", by=office.chairman, at=office.now)
    assert not Clock.objects.running().filter(subject_uid=document.uid).exists()


def test_the_periodic_review_is_due_by_practice_and_says_that_nobody_verified_it(office: Office) -> None:
    document = office.in_force()
    practice = practice_of(document.unit, office.on)
    assert (practice.whole, practice.sure) == (12, Sure.UNVERIFIED)
    assert said_of(practice) == "12 tháng (Thông lệ của đơn vị, chưa xác minh)"
    revision = document.revisions.get()
    assert next_review(document, revision, practice.whole) == months_after(office.on, 12)


def test_a_unit_sets_its_own_period_with_a_document(office: Office) -> None:
    UnitSetting.objects.create(
        unit=office.ward.unit, key="controlled.review_months", value="24", valid_from=date(2021, 1, 1),
        citation="Quyết định 05/QĐ-UBND",
    )  # fmt: skip
    document = office.in_force()
    clock = Clock.objects.running().get(subject_uid=document.uid, kind="review")
    assert clock.lawful_due_on == months_after(office.on, 24)
    assert "Quyết định 05/QĐ-UBND" in said_of(practice_of(document.unit, office.on))


def test_the_review_waits_for_the_owning_post_and_else_for_the_secretary(office: Office) -> None:
    post = Post.objects.get(unit=office.ward.unit, code="van-hoa")
    owned = office.in_force(owner_post=post)
    other = office.in_force(code="QT-02")
    clocks = {one.subject_uid: one for one in Clock.objects.running().filter(kind="review")}
    assert clocks[owned.uid].owner_post == post
    assert clocks[other.uid].owner_role == Role.ISO_SECRETARY


def test_left_as_it_is_it_is_looked_at_again_a_year_on(office: Office) -> None:
    document = office.in_force(owner_post=Post.objects.get(unit=office.ward.unit, code="van-hoa"))
    later = office.viewer(office.ward.specialist, later=400)
    with pytest.raises(OpinionMissing):
        actions.keep_as_it_is(document, "", by=later, at=office.now)
    actions.keep_as_it_is(document, "Vẫn đúng quy định", by=later, at=office.now)
    revision = document.revisions.get()
    assert (revision.last_reviewed_on, revision.note) == (office.day(400), "Vẫn đúng quy định")
    clock = Clock.objects.running().get(subject_uid=document.uid, kind="review")
    assert clock.lawful_due_on == months_after(office.day(400), 12)


def test_what_is_not_in_force_is_not_looked_at_again(office: Office) -> None:
    with pytest.raises(NothingInForce):
        actions.keep_as_it_is(office.open(), "x", by=office.clerk, at=office.now)


def test_the_list_says_of_each_document_how_it_stands(office: Office) -> None:
    office.in_force()
    office.approved(office.open(code="QT-02", title="Đánh giá nội bộ").revisions.get(), later=5)
    office.open(code="BM-01", kind="form", title="Biểu mẫu")
    rows = {row.document.code: row for row in rows_for(office.clerk, Wanted(), office.on)}
    assert list(rows) == ["BM-01", "QT-01", "QT-02"]
    assert rows["QT-01"].words == "đang hiệu lực"
    assert rows["QT-02"].words == f"chưa có bản hiệu lực; lần 01 hiệu lực từ {office.day(5):%d/%m/%Y}"
    assert rows["BM-01"].words == "chưa có bản hiệu lực; lần 01 đang soạn"
    after = {row.document.code: row for row in rows_for(office.clerk, Wanted(), office.day(5))}
    assert after["QT-02"].words == "đang hiệu lực"
    assert counts_of(list(after.values())) == {"force": 2, "making": 1, "none": 0, "retired": 0, "review": 0}


@pytest.mark.parametrize(
    ("wanted", "codes"),
    [
        (Wanted(words="kiem soat"), ["QT-01"]),
        (Wanted(words="qt 01"), ["QT-01"]),
        (Wanted(words="khong co"), []),
        (Wanted(kind="form"), ["BM-01"]),
        (Wanted(state="force"), ["QT-01"]),
        (Wanted(state="making"), ["BM-01"]),
        (Wanted(state="review"), []),
        (Wanted(state="retired"), []),
    ],
)
def test_the_list_is_filtered_and_searched_without_marks(
    office: Office, wanted: Wanted, codes: list[str]
) -> None:
    office.in_force()
    office.open(code="BM-01", kind="form", title="Phiếu đánh giá")
    assert [row.document.code for row in rows_for(office.clerk, wanted, office.on)] == codes


def test_a_late_review_is_found(office: Office) -> None:
    office.in_force()
    (row,) = rows_for(office.clerk, Wanted(state="review"), office.day(400))
    assert row.overdue
    assert row.review_on == months_after(office.on, 12)


def test_the_list_as_a_worksheet_and_as_a_book(office: Office) -> None:
    office.in_force()
    rows = rows_for(office.clerk, Wanted(), office.on)
    table = sheet_of(rows, on=office.on)
    assert table.rows[0][:3] == ("QT-01", CARD.title, "quy trình hệ thống")
    assert table.rows[0][4] == office.on
    book = book_of(rows, office.clerk, on=office.on)
    assert book.rows[0][4] == f"{office.on:%d/%m/%Y}"
    assert book.ending == ["Danh mục có 1 tài liệu."]


def test_search_finds_a_document_by_code_and_by_the_words_in_force_only(office: Office) -> None:
    document = office.open()
    revision = document.revisions.get()
    actions.save_text(revision, "Con dấu lưu trữ bản gốc", "", based_on=0, by=office.clerk, at=office.now)
    assert find("QT-01", viewer=office.clerk).hits[0].subject.uid == document.uid
    assert not find("con dau luu tru", viewer=office.clerk).hits, "a draft is not found by its words"
    office.approved(revision)
    actions.take_effect(revision, [], by=office.secretary, at=office.now)
    assert find("con dau luu tru", viewer=office.clerk).hits[0].subject.uid == document.uid
