"""Planned paths for the tests, set in one line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from chuan.objectives.models import Plan, Target, TargetPath
from chuan.objectives.paths.actions import Planned, newest, set_paths
from chuan.people.viewer import Viewer
from tests.objectives.made import now

LATE = (100, 200, 300, 400, 500, 600, 700, 800, 900, 1000, 5000, 8550)
"""The budget of 8.550 triệu đồng, collected at the end of the year."""


def target(plan: Plan, label: str) -> Target:
    return Target.objects.select_related("indicator", "objective__plan").get(
        objective__plan=plan, label=label
    )


def planned(plan: Plan, label: str, months: Sequence[str | int | Fraction]) -> Planned:
    """One target's months against the version that stands."""
    one = target(plan, label)
    stands = newest([one]).get(one.pk)
    return Planned(one, tuple(Fraction(value) for value in months), stands.version if stands else 0)


def set_path(
    plan: Plan, label: str, months: Sequence[str | int | Fraction], *, by: Viewer, reason: str = ""
) -> TargetPath:
    (made,) = set_paths(plan, [planned(plan, label, months)], by=by, at=now(), reason=reason)
    return made


JANUARY = date(2021, 1, 5)
