"""Which frozen set the public pages of a year are made of: a dated setting of the unit, kept year by year."""

from __future__ import annotations

import json
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.objectives.models import FigureSet, Plan
from chuan.people.models import Unit, UnitSetting
from chuan.rules.figure_sets import short_digest
from chuan.ui import formatters as say

KEY = "public.figures"
"""Year of objectives → uid of the set, as JSON; a year that is not named is published from the figures in use."""


def choices_of(unit: Unit, on: date) -> dict[str, str]:
    """What is chosen on a day, year by year."""
    kept = UnitSetting.objects.value_on(unit, KEY, on)
    return dict(json.loads(kept)) if kept else {}


def text_of(choices: dict[str, str]) -> str:
    """As it is kept."""
    return json.dumps(choices, sort_keys=True)


def public_set(plan: Plan, on: date) -> FigureSet | None:
    """The set that the plan's public pages are made of on a day; None for the figures in use.

    A set of a plan that was replaced since says nothing of the plan that stands: its figures are no longer published.
    """
    uid = choices_of(plan.owner_unit, on).get(str(plan.year))
    rows = FigureSet.objects.filter(plan=plan).select_related("plan__decision", "plan__owner_unit")
    return rows.filter(uid=uid).first() if uid else None


def said(found: FigureSet | None) -> str:
    """The sentence under a public heading: which figures these are, and of when."""
    if found is None:
        return _("Số đang dùng ngày lập trang, chưa chốt thành bộ.")
    return _("Công khai theo bộ số “%(name)s”: số liệu đến hết ngày %(day)s, chốt ngày %(frozen)s, mã bộ %(code)s.") % {
        "name": found.name, "day": say.day(found.on), "code": short_digest(found.digest),
        "frozen": say.day(timezone.localtime(found.recorded_at).date()),
    }  # fmt: skip


def page_of(year: int) -> str:
    """Where the choice is made."""
    return f"{reverse('objectives:set_public')}?nam={year}"
