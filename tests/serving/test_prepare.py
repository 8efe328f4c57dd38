"""What happens before the first page, and what is said when it cannot."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from unittest.mock import patch

import pytest
from django.db import OperationalError

from chuan import serving
from chuan.trail.guarding import missing


def commands() -> list[str]:
    """The management commands that one ``prepare`` runs."""
    with patch("chuan.serving.call_command") as called:
        serving.prepare()
    return [call.args[0] for call in called.call_args_list]


@pytest.mark.django_db
def test_static_files_are_laid_out_once_for_a_version():
    assert commands() == ["collectstatic"]
    assert commands() == []


@pytest.mark.django_db
def test_static_files_are_laid_out_again_when_those_of_any_room_change(tmp_path: Path):
    commands()
    package = tmp_path / "chuan"
    sheet = package / "documents" / "static" / "documents" / "new.css"
    sheet.parent.mkdir(parents=True)
    sheet.write_text("")
    os.utime(sheet, (4e9, 4e9))
    with patch("chuan.serving.chuan.__file__", str(package / "__init__.py")):
        assert commands() == ["collectstatic"]


@pytest.mark.django_db
def test_missing_triggers_are_put_back_at_start():
    from django.db import connection

    with connection.cursor() as cursor:
        where = " ON trail_entry" if connection.vendor == "postgresql" else ""
        cursor.execute(f"DROP TRIGGER trail_entry_no_delete{where}")
    assert missing() == ["trail_entry_no_delete"]
    commands()
    assert missing() == []


@pytest.mark.django_db
def test_it_does_not_start_while_the_past_could_be_changed():
    gone = patch("chuan.trail.guarding.missing", return_value=["trail_entry_no_update"])
    with gone, pytest.raises(serving.TriggersMissing) as stopped:
        commands()
    assert "trail_entry_no_update" in str(stopped.value)


def test_a_database_that_does_not_answer_is_a_sentence():
    broken = OperationalError("connection refused\nIs the server running?")
    with (
        patch("chuan.serving.schema.bring_up_to_date", side_effect=broken),
        pytest.raises(serving.DatabaseUnreachable) as said,
    ):
        serving.prepare()
    assert said.value.sentence == (
        "Không mở được cơ sở dữ liệu (connection refused). Kiểm lại DATABASE_URL (hoặc thư mục CHUAN_DATA) "
        "và máy chủ dữ liệu rồi chạy lại."
    )


@pytest.mark.parametrize(
    ("host", "port"), [("192.0.2.7", 8000), ("127.0.0.1", 70_000), ("khong-phai-dia-chi.invalid", 8000)]
)
def test_an_address_that_cannot_be_ours_is_a_sentence(host: str, port: int):
    with pytest.raises(serving.AddressTaken) as said:
        serving.require_free(host, port)
    assert f"{host}, cổng {port}" in said.value.sentence


def test_a_port_left_a_moment_ago_can_be_taken_again():
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        port = listening.getsockname()[1]
        with pytest.raises(serving.AddressTaken):
            serving.require_free("127.0.0.1", port)
    serving.require_free("127.0.0.1", port)


def test_the_worker_begins_again_after_it_broke_down(caplog: pytest.LogCaptureFixture):
    runs = [OperationalError("the database is away"), None, SystemExit()]
    worker = "django_tasks_db.management.commands.db_worker.Worker"
    with (
        patch(f"{worker}.run", side_effect=runs) as run,
        patch("chuan.serving.time") as clock,
        patch("chuan.serving.close_old_connections"),
        pytest.raises(SystemExit),
    ):
        serving._keep_working()
    assert run.call_count == 3
    assert clock.sleep.call_count == 2
    assert "the database is away" in caplog.text
