"""Rows of registers become documents, join those that are here, change, go, and come back."""

from __future__ import annotations

from datetime import date

import pytest

from chuan.documents.models import Delivery, DeliveryStep, Document, DocumentState
from chuan.offers.checks import projections
from tests.documents.following.made import bring, came, handled, only, out, withdraw
from tests.people import Ward, at

MARCH, APRIL, MAY, JUNE = at(2021, 3, 10), at(2021, 4, 30), at(2021, 5, 5), at(2021, 6, 1)


def standing(document: Document) -> DocumentState:
    return DocumentState.objects.get(document=document, until_at__isnull=True)


def test_a_row_of_the_outgoing_register_becomes_an_issued_document(ward: Ward):
    bring(
        ward.unit, "documents_out", [out(full_number="05/QÐ - UBND", pages="3", urgency="Hỏa tốc")], at=MARCH
    )
    made = only(outside_code="5/QĐ-UBND (2021)")
    assert (made.number, made.symbol, made.type) == ("05", "QĐ-UBND", "QĐ")
    assert (made.stage, made.basis, made.direction) == ("issued", "register", "out")
    assert (made.signer_name, made.issued_on, made.sent_on) == (
        "Người Ký",
        date(2021, 3, 5),
        date(2021, 3, 5),
    )
    assert (made.electronic, made.pages, made.urgency) == (True, 3, "express")
    now = standing(made)
    assert (now.counted, now.circulated, now.person) == (True, "proof", "")


@pytest.mark.parametrize(
    ("way", "state", "circulated"),
    [
        ("Trục liên thông", "Đã nhận", "proof"),
        ("Trục liên thông", "Đã gửi", "sent"),
        ("Trục liên thông", "Chưa gửi", "none"),
        ("Điện tử", "Gửi không thành công", "none"),
        ("Bưu điện", "Đã gửi", "paper"),
        ("Văn bản giấy", "", "paper"),
        ("", "", ""),
    ],
)
def test_what_the_register_says_of_sending_is_told_apart_from_a_proof(
    ward: Ward, way: str, state: str, circulated: str
):
    bring(ward.unit, "documents_out", [out(way=way, sent_state=state, form="")], at=MARCH)
    assert standing(only(number="12")).circulated == circulated


def test_a_sending_keeps_its_steps_and_goes_on_when_the_register_tells_more(ward: Ward):
    bring(ward.unit, "documents_out", [out(sent_state="Đã gửi")], at=MARCH)
    bring(ward.unit, "documents_out", [out(sent_state="Đã nhận")], at=APRIL)
    sending = Delivery.objects.get()
    assert (sending.way, sending.status) == ("source", "arrived")
    steps = DeliveryStep.objects.values_list("seq", "verb", "after", "recorded_at")
    assert list(steps) == [(1, "send", "sent", MARCH), (2, "01", "arrived", APRIL)]
    states = DocumentState.objects.order_by("recorded_at").values_list("circulated", "until_at")
    assert list(states) == [("sent", APRIL), ("proof", None)]


def test_the_same_row_again_writes_nothing(ward: Ward):
    bring(ward.unit, "documents_out", [out()], at=MARCH)
    bring(ward.unit, "documents_out", [out()], at=APRIL)
    assert DocumentState.objects.count() == 1
    assert DeliveryStep.objects.count() == 2


def test_one_number_given_twice_makes_two_documents(ward: Ward):
    bring(ward.unit, "documents_out", [out(), out(subject="Báo cáo khác")], at=MARCH)
    codes = Document.objects.order_by("pk").values_list("outside_code", flat=True)
    assert list(codes) == ["12/BC-UBND (2021)", "12/BC-UBND (2021) #2"]


def test_the_same_number_in_another_year_is_another_document(ward: Ward):
    bring(ward.unit, "documents_out", [out(), out(issued_on="2022-01-05", sent_on="")], at=at(2022, 2, 1))
    assert Document.objects.count() == 2


def test_an_uploaded_decision_is_joined_and_what_people_confirmed_stays(ward: Ward):
    here = Document.objects.create(
        unit=ward.unit, owner_unit=ward.unit, direction="out", type="QĐ", number="148", symbol="QĐ-UBND",
        issued_on=date(2020, 8, 11), subject="Ban hành Mục tiêu chất lượng", signer_name="Trần Văn Ký",
        recorded_at=MARCH,
    )  # fmt: skip
    row = out(
        full_number="148/QĐ-UBND",
        issued_on="2020-08-11",
        sent_on="2020-08-12",
        subject="MTCL",
        signer="Ký thay",
    )
    bring(ward.unit, "documents_out", [row], at=APRIL)
    here.refresh_from_db()
    assert Document.objects.count() == 1
    assert (here.outside_code, here.basis) == ("148/QĐ-UBND (2020)", "file")
    assert (here.subject, here.signer_name) == ("Ban hành Mục tiêu chất lượng", "Trần Văn Ký")
    assert here.sent_on == date(2020, 8, 12)
    assert standing(here).circulated == "proof"


