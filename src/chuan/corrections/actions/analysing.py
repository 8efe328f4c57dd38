"""What is done at once, apart from the cause; and the cause itself, with how it was made sure."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime

from chuan.corrections import refusals as no
from chuan.corrections.causes import listed
from chuan.corrections.lines import Line, lock, require_day, said, today, write_line
from chuan.corrections.models import Cause, Correction, Nonconformity
from chuan.corrections.permissions import require_keep
from chuan.corrections.waiting import KIND, remind
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.trail.actions import act

MOST_WHYS = 7


@dataclass(frozen=True, slots=True)
class CauseGiven:
    """A cause: its code of the list of the day, in words, how it was verified, the answers to "vì sao" in order."""

    code: str
    words: str
    verified_how: str
    whys: Sequence[str] = ()


@contextmanager
def step(case: Nonconformity, verb: str, *, by: Viewer, at: datetime) -> Iterator[Nonconformity]:
    """One step as an act: the row locked, its clocks moved when it ends; the trail says the step alone."""
    with act(f"correction.{verb}", Subject(KIND, case.uid), by=by, unit_uid=by.unit_uid, at=at):
        held = lock(case)
        yield held
        remind(held, at=at)
    case.refresh_from_db()


def correct(case: Nonconformity, what: str, on: date, *, by: Viewer, at: datetime) -> Correction:
    """Record what was done at once about the thing itself (TCVN ISO 9001:2015, 8.7.1): it ends no cause.

    Raises ``NotAllowed``, ``WordsMissing``, ``DayToCome``, ``DayBefore``, ``CaseOver``.
    """
    require_keep(by)
    words = said(what, "việc đã làm ngay")
    require_day(on, at, since=case.found_on, since_what="ngày phát hiện")
    with step(case, "correct", by=by, at=at) as held:
        row = Correction.objects.create(case=held, what=words, done_on=on, by=by.official, recorded_at=at)
        write_line(held, Line("correct", on, words), by=by, at=at)
    return row


def analyse(
    case: Nonconformity, given: Sequence[CauseGiven], *, by: Viewer, at: datetime, on: date | None = None
) -> list[Cause]:
    """Write the causes of the round; those written before in the same round give way, and stay to be read.

    Raises ``NotAllowed``, ``CauseMissing``, ``WordsMissing``, ``DayBefore``, ``WrongMove``, ``CaseOver``.
    """
    require_keep(by)
    day = on or today(at)
    require_day(day, at, since=case.found_on, since_what="ngày phát hiện")
    codes = frozenset(one.code for one in listed(case.owner_unit, day).causes)
    rows = [_cause(one, codes) for one in given]
    if not rows:
        raise no.CauseMissing()
    with step(case, "analyse", by=by, at=at) as held:
        write_line(held, Line("analyse", day, "; ".join(one.words for one in rows)), by=by, at=at)
        Cause.objects.filter(case=held, round=held.round, standing=True).update(standing=False)
        for one in rows:
            one.case, one.round, one.by, one.recorded_at = held, held.round, by.official, at
        Cause.objects.bulk_create(rows)
    return rows


def _cause(given: CauseGiven, codes: frozenset[str]) -> Cause:
    if given.code not in codes:
        raise no.CauseMissing()
    whys = [" ".join(one.split()) for one in given.whys if one.strip()][:MOST_WHYS]
    return Cause(
        code=given.code, words=said(given.words, "nguyên nhân bằng lời"),
        verified_how=said(given.verified_how, "đã kiểm chứng nguyên nhân bằng cách nào"),
        whys=_json_list(whys),
    )  # fmt: skip


def _json_list(lines: Sequence[str]) -> str:
    """The lines as JSON; "" for none."""
    return json.dumps(list(lines), ensure_ascii=False) if lines else ""
