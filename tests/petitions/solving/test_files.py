"""Files of the work: named by code, of a denunciation only by who keeps the register and declared."""

from __future__ import annotations

from datetime import date
from urllib.parse import unquote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from chuan.files.models import Attachment, Blob
from chuan.petitions.actions.sealing.identities import seal_identity
from tests.examine import examine, open_page, sign_in
from tests.petitions.made import now
from tests.petitions.sealed.made import WHO, switched_on

pytestmark = pytest.mark.django_db
PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\ntrailer<</Root 1 0 R/Size 4>>\n%%EOF\n"
)
NAME = "don cua Le Thi Bi Mat.pdf"


def upload(data=PDF, name=NAME):
    return SimpleUploadedFile(name, data, content_type="application/pdf")


def typed(**more):
    return {"on": "15/07/2026", "text": "Sổ thu tiền", "number": ""} | more


@pytest.fixture
def opened(ward, case):
    """``opened("complaint")``: a case that is being verified, and the page of its documents."""

    def made(kind):
        act = case(kind, date(2026, 7, 6), date(2026, 7, 13))
        act("assign", ward.specialist, "Xem lại hồ sơ", on=date(2026, 7, 14))
        return act.petition, reverse("petitions:evidence", args=[act.petition.uid])

    return made


def test_a_file_of_a_complaint_is_kept_under_the_code_and_handed_to_who_works_on_it(client, ward, opened):
    petition, url = opened("complaint")
    client = sign_in(client, ward.specialist)
    assert "declared" not in open_page(client, url).form(button="Ghi tài liệu").values
    assert client.post(url, typed(file=upload())).status_code == 302
    hung = Attachment.objects.get()
    assert hung.name == f"{petition.code}-tai-lieu-{petition.events.last().seq}.pdf"
    page = open_page(client, f"/don-thu/{petition.uid}/")
    address = page.link(f"Tải tệp {hung.name}")
    sent = client.get(address)
    assert sent.content == PDF
    assert "Bi Mat" not in unquote(sent.headers["Content-Disposition"])
    assert sign_in(client, ward.auditor).get(address).status_code == 403
    assert sign_in(client, ward.one_stop).get(address).status_code == 404


def test_a_file_of_a_denunciation_waits_for_somebody_who_looked_through_it(client, ward, keeper, opened):
    petition, url = opened("denunciation")
    page = examine(
        sign_in(client, ward.specialist).post(url, typed(file=upload(), declared="on")), url, status=422
    )
    assert "chỉ do người tiếp nhận, xử lý đơn đưa vào" in page.notice
    client = sign_in(client, keeper)
    page = examine(client.post(url, typed(file=upload())), url, status=422)
    assert "Chưa xác nhận tệp không có tên" in page.notice
    assert "Bi Mat" not in page.html
    assert not Blob.objects.exists()
    assert not petition.events.filter(verb="evidence").exists()
    assert client.post(url, typed(file=upload(), declared="on")).status_code == 302
    assert Attachment.objects.get().name.startswith(petition.code)


def test_what_is_no_document_is_refused_without_its_name(client, keeper, opened):
    _petition, url = opened("denunciation")
    wrong = upload(b"MZ\x90\x00 not a paper", "don cua Le Thi Bi Mat.exe")
    page = examine(sign_in(client, keeper).post(url, typed(file=wrong, declared="on")), url, status=422)
    assert page.notice
    assert "Bi Mat" not in page.html
    assert page.form(button="Ghi tài liệu").values["text"] == "Sổ thu tiền"


def test_words_with_the_sealed_name_are_refused_and_not_shown_again(client, ward, keeper, opened):
    switched_on(ward)
    petition, _url = opened("denunciation")
    seal_identity(WHO, petition, by=ward.viewer(keeper), at=now())
    url = reverse("petitions:minutes", args=[petition.uid])
    sent = typed(text=f"Làm việc với bà {WHO.name} tại nhà")
    page = examine(sign_in(client, ward.specialist).post(url, sent), url, status=422)
    assert "có tên hoặc số điện thoại của người tố cáo" in page.notice
    assert WHO.name not in page.html
    assert page.form(button="Ghi buổi làm việc").values["on"] == "15/07/2026"


def test_a_file_whose_line_is_refused_leaves_no_bytes_behind(client, ward, keeper, opened, settings):
    petition, url = opened("denunciation")
    switched_on(ward)
    seal_identity(WHO, petition, by=ward.viewer(keeper), at=now())
    client = sign_in(client, keeper)
    sent = client.post(url, typed(text=f"Bà {WHO.name} giao sổ", file=upload(), declared="on"))
    assert sent.status_code == 422
    assert not Attachment.objects.exists()
    assert not [one for one in settings.FILES_DIR.rglob("*") if one.is_file() and one.read_bytes() == PDF]


def test_a_file_that_tells_of_the_denouncer_is_destroyed_and_its_line_stays(
    client, keeper, opened, settings, django_capture_on_commit_callbacks
):
    petition, url = opened("denunciation")
    client = sign_in(client, keeper)
    assert client.post(url, typed(file=upload(), declared="on")).status_code == 302
    line, kept = petition.events.last(), Attachment.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        page = open_page(client, reverse("petitions:blank_words", args=[petition.uid]))
        gone = page.form(button="Xóa phần đã chọn").send(client, places=[f"file-{kept.uid}"])
    assert gone.status_code == 302
    assert not Attachment.objects.exists()
    assert petition.events.filter(pk=line.pk).exists()
    assert not [one for one in settings.FILES_DIR.rglob("*") if one.is_file() and one.read_bytes() == PDF]
