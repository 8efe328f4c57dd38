"""No byte of a sealed upload and no name lies in clear: not on the disk, not in a row, not in a log."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from django.conf import settings as settings_module
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory, override_settings
from django.urls import path

from chuan.exchange import sealed_uploads
from chuan.exchange.sealed_uploads import sealed_up_to
from chuan.exchange.sealed_uploads import sealed_uploads as sealed
from chuan.files import sealing
from chuan.files.keyrings import house_ring
from chuan.files.models import SealedFile

pytestmark = pytest.mark.django_db
NAME, WORDS = "to-cao-ong-nguyen-van-a.pdf", "Tôi tố cáo ông Nguyễn Văn A ".encode()
DATA = WORDS * 80_000  # over the 2.5 MB at which Django goes to the disk


@sealed
def bring(request: HttpRequest) -> HttpResponse:
    """Keeps what came in; notes what the disk holds while the request is alive."""
    uploads = request.FILES.getlist("tep")
    if request.POST.get("keep"):
        for upload in uploads:
            sealing.keep(upload.sealed)
    logging.getLogger("chuan").warning("%s %r %s", request.FILES, uploads, [one.name for one in uploads])
    return HttpResponse(str(sealed_uploads.refused(request)))


urlpatterns = [path("nop/", bring)]


@pytest.fixture(autouse=True)
def folders(settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    settings.SEAL_KEYS = tmp_path / "keys" / "seal_keys"
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "spool"
    settings.FILE_UPLOAD_TEMP_DIR.mkdir()
    monkeypatch.setattr(sealed_uploads, "MOST_BYTES", 4_000_000)
    return tmp_path


def sent(*files: SimpleUploadedFile, **fields: str) -> HttpRequest:
    request = RequestFactory(enforce_csrf_checks=False).post("/nop/", {"tep": list(files), **fields})
    request._dont_enforce_csrf_checks = True
    return request


def on_disk(folder: Path) -> bytes:
    return b"".join(
        str(one).encode() + (one.read_bytes() if one.is_file() else b"") for one in folder.rglob("*")
    )


def test_nothing_lies_in_clear_while_the_file_comes_in_or_afterwards(
    folders: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
):
    looked = []
    feed = sealing.Sealer.feed

    def watched(self: sealing.Sealer, data: bytes) -> None:
        feed(self, data)
        if self.size % 1_000_000 < len(data):
            looked.append(on_disk(folders))

    monkeypatch.setattr(sealing.Sealer, "feed", watched)
    bring(sent(SimpleUploadedFile(NAME, DATA), keep="1"))
    looked.append(on_disk(folders))
    row = SealedFile.objects.get()
    said = (
        caplog.text.encode() + repr(list(SealedFile.objects.values())).encode() + row.blob.media_type.encode()
    )
    assert len(looked) >= 3
    for seen in (*looked, said):
        assert WORDS[:20] not in seen
        assert b"nguyen-van-a" not in seen
    name, pieces = sealing.opened(row, house_ring())
    assert (name, b"".join(pieces)) == (NAME, DATA)


def test_what_the_view_does_not_keep_is_gone_with_the_request(folders: Path, settings):
    request = sent(SimpleUploadedFile(NAME, b"x" * 100_000))
    bring(request)
    request.close()
    assert not [one for one in Path(settings.FILES_DIR).rglob("*") if one.is_file()]


def test_a_file_too_big_or_one_too_many_is_dropped_and_counted(settings, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sealed_uploads, "MOST_FILES", 2)
    big, small = SimpleUploadedFile("a", b"x" * 4_000_001), SimpleUploadedFile("b", b"y")
    assert bring(sent(big, small, SimpleUploadedFile("c", b"z"), keep="1")).content == b"2"
    assert SealedFile.objects.count() == 1
    assert list((Path(settings.FILES_DIR) / "sealing").iterdir()) == []


def test_a_form_that_was_read_too_early_is_an_error_not_a_file_in_clear():
    request = sent(SimpleUploadedFile(NAME, b"x"))
    assert request.POST == {}
    with pytest.raises(AttributeError):
        bring(request)


@override_settings(
    ROOT_URLCONF=__name__,
    MIDDLEWARE=["django.middleware.csrf.CsrfViewMiddleware"],
    CSRF_FAILURE_VIEW="django.views.csrf.csrf_failure",
)
def test_a_forged_form_is_refused_and_leaves_nothing(settings):
    answer = Client(enforce_csrf_checks=True).post(
        "/nop/", {"tep": SimpleUploadedFile(NAME, b"x"), "keep": "1"}
    )
    assert answer.status_code == 403
    assert not SealedFile.objects.exists()
    assert not [one for one in Path(settings.FILES_DIR).rglob("*") if one.is_file()]


@sealed_up_to(5_000_000)
def bring_more(request: HttpRequest) -> HttpResponse:
    return HttpResponse(str(len(request.FILES)))


def test_a_door_may_let_larger_files_in():
    assert bring_more(sent(SimpleUploadedFile("a", b"x" * 4_500_000))).content == b"1"
    assert bring_more(sent(SimpleUploadedFile("a", b"x" * 5_000_001))).content == b"0"


def reads_first(get_response):
    """A page of an ended session, of a full disk: reads the form although it never reaches the view."""

    def answer(request: HttpRequest) -> HttpResponse:
        assert request.POST.get("keep") == "1"
        disk = on_disk(Path(settings_module.FILE_UPLOAD_TEMP_DIR).parent)
        return HttpResponse(b"clear" if WORDS[:20] in disk else b"sealed")

    return answer


@override_settings(
    ROOT_URLCONF=__name__,
    MIDDLEWARE=["chuan.exchange.sealed_uploads.SealedDoors", f"{__name__}.reads_first"],
)
def test_whoever_reads_the_form_before_the_view_reads_it_sealed(settings):
    sent_to = {"tep": SimpleUploadedFile(NAME, DATA), "keep": "1"}
    assert Client().post("/nop/", sent_to).content == b"sealed"
    assert not [one for one in Path(settings.FILES_DIR).rglob("*") if one.is_file()]


@override_settings(ROOT_URLCONF=__name__, MIDDLEWARE=[f"{__name__}.reads_first"])
def test_without_the_door_it_would_lie_in_clear():
    assert Client().post("/nop/", {"tep": SimpleUploadedFile(NAME, DATA), "keep": "1"}).content == b"clear"
