"""A petition's paper: what stands round its text, what it is called, and what is never in it."""

from __future__ import annotations

from datetime import date

import pytest

from chuan.law.petition_forms import petition_form, petition_form_keys
from chuan.law.petitions import petition_law, petition_parameters
from chuan.paper.papers import Article, Paragraph
from chuan.petitions.lawful import bench_of
from chuan.petitions.papers.heads import draft, file_name, form_of, form_words, paper, pdf, word
from chuan.rules.types import Sure
from tests.petitions.made import petition_clerk, received
from tests.petitions.papers.reading import pdf_text

OLD, NEW = date(2021, 9, 10), date(2026, 9, 10)


def test_every_paper_leans_on_keys_that_the_law_has():
    for key, leans_on in petition_form_keys().items():
        assert set(leans_on) <= set(petition_parameters()), key


@pytest.mark.parametrize(
    ("key", "on", "number", "words"),
    [
        ("propose", NEW, "01", "Mẫu số 01 (05/2021/TT-TTCP, Điều 13)"),
        ("forward_denunciation", NEW, "03", "Mẫu số 03 (05/2021/TT-TTCP, Điều 14)"),
        ("propose", OLD, "", ""),
        ("talk_minutes", NEW, "14", "Mẫu số 14 (124/2020/NĐ-CP, sửa đổi bởi 155/2026/NĐ-CP, Mẫu số 14)"),
        ("talk_minutes", OLD, "", ""),
        ("accept_complaint", NEW, "", ""),
    ],
)
def test_the_number_of_a_form_is_the_days_own_and_never_made_up(key, on, number, words):
    form = petition_form(key, petition_law(on).values)
    assert (form.number, form_words(form)) == (number, words)


def test_a_paper_of_which_nothing_is_known_says_so():
    form = petition_form("guide", petition_law(NEW).values)
    assert (form.citation, form.sure) == (None, Sure.UNVERIFIED)


@pytest.fixture
def complaint(ward):
    return received(ward.viewer(petition_clerk(ward)), "complaint", date(2021, 9, 6))


def test_a_notice_is_signed_by_the_chairman_in_his_own_name(ward, complaint):
    form = form_of("accept_complaint", bench_of(ward.unit), OLD)
    made = draft(complaint, form, subject="về việc khiếu nại", body=[Paragraph("Nội dung.")], on=OLD)
    told = paper(made, on=OLD, by="Hà Tiếp Dân")
    assert (told.type_name, told.symbol, told.number, told.year) == (
        "Thông báo",
        "TB-UBND",
        "",
        2021,
    )
    assert (told.signer.authority, told.signer.position) == ((), "CHỦ TỊCH")
    assert "Hà Tiếp Dân" in told.footer_note
    assert told.mark
    slip = draft(complaint, form_of("guide", bench_of(ward.unit), OLD), subject="hướng dẫn", body=[], on=OLD)
    shown = paper(slip, on=OLD)
    assert (shown.type_name, shown.subject) == ("Phiếu hướng dẫn", "mã DT-2021-0001")
    assert file_name(made, "pdf") == "thong-bao-thu-ly-giai-quyet-khieu-nai-DT-2021-0001.pdf"


def test_a_decision_stands_on_its_bases_and_articles(ward, complaint):
    form = form_of("verify", bench_of(ward.unit), OLD)
    made = draft(
        complaint,
        form,
        subject="giao xác minh",
        body=[Article("1", "Giao xác minh.")],
        bases=["Căn cứ Luật Khiếu nại"],
        on=OLD,
    )
    text = pdf_text(pdf(made, on=OLD))
    assert "QUYẾT ĐỊNH" in text
    assert "Căn cứ Luật Khiếu nại" in text
    assert word(made, on=OLD)[:2] == b"PK"
