"""What asks for a new or another objective: decisions of reviews (told by their room), open corrections of misses."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.corrections.models import Nonconformity
from chuan.objectives.models import Plan, Target
from chuan.offers import next_year
from chuan.offers.next_year import Asking
from chuan.people.viewer import Viewer


def asked_of_year(plan: Plan, viewer: Viewer) -> list[Asking]:
    """Everything that asks, the earliest first."""
    return sorted([*next_year.told(viewer, plan.year), *_open_cases(plan, viewer)], key=lambda one: one.since)


def _open_cases(plan: Plan, viewer: Viewer) -> Iterator[Asking]:
    """Nonconformities about promises of the plan that are not over."""
    targets = Target.objects.filter(objective__plan=plan).values("uid")
    rows = Nonconformity.objects.seen_by(viewer).filter(owner_unit=plan.owner_unit).open()
    for one in rows.filter(subject_kind="target", subject_uid__in=targets).order_by("found_on", "pk"):
        told = _("Đang khắc phục %(what)s") % {"what": one.what}
        yield Asking(told, reverse("corrections:one", args=[one.uid]), one.found_on)
