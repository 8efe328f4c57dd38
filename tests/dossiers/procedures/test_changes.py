"""Proposals of change out of decisions: kept once, taken, dismissed; a repeal drops nothing."""

from __future__ import annotations

import io
from datetime import date, datetime

import docx
import pytest

from chuan.dossiers.actions import procedure_changes as actions
from chuan.dossiers.limits import limits_of
from chuan.dossiers.models import Procedure, ProcedureChange
from chuan.dossiers.refusals_procedures import (
    ChangeSettled,
    ChangesKnown,
    CodeMissing,
    DayMissing,
    NoProceduresInDecision,
    ProcedureUnknown,
)
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotAllowed, NotFound, Refused
from tests.dossiers.procedures.made import BIRTH, confirmed
from tests.people import Ward

PAPER = """ỦY BAN NHÂN DÂN
TỈNH HÀ TĨNH
|
Số: 2890/QĐ-UBND
|
Hà Tĩnh, ngày 20 tháng 11 năm 2021
|
**QUYẾT ĐỊNH**
CÔNG BỐ DANH MỤC THỦ TỤC HÀNH CHÍNH {head} LĨNH VỰC HỘ TỊCH
**Điều 1.** Công bố danh mục.
**Điều 2.** Quyết định này có hiệu lực thi hành {effect}.
|
**DANH MỤC**
THỦ TỤC HÀNH CHÍNH {head} TRONG LĨNH VỰC HỘ TỊCH
|
**STT**
|
**Mã TTHC**
|
**Tên thủ tục hành chính**
|
**Thời hạn giải quyết**
|
|
1
|
{code}
|
{name}
|
{time}
|
|
"""


def paper(
    head: str = "BỊ BÃI BỎ",
    code: str = BIRTH[0],
    name: str = BIRTH[1],
    time: str = "",
    effect: str = "kể từ ngày ký",
) -> bytes:
    return PAPER.format(head=head, code=code, name=name, time=time, effect=effect).encode()


def propose(keeper: Viewer, now: datetime, **parts: str) -> ProcedureChange:
    (change,) = actions.propose(paper(**parts), "qd.txt", by=keeper, at=now)
    return change


def test_a_decision_becomes_proposals_with_its_number_and_day(keeper: Viewer, now: datetime) -> None:
    change = propose(keeper, now)

    assert (change.kind, change.code, change.name, change.field) == ("repeal", *BIRTH)
    assert change.citation == "Quyết định 2890/QĐ-UBND ngày 20/11/2021"
    assert change.effective_from == date(2021, 11, 20)


def test_the_same_decision_again_proposes_nothing_twice(keeper: Viewer, now: datetime) -> None:
    propose(keeper, now)

    with pytest.raises(ChangesKnown):
        propose(keeper, now)


def test_a_decision_without_lists_is_refused_with_a_sentence(keeper: Viewer, now: datetime) -> None:
    with pytest.raises(NoProceduresInDecision):
        actions.propose("QUYẾT ĐỊNH về việc khen thưởng".encode(), "qd.txt", by=keeper, at=now)


def test_a_new_procedure_becomes_a_proposal_with_its_limits(keeper: Viewer, now: datetime) -> None:
    change = propose(keeper, now, head="MỚI BAN HÀNH", time="05 ngày làm việc")

    made = actions.take(change, by=keeper, at=now)

    version = made.versions.get()
    assert (version.status, version.valid_from) == ("proposed", date(2021, 11, 20))
    assert [(one.total, one.unit) for one in version.limits.all()] == [(5, "working_day")]


def test_an_amended_procedure_keeps_what_the_decision_does_not_say(
    ward: Ward, keeper: Viewer, now: datetime
) -> None:
    old = confirmed(ward.unit, 7)
    change = propose(keeper, now, head="ĐƯỢC SỬA ĐỔI, BỔ SUNG")

    made = actions.take(change, by=keeper, at=now)

    version = made.versions.get(number=2)
    old.refresh_from_db()
    assert (version.status, old.valid_to) == ("proposed", None)
    assert [one.total for one in version.limits.all()] == [7]


def test_a_repealed_procedure_ends_and_is_not_dropped(ward: Ward, keeper: Viewer, now: datetime) -> None:
    old = confirmed(ward.unit)

    actions.take(propose(keeper, now), by=keeper, at=now)

    old.refresh_from_db()
    assert (old.valid_to, old.ended_by) == (date(2021, 11, 20), "Quyết định 2890/QĐ-UBND ngày 20/11/2021")
    assert limits_of(ward.unit).find(BIRTH[0], "", date(2021, 11, 19))
    assert limits_of(ward.unit).find(BIRTH[0], "", date(2021, 11, 20)) is None
    assert Procedure.objects.filter(code=BIRTH[0]).exists()


