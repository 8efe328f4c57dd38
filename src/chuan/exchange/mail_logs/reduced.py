"""The table that a log is reduced to: account, month, number; a file like any other export."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator
from datetime import date, timedelta

from chuan.exchange.mail_logs.counted import Left, MailCounts, What
from chuan.rules.types import Period
from chuan.rules.wording import said

HEADERS = {
    What.SENT: ("Hộp thư", "Tháng", "Số thư đã gửi"),
    What.ENTERED: ("Hộp thư", "Tháng", "Số lượt vào hộp thư"),
}
"""Two headers, so that files of the two are two sources and neither takes the other's place."""
_TITLES = {
    What.SENT: "Số thư đã gửi của từng hộp thư công vụ, đếm từ nhật ký máy chủ thư",
    What.ENTERED: "Số lượt vào từng hộp thư công vụ (mỗi ngày một lượt), đếm từ nhật ký máy chủ thư",
}
_OTHER_MONTHS = {
    What.SENT: "thư của những tháng không lấy",
    What.ENTERED: "lượt vào của những tháng không lấy",
}
LEFT_WORDS = {
    Left.OUTSIDE: "thư của tên miền khác",
    Left.NO_SENDER: "thư không rõ người gửi (thư báo lỗi, hoặc dòng đầu nằm ở nhật ký khác)",
    Left.UNREADABLE: "dòng không đọc được ngày hoặc hộp thư",
    Left.REPEATED: "lần chuyển nữa của thư đã đếm (nhiều người nhận, gửi lại)",
    Left.TO_FILTER: "lần chuyển qua bộ lọc của chính máy chủ",
    Left.FAILED: "lần đăng nhập sai",
    Left.SAME_DAY: "lần vào nữa trong cùng một ngày",
    Left.BY_OTHERS: "việc của người quản trị máy chủ (kể cả mở hộp thư của người khác)",
}
"""What was not counted, in words that follow a number."""
_OF_SIGN_INS = {Left.OUTSIDE: "lượt vào của tên miền khác"}


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
    table.writerow(HEADERS[counted.what])
    for (account, month), count in counted.sent.items():
        if month in months:
            table.writerow([account, f"{month:%m/%Y}", count])
    return out.getvalue().encode("utf-8-sig")


def left_out(counted: MailCounts, months: Collection[date]) -> Iterator[tuple[int, str]]:
    """How many of what were not counted, for a page or a line: (133, "thư của tên miền khác")."""
    for why, words in LEFT_WORDS.items():
        if number := counted.left.get(why, 0):
            yield number, words if counted.what is What.SENT else _OF_SIGN_INS.get(why, words)
    if other := sum(count for (_, month), count in counted.sent.items() if month not in months):
        yield other, _OTHER_MONTHS[counted.what]


def _above(counted: MailCounts, months: Collection[date], name: str, illustrative: bool) -> Iterator[str]:
    first, last = min(months), max(months)
    period = Period(first, Period.month(last.year, last.month).end)
    yield _TITLES[counted.what]
    yield f"Từ ngày {said(period.start)} đến ngày {said(period.end - timedelta(days=1))}"
    yield f"Đếm từ {name} ({counted.kind}), {said(counted.lines)} dòng"
    if told := [f"{said(number)} {words}" for number, words in left_out(counted, months)]:
        yield "Không đếm: " + ", ".join(told)
    if illustrative:
        yield "Dữ liệu minh họa"
