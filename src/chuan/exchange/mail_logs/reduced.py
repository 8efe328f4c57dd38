"""The table that a log is reduced to: account, month, number of mails; a file like any other export."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator
from datetime import date, timedelta

from chuan.exchange.mail_logs.counted import Left, MailCounts
from chuan.rules.types import Period
from chuan.rules.wording import said

HEADER = ("Hộp thư", "Tháng", "Số thư đã gửi")
LEFT_WORDS = {
    Left.OUTSIDE: "thư của tên miền khác",
    Left.NO_SENDER: "thư không rõ người gửi (thư báo lỗi, hoặc dòng đầu nằm ở nhật ký khác)",
    Left.UNREADABLE: "dòng không đọc được ngày hoặc hộp thư",
    Left.REPEATED: "lần chuyển nữa của thư đã đếm (nhiều người nhận, gửi lại)",
    Left.TO_FILTER: "lần chuyển qua bộ lọc của chính máy chủ",
}
"""What was not counted, in words that follow a number."""


def reduced_table(
    counted: MailCounts, months: Collection[date], *, name: str, illustrative: bool = False
) -> bytes:
    """The rows of these months as text with semicolons, the period and what was left out above them.

    ``months`` are first days and follow each other without a gap; ``name`` is of the log, for whoever asks later.
    """
    out = io.StringIO()
    table = csv.writer(out, delimiter=";", lineterminator="\r\n")
    for line in _above(counted, months, name, illustrative):
        table.writerow([line])
    table.writerow(HEADER)
    for (account, month), count in counted.sent.items():
        if month in months:
            table.writerow([account, f"{month:%m/%Y}", count])
    return out.getvalue().encode("utf-8-sig")


def left_out(counted: MailCounts, months: Collection[date]) -> Iterator[tuple[int, str]]:
    """How many of what were not counted, for a page or a line: (133, "thư của tên miền khác")."""
    for why, words in LEFT_WORDS.items():
        if number := counted.left.get(why, 0):
            yield number, words
    if other := sum(count for (_, month), count in counted.sent.items() if month not in months):
        yield other, "thư của những tháng không lấy"


def _above(counted: MailCounts, months: Collection[date], name: str, illustrative: bool) -> Iterator[str]:
    first, last = min(months), max(months)
    period = Period(first, Period.month(last.year, last.month).end)
    yield "Số thư đã gửi của từng hộp thư công vụ, đếm từ nhật ký máy chủ thư"
    yield f"Từ ngày {said(period.start)} đến ngày {said(period.end - timedelta(days=1))}"
    yield f"Đếm từ {name} ({counted.kind}), {said(counted.lines)} dòng"
    if told := [f"{said(number)} {words}" for number, words in left_out(counted, months)]:
        yield "Không đếm: " + ", ".join(told)
    if illustrative:
        yield "Dữ liệu minh họa"
