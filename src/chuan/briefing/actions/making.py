"""The brief of a day made and frozen, and tomorrow's lines told to those whom they concern."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.briefing import reminding
from chuan.briefing.choices import Choice, choice_of
from chuan.briefing.gathering import Gathered, explanations_of, gather
from chuan.briefing.models import Answer, Brief, BriefLine, Explanation, Foreseen
from chuan.offers.harms import Harm
from chuan.offers.subjects import Subject
from chuan.people.models import Unit
from chuan.trail.actions import System, act

MAKER = System("system/briefing")
NOTED = 200
"""So much of what was done stands in the next brief; the whole of it on its own page."""


class _Stands(Exception):
    """Another process made it meanwhile."""


def make(unit: Unit, *, due_at: datetime, at: datetime) -> Brief | None:
    """Make the brief of the local day of ``at``; None where it stands already. Mail is not sent here.

    Everything is read before the transaction. Lines that name an official come only when he was told a working day
    earlier; those of the next working day are told now.
    """
    on = timezone.localtime(at).date()
    if Brief.objects.filter(unit=unit, on=on).exists():
        return None
    choice = choice_of(unit, on)
    today = gather(unit, choice, on, at)
    brief, lines = _drawn(today, due_at, at)
    before = _foreseen(gather(unit, choice, reminding.working_days_after(unit, on, 1), at), at)
    try:
        _write(brief, lines, before, choice, at)
    except _Stands:
        return None
    return brief


def _write(
    brief: Brief, lines: list[BriefLine], before: list[Foreseen], choice: Choice, at: datetime
) -> None:  # fmt: skip
    unit = brief.unit
    detail = {"day": brief.on.isoformat(), "count": len(lines)}
    with act("briefs.make", Subject("brief", brief.uid), by=MAKER, unit_uid=unit.uid, at=at, **detail):
        Unit.objects.select_for_update().get(pk=unit.pk)
        if Brief.objects.filter(unit=unit, on=brief.on).exists():
            raise _Stands
        brief.save()
        BriefLine.objects.bulk_create(lines)
        reminding.bring(brief, choice)
        _tell(before, brief.on)


def _drawn(today: Gathered, due_at: datetime, at: datetime) -> tuple[Brief, list[BriefLine]]:
    picked = today.picked()
    brief = Brief(
        unit=today.unit, on=today.on, due_at=due_at, made_at=at, more=picked.more, early=picked.early,
        resting=picked.resting, returned=json.dumps(_returned(today.unit), ensure_ascii=False),
    )  # fmt: skip
    said = explanations_of(today.unit, today.on, picked.lines)
    lines = [_line(brief, n, today.harms[key], today, said) for n, key in enumerate(picked.lines, start=1)]
    return brief, lines


def _line(
    brief: Brief, place: int, harm: Harm, today: Gathered, said: dict[tuple[str, int], Explanation]
) -> BriefLine:  # fmt: skip
    official = today.people.get(harm.concerned)
    return BriefLine(
        brief=brief, place=place, key=harm.key, kind=harm.kind, weight=today.weights.get(harm.kind, 0),
        sentence=harm.sentence[:400], official=official, since=harm.since, due_on=harm.due, amount=harm.amount,
        facts=json.dumps(harm.facts, ensure_ascii=False), verbs=" ".join(harm.verbs), address=harm.address,
        explanation=said.get((harm.key, official.pk)) if official else None,
    )  # fmt: skip


def _foreseen(coming: Gathered, at: datetime) -> list[Foreseen]:
    return [
        Foreseen(
            unit=coming.unit, official=coming.people[harm.concerned], on=coming.on, key=harm.key, kind=harm.kind,
            sentence=harm.sentence[:400], address=harm.address, facts=json.dumps(harm.facts, ensure_ascii=False),
            recorded_at=at,
        )
        for harm in (coming.harms[key] for key in coming.to_tell())
        if harm.concerned in coming.people
    ]  # fmt: skip


def _tell(rows: list[Foreseen], opened: date) -> None:
    """Keep what is told beforehand, once for each day and matter."""
    if not rows:
        return
    there = Foreseen.objects.filter(unit=rows[0].unit, on=rows[0].on).values_list("key", flat=True)
    fresh = [one for one in rows if one.key not in set(there)]
    reminding.tell_before(Foreseen.objects.bulk_create(fresh), opened)


def _returned(unit: Unit) -> list[dict[str, Any]]:
    """What became of earlier answers since the last brief: given since, or finished since. Two statements."""
    last = Brief.objects.filter(unit=unit).order_by("-on").first()
    if last is None:
        return []
    rows = Answer.objects.filter(unit=unit).select_related("line", "official").order_by("recorded_at", "pk")
    fresh = list(rows.filter(line__brief=last))
    ended = list(rows.filter(done_at__gt=last.made_at).exclude(line__brief=last))
    return [_told(one) for one in (*ended, *fresh)]


def _told(one: Answer) -> dict[str, str]:
    return {
        "what": one.line.sentence, "verb": str(one.get_verb_display()),
        "who": one.official.name if one.official else "", "state": _state(one), "note": one.note[:NOTED],
        "due": one.due_on.isoformat() if one.due_on else "", "uid": str(one.uid),
    }  # fmt: skip


def _state(one: Answer) -> str:
    if one.moot:
        return str(_("việc đã tự xong"))
    if one.verb == Answer.Verb.AGREE:
        return str(_("đã đồng ý"))
    return str(one.get_state_display())