def test_a_repeal_finds_its_procedure_by_name_where_the_code_is_missing(
    ward: Ward, keeper: Viewer, now: datetime
) -> None:
    old = confirmed(ward.unit)
    change = propose(keeper, now)
    ProcedureChange.objects.filter(pk=change.pk).update(code="", name="THỦ TỤC ĐĂNG KÝ KHAI SINH")

    actions.take(ProcedureChange.objects.get(), by=keeper, at=now)

    old.refresh_from_db()
    assert old.ended_by


def test_a_repeal_of_what_the_ward_does_not_have_is_refused(keeper: Viewer, now: datetime) -> None:
    with pytest.raises(ProcedureUnknown):
        actions.take(propose(keeper, now), by=keeper, at=now)


def test_what_the_decision_left_out_a_person_fills_in(keeper: Viewer, now: datetime) -> None:
    change = propose(keeper, now, head="MỚI BAN HÀNH", effect="theo quy định")
    ProcedureChange.objects.update(code="")
    change.refresh_from_db()
    with pytest.raises(DayMissing):
        actions.take(change, by=keeper, at=now)
    with pytest.raises(CodeMissing):
        actions.take(change, by=keeper, at=now, effective_from=date(2021, 12, 1))

    made = actions.take(change, by=keeper, at=now, effective_from=date(2021, 12, 1), code="1.009999.H12")

    assert made.code == "1.009999"


def test_a_proposal_is_dismissed_with_a_reason_and_settled_once(keeper: Viewer, now: datetime) -> None:
    change = propose(keeper, now)
    with pytest.raises(Refused):
        actions.dismiss(change, reason="", by=keeper, at=now)

    actions.dismiss(change, reason="Thủ tục cấp tỉnh", by=keeper, at=now)

    assert (change.status, change.reason) == ("dismissed", "Thủ tục cấp tỉnh")
    with pytest.raises(ChangeSettled):
        actions.take(change, by=keeper, at=now)


def test_who_does_not_keep_the_catalogue_proposes_nothing(ward: Ward, now: datetime) -> None:
    with pytest.raises(NotAllowed):
        actions.propose(paper(), "qd.txt", by=ward.viewer(ward.auditor), at=now)


def test_another_wards_proposal_is_not_found(keeper: Viewer, other_ward: Ward, now: datetime) -> None:
    with pytest.raises(NotFound):
        actions.take(propose(keeper, now), by=other_ward.viewer(other_ward.one_stop), at=now)


def word_file() -> bytes:
    """A decision in Word: a letterhead without lines, then the list as a real table."""
    paper_ = docx.Document()
    head = paper_.add_table(rows=1, cols=2)
    head.rows[0].cells[0].text = "UBND TỈNH HÀ TĨNH\nSố: 2891/QĐ-UBND"
    head.rows[0].cells[1].text = "Hà Tĩnh, ngày 20 tháng 11 năm 2021"
    for text in (
        "QUYẾT ĐỊNH",
        "Công bố Danh mục thủ tục hành chính mới ban hành lĩnh vực Hộ tịch",
        "Điều 1. Công bố kèm theo Quyết định này Danh mục thủ tục hành chính.",
        "Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày ký.",
        "DANH MỤC THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH TRONG LĨNH VỰC HỘ TỊCH",
    ):
        paper_.add_paragraph(text)
    table = paper_.add_table(rows=0, cols=4)
    table.style = "Table Grid"
    for cells in (
        ("TT", "Mã TTHC", "Tên thủ tục hành chính", "Thời hạn giải quyết"),
        ("1", "1.009991", "Đăng ký khai sinh tại nhà", "03 ngày làm việc"),
        ("2", "1.009992", "Đăng ký kết hôn tại nhà", "05 ngày làm việc"),
    ):
        row = table.add_row()
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    held = io.BytesIO()
    paper_.save(held)
    return held.getvalue()


def test_a_decision_in_word_is_read_from_its_tables(keeper: Viewer, now: datetime) -> None:
    made = actions.propose(word_file(), "qd.docx", by=keeper, at=now)

    assert [(one.kind, one.code, one.name, one.limits_text) for one in made] == [
        ("publish", "1.009991", "Đăng ký khai sinh tại nhà", "03 ngày làm việc"),
        ("publish", "1.009992", "Đăng ký kết hôn tại nhà", "05 ngày làm việc"),
    ]
    assert {one.field for one in made} == {"Hộ tịch"}


def test_two_people_at_once_take_a_proposal_once(ward: Ward, keeper: Viewer, now: datetime) -> None:
    confirmed(ward.unit)
    mine = propose(keeper, now)
    actions.take(ProcedureChange.objects.get(), by=keeper, at=now)

    with pytest.raises(ChangeSettled):
        actions.take(mine, by=keeper, at=now)
