"""Files of revisions: uploaded bytes never altered, copies stamped on every page, what is typeset."""

from __future__ import annotations

import io
import zipfile

import docx
import pypdf
import pytest

from chuan.documents.actions import controlled as actions
from chuan.documents.controlled import handing_out
from chuan.documents.controlled.typesetting import docx_of, pdf_of
from chuan.documents.models import Revision
from chuan.documents.refusals_controlled import FileNotStamped, RevisionSecret
from chuan.exchange.kinds import Kind
from chuan.exchange.limits import DEFAULT
from chuan.exchange.stamping import stamp_here, stamped_copy
from chuan.files import actions as files
from chuan.paper import appearances
from chuan.rules.refusals import FileKindUnknown, FileUnreadable, NotFound, Refused
from tests.documents.controlled.conftest import Office
from tests.documents.controlled.files import pdf_of_pages, word


def texts(data: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]


def uploaded(office: Office, data: bytes, name: str) -> Revision:
    revision = office.open().revisions.get()
    actions.upload(revision, data, name, "Nạp bản đang dùng", based_on=0, by=office.clerk, at=office.now)
    revision.refresh_from_db()
    return revision


def obsolete(office: Office, revision: Revision) -> Revision:
    """Approved, in force, and ended by the next."""
    office.approved(revision)
    actions.take_effect(revision, [], by=office.secretary, at=office.now)
    second = office.approved(office.next(revision.controlled))
    actions.take_effect(second, [], by=office.secretary, at=office.now)
    revision.refresh_from_db()
    return revision


def test_an_uploaded_pdf_is_kept_byte_for_byte_and_read(office: Office, pdf: bytes) -> None:
    revision = uploaded(office, pdf, "quy-trinh.pdf")
    assert revision.blob is not None
    assert files.read(revision.blob) == pdf
    assert "Quy trình trang 1" in revision.text
    assert revision.content == ""


def test_in_force_the_very_file_is_handed_out(office: Office, pdf: bytes) -> None:
    revision = office.approved(uploaded(office, pdf, "quy-trinh.pdf"))
    handed = handing_out.as_pdf(revision, office.on)
    assert (handed.data, handed.name) == (pdf, "QT-01_lan-01.pdf")


def test_an_obsolete_pdf_goes_out_as_a_copy_stamped_on_every_page(office: Office, pdf: bytes) -> None:
    revision = obsolete(office, uploaded(office, pdf, "quy-trinh.pdf"))
    handed = handing_out.as_pdf(revision, office.on)
    assert handed.name == "BAN-SAO_HET-HIEU-LUC_QT-01_lan-01.pdf"
    pages = texts(handed.data)
    assert len(pages) == 2
    assert all(f"BẢN SAO – HẾT HIỆU LỰC từ {office.on:%d/%m/%Y}" in page for page in pages)
    assert revision.blob is not None
    assert files.read(revision.blob) == pdf, "the file itself is untouched"
    original = handing_out.as_uploaded(revision, office.on)
    assert (original.data, original.name) == (pdf, "HET-HIEU-LUC_QT-01_lan-01.pdf")


def test_one_not_yet_in_force_says_so(office: Office, pdf: bytes) -> None:
    revision = office.approved(uploaded(office, pdf, "quy-trinh.pdf"), later=9)
    handed = handing_out.as_pdf(revision, office.on)
    assert "CHUA-HIEU-LUC" in handed.name
    assert all(
        f"CHƯA CÓ HIỆU LỰC, áp dụng từ {office.day(9):%d/%m/%Y}" in page for page in texts(handed.data)
    )
    assert handing_out.as_pdf(revision, office.day(9)).data == pdf


def test_a_word_file_is_offered_as_it_is_under_a_name_that_says_it(office: Office) -> None:
    data = word()
    revision = obsolete(office, uploaded(office, data, "quy-trinh.docx"))
    handed = handing_out.as_word(revision, office.on)
    assert (handed.data, handed.name) == (data, "HET-HIEU-LUC_QT-01_lan-01.docx")
    with pytest.raises(NotFound):
        handing_out.as_pdf(revision, office.on)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"chi la chu", "a.txt"),
        (b"<html><body>x</body></html>", "a.html"),
        (b"\x89PNG\r\n\x1a\n" + b"0" * 80, "a.png"),
    ],
)
def test_any_other_file_is_refused(office: Office, data: bytes, name: str) -> None:
    revision = office.open().revisions.get()
    with pytest.raises(FileKindUnknown) as refused:
        actions.upload(revision, data, name, "", based_on=0, by=office.clerk, at=office.now)
    assert ".docx" in refused.value.sentence or "loại" in refused.value.sentence
    revision.refresh_from_db()
    assert revision.blob is None


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 broken", b"PK\x03\x04 broken"])
def test_a_broken_file_is_refused(office: Office, data: bytes) -> None:
    revision = office.open().revisions.get()
    with pytest.raises(Refused):
        actions.upload(revision, data, "a.pdf", "", based_on=0, by=office.clerk, at=office.now)


