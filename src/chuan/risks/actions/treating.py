"""A risk scored, treated, finished, looked at again, closed, opened again: along ``rules.lifecycles.RISK``."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.people.viewer import Viewer
from chuan.risks import searching, waiting
from chuan.risks.actions.context import told
from chuan.risks.actions.registering import held
from chuan.risks.models import Risk, RiskAction, RiskScore
from chuan.risks.permissions import leads, require_keep, require_work
from chuan.risks.scale import digest_of, named, scale_of
from chuan.rules.lifecycles import RISK
from chuan.rules.refusals.risks import ActionsOpen, RiskDueBeforePlanned
from chuan.rules.risks import (
    LEAVING,
    UNSCORED_MONTHS,
    Level,
    Nature,
    Treatment,
    check_finish,
    check_look_moved,
    check_scored_on,
    check_treatment,
    months_later,
)
from chuan.trail.actions import Act, act


@dataclass(frozen=True, slots=True)
class Scored:
    """One scoring: steps of the scale, before or after treatment, and why."""

    likelihood: int
    effect: int
    stage: str = RiskScore.Stage.BEFORE
    why: str = ""


def score_risk(risk: Risk, scored: Scored, *, on: date, by: Viewer, at: datetime) -> RiskScore:
    """Give the risk a level by the scale of the day; it is looked at again as the level says.

    Raises ``NotAllowed``, ``NotFound``, ``WrongMove``, ``ScoreOffScale``, ``InFuture``, ``BeforeItWasFound``,
    ``BeforeLastScore``.
    """
    with _moving(risk, "score", by=by, at=at) as (row, doing):
        last = row.scores.aggregate(last=Max("on"))["last"]
        check_scored_on(on, found=row.found_on, last=last, today=_today(at))
        dated = scale_of(row.owner_unit, on)
        level = dated.scale.level_of(scored.likelihood, scored.effect)
        score = RiskScore.objects.create(
            risk=row, on=on, stage=scored.stage, likelihood=scored.likelihood,
            likelihood_word=dated.scale.likelihood[scored.likelihood - 1].word, effect=scored.effect,
            effect_word=dated.scale.effect[scored.effect - 1].word, level=level.key, level_word=level.word,
            scale=named(dated), scale_digest=digest_of(dated.scale), why=scored.why.strip(), official=by.official,
            recorded_at=at,
        )  # fmt: skip
        row.likelihood, row.effect, row.level, row.level_word = (
            scored.likelihood, scored.effect, level.key, level.word,
        )  # fmt: skip
        row.review_on = months_later(on, level.review_months)
        doing.detail = {
            "on": on.isoformat(),
            "value": f"{scored.likelihood} × {scored.effect}",
            "grade": level.word,
        }
    return score


def treat_risk(
    risk: Risk, treatment: str, why: str, *, on: date | None = None, by: Viewer, at: datetime
) -> Risk:
    """Decide what is done about it; accepting or letting go ends the matter until it is looked at again.

    ``on``: the day it was decided, today where none is named. Raises ``NotAllowed``, ``NotFound``, ``WrongMove``,
    ``NotScoredYet``, ``TreatmentOfOthers``, ``ReasonForLeaving``, ``AcceptedAboveOnesPlace``, ``ActionsOpen``.
    """
    kind = Treatment(treatment)
    with _moving(risk, "leave" if kind in LEAVING else "treat", by=by, at=at) as (row, doing):
        words = (str(Risk.Treatment(treatment).label), str(row.get_nature_display()))
        check_treatment(
            Nature(row.nature), kind, _level(row, _today(at)), reason=why, leads=leads(by), words=words
        )
        if kind in LEAVING and (count := row.actions.filter(done_on=None, dropped_on=None).count()):
            raise ActionsOpen(count=count)
        row.treatment, row.treatment_why, row.treated_on = treatment, why.strip(), on or _today(at)
        doing.detail = {"answer": words[0], "reason": row.treatment_why}
    return row


def finish_treatment(risk: Risk, *, by: Viewer, at: datetime) -> Risk:
    """All that was planned is done, and what is left was scored after the last of it.

    Raises ``NotAllowed``, ``NotFound``, ``WrongMove``, ``ActionsOpen``, ``NothingPlanned``, ``ResidualMissing``.
    """
    with _moving(risk, "finish", by=by, at=at) as (row, _doing):
        rows = list(row.actions.all())
        done = [one.done_on for one in rows if one.done_on is not None]
        after = row.scores.filter(stage=RiskScore.Stage.AFTER, on__gte=max(done, default=row.found_on))
        check_finish(done=len(done), open_=sum(1 for one in rows if one.is_open), residual=after.exists())
    return row


def review_risk(risk: Risk, next_on: date, why: str, *, by: Viewer, at: datetime) -> Risk:
    """Look at it again and leave it as it is, until another day. Raises ``NotAllowed``, ``NotFound``, ``WrongMove``,
    ``WordsMissing``, ``RiskDueBeforePlanned``."""
    with _moving(risk, "review", by=by, at=at) as (row, doing):
        if next_on <= _today(at):
            raise RiskDueBeforePlanned(due=next_on, planned=_today(at))
        row.review_on = next_on
        doing.detail = {"reason": told(why, _("kết luận")), "due": next_on.isoformat()}
    return row


def move_review(risk: Risk, next_on: date, why: str, *, by: Viewer, at: datetime) -> Risk:
    """Put off or bring forward the next look, with the reason; nobody has looked at it by that.

    Raises ``NotAllowed``, ``NotFound``, ``WrongMove``, ``WordsMissing``, ``LookNotMoved``, ``LookMovedTooFar``,
    ``RiskDueBeforePlanned``.
    """
    with _moving(risk, "move", by=by, at=at) as (row, doing):
        today = _today(at)
        level = _level(row, today)
        check_look_moved(
            next_on,
            before=row.review_on,
            today=today,
            months=level.review_months if level else UNSCORED_MONTHS,
        )
        before = row.review_on.isoformat() if row.review_on else ""
        row.review_on = next_on
        doing.detail = {"reason": told(why, _("lý do")), "before": before, "due": next_on.isoformat()}
    return row


def close_risk(risk: Risk, why: str, *, by: Viewer, at: datetime) -> Risk:
    """Nothing to fear or to hope for any more. Raises ``NotAllowed``, ``NotFound``, ``WrongMove``, ``WordsMissing``,
    ``ActionsOpen``."""
    require_keep(by)
    with _moving(risk, "close", by=by, at=at) as (row, doing):
        if count := RiskAction.objects.open().filter(risk=row).count():
            raise ActionsOpen(count=count)
        row.closed_on, row.why_closed, row.review_on = _today(at), told(why, _("lý do")), None
        searching.drop([row])
        doing.detail = {"reason": row.why_closed}
    return row


def reopen_risk(risk: Risk, why: str, *, by: Viewer, at: datetime) -> Risk:
    """It is there again, and waits for a new level. Raises ``NotAllowed``, ``NotFound``, ``WrongMove``,
    ``WordsMissing``."""
    require_keep(by)
    with _moving(risk, "reopen", by=by, at=at) as (row, doing):
        row.closed_on, row.why_closed = None, ""
        row.review_on = row.reopened_on = _today(at)
        row.likelihood = row.effect = None
        row.level = row.level_word = row.treatment = ""
        doing.detail = {"reason": told(why, _("lý do"))}
        searching.put([row])
    return row


@contextmanager
def _moving(risk: Risk, verb: str, *, by: Viewer, at: datetime) -> Iterator[tuple[Risk, Act]]:
    """One step of the lifecycle: who may, whether the status allows it, the block, then row, clock and trail."""
    require_work(by, risk)
    with act(f"risk.{verb}", risk.subject, by=by, unit_uid=by.unit_uid, at=at) as doing:
        row = held(risk, by)
        after = RISK.next(row.status, verb)
        yield row, doing
        row.status = after
        row.save()
        waiting.keep(row, on=_today(at))


def _level(row: Risk, on: date) -> Level | None:
    return scale_of(row.owner_unit, on).scale.level(row.level) if row.level else None


def _today(at: datetime) -> date:
    return timezone.localtime(at).date()
