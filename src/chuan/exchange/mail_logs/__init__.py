"""Logs of mail servers, read for one thing: how many mails each own account sent in each month, or on how many days
its box was signed in to.

    counted = count_mail(data, name="mail.log.gz", asked=asked_for("bachong.example.vn", 2021))
    counted.sent[("hoaitt@bachong.example.vn", date(2021, 3, 1))]

No subject, no recipient and no content is read; senders of other domains leave only their number. Formats: Postfix
(syslog with month names or ISO stamps), Zimbra's mailbox.log and audit.log, tables of Exchange's message tracking.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable
from typing import Any

from chuan.exchange.apart import run_apart
from chuan.exchange.encodings import looks_utf16
from chuan.exchange.limits import Limits
from chuan.exchange.mail_logs.counted import Asked, Left, MailCounts, Tally, What, asked_for
from chuan.exchange.mail_logs.lines import HEAD, Source, lines_of, opened, text_of
from chuan.exchange.mail_logs.postfix import Postfix
from chuan.exchange.mail_logs.stamps import Stamps
from chuan.exchange.mail_logs.tracking import header_in, take_all
from chuan.exchange.mail_logs.zimbra import MARKS as ZIMBRA
from chuan.exchange.mail_logs.zimbra import SIGN_INS, Zimbra, ZimbraSignIns
from chuan.rules.refusals import FileEmpty, FileTooSlow, Refused
from chuan.rules.refusals.mail_logs import (
    MailLogTellsSignIns,
    MailLogTooBig,
    MailLogTooSlow,
    MailLogUnknown,
    MailLogWithoutOurs,
    NobodySignedIn,
    NoSignInsTold,
)

__all__ = [
    "LOGS", "Asked", "Left", "MailCounts", "What", "asked_for", "check_log_size", "count_files", "count_mail",
]  # fmt: skip

LOGS = Limits(file_bytes=80_000_000, seconds=90, unpacked_bytes=900_000_000, memory_bytes=1 << 30)
"""What one log may ask of the machine: two million lines packed with gzip fit well inside."""
_MEGABYTE = 1_000_000
_EVERY = 100_000
"""Lines between two signs of progress."""
_LOOKED_AT = 20_000
"""Lines within which a log must show whose it is."""

Taker = Postfix | Zimbra | ZimbraSignIns
Told = Callable[[int], None]
"""(lines read so far)."""


def check_log_size(size: int, *, limits: Limits = LOGS) -> None:
    """Refuses a log by its bytes alone. Raises MailLogTooBig."""
    if size > limits.file_bytes:
        raise MailLogTooBig(megabytes=-(-size // _MEGABYTE), limit=limits.file_bytes // _MEGABYTE)


def count_mail(data: bytes, *, name: str, asked: Asked, limits: Limits = LOGS) -> MailCounts:
    """What own accounts sent, by month, counted in a process of its own.

    Raises FileEmpty, MailLogTooBig, MailLogUnknown, MailLogWithoutOurs, MailLogTooSlow, TooManyBoxes, FileBomb,
    FileUnreadable; MailLogTellsSignIns where mails were asked for and only sign-ins are told, NoSignInsTold and
    NobodySignedIn where sign-ins were asked for.
    """
    if not data:
        raise FileEmpty(name=name)
    check_log_size(len(data), limits=limits)
    head = (
        json.dumps({"domains": asked.domains, "year": asked.year, "what": asked.what.value}).encode() + b"\n"
    )
    try:
        return MailCounts.unpacked(run_apart("mail_log", head + data, name=name, limits=limits))
    except FileTooSlow:
        raise MailLogTooSlow(name=name, seconds=limits.seconds) from None


def count_here(sent: bytes, *, name: str, limits: Limits) -> MailCounts:
    """The same in this process: what the reading process runs."""
    source = io.BytesIO(sent)
    said = json.loads(source.readline())
    asked = Asked(tuple(said["domains"]), int(said["year"]), What(said["what"]))
    return count_files([(name, source)], asked, limits=limits)


def count_files(
    logs: Iterable[tuple[str, Source]], asked: Asked, *, limits: Limits = LOGS, told: Told = lambda n: None
) -> MailCounts:
    """Several logs of one server as one, read on line by line: 2,000,000 lines take no more memory than 2,000.

    Without a year in their lines they follow each other by their months, from old to new or from new to old.
    """
    counting = _Counting(asked, limits, told)
    names = [counting.read(name, source) for name, source in logs]
    return counting.result(", ".join(names))


class _Counting:
    def __init__(self, asked: Asked, limits: Limits, told: Told) -> None:
        self._asked, self._limits, self._told = asked, limits, told
        self._tally, self._stamps = Tally(asked), Stamps(asked.year)
        self._postfix, self._zimbra = Postfix(self._tally), Zimbra(self._tally)
        self._sign_ins = ZimbraSignIns(self._tally, self._stamps)
        self._lines, self._kinds = 0, dict[str, None]()

    def read(self, name: str, source: Source) -> str:
        """One log; its name."""
        log = opened(source, name=name, limits=self._limits)
        table = header_in(_letters(log.peek(HEAD)[:HEAD]))
        if table is None:
            self._take_lines(log, name)
        elif self._asked.what is What.ENTERED:
            raise NoSignInsTold(name=name)
        else:
            self._kinds["exchange"] = None
            take_all(text_of(log), *table, self._tally, self._stamps, self._seen)
        return name

    def _take_lines(self, log: io.BufferedReader[Any], name: str) -> None:
        """A log of lines: which server wrote it shows in the lines themselves, some thousands in at the latest."""
        taker: Taker | None = None
        month_of, seen, begun = self._stamps.month_of, self._seen, self._lines
        for line in lines_of(log):
            seen()
            month = month_of(line)
            if taker is None:
                taker = self._told_by(line)
            if taker is None:
                if self._lines - begun > _LOOKED_AT:
                    break
            elif month >= 0:
                taker.take(line, month)
            elif not line.isspace():
                self._tally.leave(Left.UNREADABLE)
        if taker is None:
            unknown = NoSignInsTold if self._asked.what is What.ENTERED else MailLogUnknown
            raise unknown(name=name)
        self._kinds[taker.kind] = None

    def _told_by(self, line: bytes) -> Taker | None:
        if self._asked.what is What.ENTERED:
            return self._sign_ins if any(mark in line for mark in SIGN_INS) else None
        if b"postfix" in line and b"]: " in line:
            return self._postfix
        return self._zimbra if any(mark in line for mark in (*ZIMBRA, *SIGN_INS)) else None

    def _seen(self) -> None:
        self._lines += 1
        if self._lines % _EVERY == 0:
            self._told(self._lines)

    def result(self, name: str) -> MailCounts:
        """What was counted. Raises MailLogWithoutOurs, MailLogTellsSignIns or NobodySignedIn when that is nothing."""
        self._postfix.end()
        if self._tally.is_empty:
            raise self._nothing(name)
        return MailCounts(
            ", ".join(self._kinds), dict(self._tally.items()), self._stamps.first, self._stamps.last,
            dict(self._tally.left), self._lines, self._asked.what,
        )  # fmt: skip

    def _nothing(self, name: str) -> Refused:
        domains = ", ".join(self._asked.domains)
        if self._asked.what is What.ENTERED:
            return NobodySignedIn(name=name, domains=domains, lines=self._lines)
        if self._zimbra.only_sign_ins:
            return MailLogTellsSignIns(name=name)
        return MailLogWithoutOurs(name=name, domains=domains, lines=self._lines)


def _letters(head: bytes) -> str:
    """The first bytes as letters, for a look at the header."""
    return head.decode(looks_utf16(head) or "utf-8-sig", errors="replace")
