"""``chuan doctor``: one line for each finding, an exit code, and mends that lose nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.db import connection

from chuan import cli
from chuan.upkeep import beats, reports_kept

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def data(settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(
        "chuan.upkeep.findings.database.SURE_OF_POSTGRESQL", ()
    )  # the tests' server is quick instead
    settings.DATA_DIR = tmp_path / "data"
    settings.BACKUPS_DIR, settings.BACKUPS_SECOND = tmp_path / "data" / "backups", ""
    settings.LOG_DIR = tmp_path / "data" / "logs"
    settings.LOG_DIR.mkdir(parents=True)
    settings.DATA_DIR.chmod(0o700)
    beats._last.clear()
    return settings.DATA_DIR


def drop_trigger() -> None:
    with connection.cursor() as cursor:
        where = " ON trail_entry" if connection.vendor == "postgresql" else ""
        cursor.execute(f"DROP TRIGGER trail_entry_no_delete{where}")


def test_a_fresh_house_has_things_to_look_at_and_nothing_broken(capsys):
    assert cli.main(["doctor"]) == 1
    told = capsys.readouterr().out
    assert "? Sao lưu: Chưa có bản sao lưu nào." in told
    assert "    → Bấm Sao lưu ngay ở trang Hệ thống, hoặc chạy “chuan backup”." in told
    assert "0 hỏng" in told.splitlines()[-1]
    assert reports_kept.last() is not None


def test_what_is_broken_is_marked_and_mended(capsys):
    drop_trigger()
    assert cli.main(["doctor"]) == 2
    assert "! Bộ chặn sửa: Thiếu bộ chặn sửa: trail_entry_no_delete." in capsys.readouterr().out
    assert cli.main(["doctor", "--fix"]) == 1
    told = capsys.readouterr().out
    assert "+ Bộ chặn sửa: đã lắp lại bộ chặn sửa." in told
    assert "! " not in told


def test_for_machines_it_is_one_json_value_also_after_mending(capsys):
    drop_trigger()
    cli.main(["doctor", "--json"])
    told = json.loads(capsys.readouterr().out)
    assert told["grade"] == "broken"
    assert {"key", "title", "grade", "ms", "findings"} == set(told["examined"][0])
    cli.main(["doctor", "--json", "--fix"])
    assert json.loads(capsys.readouterr().out)["grade"] == "look"


def test_an_incident_is_looked_up_in_the_log(capsys, data: Path):
    (data / "logs" / "chuan-2021-09-30.jsonl").write_text(
        '{"id":"7KMQ-2XPD","status":500}\n{"id":"AAAA-AAAA"}\n'
    )
    assert cli.main(["doctor", "--incident", "7kmq2xpd"]) == 0
    assert capsys.readouterr().out == '{"id":"7KMQ-2XPD","status":500}\n'
    assert cli.main(["doctor", "--incident", "không phải mã"]) == 1
    assert "Không có dòng nhật ký nào" in capsys.readouterr().out
