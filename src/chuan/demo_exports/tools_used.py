"""What tells of tools used in the example unit: a mail server's log and two sign-in reports, with their usual traps.

Everybody is invented and every address is of a domain that cannot exist. In the log: mail from outside, a report of
failure, a box of the office, an account nobody knows any more, one who wrote too little in March, one on leave from
the middle of August. In the reports: two accounts of one name, one of them another office's.
"""

from __future__ import annotations

import gzip
import random
from collections.abc import Iterator
from datetime import date

from chuan.demo_exports.formats import Grid, as_csv, as_xlsx
from chuan.demo_exports.sheets import MARK, Row, above

FOLDER = "cong-cu"
LOG, COUNTER, PAPERS = "mail-2021.log.gz", "dang-nhap-mot-cua-2021.xlsx", "dang-nhap-van-ban-2021.csv"
DOMAIN = "bachong.example"
YEAR = 2021
MANY, FEW = 5, 3
"""Mails a month that the example's rule asks for, and what one official wrote in March."""

PEOPLE = (
    ("Ngô Văn Ký", "kynv"), ("Trần Thị Hoài", "hoaitt"), ("Lê Minh Tâm", "tamlm"), ("Phan Thị Ngân", "nganpt"),
    ("Đặng Quốc Sơn", "sondq"), ("Bùi Thị Lan", "lanbt"), ("Hoàng Thị Yến", "yenht"), ("Võ Văn Dũng", "dungvv"),
    ("Đinh Công An", "andc"), ("Hồ Thu Thủy", "thuyht"), ("Cao Văn Đạt", "datcv"), ("Mai Quản Trị", "trimq"),
)  # fmt: skip
"""Officials of the example unit, and the accounts that a system would make of their names."""
BELOW, AWAY, AWAY_FROM = "dungvv", "yenht", date(2021, 8, 16)
OFFICE, FORMER, NAMESAKE = "vanphong", "hoadv", "lanbt2"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def files() -> Iterator[tuple[str, bytes]]:
    """(name, bytes): the log and the two reports."""
    yield f"{FOLDER}/{LOG}", gzip.compress("".join(log_lines()).encode(), mtime=0)
    yield f"{FOLDER}/{COUNTER}", as_xlsx(counter())
    yield f"{FOLDER}/{PAPERS}", as_csv(";", "utf-8-sig")(papers())


def mails(account: str, month: int) -> int:
    """How many mails an account sent in a month."""
    if account == BELOW and month == 3:
        return FEW
    if account == AWAY and month >= AWAY_FROM.month:
        return 6 if month == AWAY_FROM.month else 0
    if account == FORMER:
        return 2 if month <= 2 else 0
    return 30 if account == OFFICE else MANY + (sum(map(ord, account)) + month) % 9


def log_lines() -> Iterator[str]:
    """The year as Postfix writes it, every line in the order of time."""
    rng = random.Random(YEAR)  # noqa: S311 - invented data, not secrets
    accounts = [*(account for _name, account in PEOPLE), OFFICE, FORMER]
    number = 0xA0000
    yield f"Jan  1 00:00:01 may-thu postfix/master[1]: daemon started ({MARK})\n"
    for month, name in enumerate(_MONTHS, start=1):
        sent = [(rng.randint(1, 28), account) for account in accounts for _ in range(mails(account, month))]
        outside = [(day, "") for day in (2, 9, 16)]
        for day, account in sorted([*sent, *outside]):
            number += 1
            sender = f"{account}@{DOMAIN}" if account else "" if day == 9 else "cong-dan@noi-khac.example"
            yield from _mail(
                f"{name} {day:2d} {7 + number % 10:02d}:{number % 60:02d}", f"{number:X}", sender
            )
    yield "Dec 31 17:00:00 may-thu postfix/master[1]: terminating\n"


def counter() -> Grid:
    """The one-stop system's report: months in a column, two accounts of one name, a sum below."""
    rows: list[Row] = above("BÁO CÁO TÌNH HÌNH ĐĂNG NHẬP HỆ THỐNG MỘT CỬA ĐIỆN TỬ")
    rows.append(["STT", "Tên đăng nhập", "Họ và tên", "Tháng", "Số lượt đăng nhập"])
    people = [one for one in PEOPLE if one[1] in ("kynv", "hoaitt", "tamlm", "sondq", "lanbt")]
    listed = [(n, *one) for n, one in enumerate([*people, ("Bùi Thị Lan", NAMESAKE)], start=1)]
    rows += [
        [n, account, name, f"{month:02d}/{YEAR}", 12 + (n + month) % 7]
        for n, name, account in listed
        for month in range(1, 13)
    ]
    rows.append([None, "Tổng cộng", None, None, None])
    return Grid(rows, name="Đăng nhập")


def papers() -> Grid:
    """The document system's report, as text: all officials; who is on leave signs in no more."""
    rows: list[Row] = above("THỐNG KÊ TRUY CẬP HỆ THỐNG QUẢN LÝ VĂN BẢN")
    rows.append(["Tài khoản", "Họ và tên", "Tháng", "Số lần truy cập"])
    rows += [
        [
            account,
            name,
            f"Tháng {month}/{YEAR}",
            0 if account == AWAY and month > AWAY_FROM.month else 8 + month % 5,
        ]
        for name, account in PEOPLE
        for month in range(1, 13)
    ]
    return Grid(rows, name="Truy cập")


def _mail(at: str, number: str, sender: str) -> Iterator[str]:
    yield f"{at}:10 may-thu postfix/qmgr[9]: {number}: from=<{sender}>, size=2048, nrcpt=1 (queue active)\n"
    yield (
        f"{at}:11 may-thu postfix/smtp[10]: {number}: to=<noi-nhan@noi-khac.example>, "
        "relay=mx.noi-khac.example[192.0.2.9]:25, delay=1, dsn=2.0.0, status=sent (250 2.0.0 Ok)\n"
    )
    yield f"{at}:11 may-thu postfix/qmgr[9]: {number}: removed\n"
