"""``chuan mail-log``: the table for intake, and what was left out, said in numbers."""

from pathlib import Path

import pytest

from chuan.cli import main

LOG = (
    "Jan  5 08:00:00 may postfix/qmgr[8]: A1B2C3: from=<hoaitt@bachong.example>, size=900, nrcpt=1 (queue active)\n"
    "Jan  5 08:00:01 may postfix/smtp[9]: A1B2C3: to=<x@y.example>, relay=mx[10.1.1.1]:25, status=sent (250 ok)\n"
)


def test_it_counts_and_writes_the_table_that_is_taken_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log, out = tmp_path / "mail.log", tmp_path / "thu.csv"
    log.write_text(LOG, encoding="utf-8")
    code = main(["mail-log", str(log), "--domain", "bachong.example", "--year", "2021", "--out", str(out)])
    printed = capsys.readouterr().out
    assert code == 0
    assert "01/2021: 1 hộp thư gửi 1 thư (nhật ký không đủ cả tháng)" in printed
    assert "hoaitt@bachong.example;01/2021;1" in out.read_text(encoding="utf-8-sig")
    assert main(["mail-log", str(log), "--domain", "khac.example", "--year", "2021"]) == 2
    assert "Không thấy thư nào gửi từ “khac.example”" in capsys.readouterr().err
