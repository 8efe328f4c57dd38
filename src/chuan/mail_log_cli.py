"""``chuan mail-log FILE…``: the mails each own account sent in each month, or (``--sign-ins``) the days on which its
box was signed in to, out of logs of any size; counts only.

For whoever keeps the mail server: the log stays where it is, only the table is handed over.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from chuan.exchange.mail_logs import LOGS, MailCounts, What, asked_for, count_files
from chuan.exchange.mail_logs.reduced import left_out, reduced_table
from chuan.rules.wording import said

_ANY_SIZE = replace(LOGS, unpacked_bytes=1 << 40)


def arguments(verb: argparse.ArgumentParser) -> None:
    """What the command takes."""
    verb.add_argument(
        "files",
        nargs="+",
        metavar="TỆP",
        help="mail.log, mailbox.log, audit.log, tệp theo dõi thư CSV; nhận cả .gz",
    )
    verb.add_argument("--domain", required=True, metavar="TÊN-MIỀN", help="phần sau @ của hộp thư công vụ")
    verb.add_argument(
        "--sign-ins",
        action="store_true",
        help="đếm lượt vào hộp thư (audit.log của Zimbra), mỗi ngày một lượt",
    )
    verb.add_argument(
        "--year",
        type=int,
        default=0,
        help="năm của dòng đầu, khi dòng nhật ký không ghi năm; tháng của năm ấy được lấy",
    )
    verb.add_argument("--out", default="", metavar="TỆP.csv", help="tệp bảng đã đếm để đưa vào Chuẩn")


def mail_log(given: argparse.Namespace) -> int:
    """Count, say what was left out, and write the table. Raises ``Refused``."""
    paths = [Path(one) for one in given.files]
    year = given.year or datetime.fromtimestamp(paths[0].stat().st_mtime, tz=UTC).year
    with ExitStack() as open_:
        logs = [(path.name, open_.enter_context(path.open("rb"))) for path in paths]
        asked = asked_for(given.domain, year, What.ENTERED if given.sign_ins else What.SENT)
        counted = count_files(logs, asked, limits=_ANY_SIZE, told=_progress)
    months = [month for month in counted.months if not given.year or month.year == given.year]
    print("\n".join(told(counted, months)))
    if given.out and months:
        name = ", ".join(path.name for path in paths)
        Path(given.out).write_bytes(reduced_table(counted, months, name=name))
        print(f"Đã ghi {given.out}: đưa tệp này vào trang Nhập từ tệp.")
    return 0 if months else 2


def told(counted: MailCounts, months: Sequence[date]) -> Iterator[str]:
    """What was counted, in lines; accounts stay in the table."""
    if counted.first is not None and counted.last is not None:
        yield (
            f"Đọc {said(counted.lines)} dòng ({counted.kind}), từ {said(counted.first)} đến {said(counted.last)}."
        )
    if len({month.year for month in counted.months}) > 1:
        yield "Nhật ký qua năm mới: các dòng sau tháng 12 được tính cho năm sau."
    for month in months:
        rows = [count for (_, at), count in counted.sent.items() if at == month]
        part = "" if counted.is_whole(month) else " (nhật ký không đủ cả tháng)"
        words = "gửi {} thư" if counted.what is What.SENT else "có {} lượt vào"
        yield f"  {month:%m/%Y}: {said(len(rows))} hộp thư {words.format(said(sum(rows)))}{part}"
    for number, words in left_out(counted, months):
        yield f"  Không đếm {said(number)} {words}."


def _progress(lines: int) -> None:
    print(f"Đã đọc {said(lines)} dòng.", file=sys.stderr, flush=True)
