"""Time limits and channels in words, as pages and sheets say them."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from chuan.dossiers.models import TimeLimit
from chuan.rules.time_limits import DOUBT_WORDS, Doubt

CHANNEL_WORDS: dict[str, str | Promise] = {
    "": later("mọi hình thức"),
    "counter": later("trực tiếp"),
    "online": later("trực tuyến"),
    "post": later("bưu chính"),
}
_UNIT_WORDS: dict[str, str | Promise] = {
    "working_day": later("%(n)s ngày làm việc"),
    "calendar_day": later("%(n)s ngày"),
    "working_hour": later("%(n)s giờ làm việc"),
}


def time_in_words(total: int | None, unit: str) -> str:
    """ "5 ngày làm việc", "trong ngày"; what is lost is said to be lost."""
    if total is None:
        return _("chưa rõ số")
    if not unit:
        return _("%(n)s, mất đơn vị") % {"n": total}
    if total == 0:
        return _("trong ngày")
    return str(_UNIT_WORDS[unit]) % {"n": total}


def limit_in_words(limit: TimeLimit) -> str:
    """One limit with its channel and case: "trực tuyến: 5 ngày làm việc"."""
    where = " · ".join(
        part for part in (str(CHANNEL_WORDS[limit.channel]) if limit.channel else "", limit.case) if part
    )
    said = time_in_words(limit.total, limit.unit)
    return f"{where}: {said}" if where else said


def limits_in_words(limits: Iterable[TimeLimit]) -> str:
    """All limits of a version in one line; one time only once when every channel takes the same."""
    limits = list(limits)
    times = {(one.total, one.unit) for one in limits}
    if len(times) == 1 and not any(one.case for one in limits):
        return time_in_words(*times.pop())
    return "; ".join(limit_in_words(one) for one in limits)


def doubt_in_words(doubt: str) -> str:
    """What to do about a limit that is still a question; "" for none."""
    return DOUBT_WORDS[Doubt(doubt)] if doubt else ""