def test_a_secret_file_is_not_stored(office: Office) -> None:
    revision = office.open().revisions.get()
    with pytest.raises(RevisionSecret):
        actions.upload(revision, word("TỐI MẬT"), "a.docx", "", based_on=0, by=office.clerk, at=office.now)


def test_what_is_typed_after_a_file_takes_its_place(office: Office, pdf: bytes) -> None:
    revision = uploaded(office, pdf, "quy-trinh.pdf")
    actions.save_text(revision, "Nội dung gõ", "", based_on=1, by=office.clerk, at=office.now)
    revision.refresh_from_db()
    assert (revision.content, revision.blob, revision.file_name, revision.text) == (
        "Nội dung gõ",
        None,
        "",
        "",
    )


def test_what_is_typeset_bears_code_number_day_and_pages(office: Office) -> None:
    revision = office.approved(office.open().revisions.get())
    data = pdf_of(revision, office.on)
    pages = texts(data)
    for n, page in enumerate(pages, start=1):
        assert "Mã hiệu: QT-01" in page
        assert "Lần ban hành: 01" in page
        assert f"Ngày hiệu lực: {office.on:%d/%m/%Y}" in page
        assert f"Trang: {n}/{len(pages)}" in page
        assert "HIỆU LỰC từ" not in page
    assert office.ward.chairman.name in pages[0]
    assert office.ward.secretary.name in pages[0]
    assert "Ban hành lần đầu" in pages[0]
    assert pdf_of(revision, office.on) == data, "the same bytes for the same revision"
    assert b"pdfaid" in data


def test_an_obsolete_one_is_typeset_with_its_stamp_on_every_page(office: Office) -> None:
    revision = obsolete(office, office.open().revisions.get())
    for page in texts(handing_out.as_pdf(revision, office.on).data):
        assert f"HẾT HIỆU LỰC từ {office.on:%d/%m/%Y}" in page
    document = docx.Document(io.BytesIO(docx_of(revision, office.on)))
    header = document.sections[0].header
    assert "HẾT HIỆU LỰC" in header.paragraphs[0].text


def test_the_second_revision_tells_what_changed_in_each(office: Office) -> None:
    document = office.in_force()
    second = office.approved(office.next(document))
    told = texts(pdf_of(second, office.on))[0]
    assert "Ban hành lần đầu" in told
    assert "Rút ngắn bước B2" in told


def test_the_word_file_has_its_head_and_text(office: Office) -> None:
    revision = office.open(code="QT.XN.02", kind="service_procedure").revisions.get()
    data = docx_of(revision, office.on)
    document = docx.Document(io.BytesIO(data))
    head = document.sections[0].header.tables[0].rows[0].cells
    assert "PHƯỜNG BẮC HỒNG" in head[0].text
    assert "Mã hiệu: QT.XN.02" in head[2].text
    xml = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    assert "KÝ HIỆU QUY TRÌNH" in xml
    assert any("B1" in cell.text for table in document.tables for row in table.rows for cell in row.cells)


def stamp() -> bytes:
    return appearances.text("HẾT HIỆU LỰC", 300, 18, 12, True)


def test_a_turned_page_is_stamped_at_its_upper_edge() -> None:
    data = stamped_copy(pdf_of_pages(2, turned=True), stamp(), name="a.pdf")
    reader = pypdf.PdfReader(io.BytesIO(data))
    assert all("HẾT HIỆU LỰC" in page.extract_text() for page in reader.pages)
    assert float(reader.pages[1].mediabox.width) > float(reader.pages[1].mediabox.height)


def test_a_copy_carries_no_form_and_starts_nothing() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf_of_pages(1)))
    writer.root_object[pypdf.generic.NameObject("/AcroForm")] = pypdf.generic.DictionaryObject()
    writer.root_object[pypdf.generic.NameObject("/OpenAction")] = pypdf.generic.DictionaryObject()
    made = io.BytesIO()
    writer.write(made)
    sent = len(stamp()).to_bytes(8, "big") + stamp() + made.getvalue()
    root = pypdf.PdfReader(io.BytesIO(stamp_here(sent, name="a", limits=DEFAULT).data)).trailer["/Root"]
    assert not {"/AcroForm", "/OpenAction", "/AA"} & set(root)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"not at all", b"%PDF-1.4\ntrailer <</Root 1 0 R>>"])
def test_what_cannot_be_copied_is_a_clear_refusal(data: bytes) -> None:
    with pytest.raises(FileUnreadable):
        stamped_copy(data, stamp(), name="a.pdf")


def test_a_file_that_cannot_be_stamped_is_not_handed_out_unstamped(office: Office, pdf: bytes) -> None:
    revision = obsolete(office, uploaded(office, pdf, "quy-trinh.pdf"))
    revision.blob = files.keep(b"%PDF-1.7 broken", media_type=Kind.PDF)
    with pytest.raises(FileNotStamped):
        handing_out.as_pdf(revision, office.on)
