"""Kept trials as a list and one of them as it was then and as it stands today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from chuan.objectives.models import KeptTrial, TrialStep
from chuan.objectives.trying.actions import is_away
from chuan.objectives.trying.ground import Ground, ground_of
from chuan.objectives.trying.past import past_of
from chuan.objectives.trying.then import Then, read_meant, read_then, supposes, then_of
from chuan.objectives.trying.trial import tried
from chuan.people.viewer import Viewer

MOST = 200
"""Kept trials of a year that the list shows, the latest first."""


@dataclass(frozen=True, slots=True)
class Noted:
    """One kept trial as the list shows it."""

    trial: KeptTrial
    then: Then
    away: bool
    carried: Sequence[TrialStep]


@dataclass(frozen=True, slots=True)
class Today:
    """A kept trial asked again on a day. ``rest_gone``: what was supposed of the rest can no longer be."""

    ground: Ground
    then: Then
    rest_gone: bool


def noted_in(year: int, viewer: Viewer) -> list[Noted]:
    """What was kept of a year; two statements."""
    rows = KeptTrial.objects.seen_by(viewer).of_year(year).select_related("target", "by")
    return [
        noted(one) for one in rows.prefetch_related("steps__line__round", "steps__by").order_by("-pk")[:MOST]
    ]


def noted(trial: KeptTrial) -> Noted:
    """One row."""
    carried = [one for one in trial.steps.all() if one.kind == TrialStep.Kind.CARRIED]
    return Noted(trial, read_then(trial.shown), is_away(trial), carried)


def today(trial: KeptTrial, viewer: Viewer, on: date) -> Today | None:
    """The same trial on the figures of a day; None where the plan no longer shows its promise."""
    ground = ground_of(trial.target, on)
    if ground is None:
        return None
    meant = read_meant(trial.meant, ground)
    told = tried(ground, meant)
    gone = supposes(trial.meant) and told.supposed is None
    return Today(ground, then_of(ground, told, meant, past_of(ground, told.after.rule, viewer)), gone)
