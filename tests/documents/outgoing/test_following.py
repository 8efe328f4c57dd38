"""Follow mode: handed over, and the signed paper that comes back is verified, read, matched and kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest

from chuan.documents.actions import outgoing
from chuan.documents.actions.outgoing.handing import Typed
from chuan.documents.models import Document, DocumentState, Signature, SignatureCheck
from chuan.documents.outgoing.card import card_of
from chuan.documents.outgoing.matching import best_of, read_signed
from chuan.documents.outgoing.versions import content_of
from chuan.documents.refusals_outgoing import (
    KeptElsewhere,
    NotThisPaper,
    NumberHeld,
    NumberNotRead,
    SignatureWrong,
    SignerDiffers,
    TextDiffers,
)
from chuan.files import actions as files
from chuan.intake.models import RecordSystem
from chuan.paper.contents import body_from_text
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotAllowed, Refused, WrongMove
from tests.documents.outgoing.conftest import decision, signed_elsewhere
from tests.people import Ward
from tests.signing.authority import Authority

ON = date(2026, 3, 2)
Forward = Callable[[Document, str], Document]


@pytest.fixture
def handed(draft: Document, forward: Forward) -> Document:
    return forward(draft, "handed_over")


def test_handing_over_keeps_the_word_file_byte_for_byte(handed: Document):
    step = handed.steps.get(verb="hand_over")
    assert handed.stage == "handed_over"
    assert step.blob is not None
    assert files.read(step.blob)[:2] == b"PK"


def test_nothing_is_handed_over_where_the_register_is_kept_here(
    draft: Document, forward: Forward, kept: RecordSystem, clerk: Viewer, now: datetime
):
    forward(draft, "to_sign")
    with pytest.raises(KeptElsewhere):
        outgoing.hand_over(draft, by=clerk, at=now)


def test_the_card_holds_what_a_document_system_asks_for(handed: Document):
    card = {one.name: one.text for one in card_of(handed)}
    assert card["loai"] == "Quyết định"
    assert card["trich-yeu"] == "Về việc thành lập Tổ rà soát thủ tục hành chính"
    assert card["noi-nhan"].splitlines()[-1] == "Lưu: VT"
    assert card["nguoi-ky"] == "Ngô Văn Ký, CHỦ TỊCH"
    assert card["do-khan"] == "thường"


def test_the_signed_paper_gives_its_number_date_and_signatures(
    handed: Document, trusted: None, people: Authority, clerk: Viewer, now: datetime
):
    data = signed_elsewhere(handed, people, number="15", on=ON)
    found = outgoing.match(handed, data, "15-qd.pdf", by=clerk, at=now)
    assert (handed.stage, handed.number, handed.symbol) == ("issued", "15", "QĐ-UBND")
    assert (handed.issued_on, handed.sent_on, handed.effective_from) == (ON, ON, ON)
    assert found.match.changes == 0
    assert handed.blob is not None
    assert files.read(handed.blob) == data
    check = SignatureCheck.objects.get(document=handed)
    assert {one.kind for one in Signature.objects.filter(found_by=check)} == {"person", "agency"}
    state = DocumentState.objects.get(document=handed, until_at__isnull=True)
    assert state.counted
    assert (state.person, state.agency) == (check.person, check.agency)
    assert "none" not in (check.person, check.agency)


def test_number_day_and_month_are_read_from_the_widgets(
    handed: Document, trusted: None, people: Authority, clerk: Viewer, now: datetime
):
    data = signed_elsewhere(handed, people, number="07", on=ON, widgets=True)
    outgoing.match(handed, data, "07-qd.pdf", by=clerk, at=now)
    assert (handed.number, handed.issued_on) == ("07", ON)


def test_another_paper_is_refused_and_named(
    handed: Document, people: Authority, ward: Ward, clerk: Viewer, now
):
    other = replace(
        decision(ward, clerk.on, subject="Về việc khen thưởng các cá nhân có thành tích xuất sắc"),
        body=body_from_text(
            "Điều 1. Tặng Giấy khen cho mười hai cá nhân đạt danh hiệu.\nĐiều 2. Thi hành ngay."
        ),
        bases=("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022",),
    )
    data = signed_elsewhere(handed, people, number="16", on=ON, content=other)
    with pytest.raises(NotThisPaper, match="khen thưởng"):
        outgoing.match(handed, data, "16.pdf", by=clerk, at=now, reason="cứ nhận")
    handed.refresh_from_db()
    assert (handed.stage, handed.number) == ("handed_over", "")
    assert not SignatureCheck.objects.exists()


def test_a_text_changed_before_signing_is_told_and_taken_with_a_reason(
    handed: Document, people: Authority, clerk: Viewer, now: datetime
):
    content = content_of(handed)
    changed = replace(
        content,
        body=(
            replace(
                content.body[0], text="Thành lập Tổ rà soát thủ tục hành chính của phường gồm bảy thành viên."
            ),
            *content.body[1:],
        ),
    )  # type: ignore[call-arg]
    data = signed_elsewhere(handed, people, number="17", on=ON, content=changed)
    with pytest.raises(TextDiffers, match="1 dòng"):
        outgoing.match(handed, data, "17.pdf", by=clerk, at=now)
    outgoing.match(handed, data, "17.pdf", by=clerk, at=now, reason="Chủ tịch sửa trước khi ký")
    assert handed.stage == "issued"
    assert handed.steps.get(verb="match").note == "Chủ tịch sửa trước khi ký"


def test_a_file_changed_after_signing_is_refused_until_somebody_says_why(
    handed: Document, people: Authority, clerk: Viewer, now: datetime
):
    data = bytearray(signed_elsewhere(handed, people, number="18", on=ON))
    at = data.find(b"/ModDate") if b"/ModDate" in data else data.find(b"/Producer")
    assert at > 0
    data[at + 12] ^= 1
    with pytest.raises(SignatureWrong):
        outgoing.match(handed, bytes(data), "18.pdf", by=clerk, at=now)
    outgoing.match(handed, bytes(data), "18.pdf", by=clerk, at=now, reason="Hệ thống chỉ còn tệp này")
    assert SignatureCheck.objects.get().person == "failed"


def test_a_print_without_any_signature_is_taken_and_counts_as_unsigned(
    handed: Document, people: Authority, clerk: Viewer, now: datetime
):
    data = signed_elsewhere(handed, people, number="19", on=ON, signers=())
    outgoing.match(handed, data, "19.pdf", by=clerk, at=now, reason="Chỉ có bản in")
    check = SignatureCheck.objects.get()
    assert (check.person, check.agency) == ("none", "none")


def test_a_number_that_cannot_be_read_is_asked_for(
    handed: Document, people: Authority, clerk: Viewer, now: datetime
):
    data = signed_elsewhere(handed, people, signers=("chairman",))
    with pytest.raises(NumberNotRead, match="số văn bản"):
        outgoing.match(handed, data, "x.pdf", by=clerk, at=now)
    with pytest.raises(NumberNotRead, match="ngày ban hành"):
        outgoing.match(handed, data, "x.pdf", by=clerk, at=now, typed=Typed(number="21"))
    outgoing.match(handed, data, "x.pdf", by=clerk, at=now, typed=Typed("5/QĐ-UBND", ON), reason="ghi tay")
    assert (handed.number, handed.issued_on) == ("05", ON)


def test_a_number_that_another_document_has_is_refused(
    handed: Document, people: Authority, ward: Ward, clerk: Viewer, now: datetime
):
    Document.objects.create(
        unit=ward.unit, owner_unit=ward.unit, type="QĐ", number="15", symbol="QĐ-UBND", issued_on=date(2026, 1, 5),
        recorded_at=now,
    )  # fmt: skip
    data = signed_elsewhere(handed, people, number="15", on=ON)
    with pytest.raises(NumberHeld, match="15/QĐ-UBND năm 2026"):
        outgoing.match(handed, data, "15.pdf", by=clerk, at=now)


def test_the_row_of_the_followed_register_makes_room_for_its_draft(
    handed: Document, people: Authority, ward: Ward, clerk: Viewer, now: datetime
):
    row = Document.objects.create(
        unit=ward.unit, owner_unit=ward.unit, type="QĐ", number="15", symbol="QĐ-UBND", issued_on=ON,
        basis=Document.Basis.REGISTER, outside_code="15/QĐ-UBND (2026)", recorded_at=now,
    )  # fmt: skip
    outgoing.match(handed, signed_elsewhere(handed, people, number="15", on=ON), "15.pdf", by=clerk, at=now)
    row.refresh_from_db()
    assert (row.outside_code, row.listed) == ("", False)
    assert handed.outside_code == "15/QĐ-UBND (2026)"


@pytest.mark.parametrize("data", [b"", b"not a pdf", b"%PDF-1.7\n%broken", b"PK\x03\x04docx"])
def test_a_broken_file_is_refused_and_nothing_changes(
    handed: Document, clerk: Viewer, now: datetime, data: bytes
):
    with pytest.raises(Refused):
        outgoing.match(handed, data, "x.pdf", by=clerk, at=now)
    handed.refresh_from_db()
    assert handed.stage == "handed_over"


def test_only_the_registry_takes_it_and_only_after_handing_over(
    draft: Document, specialist: Viewer, clerk: Viewer, now: datetime
):
    with pytest.raises(NotAllowed):
        outgoing.match(draft, b"x", "x.pdf", by=specialist, at=now)
    with pytest.raises(WrongMove):
        outgoing.match(draft, b"x", "x.pdf", by=clerk, at=now)


def test_a_paper_finds_its_draft_among_several(
    draft: Document, ward: Ward, people: Authority, specialist: Viewer, now: datetime
):
    other = outgoing.create(
        decision(ward, specialist.on, subject="Về việc khen thưởng", body=body_from_text("Điều 1. Tặng giấy khen.")),
        by=specialist, at=now,
    )  # fmt: skip
    read = read_signed(signed_elsewhere(other, people, number="2", on=ON, signers=()), "x.pdf")
    assert best_of([draft, other], read) == other
    assert best_of([], read) is None


def test_a_paper_signed_by_somebody_else_than_the_draft_names_needs_a_reason(
    handed: Document, people: Authority, clerk: Viewer, now: datetime
):
    Document.objects.filter(pk=handed.pk).update(signer_name="Người Khác Hẳn")
    handed.refresh_from_db()
    data = signed_elsewhere(handed, people, number="23", on=ON)
    with pytest.raises(SignerDiffers, match="dự thảo ghi người ký là Người Khác Hẳn"):
        outgoing.match(handed, data, "23.pdf", by=clerk, at=now)
    handed.refresh_from_db()
    assert (handed.stage, handed.number) == ("handed_over", "")
    outgoing.match(handed, data, "23.pdf", by=clerk, at=now, reason="Phó Chủ tịch ký thay")
    handed.refresh_from_db()
    assert handed.stage == "issued"
