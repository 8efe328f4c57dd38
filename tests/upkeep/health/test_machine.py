"""Each fault of the machine is caused, and named."""

from __future__ import annotations

import errno
import os
import sqlite3
import time
from collections import namedtuple
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

import pytest
from django.db import DatabaseError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from chuan.offers.examinations import Looking
from chuan.upkeep import beats
from chuan.upkeep.findings import integrity, safety, versions
from chuan.upkeep.worker import for_serving
from tests.trail.test_act import do
from tests.upkeep.health.looking import BROKEN, LOOK, WELL, examined, said

pytestmark = pytest.mark.django_db
Usage = namedtuple("Usage", "total used free")


@pytest.mark.parametrize(("free", "grade", "words"), [
    (900_000_000, BROKEN, "Đĩa sắp đầy: còn trống 0,9 GB"),
    (4_200_000_000, LOOK, "Đĩa còn ít chỗ: còn trống 4,2 GB"),
    (50_000_000_000, WELL, "Còn trống 50,0 GB"),
])  # fmt: skip
def test_a_disk_that_fills(free: int, grade, words: str):
    with patch("chuan.upkeep.findings.disk.shutil.disk_usage", return_value=Usage(10**12, 0, free)):
        found = examined("disk")
    assert found.grade is grade
    assert words in said(found, grade)


def test_a_disk_that_cannot_be_written(data: Path):
    refused = OSError(errno.EROFS, "Read-only file system")
    with patch("chuan.upkeep.findings.disk.tempfile.TemporaryFile", side_effect=refused):
        found = examined("disk")
    assert f"Không ghi được vào {data}" in said(found, BROKEN)


def test_backups_on_the_same_disk_are_not_counted_twice(data: Path):
    (data / "backups").mkdir()
    assert len(examined("disk").findings) == 1


@pytest.mark.skipif("connection.vendor != 'sqlite'")
def test_a_database_that_does_not_write_through():
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous")
        before = cursor.fetchone()[0]
    sure = patch("chuan.upkeep.findings.database._asked", side_effect=lambda asked: "1")
    with sure:
        assert "không ghi chắc xuống đĩa" in said(examined("database"), BROKEN)
    assert before in (1, 2, 3)


@pytest.mark.skipif("connection.vendor != 'sqlite'")
def test_a_log_of_the_database_that_grows_and_grows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(connection.settings_dict, "NAME", tmp_path / "chuan.sqlite3")
    (tmp_path / "chuan.sqlite3-wal").write_bytes(b"x" * 2_000_000)
    assert examined("database").grade is WELL
    monkeypatch.setattr("chuan.upkeep.findings.database.WAL_LARGE", 1_000_000)
    assert "(-wal) lớn 2 MB" in said(examined("database"), LOOK)


