"""A year of titles opened and concluded; decisions on titles written into the register and taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.law.titles import HELD_FROM, title_digest
from chuan.offers import registers
from chuan.offers.subjects import Subject
from chuan.people.models import Official, Unit, UnitSetting
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotFound
from chuan.rules.titles import TITLE_NAMES, Title
from chuan.rules.types import Period
from chuan.trail.actions import act
from chuan.workforce import refusals
from chuan.workforce import refusals_titles as no
from chuan.workforce.models import Reward, TitleRound
from chuan.workforce.permissions import require_keep
from chuan.workforce.titles.denominators import KEY, Base
from chuan.workforce.titles.fighters import at_decision
from chuan.workforce.titles.laws import law_text, laws_of

REWARDS = "rewards"
"""The register of titles, as the measure that counts it names it."""


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision on titles: its number and symbol, its day, who issued it."""

    decision: str
    on: date
    issuer: str


def open_year(year: int, citation: str, *, by: Viewer, at: datetime) -> TitleRound:
    """Begin a unit's year of titles. Raises ``NotAllowed``, ``PaperMissing``, ``YearNotHeld``, ``YearOpenAlready``."""
    require_keep(by)
    today = timezone.localtime(at).date()
    if not HELD_FROM.year <= year <= today.year:
        raise no.YearNotHeld(year=str(year), earliest=str(HELD_FROM.year), latest=str(today.year))
    if not citation.strip():
        raise refusals.PaperMissing()
    row = TitleRound(
        unit=by.unit, year=year, citation=citation.strip(), opened_on=today, law_digest=title_digest(), recorded_at=at
    )  # fmt: skip
    with act("titles.open", Subject("title_round", row.uid), by=by, unit_uid=by.unit_uid, at=at, year=year):
        Unit.objects.select_for_update().get(pk=by.unit.pk)
        if TitleRound.objects.filter(unit=by.unit, year=year).exists():
            raise no.YearOpenAlready(year=str(year))
        row.save()
    return row


def record_decision(
    round_: TitleRound, title: Title, decided: Decided, *, officials: Sequence[Official] = (), team: str = "",
    all_results: bool = False, why: str = "", by: Viewer, at: datetime,
) -> list[Reward]:  # fmt: skip
    """Write whom a decision gives a title; ``all_results``: with it every result of the year is known.

    ``why``: the reason where more emulation fighters are named than the share allows. The trail keeps the decision and
    how many it names, not who.
    Raises ``NotAllowed``, ``NotFound``, ``PaperMissing``, ``NobodyNamed``, ``WhoseTitle``, ``DecisionLater``,
    ``FightersOver``, ``RewardedAlready``.
    """
    require_own(by, round_)
    _check(round_, title, decided, officials, team, by=by, at=at)
    over = _over(round_, title, officials, why)
    rows = [_reward(round_, title, decided, at, official=one, over=over) for one in officials]
    if team.strip():
        rows.append(_reward(round_, title, decided, at, team=team.strip()))
    subject = Subject("title_round", round_.uid)
    with act("titles.decide", subject, by=by, unit_uid=by.unit_uid, at=at) as doing:
        held = TitleRound.objects.select_for_update().get(pk=round_.pk)
        _require_new(held, title, officials)
        Reward.objects.bulk_create(rows, batch_size=500)
        if all_results and held.concluded_at is None:
            _conclude(held, at)
        doing.detail = {
            "title": title.value,
            "decision": decided.decision,
            "rows": len(rows),
            "all": all_results,
        }
    return rows


def void_reward(row: Reward, reason: str, *, by: Viewer, at: datetime) -> Reward:
    """Take back what was written wrong. Raises ``NotAllowed``, ``NotFound``, ``ReasonMissing``, ``VoidAlready``."""
    require_own(by, row.round)
    if not reason.strip():
        raise refusals.ReasonMissing()
    with act("titles.void", Subject("reward", row.uid), by=by, unit_uid=by.unit_uid, at=at):
        held = Reward.objects.select_for_update().get(pk=row.pk)
        if held.voided_at is not None:
            raise refusals.VoidAlready()
        held.voided_at, held.why_void = at, reason.strip()
        held.save(update_fields=["voided_at", "why_void"])
    return held


