"""Whether the same came back, by cause and by what it is about; and the days of an action."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from chuan.rules.refusals.corrections import DueBeforePlanned


@dataclass(frozen=True, slots=True)
class Past:
    """A nonconformity as far as recurrence looks at it. ``about``: the record, or the process it belongs to."""

    key: str
    found_on: date
    causes: frozenset[str] = frozenset()
    about: str = ""


def recurring(one: Past, earlier: Iterable[Past], *, days: int) -> list[tuple[Past, str]]:
    """Earlier ones that this repeats, the latest first, each with why: ``cause``, ``about`` or ``both``.

    ``days``: how many back a matter still counts as the same coming back (``law/practice.toml``).

    The cause "other" tells of nothing and repeats nothing.
    """
    found = []
    for past in earlier:
        if past.key == one.key or not one.found_on - timedelta(days=days) <= past.found_on <= one.found_on:
            continue
        cause = bool((one.causes & past.causes) - {"other"})
        about = bool(one.about) and one.about == past.about
        if cause or about:
            found.append((past, "both" if cause and about else "cause" if cause else "about"))
    return sorted(found, key=lambda pair: (pair[0].found_on, pair[0].key), reverse=True)


def require_due(due_on: date, planned_on: date) -> None:
    """An action cannot be due before it was planned. Raises ``DueBeforePlanned``."""
    if due_on < planned_on:
        raise DueBeforePlanned(due=due_on, planned=planned_on)


def suggested_due(planned_on: date, until: date | None) -> date:
    """A day to offer in the form: thirty days on, or the day set by law where that is sooner and still to come."""
    usual = planned_on + timedelta(days=30)
    return until if until is not None and planned_on <= until < usual else usual
