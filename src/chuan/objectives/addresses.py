"""Where the things of this room are shown: one place, so that tasks, acts and pages agree."""

from __future__ import annotations

from chuan.objectives.models import (
    Basis,
    FigureDue,
    FigureSet,
    Indicator,
    KeptTrial,
    Measurement,
    Objective,
    Plan,
    Target,
)

INTAKE = "/nhap-tu-tep/"
"""Where files of other systems are taken in (room ``intake``)."""


def of_plan(plan: Plan) -> str:
    """The year at a glance."""
    return f"/muc-tieu/?nam={plan.year}"


def of_planning(plan: Plan) -> str:
    """What the plan still lacks, and the proposals for it."""
    return f"/muc-tieu/ke-hoach/{plan.uid}/"


def of_paths(plan: Plan) -> str:
    """The twelve months planned for every target of the plan."""
    return f"/muc-tieu/ke-hoach/{plan.uid}/lo-trinh/"


def of_objective(objective: Objective) -> str:
    """The planning fields of one objective."""
    return f"/muc-tieu/ke-hoach/muc/{objective.uid}/"


def of_target(target: Target) -> str:
    """One promise with its figures."""
    return f"/muc-tieu/{target.uid}/"


def of_indicator(indicator: Indicator) -> str:
    """The definition of an indicator."""
    return f"/muc-tieu/chi-tieu/{indicator.uid}/"


def of_measurement(measurement: Measurement) -> str:
    """The passport of a figure."""
    return f"/muc-tieu/so-lieu/{measurement.uid}/"


def of_figure_due(due: FigureDue) -> str:
    """The form that a figure is put in with."""
    return f"/muc-tieu/nhap/{due.uid}/"


def of_recount(plan: Plan) -> str:
    """Figures that stand beside what registers count of the same days."""
    return f"/muc-tieu/do-tu-so/?nam={plan.year}"


def of_set(found: FigureSet) -> str:
    """A frozen set of figures."""
    return f"/muc-tieu/chot/{found.uid}/"


def of_kept_trial(found: KeptTrial) -> str:
    """A trial that somebody kept."""
    return f"/muc-tieu/thu/da-giu/{found.uid}/"


def of_basis(basis: Basis) -> str:
    """A paper that the plan rests on, beside its promises."""
    return f"/muc-tieu/can-cu/{basis.uid}/"
