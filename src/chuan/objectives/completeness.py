"""The gate: what a plan still lacks of ISO 9001:2015, 6.2.2 and of its indicators' definitions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from chuan.objectives.models import Indicator, Objective, Plan, Target

FIELDS: dict[str, str | Promise] = {
    "what": later("việc sẽ làm"),
    "resources": later("nguồn lực"),
    "owner": later("người phụ trách"),
    "due_on": later("thời hạn"),
    "evaluation": later("cách đánh giá"),
}
"""What is to be done, with what, by whom, by when, judged how (6.2.2 a to e)."""

DEFINED: dict[str, str | Promise] = {
    "definition": later("định nghĩa"),
    "source": later("nguồn số liệu"),
}


@dataclass(frozen=True, slots=True)
class Missing:
    """What one objective or one indicator lacks; ``fields`` are names, ``words`` one phrase for a person."""

    label: str
    name: str
    fields: tuple[str, ...]
    words: str
    objective: Objective | None = None
    indicator: Indicator | None = None

    @property
    def sentence(self) -> str:
        """ "1.7 Xây dựng tuyến đường bê tông còn thiếu nguồn lực, cách đánh giá"."""
        return _("%(label)s %(name)s còn thiếu %(words)s") % {
            "label": self.label, "name": self.name, "words": self.words,
        }  # fmt: skip


def completeness(plan: Plan) -> tuple[Missing, ...]:
    """Everything the plan lacks, in the decision's order; empty when it is complete. Two statements."""
    objectives = list(Objective.objects.filter(plan=plan))
    found = [one for objective in objectives if (one := _lacks(objective, objectives)) is not None]
    targets = Target.objects.filter(objective__plan=plan, indicator__isnull=False).select_related("indicator")
    return (*found, *(one for target in targets if (one := _undefined(target)) is not None))


def owned(objective: Objective, objectives: Iterable[Objective]) -> bool:
    """Whether somebody answers for the objective: named on it, or on the one above."""
    if objective.owner_post_id or objective.owner_official_id:
        return True
    parent = next((one for one in objectives if one.pk == objective.parent_id), None)
    return parent is not None and owned(parent, objectives)


def _lacks(objective: Objective, objectives: list[Objective]) -> Missing | None:
    empty = [name for name in ("what", "resources", "due_on", "evaluation") if not getattr(objective, name)]
    if not owned(objective, objectives):
        empty.append("owner")
    fields = tuple(name for name in FIELDS if name in empty)
    if not fields:
        return None
    words = ", ".join(str(FIELDS[name]) for name in fields)
    return Missing(objective.ordinal, objective.name, fields, words, objective=objective)


def _undefined(target: Target) -> Missing | None:
    indicator = target.indicator
    assert indicator is not None
    fields = tuple(name for name in DEFINED if not getattr(indicator, name))
    if not fields:
        return None
    words = ", ".join(str(DEFINED[name]) for name in fields)
    return Missing(target.label, indicator.name, fields, words, indicator=indicator)