def test_a_database_that_is_too_old(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("chuan.upkeep.findings.database.OLDEST_SQLITE", (99,))
    monkeypatch.setattr("chuan.upkeep.findings.database.OLDEST_POSTGRESQL", 99)
    assert "đã quá cũ" in said(examined("database"), BROKEN)


@pytest.mark.skipif("connection.vendor != 'postgresql'")
def test_a_server_that_does_not_write_through():
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL synchronous_commit = off")
    assert "synchronous_commit" in said(examined("database"), BROKEN)


def test_a_migration_that_has_not_run():
    MigrationRecorder.Migration.objects.filter(app="trail").order_by("-pk").first().delete()
    assert "còn thiếu 1 bước nâng cấp" in said(examined("database"), BROKEN)


def test_a_file_of_the_database_that_is_damaged(tmp_path: Path):
    place = tmp_path / "hong.sqlite3"
    with sqlite3.connect(place) as made:
        made.execute("CREATE TABLE t (a TEXT)")
        made.executemany("INSERT INTO t VALUES (?)", [("x" * 500,) for _ in range(200)])
    made.close()
    with place.open("r+b") as file:
        file.seek(4096 * 3)
        file.write(b"\xff" * 4096)
    torn = sqlite3.connect(place)

    def rows(asked: str) -> list[str]:
        try:
            return [str(row[0]) for row in torn.execute(asked).fetchall()]
        except sqlite3.DatabaseError as error:
            raise DatabaseError(str(error)) from error

    with patch.object(integrity, "_rows", rows), patch.object(integrity, "connection") as asked:
        asked.vendor = "sqlite"
        (found,) = integrity.examine(Looking(timezone.now(), timezone.localdate()))
    torn.close()
    assert found.grade is BROKEN
    assert "khôi phục bản sao lưu" in found.mend


def test_a_database_that_is_whole():
    assert examined("integrity").grade is WELL
    assert examined("integrity", full=True).grade is WELL


def test_a_worker_that_never_ran_and_one_that_gives_signs():
    assert "chưa chạy lần nào" in said(examined("worker"), LOOK)
    beats.beat(beats.WORKER)
    assert examined("worker").grade is WELL


def test_a_worker_that_fell_silent(data: Path):
    beats.beat(beats.WORKER)
    old = time.time() - 3600
    os.utime(data / "health" / "worker.beat", (old, old))
    assert "im từ" in said(examined("worker"), LOOK)


def test_the_worker_of_the_house_gives_its_sign_each_time_it_looks():
    worker = for_serving()
    assert worker.running
    assert beats.last_beat(beats.WORKER) is not None


def test_a_sign_of_life_is_not_written_at_every_look(data: Path):
    beats.beat("x")
    written = (data / "health" / "x.beat").stat().st_mtime_ns
    for _ in range(5):
        beats.beat("x")
    assert (data / "health" / "x.beat").stat().st_mtime_ns == written


@pytest.mark.parametrize(("status", "hours", "grade", "words"), [
    ("RUNNING", 2, BROKEN, "1 việc nền chạy quá một giờ"),
    ("FAILED", 5, LOOK, "1 việc nền bị lỗi"),
    ("READY", 1, LOOK, "1 việc nền đợi quá 15 phút"),
    ("SUCCESSFUL", 1, WELL, "Việc nền đang chạy"),
    ("FAILED", 72, WELL, "Việc nền đang chạy"),
])  # fmt: skip
def test_tasks_that_stick_fail_or_wait(status: str, hours: int, grade, words: str):
    beats.beat(beats.WORKER)
    since = timezone.now() - timedelta(hours=hours)
    made = DBTaskResult.objects.create(
        status=status, args_kwargs={"args": [], "kwargs": {}}, task_path="x.y", backend_name="default",
        exception_class_path="", traceback="", run_after=None if status == "READY" else since,
    )  # fmt: skip
    DBTaskResult.objects.filter(pk=made.pk).update(enqueued_at=since, started_at=since, finished_at=since)
    found = examined("worker")
    assert found.grade is grade
    assert words in said(found, grade)


def test_a_clock_that_was_set_back():
    do("noted")
    assert examined("clock").grade is WELL
    assert "sớm hơn lần ghi gần nhất" in said(
        examined("clock", at=timezone.now() - timedelta(days=2)), BROKEN
    )


def test_time_zones_that_are_not_there(settings):
    settings.TIME_ZONE = "UTC"
    assert "tzdata" in said(examined("clock"), BROKEN)


@pytest.mark.skipif(os.name != "posix", reason="rights of files are those of Unix")
def test_keys_and_data_that_others_may_read_and_their_mend(data: Path):
    from chuan.upkeep.findings import rights

    (data / "secret_key").write_text("bí mật")
    (data / "secret_key").chmod(0o644)
    data.chmod(0o755)
    found = examined("rights")
    assert "secret_key" in said(found, BROKEN)
    assert str(data) in said(found, LOOK)
    assert "đã bỏ quyền" in rights.tighten()
    assert examined("rights").grade is WELL


@pytest.mark.parametrize(("given", "grade", "words"), [
    ({"ALLOWED_HOSTS": ["*"], "HTTPS": True}, BROKEN, "“*”"),
    ({"ALLOWED_HOSTS": ["phuong.vn"], "HTTPS": False}, LOOK, "chưa mã hóa"),
    ({"DEBUG": True}, BROKEN, "DEBUG"),
    ({"SECRET_KEY": "ngan"}, LOOK, "CHUAN_SECRET_KEY"),
    ({"ALLOWED_HOSTS": ["phuong.vn"], "HTTPS": True}, WELL, "đều đặt đúng"),
])  # fmt: skip
def test_settings_under_which_nobody_should_be_reached(settings, given, grade, words):
    for name, value in {"DEBUG": False, "ALLOWED_HOSTS": ["localhost"], **given}.items():
        setattr(settings, name, value)
    found = examined("settings")
    assert found.grade is grade
    assert words in said(found, grade)
    assert "testserver" in safety.OWN


def test_libraries_that_are_missing_or_differ_from_the_lock(tmp_path: Path):
    lock = tmp_path / "requirements.lock"
    lock.write_text("django==0.9 \\\n    --hash=sha256:00\nkhong-co-goi-nay==1.0\n")
    with patch.object(versions, "LOCK", lock):
        assert "django" in said(examined("versions"), LOOK)
    with patch.object(versions, "_wanted", return_value=["khong-co-goi-nay"]):
        assert "Thiếu thư viện: khong-co-goi-nay" in said(examined("versions"), BROKEN)


@pytest.mark.parametrize(("missing", "grade", "words"), [
    ("programme", WELL, "Chưa cài tesseract"), ("language", LOOK, "tesseract-ocr-vie"), ("", WELL, "Đọc được chữ"),
])  # fmt: skip
def test_scans_that_cannot_be_read(missing: str, grade, words: str):
    with patch("chuan.upkeep.findings.outward.scans.missing", return_value=missing):
        assert words in said(examined("outward"), grade)


def test_mail_that_goes_in_clear(settings):
    assert "cơ quan tự gửi" in said(examined("outward"), WELL)
    settings.MAIL = {"host": "thu.vn", "sender": "a@b.vn", "security": "none"}
    assert "không mã hóa" in said(examined("outward"), LOOK)


def test_the_law_is_counted_and_not_judged():
    found = examined("law")
    assert found.grade is WELL
    assert "chưa kiểm chứng" in said(found, WELL)
