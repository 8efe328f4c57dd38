"""Whether an official has what his post asks for, on a day. Pure: no table, no clock."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol

from django.utils.translation import gettext as _

from chuan.rules.wording import said


class Standing(StrEnum):
    """How what is asked for stands."""

    MET = "met"
    EXPIRING = "expiring"
    EXPIRED = "expired"
    MISSING = "missing"


class Paper(Protocol):
    """What judging reads of a row of evidence."""

    held_from: date
    valid_to: date | None
    paper: str


@dataclass(frozen=True, slots=True)
class Judged:
    """How it stands, by which paper (None: none was ever shown)."""

    standing: Standing
    paper: Paper | None = None

    @property
    def gap(self) -> bool:
        """Whether nothing that holds today shows it."""
        return self.standing in (Standing.EXPIRED, Standing.MISSING)

    @property
    def sentence(self) -> str:
        """In words, with the day that matters."""
        if self.paper is None:
            return _("chưa có minh chứng")
        if self.paper.valid_to is None:
            return _("có từ %s") % said(self.paper.held_from)
        last = said(self.paper.valid_to - timedelta(days=1))
        if self.standing is Standing.EXPIRED:
            return _("hết hạn sau ngày %s") % last
        return _("còn hạn đến hết ngày %s") % last


def judge(papers: Iterable[Paper], *, on: date, soon: int) -> Judged:
    """The best paper of one qualification on a day: one that holds longest, else the one that ended last.

    ``soon``: how many days before its end a paper counts as ending.
    """
    held = [one for one in papers if one.held_from <= on]
    if not held:
        return Judged(Standing.MISSING)
    best = max(held, key=_end)
    if _end(best) <= on:
        return Judged(Standing.EXPIRED, best)
    is_ending = _end(best) <= on + timedelta(days=soon)
    return Judged(Standing.EXPIRING if is_ending else Standing.MET, best)


def _end(paper: Paper) -> date:
    return paper.valid_to or date.max


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day: 31/01 and one month is 28/02 (29/02)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    first_after = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    return min(first_after - timedelta(days=1), date(year, month + 1, 1) + timedelta(days=day.day - 1))
