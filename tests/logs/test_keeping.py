"""Files by day; old ones go; a disk that refuses never stops the work."""

from __future__ import annotations

import logging
import os
import sys
from datetime import datetime
from pathlib import Path

import pytest

from chuan.logs.keeping import DailyFile
from chuan.logs.lines import JsonLines
from chuan.logs.reading import lines_of


@pytest.fixture
def logs(tmp_path: Path) -> Path:
    folder = tmp_path / "logs"
    folder.mkdir(mode=0o700)
    return folder


def keeper(folder: Path, **of) -> DailyFile:
    made = DailyFile(folder, **of)
    made.setFormatter(JsonLines())
    return made


def write(to: DailyFile, day: str = "2021-09-30", words: str = "x") -> None:
    record = logging.LogRecord("chuan.x", 40, "x.py", 1, "%d", (1,), None)
    record.created = datetime.fromisoformat(f"{day}T12:00:00").timestamp()
    record.request_line = {"says": words}
    to.handle(record)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_each_day_has_its_file(logs: Path):
    log = keeper(logs)
    for day in ("2021-09-29", "2021-09-30", "2021-09-30"):
        write(log, day)
    log.close()
    assert names(logs) == ["chuan-2021-09-29.jsonl", "chuan-2021-09-30.jsonl"]
    assert len((logs / "chuan-2021-09-30.jsonl").read_text().splitlines()) == 2


def test_a_day_that_grows_large_goes_on_in_a_further_file(logs: Path):
    log = keeper(logs, size=300)
    for _ in range(9):
        write(log, words="y" * 60)
    log.close()
    assert len(names(logs)) > 2
    assert "chuan-2021-09-30.2.jsonl" in names(logs)
    assert all(path.stat().st_size < 500 for path in logs.iterdir())


def test_files_older_than_the_days_go_and_others_files_stay(logs: Path):
    for name in (
        "chuan-2021-06-01.jsonl",
        "chuan-2021-06-01.2.jsonl",
        "chuan-2021-09-01.jsonl",
        "ghi-chu.txt",
    ):
        (logs / name).write_text("cũ\n")
    log = keeper(logs, days=90)
    write(log)
    log.close()
    assert names(logs) == ["chuan-2021-09-01.jsonl", "chuan-2021-09-30.jsonl", "ghi-chu.txt"]


def test_no_more_files_are_kept_than_said(logs: Path):
    for n in range(1, 9):
        (logs / f"chuan-2021-09-0{n}.jsonl").write_text("cũ\n")
    log = keeper(logs, most=3)
    write(log)
    log.close()
    assert names(logs) == [
        "chuan-2021-09-07.jsonl", "chuan-2021-09-08.jsonl", "chuan-2021-09-30.jsonl",
    ]  # fmt: skip


@pytest.mark.skipif(os.name != "posix", reason="rights of files are those of Unix")
def test_only_the_owner_reads_the_log(logs: Path):
    log = keeper(logs / "logs")
    write(log)
    log.close()
    assert (logs / "logs").stat().st_mode & 0o077 == 0
    assert (logs / "logs" / "chuan-2021-09-30.jsonl").stat().st_mode & 0o077 == 0


def test_a_folder_that_cannot_be_written_is_said_once_and_stops_nothing(logs: Path, capsys):
    (logs / "logs").write_text("một tệp ở chỗ của thư mục")
    log = keeper(logs / "logs")
    for _ in range(3):
        write(log, words="Nguyễn Thị Hoa")
    said = capsys.readouterr().err
    assert said.count("log: ") == 1
    assert "Hoa" not in said


def test_a_record_that_cannot_be_formatted_is_not_printed_either(logs: Path, capsys):
    class Broken(logging.Formatter):
        def format(self, record: logging.LogRecord) -> str:
            raise ValueError("Nguyễn Thị Hoa")

    log = DailyFile(logs)
    log.setFormatter(Broken())
    write(log)
    assert capsys.readouterr().err == ""


def test_lines_of_two_writers_do_not_mix(logs: Path):
    one, two = keeper(logs), keeper(logs)
    for _ in range(50):
        write(one, words="a" * 900)
        write(two, words="b" * 900)
    one.close()
    two.close()
    lines = (logs / "chuan-2021-09-30.jsonl").read_text().splitlines()
    assert len(lines) == 100
    assert all(line.endswith("}") for line in lines)


def test_an_incident_is_found_as_it_was_heard(logs: Path):
    (logs / "chuan-2021-09-29.jsonl").write_text('{"id":"7KMQ-2XPD","says":"một"}\n{"id":"AAAA-AAAA"}\n')
    (logs / "chuan-2021-09-30.jsonl").write_text('{"id":"7KMQ-2XPD","says":"hai"}\n')
    for typed in ("7KMQ-2XPD", "7kmq 2xpd", " 7kmq2xpd"):
        assert [line[-6:] for line in lines_of(logs, typed)] == ['"một"}', '"hai"}']
    for wrong in ("", "7KMQ", "AAAA-AAAB", '","says":"', "0000-0000"):
        assert list(lines_of(logs, wrong)) == []


def test_the_house_logs_into_its_data_folder():
    from django.conf import settings

    made = [one for one in logging.getLogger().handlers if isinstance(one, DailyFile)]
    assert [one.folder for one in made] == [settings.DATA_DIR / "logs"]
    assert sys.stderr is not None
