"""Bytes are kept once under their digest, whole or not at all, and checked when read."""

from __future__ import annotations

import hashlib
import os
import uuid

import pytest

from chuan.files import actions as files
from chuan.files.models import Attachment, Blob
from chuan.intake.models import Import
from tests.people import at as moment

pytestmark = pytest.mark.django_db
DATA = "văn bản gốc".encode()
AT = moment(2021, 10, 5)


def test_what_is_kept_comes_back_byte_for_byte():
    blob = files.keep(DATA, media_type="text/plain")
    assert blob.digest == hashlib.sha256(DATA).hexdigest()
    assert (blob.size, blob.media_type) == (len(DATA), "text/plain")
    assert files.read(blob) == DATA


def test_the_same_bytes_twice_are_one_blob_and_one_file():
    first, second = files.keep(DATA, media_type="a"), files.keep(DATA, media_type="b")
    assert first.pk == second.pk
    assert Blob.objects.count() == 1


def test_a_damaged_file_is_found_when_it_is_read():
    blob = files.keep(DATA, media_type="text/plain")
    files.path_of(blob.digest).write_bytes(b"khac")
    with pytest.raises(OSError, match="damaged"):
        files.read(blob)


def test_a_file_that_is_gone_is_an_oserror():
    blob = files.keep(DATA, media_type="text/plain")
    files.path_of(blob.digest).unlink()
    with pytest.raises(OSError):
        files.read(blob)


def test_a_write_that_fails_leaves_neither_half_a_file_nor_a_temporary_one(monkeypatch: pytest.MonkeyPatch):
    def full(*_: object) -> None:
        raise OSError("đĩa đầy")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="đĩa đầy"):
        files.keep(DATA, media_type="text/plain")
    path = files.path_of(hashlib.sha256(DATA).hexdigest())
    assert list(path.parent.iterdir()) == []
    assert not Blob.objects.exists()


def test_no_name_from_outside_reaches_the_disk():
    blob = files.keep(DATA, media_type="../../etc/passwd")
    assert files.path_of(blob.digest).name == blob.digest


def test_bytes_let_go_are_gone_and_their_digest_stays():
    blob = files.keep(DATA, media_type="text/plain")
    assert files.let_go(blob, at=AT, besides=Import)
    assert not files.path_of(blob.digest).exists()
    kept = Blob.objects.get(pk=blob.pk)
    assert (kept.digest, kept.size, kept.let_go_at) == (hashlib.sha256(DATA).hexdigest(), len(DATA), AT)
    with pytest.raises(OSError):
        files.read(kept)


def test_bytes_that_come_again_after_they_were_let_go_are_kept_again():
    files.let_go(files.keep(DATA, media_type="text/plain"), at=AT, besides=Import)
    again = files.keep(DATA, media_type="text/plain")
    assert again.let_go_at is None
    assert files.read(again) == DATA


def test_bytes_that_another_table_needs_are_not_let_go():
    blob = files.keep(DATA, media_type="text/plain")
    Attachment.objects.create(
        blob=blob, unit_uid=uuid.uuid4(), subject_kind="document", subject_uid=uuid.uuid4(), name="a.txt"
    )
    assert not files.let_go(blob, at=AT, besides=Import)
    assert files.read(blob) == DATA
