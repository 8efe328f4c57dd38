"""What is taken out of a log: how many mails each own account sent in each month, and what was passed over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from chuan.rules.refusals.mail_logs import MailDomainWrong, TooManyBoxes

MOST_ACCOUNTS = 20_000
"""Senders of one log; an office has some dozens."""
_DOMAIN = re.compile(r"(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}")
_BETWEEN = re.compile(r"[\s,;]+")
_ACCOUNT = re.compile(rb"[a-z0-9][a-z0-9._+'=-]{0,63}@[a-z0-9.-]{4,253}")


class What(StrEnum):
    """What a log is counted for."""

    SENT = "sent"  # mails sent
    ENTERED = "entered"  # days on which somebody signed in to the box, each once


class Left(StrEnum):
    """Why something of a log was not counted; only numbers of it are kept."""

    OUTSIDE = "outside"  # a mail whose sender is of another domain
    NO_SENDER = "no_sender"  # reports of non-delivery, or its first line is not in this log
    UNREADABLE = "unreadable"  # no date, or a sender that is no address
    REPEATED = "repeated"  # another recipient, another try of a mail that was counted
    TO_FILTER = "to_filter"  # handed to the server's own spam filter, counted when it comes back
    FAILED = "failed"  # a sign-in that was refused
    SAME_DAY = "same_day"  # one more sign-in to a box on a day that counts already
    BY_OTHERS = "by_others"  # somebody who keeps the server, in his own pages or in another's box


@dataclass(frozen=True, slots=True)
class Asked:
    """What a log is read for. ``domains``: the office's own, lower case; ``year``: of the first line, where lines
    bear none."""

    domains: tuple[str, ...]
    year: int
    what: What = What.SENT


def asked_for(domains: str, year: int, what: What = What.SENT) -> Asked:
    """The same from what somebody typed: "bachong.example.vn, @ubnd.example.vn". Raises MailDomainWrong."""
    found = [one.removeprefix("@").lower() for one in _BETWEEN.split(domains.strip()) if one]
    for one in found:
        if not _DOMAIN.fullmatch(one):
            raise MailDomainWrong(typed=one)
    if not found:
        raise MailDomainWrong(typed="")
    return Asked(tuple(dict.fromkeys(found)), year, what)


@dataclass(frozen=True, slots=True)
class MailCounts:
    """The result: ``sent`` by (account, first day of the month). ``first``, ``last``: days of the log's lines.

    ``what`` says what the numbers are: mails sent, or days on which somebody signed in to the box. ``years`` has more
    than one year when the log passes a New Year.
    """

    kind: str
    sent: Mapping[tuple[str, date], int]
    first: date | None
    last: date | None
    left: Mapping[str, int] = field(default_factory=dict)
    lines: int = 0
    what: What = What.SENT

    @property
    def months(self) -> tuple[date, ...]:
        """Every month that the log's days touch, by its first day, in order."""
        if self.first is None or self.last is None:
            return ()
        found, at = [], self.first.replace(day=1)
        while at <= self.last:
            found.append(at)
            at = _next(at)
        return tuple(found)

    @property
    def whole_months(self) -> tuple[date, ...]:
        """Months of which the log holds the first days and the last: the others would be counted too low."""
        return tuple(one for one in self.months if self.is_whole(one))

    def is_whole(self, month: date) -> bool:
        """Whether the log begins by the month's third day and ends no earlier than its third last."""
        if self.first is None or self.last is None:
            return False
        after = _next(month)
        return (self.first - month).days <= _SLACK and (after - self.last).days <= _SLACK + 1

    def packed(self) -> dict[str, Any]:
        """As the reading process answers it."""
        return {
            "kind": self.kind,
            "sent": [[account, month.isoformat(), n] for (account, month), n in self.sent.items()],
            "first": self.first.isoformat() if self.first else "",
            "last": self.last.isoformat() if self.last else "",
            "left": dict(self.left),
            "lines": self.lines,
            "what": self.what.value,
        }

    @classmethod
    def unpacked(cls, packed: Mapping[str, Any]) -> MailCounts:
        """The reverse of ``packed``."""
        sent = {(account, date.fromisoformat(month)): int(n) for account, month, n in packed["sent"]}
        first, last = (date.fromisoformat(packed[key]) if packed[key] else None for key in ("first", "last"))
        what = What(packed["what"])
        return cls(packed["kind"], sent, first, last, dict(packed["left"]), int(packed["lines"]), what)


_SLACK = 2
"""Days at either end of a month on which a small office may have sent nothing at all."""


class Tally:
    """Counts while a log is read; senders stay bytes until the end."""

    def __init__(self, asked: Asked) -> None:
        self._domains = frozenset(one.encode() for one in asked.domains)
        self._sent: dict[tuple[bytes, int], int] = {}
        self._days: dict[tuple[bytes, int], int] = {}
        """Days of a month as bits: a box that a telephone opens every five minutes takes no more room."""
        self._accounts: set[bytes] = set()
        self.left: dict[str, int] = {}

    def is_ours(self, sender: bytes) -> bool:
        """Whether a sender, in lower case, is of the office's own domains."""
        return sender[sender.rfind(b"@") + 1 :] in self._domains

    def sent(self, sender: bytes, month: int) -> None:
        """One mail of a sender in a month (year × 12 + month − 1). Raises TooManyBoxes."""
        key = (sender, month)
        count = self._sent.get(key)
        if count is None:
            self._admit(sender)
        self._sent[key] = (count or 0) + 1

    def by_sender(self, sender: bytes, month: int) -> None:
        """One mail, counted when its sender is ours; else only its number is kept."""
        if not sender:
            self.leave(Left.NO_SENDER)
        elif not self.is_ours(sender):
            self.leave(Left.OUTSIDE)
        elif not _ACCOUNT.fullmatch(sender):
            self.leave(Left.UNREADABLE)
        else:
            self.sent(sender, month)

    def entered(self, account: bytes, month: int, day: int) -> None:
        """A sign-in to a box on a day of a month; of one box each day counts once. Raises TooManyBoxes."""
        if not self.is_ours(account):
            self.leave(Left.OUTSIDE)
        elif not _ACCOUNT.fullmatch(account):
            self.leave(Left.UNREADABLE)
        else:
            self._on_day(account, month, 1 << day)

    def _on_day(self, account: bytes, month: int, bit: int) -> None:
        days = self._days.get((account, month), 0)
        if days & bit:
            self.leave(Left.SAME_DAY)
            return
        if not days:
            self._admit(account)
        self._days[account, month] = days | bit

    def leave(self, why: Left) -> None:
        """Something that is not counted."""
        self.left[why] = self.left.get(why, 0) + 1

    @property
    def is_empty(self) -> bool:
        """Whether nothing was counted."""
        return not self._sent and not self._days

    def items(self) -> Iterable[tuple[tuple[str, date], int]]:
        """What was counted, by account and month."""
        counts = self._sent | {key: days.bit_count() for key, days in self._days.items()}
        for (sender, month), count in sorted(counts.items()):
            yield (sender.decode("ascii"), date(month // 12, month % 12 + 1, 1)), count

    def _admit(self, sender: bytes) -> None:
        self._accounts.add(sender)
        if len(self._accounts) > MOST_ACCOUNTS:
            raise TooManyBoxes(limit=MOST_ACCOUNTS)


def _next(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)
