"""Files of tools used, brought in by the way every file comes; everything in them is invented."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from django.utils import timezone

from chuan.intake import actions
from chuan.intake.models import Import
from chuan.intake.previews import preview_of
from chuan.offers.measures import Scope
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.rules.types import Period
from chuan.workforce.actions.tools_used import Said, say_accounts, write_rule
from chuan.workforce.fields import MAIL
from chuan.workforce.tools.rule import Asks, Least, Met, ToolRule

MAILS = "Thư công vụ"
BOX = "bachong.example"
QUARTER = Period(date(2021, 1, 1), date(2021, 4, 1))
PAPER = "Quyết định 9/QĐ-UBND ngày 04/01/2021"

Row = tuple[str, str, int]
"""(account, "01/2021", how often)."""


def mail_file(rows: Iterable[Row], *, period: str = "Từ ngày 01/01/2021 đến ngày 31/03/2021") -> bytes:
    """A table of mails sent, as a log is reduced to one."""
    lines = [period, "Hộp thư;Tháng;Số thư đã gửi", *(f"{box};{month};{n}" for box, month, n in rows)]
    return "\n".join(lines).encode("utf-8-sig")


def sign_in_file(rows: Iterable[tuple[str, str, int]], *, month: str, system: str) -> bytes:
    """A month's report of one system: account, name, how often; the month stands above the table only."""
    lines = [f"Báo cáo đăng nhập tháng {month}", f"{system};Họ và tên;Số lượt đăng nhập"]
    return "\n".join([*lines, *(f"{account};{name};{n}" for account, name, n in rows)]).encode("utf-8-sig")


def bring(data: bytes, by: Viewer, *, source: str = MAILS, name: str = "tep.csv") -> Import:
    """Receive, say once what the columns are, take in; rows gone are taken out."""
    now = timezone.now
    held = actions.look(actions.receive_file(data, name, by=by, at=now()), at=now())
    if held.status == Import.Status.UNMAPPED:
        actions.confirm_layout(held, preview_of(held).mapping, name="Bảng", source=source, by=by, at=now())
    assert held.status == Import.Status.PREVIEWED, held.refusal
    return actions.commit(held, by=by, at=now(), keep_gone=False if held.rows_gone else None)


def said(
    by: Viewer, accounts: Sequence[tuple[str, Official | None]], *, source: str = MAILS, tool: str = MAIL
) -> None:
    """Whose accounts are; None: a shared one."""
    rows = [
        Said(tool, source, account, "official" if official else "shared", official)
        for account, official in accounts
    ]
    say_accounts(rows, by=by, at=timezone.now())


def ruled(
    by: Viewer, *sources: tuple[str, int], tool: str = MAIL, since: date = date(2021, 1, 1),
    met: Met = Met.EVERY, asks: Asks = Asks.HALF, every: bool = True,
) -> None:  # fmt: skip
    """A rule of the unit; by default five official mails a month."""
    least = tuple(Least(source, times) for source, times in sources or ((MAILS, 5),))
    write_rule(tool, ToolRule(least, every, met, asks), since=since, citation=PAPER, by=by, at=timezone.now())


def scope(unit: object, period: Period = QUARTER) -> Scope:
    """What is asked of a measure, as known now."""
    return Scope(unit.uid, period, timezone.now())  # type: ignore[attr-defined]