def test_two_documents_of_one_number_here_are_left_for_a_person(ward: Ward):
    for subject in ("Một", "Hai"):
        Document.objects.create(
            unit=ward.unit, owner_unit=ward.unit, direction="out", type="BC", number="012", symbol="BC-UBND",
            issued_on=date(2021, 3, 5), subject=subject, recorded_at=MARCH,
        )  # fmt: skip
    bring(ward.unit, "documents_out", [out()], at=APRIL)
    assert Document.objects.count() == 3


def test_an_incoming_document_is_told_by_two_registers(ward: Ward):
    bring(ward.unit, "documents_in", [came()], at=APRIL)
    known = only(direction="in")
    assert (known.arrival_number, known.stage, known.lead_name) == ("31", "assigned", "Tư pháp – Hộ tịch")
    assert (known.number, known.symbol, known.type) == ("240", "KH-UBND", "KH")
    bring(ward.unit, "documents_handling", [handled()], at=MAY)
    known.refresh_from_db()
    assert Document.objects.count() == 1
    assert (known.due_on, known.done_on, known.stage) == (date(2021, 4, 20), date(2021, 4, 19), "done")
    assert known.reply_number == "58/UBND-VP"
    assert known.issuer_name == "UBND thị xã Hồng Lĩnh"


def test_handling_first_makes_the_document_and_the_register_fills_it_in(ward: Ward):
    bring(ward.unit, "documents_handling", [handled()], at=APRIL)
    bring(ward.unit, "documents_in", [came()], at=MAY)
    known = only(direction="in")
    assert (known.subject, known.done_on) == ("Kế hoạch rà soát", date(2021, 4, 19))


def test_a_row_that_is_gone_takes_its_document_out_of_the_count_but_not_away(ward: Ward):
    bring(ward.unit, "documents_out", [out(), out(full_number="13/BC-UBND")], at=MARCH)
    bring(ward.unit, "documents_out", ["12/BC-UBND (2021)"], at=APRIL)
    gone = only(number="12")
    assert not gone.listed
    assert not standing(gone).counted
    bring(ward.unit, "documents_out", [out()], at=MAY)
    gone.refresh_from_db()
    assert gone.listed
    assert standing(gone).counted


def test_a_withdrawn_import_takes_back_what_it_brought_and_an_earlier_moment_still_sees_it(ward: Ward):
    bring(ward.unit, "documents_out", [out(sent_state="Đã gửi")], at=MARCH)
    second = bring(
        ward.unit, "documents_out", [out(sent_state="Đã nhận"), out(full_number="13/BC-UBND")], at=APRIL
    )
    withdraw(second, at=MAY)
    assert standing(only(number="12")).circulated == "sent"
    assert not only(number="13").listed
    seen = DocumentState.objects.filter(recorded_at__lte=APRIL, document=only(number="13"), counted=True)
    assert seen.filter(until_at=MAY).exists()


def test_a_joined_document_stays_counted_when_its_row_goes(ward: Ward):
    here = Document.objects.create(
        unit=ward.unit, owner_unit=ward.unit, direction="out", type="BC", number="12", symbol="BC-UBND",
        issued_on=date(2021, 3, 5), recorded_at=MARCH,
    )  # fmt: skip
    brought = bring(ward.unit, "documents_out", [out()], at=APRIL)
    withdraw(brought, at=MAY)
    here.refresh_from_db()
    assert here.listed
    assert standing(here).counted


def test_another_source_keeps_what_one_source_no_longer_lists(ward: Ward):
    bring(ward.unit, "documents_out", [out(signer="")], at=MARCH, source="Hệ thống cũ")
    bring(ward.unit, "documents_out", [out()], at=APRIL)
    bring(ward.unit, "documents_out", ["12/BC-UBND (2021)"], at=MAY)
    assert only(number="12").listed


def test_handling_withdrawn_leaves_the_document_with_what_the_register_says(ward: Ward):
    bring(ward.unit, "documents_in", [came()], at=MARCH)
    work = bring(ward.unit, "documents_handling", [handled()], at=APRIL)
    withdraw(work, at=MAY)
    known = only(direction="in")
    assert (known.listed, known.due_on, known.done_on, known.stage) == (True, None, None, "assigned")


def test_the_projection_agrees_and_a_difference_is_named(ward: Ward):
    bring(ward.unit, "documents_out", [out()], at=MARCH)
    bring(ward.unit, "documents_in", [came()], at=MARCH)
    check = projections()["văn bản: số đo"]
    assert list(check()) == []
    Document.objects.filter(direction="out").update(issued_on=date(2021, 3, 6))
    assert len(list(check())) == 1
