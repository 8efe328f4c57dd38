"""Every change around kept trials: keeping one, putting it away and back, carrying it into a round."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from chuan.objectives.models import KeptTrial, RoundLine, Target, TrialStep
from chuan.objectives.permissions import PLANNERS, require_own_unit
from chuan.objectives.trying import refusals
from chuan.objectives.trying.ground import Ground
from chuan.objectives.trying.offering import door_of, offer
from chuan.objectives.trying.past import past_of
from chuan.objectives.trying.permissions import may_keep, may_put_away
from chuan.objectives.trying.then import meant_text, read_meant, then_of
from chuan.objectives.trying.trial import Meant, tried
from chuan.offers.subjects import Subject
from chuan.people.permissions import require_role
from chuan.people.viewer import Viewer
from chuan.rules.vietnamese import fold
from chuan.trail.actions import act

Kind = TrialStep.Kind


@dataclass(frozen=True, slots=True)
class Note:
    """How a person names the trial he keeps, and what he adds."""

    name: str
    words: str = ""


def keep_trial(ground: Ground, meant: Meant, note: Note, *, by: Viewer, at: datetime) -> KeptTrial:
    """Keep a trial with what it says today. Raises ``NothingToKeep``, ``TrialNamed``, ``NotFound``, ``NotAllowed``."""
    plan = ground.plan
    _require_keeper(by, plan.owner_unit_id)
    trial = tried(ground, meant)
    if not trial.moved and trial.supposed is None:
        raise refusals.NothingToKeep()
    shown = then_of(ground, trial, meant, past_of(ground, trial.after.rule, by))
    made = KeptTrial(
        target=ground.line.target, name=" ".join(note.name.split())[:120], words=note.words.strip(), on=ground.on,
        meant=meant_text(ground, meant), shown=shown.text, illustrative=ground.line.illustrative,
        by=by.official, recorded_at=at,
    )  # fmt: skip
    subject, uid = Subject("kept_trial", made.uid), plan.owner_unit.uid
    detail = {"name": made.name, "on": made.on.isoformat(), "text": shown.memo}
    with act("trial.keep", subject, by=by, unit_uid=uid, at=at, **detail):
        Target.objects.select_for_update().get(pk=made.target_id)
        _refuse_second(made)
        made.save()
    return made


def put_away(trial: KeptTrial, *, by: Viewer, at: datetime, words: str = "") -> TrialStep:
    """Take it out of the list; it stays, and can be brought back. Raises ``TrialOfOthers``, ``TrialAway``."""
    _require_putter(by, trial)
    with act("trial.put_away", Subject("kept_trial", trial.uid), by=by, unit_uid=by.unit.uid, at=at):
        held = _held(trial)
        if is_away(held):
            raise refusals.TrialAway()
        return _step(held, Kind.AWAY, by, at, words=words)


def bring_back(trial: KeptTrial, *, by: Viewer, at: datetime) -> TrialStep:
    """Put it into the list again. Raises ``TrialOfOthers``, ``TrialNotAway``, ``TrialNamed``."""
    _require_putter(by, trial)
    with act("trial.bring_back", Subject("kept_trial", trial.uid), by=by, unit_uid=by.unit.uid, at=at):
        held = _held(trial)
        if not is_away(held):
            raise refusals.TrialNotAway()
        _refuse_second(held)
        return _step(held, Kind.BACK, by, at)


def carry(trial: KeptTrial, ground: Ground, reason: str, *, by: Viewer, at: datetime) -> RoundLine:
    """Put what was tried into the open round: a proposal by whoever answers for the line, else a remark.

    Raises ``NoRoundOpen``, ``TrialAway``, ``TrialCarried``, what ``offering.offer`` raises.
    """
    _require_keeper(by, ground.plan.owner_unit_id)
    door = door_of(ground, by)
    if door is None:
        raise refusals.NoRoundOpen()
    with transaction.atomic():
        held = _held(trial)
        if is_away(held):
            raise refusals.TrialAway()
        before = held.steps.filter(kind=Kind.CARRIED, line=door.line).select_related("by").first()
        if before is not None:
            raise refusals.TrialCarried(by=before.by.name)
        line = offer(ground, read_meant(held.meant, ground), reason, by=by, at=at)
        with act("trial.carry", Subject("kept_trial", trial.uid), by=by, unit_uid=by.unit.uid, at=at):
            _step(held, Kind.CARRIED, by, at, line=line, words=reason)
    return line


def is_away(trial: KeptTrial) -> bool:
    """Whether it was put away and not brought back since."""
    kinds = [one.kind for one in trial.steps.all() if one.kind != Kind.CARRIED]
    return bool(kinds) and kinds[-1] == Kind.AWAY


def _require_keeper(by: Viewer, unit_id: int) -> None:
    require_own_unit(by, unit_id)
    if not may_keep(by, unit_id):
        require_role(by, *PLANNERS)


def _require_putter(by: Viewer, trial: KeptTrial) -> None:
    _require_keeper(by, trial.target.objective.plan.owner_unit_id)
    if not may_put_away(by, trial):
        raise refusals.TrialOfOthers(by=trial.by.name)


def _refuse_second(trial: KeptTrial) -> None:
    """Names that differ by capitals or spaces are one name; what was put away gives its name free."""
    rows = KeptTrial.objects.filter(target=trial.target).exclude(uid=trial.uid).select_related("by")
    for one in rows.prefetch_related("steps"):
        if fold(one.name) == fold(trial.name) and not is_away(one):
            raise refusals.TrialNamed(by=one.by.name, name=one.name)


def _held(trial: KeptTrial) -> KeptTrial:
    """The trial with its steps, locked through its promise: the row itself is never written again."""
    Target.objects.select_for_update().get(pk=trial.target_id)
    return KeptTrial.objects.select_related("target", "by").get(pk=trial.pk)


def _step(
    trial: KeptTrial, kind: Kind, by: Viewer, at: datetime, *, words: str = "", line: RoundLine | None = None
) -> TrialStep:
    assert by.official is not None
    return TrialStep.objects.create(
        trial=trial, seq=trial.steps.count() + 1, kind=kind, words=words.strip(), line=line, by=by.official,
        recorded_at=at,
    )  # fmt: skip
