"""The things of this room that a request may reach: those of the viewer's units; nothing else is there."""

from __future__ import annotations

import uuid

from django.shortcuts import get_object_or_404

from chuan.objectives.models import Indicator, Objective, Plan
from chuan.people.door import Request


def plan_of(request: Request, uid: uuid.UUID) -> Plan:
    """The plan, with its decision and unit; 404 for another ward's."""
    related = ("decision__unit", "owner_unit", "reading", "unit")
    return get_object_or_404(Plan.objects.seen_by(request.viewer).select_related(*related), uid=uid)


def objective_of(request: Request, uid: uuid.UUID) -> Objective:
    """The objective with its plan, its owner and the owner of the one above; 404 for another ward's."""
    plans = Plan.objects.seen_by(request.viewer)
    related = (
        "plan__decision", "plan__owner_unit", "plan__reading", "owner_post", "owner_official",
        "parent__owner_post", "parent__owner_official",
    )  # fmt: skip
    return get_object_or_404(Objective.objects.filter(plan__in=plans).select_related(*related), uid=uid)


def indicator_of(request: Request, uid: uuid.UUID) -> Indicator:
    """The indicator; 404 for another ward's."""
    return get_object_or_404(Indicator.objects.seen_by(request.viewer).select_related("unit"), uid=uid)
