"""A pack by command: made for a named person, written beside."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from django.utils import timezone

from chuan.conformity.models import EvidencePack
from chuan.conformity.pack.asking import ask_for_pack
from chuan.conformity.pack.refusals import AccountUnknown, NotMade, PeriodUnreadable, UnitIsAnother
from chuan.conformity.pack.running import make
from chuan.files import actions as files
from chuan.people.models import Account
from chuan.people.viewer import Viewer, viewer_of
from chuan.rules.types import Period
from chuan.rules.vietnamese import fold

_MONTHS = re.compile(r"(\d{4})-(\d{2})(?:\.\.(\d{4})-(\d{2}))?")


def period_of(typed: str) -> Period:
    """ "2021", "2021-06", "2021-01..2021-06". Raises ``PeriodUnreadable``."""
    try:
        if re.fullmatch(r"\d{4}", typed):
            return Period.year(int(typed))
        if found := _MONTHS.fullmatch(typed):
            first = Period.month(int(found[1]), int(found[2]))
            last = Period.month(int(found[3]), int(found[4])) if found[3] else first
            return Period(first.start, last.end)
    except ValueError:
        pass
    raise PeriodUnreadable(typed=typed)


def write_pack(
    out: Path, period: Period, *, username: str, unit: str, clock: Callable[[], datetime]
) -> EvidencePack:
    """Ask for the pack, make it at once and write it to ``out``; ``clock`` reads the moment: this is a door.

    Raises ``AccountUnknown``, ``UnitIsAnother``, and what asking refuses.
    """
    by = _viewer(username, clock())
    if unit and fold(unit) not in fold(by.unit.committee):
        raise UnitIsAnother(unit=by.unit.committee, asked=unit)
    wanted = ask_for_pack(period.start, period.end - timedelta(days=1), by=by, at=clock())
    made = make(wanted, clock=clock)
    if made.blob is None:
        raise NotMade(told=made.refusal)
    # nosemgrep: file-written-here - the file that the command was asked for
    out.write_bytes(files.read(made.blob))
    return made


def _viewer(username: str, at: datetime) -> Viewer:
    account = Account.objects.filter(username=username.strip().lower(), is_active=True).first()
    viewer = viewer_of(account, on=timezone.localtime(at).date()) if account else None
    if viewer is None:
        raise AccountUnknown(username=username)
    return viewer
