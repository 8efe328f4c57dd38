"""Candidates registered and proposed, facts said about them, initiatives recognised."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.offers.subjects import Subject
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.rules.ranking import Discipline, Level
from chuan.rules.refusals import NotFound
from chuan.rules.titles import TITLE_NAMES, Title
from chuan.trail.actions import act
from chuan.workforce import refusals
from chuan.workforce import refusals_titles as no
from chuan.workforce.actions.titles import require_own
from chuan.workforce.models import Candidate, Initiative, TitleFact, TitleRound
from chuan.workforce.permissions import require_keep
from chuan.workforce.titles.said import standing_facts

Key = TitleFact.Key
_YES_NO = ("yes", "no")
MAY_SAY: Mapping[str, tuple[str, ...]] = {
    Key.DISCIPLINE: tuple(Discipline),
    Key.LEVEL: tuple(Level),
    Key.MOVEMENT: _YES_NO,
    Key.INITIATIVE: ("no",),
    Key.RESEARCH: _YES_NO,
}
"""What may be said of each key; an initiative is only denied here, it is recognised in its own register."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """An initiative: its name, level, the paper that recognises it, by whom, when."""

    name: str
    level: str
    document: str
    by_whom: str
    on: date


def register_candidates(
    round_: TitleRound, title: Title, *, officials: Sequence[Official] = (), team: str = "",
    registered_on: date | None = None, proposed_on: date | None = None, by: Viewer, at: datetime,
) -> list[Candidate]:  # fmt: skip
    """Keep who registers for a title (or is proposed without having registered).

    Raises ``NotAllowed``, ``NotFound``, ``NothingChosen``, ``WhoseTitle``, ``DayLater``, ``CandidateAlready``.
    """
    require_own(by, round_)
    _check_whose(title, officials, team, by=by)
    for on in (registered_on, proposed_on):
        _check_day(round_, on, at)
    named: list[tuple[Official | None, str]] = [(one, "") for one in officials]
    if team.strip():
        named.append((None, team.strip()))
    rows = [
        Candidate(
            round=round_, title=title.value, official=official, team=name, registered_on=registered_on,
            proposed_on=proposed_on, recorded_at=at,
        )
        for official, name in named
    ]  # fmt: skip
    subject = Subject("title_round", round_.uid)
    with act(
        "titles.register", subject, by=by, unit_uid=by.unit_uid, at=at, title=title.value, rows=len(rows)
    ):
        TitleRound.objects.select_for_update().get(pk=round_.pk)
        there = (
            Candidate.objects.standing().filter(round=round_, title=title.value).select_related("official")
        )
        known = {(one.official, one.team) for one in there}
        if twice := [one.whose for one in rows if (one.official, one.team) in known]:
            raise no.CandidateAlready(names=", ".join(sorted(twice)))
        Candidate.objects.bulk_create(rows, batch_size=500)
    return rows


def propose(
    round_: TitleRound, candidates: Sequence[Candidate], on: date, *, by: Viewer, at: datetime
) -> int:
    """Put candidates before the council. It is nobody's computation: who keeps the records proposes by name.

    Raises ``NotAllowed``, ``NotFound``, ``NothingChosen``, ``DayLater``.
    """
    require_own(by, round_)
    if not candidates:
        raise no.NothingChosen()
    _check_day(round_, on, at)
    subject = Subject("title_round", round_.uid)
    with act("titles.propose", subject, by=by, unit_uid=by.unit_uid, at=at) as doing:
        rows = Candidate.objects.select_for_update().filter(pk__in=[one.pk for one in candidates])
        waiting = list(rows.filter(round=round_, voided_at=None, proposed_on=None))
        for row in waiting:
            row.proposed_on = on
        Candidate.objects.bulk_update(waiting, ["proposed_on"], batch_size=500)
        doing.detail = {"rows": len(waiting), "on": on.isoformat()}
    return len(waiting)


def void_candidate(row: Candidate, reason: str, *, by: Viewer, at: datetime) -> Candidate:
    """Take a candidate back (withdrawn, or written wrong).

    Raises ``NotAllowed``, ``NotFound``, ``ReasonMissing``, ``VoidAlready``.
    """
    require_own(by, row.round)
    if not reason.strip():
        raise refusals.ReasonMissing()
    with act("titles.withdraw", Subject("candidate", row.uid), by=by, unit_uid=by.unit_uid, at=at):
        held = Candidate.objects.select_for_update().get(pk=row.pk)
        if held.voided_at is not None:
            raise refusals.VoidAlready()
        held.voided_at, held.why_void = at, reason.strip()
        held.save(update_fields=["voided_at", "why_void"])
    return held


def say_facts(
    round_: TitleRound, official: Official, said: Mapping[str, str], document: str, *, by: Viewer, at: datetime
) -> list[TitleFact]:  # fmt: skip
    """Keep what a paper says of somebody's year; only what differs from what stands is written.

    The trail keeps that something was said, neither what nor of which kind. Raises ``NotAllowed``, ``NotFound``,
    ``PaperMissing``, ``FactWrong``, ``NothingSaidNew``.
    """
    require_own(by, round_)
    if official.unit_id != by.unit.pk:
        raise NotFound(thing=_("cán bộ này"))
    if not document.strip():
        raise refusals.PaperMissing()
    for key, value in said.items():
        _check_fact(key, value)
    subject = Subject("title_person", official.uid)
    with act("titles.say", subject, by=by, unit_uid=by.unit_uid, at=at, year=round_.year):
        TitleRound.objects.select_for_update().get(pk=round_.pk)
        known = standing_facts(round_, None).get(official.pk, {})
        rows = [
            TitleFact(
                round=round_, official=official, key=key, value=value, document=document.strip(), by=by.official,
                recorded_at=at,
            )
            for key, value in said.items()
            if value != (known[key].value if key in known else "")
        ]  # fmt: skip
        if not rows:
            raise no.NothingSaidNew()
        TitleFact.objects.bulk_create(rows, batch_size=500)
    return rows


def recognise(
    recognised: Recognised, authors: Sequence[Official], *, by: Viewer, at: datetime
) -> Initiative:  # fmt: skip
    """Keep a recognised initiative.

    Raises ``NotAllowed``, ``NotFound``, ``PaperMissing``, ``NothingChosen``, ``DayLater``.
    """
    require_keep(by)
    if any(one.unit_id != by.unit.pk for one in authors):
        raise NotFound(thing=_("cán bộ này"))
    if not recognised.document.strip() or not recognised.by_whom.strip() or not recognised.name.strip():
        raise refusals.PaperMissing()
    if not authors:
        raise no.NothingChosen()
    if recognised.on > timezone.localtime(at).date():
        raise no.DayLater(on=recognised.on, year=str(recognised.on.year))
    row = Initiative(
        unit=by.unit, name=recognised.name.strip(), level=recognised.level, document=recognised.document.strip(),
        recognised_by=recognised.by_whom.strip(), recognised_on=recognised.on, recorded_at=at,
    )  # fmt: skip
    with act("initiative.write", Subject("initiative", row.uid), by=by, unit_uid=by.unit_uid, at=at):
        row.save()
        row.authors.set(authors)
    return row


def void_initiative(row: Initiative, reason: str, *, by: Viewer, at: datetime) -> Initiative:
    """Take back what was written wrong. Raises ``NotAllowed``, ``NotFound``, ``ReasonMissing``, ``VoidAlready``."""
    require_keep(by)
    if row.unit_id != by.unit.pk:
        raise NotFound(thing=_("sáng kiến này"))
    if not reason.strip():
        raise refusals.ReasonMissing()
    with act("initiative.void", Subject("initiative", row.uid), by=by, unit_uid=by.unit_uid, at=at):
        held = Initiative.objects.select_for_update().get(pk=row.pk)
        if held.voided_at is not None:
            raise refusals.VoidAlready()
        held.voided_at, held.why_void = at, reason.strip()
        held.save(update_fields=["voided_at", "why_void"])
    return held


def _check_whose(title: Title, officials: Sequence[Official], team: str, *, by: Viewer) -> None:
    if any(one.unit_id != by.unit.pk for one in officials):
        raise NotFound(thing=_("cán bộ này"))
    if not officials and not team.strip():
        raise no.NothingChosen()
    if (title.for_team and officials) or (not title.for_team and team.strip()):
        whose = _("tập thể") if title.for_team else _("cá nhân")
        raise no.WhoseTitle(title=TITLE_NAMES[title], whose=whose)


def _check_day(round_: TitleRound, on: date | None, at: datetime) -> None:
    if on is not None and not round_.period.start <= on <= timezone.localtime(at).date():
        raise no.DayLater(on=on, year=str(round_.year))


def _check_fact(key: str, value: str) -> None:
    if key not in Key.values:
        raise no.FactWrong(value=value, what_of=key)
    if not value:
        return
    days = key == Key.LEAVE and value.isdecimal() and len(value) <= 3 and int(value) <= 366
    if not days and value not in MAY_SAY.get(key, ()):
        raise no.FactWrong(value=value, what_of=str(Key(key).label))
