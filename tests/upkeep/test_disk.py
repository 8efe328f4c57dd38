"""A disk that is full, read-only or failing: a sentence, what was typed kept, nothing half-saved."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client

from chuan import cli
from chuan.files import actions as files
from chuan.files.models import Blob
from chuan.files.troubles import trouble_of
from chuan.people.models import Official
from chuan.rules.refusals.disks import DiskFails, DiskFull, DiskReadOnly
from chuan.trail.models import Entry
from tests import examine
from tests.people import Ward
from tests.upkeep.test_undone import a_disk_that_takes

pytestmark = pytest.mark.django_db


def read_only() -> None:
    """The database takes no more writing from here on, truly."""
    with connection.cursor() as cursor:
        cursor.execute(
            "PRAGMA query_only = ON" if connection.vendor == "sqlite" else "SET TRANSACTION READ ONLY"
        )


@pytest.fixture
def writable_again(db: None):
    """What was made read-only is writable again at the end."""
    if connection.vendor == "sqlite":
        yield
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA query_only = OFF")
        return
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def test_a_form_sent_to_a_read_only_database_comes_back_with_what_was_typed(
    client: Client, ward: Ward, sign_in: Callable, writable_again: None
):
    sign_in(client, ward.administrator)
    before = Official.objects.count(), Entry.objects.count()
    read_only()
    answer = client.post("/can-bo/them/", {"name": "Nguyễn Thị Hoài Phương"})
    examine.examine(answer, status=503)
    page = answer.content.decode()
    assert answer.headers["Retry-After"] == "120"
    assert "đang chỉ cho đọc" in page
    assert "những gì đã lưu trước đó vẫn còn nguyên" in page
    assert 'value="Nguyễn Thị Hoài Phương"' in page
    assert "Gửi lại" in page
    assert (Official.objects.count(), Entry.objects.count()) == before


def test_a_secret_is_never_put_into_the_page(
    client: Client, ward: Ward, sign_in: Callable, writable_again: None
):
    sign_in(client, ward.administrator)
    read_only()
    sent = {"name": "Hoài Phương", "password": "bi-mat-cua-toi"}
    page = client.post("/can-bo/them/", sent).content.decode()
    assert "bi-mat-cua-toi" not in page
    assert "Gửi lại" not in page
    assert "quay lại trang trước" in page


def test_reading_goes_on_while_nothing_can_be_written(
    client: Client, ward: Ward, sign_in: Callable, writable_again: None
):
    sign_in(client, ward.administrator)
    read_only()
    assert client.get("/can-bo/").status_code == 200


def test_a_full_database_is_told_from_every_other_error_of_a_database():
    with sqlite3.connect(":memory:") as full:
        full.execute("CREATE TABLE t (x)")
        full.execute("PRAGMA max_page_count = 3")
        with pytest.raises(sqlite3.OperationalError) as said:
            full.execute("INSERT INTO t VALUES (zeroblob(100000))")
    assert isinstance(trouble_of(said.value), DiskFull)
    with pytest.raises(DatabaseError) as other, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT * FROM khong_co")
    assert trouble_of(other.value) is None


def test_the_cause_behind_a_wrapped_error_is_found_and_a_wrong_file_is_no_disk(settings):
    wrapped = DatabaseError("x")
    wrapped.__cause__ = OSError(errno.EIO, "Input/output error")
    assert isinstance(trouble_of(wrapped), DiskFails)
    assert isinstance(trouble_of(OSError(errno.EROFS, "x")), DiskReadOnly)
    assert isinstance(
        trouble_of(PermissionError(errno.EACCES, "x", str(settings.DATA_DIR / "files"))), DiskReadOnly
    )
    assert trouble_of(PermissionError(errno.EACCES, "x", "/etc/shadow")) is None
    assert trouble_of(FileNotFoundError(errno.ENOENT, "x", "y")) is None
    one, two = ValueError("1"), ValueError("2")
    one.__cause__, two.__cause__ = two, one
    assert trouble_of(one) is None


def test_a_file_that_finds_no_room_leaves_neither_row_nor_half_a_file(settings):
    with a_disk_that_takes(100_000), pytest.raises(OSError, match="large") as said:
        files.keep(os.urandom(300_000), media_type="application/pdf")
    assert isinstance(trouble_of(said.value), DiskFull)
    assert not Blob.objects.exists()
    assert [one for one in Path(settings.FILES_DIR).rglob("*") if one.is_file()] == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_device_without_room_is_a_full_disk():
    with pytest.raises(OSError, match="space") as said, open("/dev/full", "wb", buffering=0) as full:
        full.write(b"x")
    assert isinstance(trouble_of(said.value), DiskFull)


def test_a_command_says_it_in_one_sentence(capsys: pytest.CaptureFixture[str]):
    for error, words in (
        (OSError(errno.ENOSPC, "No space left on device"), "đã đầy"),
        (DatabaseError("x"), "Không đọc được dữ liệu"),
    ):
        with patch.object(cli, "trail_verify", side_effect=error):
            assert cli.main(["trail", "verify"]) == 2
        assert words in capsys.readouterr().err
    with (
        patch.object(cli, "trail_verify", side_effect=OSError(errno.ENOTDIR, "lạ")),
        pytest.raises(OSError, match="lạ"),
    ):
        cli.main(["trail", "verify"])
