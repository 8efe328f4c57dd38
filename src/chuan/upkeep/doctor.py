"""All examinations in turn: each within its time, its own fault caught, and the report of them."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db import DatabaseError, connection
from django.utils.translation import gettext as _

from chuan.offers.examinations import Examination, Finding, Grade, Looking, broken, examinations, look
from chuan.upkeep.time_limits import OutOfTime, statements_end_after

logger = logging.getLogger(__name__)

LONGEST = 60.0
"""Seconds that one examination may take; with ``full`` an hour."""
LONGEST_IN_FULL = 3600.0


@dataclass(frozen=True)
class Examined:
    """One examination as it came out; ``ms`` is how long it took."""

    key: str
    title: str
    findings: tuple[Finding, ...]
    ms: int = 0

    @property
    def grade(self) -> Grade:
        """The worst of its findings."""
        return worst(one.grade for one in self.findings)


@dataclass(frozen=True)
class Report:
    """What was found at a moment."""

    at: datetime
    full: bool
    examined: tuple[Examined, ...]

    @property
    def grade(self) -> Grade:
        """The worst of all."""
        return worst(one.grade for one in self.examined)

    def of(self, grade: Grade) -> list[tuple[Examined, Finding]]:
        """Every finding of a grade with its examination."""
        return [(one, found) for one in self.examined for found in one.findings if found.grade is grade]


def worst(grades: Iterable[Grade]) -> Grade:
    """The heaviest of them; of none, fine."""
    return max(grades, key=lambda grade: grade.weight, default=Grade.FINE)


def examine(*, at: datetime, on: date, full: bool = False, of: Sequence[Examination] | None = None) -> Report:
    """Run every examination offered (or those given) and report. Changes nothing.

    Where there is no database to ask, that is said once, and only what needs none is examined.
    """
    looking = Looking(at, on, full)
    given = examinations() if of is None else of
    found = [] if (no_data := _no_data()) is None else [Examined("database", _("Cơ sở dữ liệu"), (no_data,))]
    found += [run(one, looking) for one in given if not (no_data and one.needs_data)]
    return Report(at, full, tuple(found))


def run(one: Examination, looking: Looking) -> Examined:
    """One examination: over its time or broken down, that is what is found."""
    began = time.monotonic()
    findings: list[Finding] = []
    limit = LONGEST_IN_FULL if looking.full else LONGEST
    try:
        with statements_end_after(limit) as deadline:
            for found in one.examine(looking):
                findings.append(found)
                deadline.check()
    except OutOfTime:
        findings.append(_out_of_time(limit))
    except Exception as error:
        logger.exception("an examination broke down")
        findings.append(_broke_down(error))
    return Examined(one.key, str(one.title), tuple(findings), round((time.monotonic() - began) * 1000))


def mend(report: Report) -> list[str]:
    """Put right what examinations that are not fine offer to put right; one sentence for each thing done."""
    by_key = {one.key: one for one in examinations()}
    wanted = [by_key[one.key] for one in report.examined if one.grade is not Grade.FINE and one.key in by_key]
    return [f"{one.title}: {one.mend()}" for one in wanted if one.mend is not None]


def _no_data() -> Finding | None:
    """Why the database cannot be asked at all; None when it can."""
    try:
        if "trail_entry" in connection.introspection.table_names():
            return None
    except DatabaseError as error:
        return broken(
            _("Cơ sở dữ liệu không trả lời (%s), nên những gì trong đó chưa kiểm được.")
            % type(error).__name__,
            _("Kiểm máy chủ dữ liệu, biến DATABASE_URL và thư mục CHUAN_DATA; rồi chạy lại."),
        )
    return broken(
        _("Chưa có dữ liệu ở %s.") % settings.DATA_DIR,
        _(
            "Nếu là lần đầu, chạy “chuan init”; nếu dữ liệu ở nơi khác, đặt biến CHUAN_DATA trỏ tới thư mục đó."
        ),
    )


def _out_of_time(limit: float) -> Finding:
    return look(
        _("Chưa kiểm xong trong %d giây nên dừng lại.") % limit,
        _("Chạy “chuan doctor --full” vào lúc ít người làm việc."),
    )


def _broke_down(error: Exception) -> Finding:
    if isinstance(error, DatabaseError):
        return broken(
            _("Cơ sở dữ liệu không trả lời được (%s).") % type(error).__name__,
            _("Xem nhật ký máy chủ; nếu dữ liệu hỏng, khôi phục từ bản sao lưu gần nhất."),
        )
    return broken(
        _("Phép kiểm này gặp lỗi (%s).") % type(error).__name__,
        _("Xem nhật ký máy chủ trong thư mục logs và gửi cho người hỗ trợ."),
    )
