"""Pages of signatures: a verdict in words and nothing stored, a folder's outcome, trust with its source."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from chuan.documents.actions.batches import receive_batch
from chuan.documents.batch_running import check_batch
from chuan.documents.models import Document, FileBatch, SignatureCheck, SignedFile, TrustItem
from chuan.exchange.sheets import read_sheet
from chuan.files.models import Blob
from chuan.people.models import Official
from tests.documents.signatures.conftest import Folder
from tests.examine import open_page
from tests.people import Ward

URL = "/van-ban/chu-ky/"
SignIn = Callable[[Client, Official], Client]
pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk(registered: Ward, client: Client, sign_in: SignIn) -> Client:
    return sign_in(client, registered.clerk)


def upload(name: str, data: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data, content_type="application/pdf")


@pytest.fixture
def batch(registered: Ward, signed: Folder) -> FileBatch:
    by = registered.viewer(registered.clerk, on=timezone.localdate())
    made = receive_batch([*signed.files[:8], ("hong.pdf", b"%PDF-1.4 hong")], by=by, at=timezone.now())
    return check_batch(made, clock=timezone.now)


def test_an_empty_room_teaches_what_to_do(clerk: Client):
    page = open_page(clerk, URL)
    assert "chưa khai báo chứng thư gốc" in page.text
    assert "Chưa thả thư mục nào" in page.text


def test_one_file_is_judged_in_words_and_nothing_is_kept(clerk: Client, signed: Folder):
    before = Blob.objects.count()
    answer = clerk.post(f"{URL}kiem-tra/", {"tep": upload(*signed.files[0])})
    text = answer.content.decode()
    assert answer.status_code == 200
    assert "còn nguyên vẹn" in text
    assert "Chi tiết chữ ký này" in text
    assert (SignatureCheck.objects.count(), Blob.objects.count()) == (0, before)


def test_a_documents_page_shows_what_was_found_of_its_signatures(clerk: Client, batch: FileBatch):
    file = batch.files.filter(status="matched", picture_only=False).order_by("file_name").first()
    assert file is not None
    assert file.document is not None
    assert file.checked is not None
    page = open_page(clerk, f"/van-ban/{file.document.uid}/")
    assert "Chữ ký số" in page.text
    assert "Còn nguyên vẹn, chưa xác minh" in page.text
    assert f"{URL}lan-kiem-tra/{file.checked.uid}/" in page.html


def test_a_document_never_checked_says_nothing_of_signatures(
    clerk: Client, registered: Ward, batch: FileBatch
):
    bare = Document.objects.filter(direction="out", blob__isnull=True).first()
    assert bare is not None
    assert 'id="chu-ky-so"' not in open_page(clerk, f"/van-ban/{bare.uid}/").html


def test_a_picture_of_a_signature_is_said_to_be_one(clerk: Client, signed: Folder):
    answer = clerk.post(f"{URL}kiem-tra/", {"tep": upload(*signed.files[6])})
    assert "chỉ là hình ảnh" in answer.content.decode()


def test_a_file_is_kept_when_the_person_says_so(clerk: Client, signed: Folder):
    answer = clerk.post(f"{URL}kiem-tra/", {"tep": upload(*signed.files[0]), "luu": "on"})
    assert answer.status_code == 302
    kept = SignatureCheck.objects.get()
    open_page(clerk, answer["Location"])
    assert kept.file_name in open_page(clerk, f"{URL}lan-kiem-tra/?tim=minh+hoa").text
    assert read_sheet(clerk.get(f"{URL}lan-kiem-tra/danh-sach.xlsx").content, name="a.xlsx")


@pytest.mark.parametrize("data", [b"", b"khong phai PDF", b"%PDF-1.7 nat"])
def test_what_is_no_pdf_is_refused_with_a_sentence(clerk: Client, data: bytes):
    answer = clerk.post(f"{URL}kiem-tra/", {"tep": upload("a.pdf", data)})
    assert answer.status_code == 422


def test_a_folder_goes_in_line_and_its_page_tells_how_far_it_is(clerk: Client, signed: Folder):
    files = [upload(*one) for one in signed.files[:2]]
    answer = clerk.post(f"{URL}thu-muc/", {"tep": files})
    assert answer.status_code == 302
    made = FileBatch.objects.get()
    assert made.total == 2
    assert "Đang kiểm tra" in open_page(clerk, answer["Location"]).text
    told = clerk.get(f"{answer['Location']}tien-do/").json()
    assert (told["done"], told["total"], told["settled"]) == (0, 2, False)
    assert clerk.post(f"{URL}thu-muc/", {}).status_code == 422


def test_a_folders_page_names_pictures_and_broken_files(clerk: Client, batch: FileBatch, signed: Folder):
    address = f"{URL}thu-muc/{batch.uid}/"
    with CaptureQueriesContext(connection) as asked:
        page = open_page(clerk, address)
    assert len(asked) <= 25
    assert "1 tệp chỉ là hình ảnh chữ ký" in page.text
    assert signed.named(7) in page.text
    assert "hong.pdf" in open_page(clerk, f"{address}?xem=hong").text
    assert read_sheet(clerk.get(f"{address}danh-sach.xlsx").content, name="a.xlsx")


def test_a_match_is_taken_back_and_made_again_by_a_person(clerk: Client, batch: FileBatch, signed: Folder):
    file = SignedFile.objects.get(file_name=signed.named(1))
    document = file.document
    assert document is not None
    back = f"{URL}tep/{file.uid}/bo-ghep/"
    open_page(clerk, back)
    assert clerk.post(back, {"ly_do": ""}).status_code == 422
    assert clerk.post(back, {"ly_do": "Nhầm"}).status_code == 302
    again = f"{URL}tep/{file.uid}/ghep/"
    assert document.full_number in open_page(clerk, again).text
    open_page(clerk, f"{again}?tim=minh+hoa")
    assert clerk.post(again, {"van_ban": "khong-phai-uid"}).status_code == 404
    assert clerk.post(again, {"van_ban": str(document.uid)}).status_code == 302
    file.refresh_from_db()
    assert file.document == document


def test_a_root_is_declared_with_its_source_and_ended_with_a_reason(clerk: Client, signed: Folder):
    root = upload("goc.cer", signed.authority.root.der)
    assert clerk.post(f"{URL}tin-cay/", {"tep": root, "can_cu": ""}).status_code == 422
    root.seek(0)
    assert clerk.post(f"{URL}tin-cay/", {"tep": root, "can_cu": "Biên bản"}).status_code == 302
    item = TrustItem.objects.get()
    assert (item.kind, item.citation) == ("anchor", "Biên bản")
    root.seek(0)
    assert clerk.post(f"{URL}tin-cay/", {"tep": root, "can_cu": "Biên bản"}).status_code == 422, "đã khai báo"
    assert item.title in open_page(clerk, f"{URL}tin-cay/").text
    end = f"{URL}tin-cay/{item.uid}/thoi/"
    open_page(clerk, end)
    assert clerk.post(end, {"ly_do": "Bị lộ"}).status_code == 302
    item.refresh_from_db()
    assert item.reason == "Bị lộ"


@pytest.mark.parametrize("data", [b"", b"khong phai chung thu", b"-----BEGIN CERTIFICATE-----\nsai\n"])
def test_what_is_no_certificate_is_refused(clerk: Client, data: bytes):
    answer = clerk.post(f"{URL}tin-cay/", {"tep": upload("a.cer", data), "can_cu": "x"})
    assert answer.status_code == 422
    assert not TrustItem.objects.exists()


def test_what_ends_soon_is_listed(clerk: Client):
    assert "Không có gì sắp hết hạn" in open_page(clerk, f"{URL}sap-het-han/").text


def test_a_specialist_may_look_but_not_keep(
    registered: Ward, signed: Folder, client: Client, sign_in: SignIn
):
    specialist = sign_in(client, registered.specialist)
    assert "Kiểm tra cả thư mục" not in open_page(specialist, URL).text
    assert specialist.post(f"{URL}kiem-tra/", {"tep": upload(*signed.files[0])}).status_code == 200
    assert specialist.post(f"{URL}thu-muc/", {"tep": [upload(*signed.files[0])]}).status_code == 403
    assert specialist.post(f"{URL}tin-cay/", {"tep": upload("a.cer", b"x"), "can_cu": "x"}).status_code == 403


def test_another_ward_finds_none_of_it(batch: FileBatch, other_ward: Ward, client: Client, sign_in: SignIn):
    other = sign_in(client, other_ward.clerk)
    file = SignedFile.objects.filter(status="matched").first()
    assert file is not None
    assert file.checked is not None
    for address in (
        f"{URL}thu-muc/{batch.uid}/", f"{URL}thu-muc/{batch.uid}/tien-do/", f"{URL}tep/{file.uid}/ghep/",
        f"{URL}tep/{file.uid}/bo-ghep/", f"{URL}lan-kiem-tra/{file.checked.uid}/",
    ):  # fmt: skip
        assert other.get(address).status_code == 404, address
