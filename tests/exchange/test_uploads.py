"""A file that no room would take is dropped while it comes in, and only that file."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest
from django.test import RequestFactory

from chuan.exchange import uploads
from chuan.exchange.uploads import over_the_limit


@pytest.fixture
def spool(settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where big files lie while they come in; everything over a thousand bytes is dropped."""
    folder = tmp_path / "spool"
    folder.mkdir()
    settings.FILE_UPLOAD_TEMP_DIR = folder
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 10
    monkeypatch.setattr(uploads, "MOST_BYTES", 1000)
    return folder


def sent(*files: SimpleUploadedFile) -> HttpRequest:
    return RequestFactory().post("/", {"before": "1", "tep": list(files), "zafter": "2"})


def test_a_file_within_the_limit_comes_in_whole(spool: Path) -> None:
    request = sent(SimpleUploadedFile("vua.csv", b"x" * 1000))
    assert request.FILES["tep"].read() == b"x" * 1000
    assert over_the_limit(request) == []


def test_a_file_over_the_limit_is_dropped_and_named(spool: Path) -> None:
    request = sent(SimpleUploadedFile("to.csv", b"x" * 200_000))
    assert not request.FILES
    assert over_the_limit(request) == ["to.csv"]
    assert list(spool.iterdir()) == []


def test_fields_and_other_files_around_it_still_come_in(spool: Path) -> None:
    request = sent(
        SimpleUploadedFile("mot.csv", b"a"),
        SimpleUploadedFile("to.csv", b"x" * 200_000),
        SimpleUploadedFile("hai.csv", b"b"),
    )
    assert (request.POST["before"], request.POST["zafter"]) == ("1", "2")
    assert [one.name for one in request.FILES.getlist("tep")] == ["mot.csv", "hai.csv"]
    assert over_the_limit(request) == ["to.csv"]


def test_each_file_is_counted_by_itself(spool: Path) -> None:
    request = sent(*(SimpleUploadedFile(f"{n}.csv", b"x" * 900) for n in range(5)))
    assert len(request.FILES.getlist("tep")) == 5