def conclude(round_: TitleRound, *, complete: bool, by: Viewer, at: datetime) -> TitleRound:
    """Say that every result of the year is in the register, or that some are still awaited; the share is counted after.

    Raises ``NotAllowed``, ``NotFound``, ``NothingConcluded``, ``NoDecisionYet``.
    """
    require_own(by, round_)
    verb = "titles.conclude" if complete else "titles.reopen"
    with act(verb, Subject("title_round", round_.uid), by=by, unit_uid=by.unit_uid, at=at):
        held = TitleRound.objects.select_for_update().get(pk=round_.pk)
        if (held.concluded_at is not None) is complete:
            raise no.NothingConcluded(year=str(held.year))
        given = Reward.objects.known_at(None).filter(round=held, title=Title.ADVANCED_WORKER)
        if complete and not given.exists():
            raise no.NoDecisionYet(year=str(held.year))
        _conclude(held, at if complete else None)
    registers.imported(by.unit, REWARDS, Period.year(held.year), at)
    return held


def _conclude(held: TitleRound, at: datetime | None) -> None:
    """The law it is concluded under is kept with it; an open year goes by the law as it is held."""
    held.law_kept = law_text(laws_of(held)) if at else ""
    held.concluded_at = at
    held.save(update_fields=["concluded_at", "law_kept"])


def choose_base(base: Base, *, since: date, citation: str, by: Viewer, at: datetime) -> UnitSetting:
    """Keep of whom the share of advanced workers is counted, by the unit's document; a later version stands.

    Raises ``NotAllowed``, ``PaperMissing``.
    """
    require_keep(by)
    paper = " ".join(citation.split())[:300]
    if not paper:
        raise refusals.PaperMissing()
    detail = {"base": base.value, "since": since, "citation": paper}
    subject = Subject("unit", by.unit.uid)
    with act("titles.choose_base", subject, by=by, unit_uid=by.unit_uid, at=at, **detail):
        Unit.objects.select_for_update().get(pk=by.unit.pk)
        same = UnitSetting.objects.filter(unit=by.unit, key=KEY, valid_from=since)
        last = same.order_by("-version").first()
        return UnitSetting.objects.create(
            unit=by.unit, key=KEY, value=base.value, valid_from=since, citation=paper,
            version=last.version + 1 if last else 1,
        )  # fmt: skip


def require_own(by: Viewer, round_: TitleRound) -> None:
    """Raises ``NotAllowed``, and ``NotFound`` for a year of another unit: a unit that is over is only read."""
    require_keep(by)
    if round_.unit_id != by.unit.pk:
        raise NotFound(thing=_("năm xét danh hiệu này"))


def _check(
    round_: TitleRound, title: Title, decided: Decided, officials: Sequence[Official], team: str, *, by: Viewer,
    at: datetime,
) -> None:  # fmt: skip
    if any(one.unit_id != by.unit.pk for one in officials):
        raise NotFound(thing=_("cán bộ này"))
    if not decided.decision.strip() or not decided.issuer.strip():
        raise refusals.PaperMissing()
    if not officials and not team.strip():
        raise no.NobodyNamed()
    if (title.for_team and officials) or (not title.for_team and team.strip()):
        whose = _("tập thể") if title.for_team else _("cá nhân")
        raise no.WhoseTitle(title=TITLE_NAMES[title], whose=whose)
    if not round_.period.start <= decided.on <= timezone.localtime(at).date():
        raise no.DecisionLater(on=decided.on, year=str(round_.year))


def _require_new(round_: TitleRound, title: Title, officials: Sequence[Official]) -> None:
    there = Reward.objects.known_at(None).filter(round=round_, title=title, official__in=officials)
    if names := sorted(there.values_list("official__name", flat=True)):
        raise no.RewardedAlready(names=", ".join(names))


def _over(round_: TitleRound, title: Title, officials: Sequence[Official], why: str) -> str:
    """The reason where the share is gone over, "" where it is not. Raises ``FightersOver`` without one."""
    if title is not Title.EMULATION_FIGHTER:
        return ""
    told = at_decision(round_, officials, laws_of(round_).chosen.values)
    if told is None or told.fits:
        return ""
    reason = " ".join(why.split())[:300]
    if not reason:
        raise no.FightersOver(warning=f"{told.sentence} {told.base}", source=told.source)
    return reason


def _reward(
    round_: TitleRound, title: Title, decided: Decided, at: datetime, *, official: Official | None = None,
    team: str = "", over: str = "",
) -> Reward:  # fmt: skip
    return Reward(
        round=round_, title=title.value, official=official, team=team, decision=decided.decision.strip(),
        decided_on=decided.on, issuer=decided.issuer.strip(), over_share=over, recorded_at=at,
    )  # fmt: skip
