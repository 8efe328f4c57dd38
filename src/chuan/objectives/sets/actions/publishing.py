"""Choosing the set that the public pages of a year are made of."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from chuan.clocks.actions.settings import add_setting
from chuan.clocks.refusals import NothingChanges
from chuan.objectives.models import FigureSet, Plan
from chuan.objectives.sets import public
from chuan.objectives.sets.permissions import require_choose_public
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotFound
from chuan.trail.actions import act

FROM_PAGE = "Chọn tại trang Số liệu công khai"


def choose_public(plan: Plan, found: FigureSet | None, *, by: Viewer, at: datetime) -> None:
    """Publish the plan's year from this set from today on; None: from the figures in use.

    Raises ``NotAllowed``, ``NotFound`` for a set of another plan, ``NothingChanges``.
    """
    require_choose_public(by, plan.owner_unit_id)
    if found is not None and found.plan_id != plan.pk:
        raise NotFound(thing="bộ số liệu này")
    on, unit, year = timezone.localtime(at).date(), plan.owner_unit, str(plan.year)
    subject = Subject("figure_set", found.uid) if found else Subject("plan", plan.uid)
    with act("figure_set.public", subject, by=by, unit_uid=unit.uid, at=at) as doing:
        choices = public.choices_of(unit, on)
        before = choices.pop(year, "")
        if found is not None:
            choices[year] = str(found.uid)
        if before == choices.get(year, ""):
            raise NothingChanges()
        add_setting(unit, public.KEY, public.text_of(choices), valid_from=on, citation=FROM_PAGE)
        doing.detail = {
            "year": plan.year, "name": found.name if found else "số đang dùng",
            "set_digest": found.digest if found else "",
        }  # fmt: skip
