"""The example's frozen sets: one for the council's session, one after an official figure came; a trial that was kept.

Nothing in them is typed here: a set takes what stands on the day, a trial what the rules say of it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from django.utils import timezone

from chuan.example_figures import figure_of
from chuan.objectives import actions as objectives
from chuan.objectives.actions import Evidence, Given, Typed
from chuan.objectives.models import FigureSet, KeptTrial, Measurement, Plan, Target
from chuan.objectives.sets.actions.freezing import Wanted, freeze_set
from chuan.objectives.sets.building import Named
from chuan.objectives.trying.actions import Note, keep_trial
from chuan.objectives.trying.ground import ground_of
from chuan.objectives.trying.trial import Meant
from chuan.people.viewer import Viewer
from chuan.rules.vietnamese import parse_number


def freeze_first(path: Path, plan: Plan, *, by: Viewer) -> FigureSet:
    """The set that the session's report stands on: before the year's last figures came."""
    return _freeze(_read(path)["set"][0], plan, None, by)


def freeze_later(path: Path, plan: Plan, first: FigureSet, *, by: Viewer) -> FigureSet:
    """An estimate becomes official; the set after it holds that, and what came in of the same days since."""
    told = _read(path)
    _make_official(told["official"], plan, by)
    return _freeze(told["set"][1], plan, first, by)


def keep_one_trial(path: Path, plan: Plan, *, by: Viewer) -> KeptTrial:
    """What the head asked at a Monday meeting, kept under its name."""
    told = _read(path)["trial"]
    ground = ground_of(Target.objects.get(objective__plan=plan, label=told["label"]), told["on"])
    assert ground is not None, "the plan shows its own promise"
    meant, note = Meant(level=Fraction(told["level"])), Note(told["name"], told["words"])
    return keep_trial(ground, meant, note, by=by, at=timezone.now())


def _make_official(told: Mapping[str, str], plan: Plan, by: Viewer) -> None:
    subject = figure_of(plan, told["indicator"], told["period"])
    assert subject is not None, "figures.csv holds the estimate"
    old = Measurement.objects.select_related("indicator__unit").get(uid=subject.uid)
    evidence = Evidence(None, "", told["evidence"])
    given = Given(
        Typed(value=parse_number(told["value"])), Measurement.Grade.D, evidence, stage=Measurement.Stage.OFFICIAL
    )  # fmt: skip
    objectives.correct_figure(old, given, reason=told["reason"], by=by, at=timezone.now(), illustrative=True)


def _freeze(told: Mapping[str, Any], plan: Plan, after: FigureSet | None, by: Viewer) -> FigureSet:
    on: date = told["on"]
    named = Named(told["name"], on, told["paper"])
    return freeze_set(plan, Wanted(named, after), by=by, at=timezone.now())


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
