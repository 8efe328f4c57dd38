"""What is kept of an official who planned the months of a target."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from chuan.objectives.addresses import of_target
from chuan.objectives.models import TargetPath
from chuan.offers import kept_about
from chuan.offers.kept_about import Asked, Line, Section

MOST = 200


def about(asked: Asked) -> Sequence[Section]:
    """Every version he set, the latest first, himself of every unit; one statement."""
    rows = TargetPath.objects.all() if asked.himself else TargetPath.objects.seen_by(asked.viewer)
    rows = rows.filter(by=asked.official)
    some = rows.select_related("target__objective__plan", "target__indicator").order_by("-pk")[:MOST]
    lines = [_line(one) for one in some]
    return [Section("objectives.paths", _("Lộ trình mục tiêu đã đặt"), lines)] if lines else []


def offer() -> None:
    """Register; called when the programme starts."""
    kept_about.register("objectives.paths", about, place=61)


def _line(one: TargetPath) -> Line:
    told = {"label": one.target.label, "name": one.target.indicator, "year": one.target.objective.plan.year}
    return Line(_("%(label)s %(name)s, năm %(year)s") % told, one.reason, one.set_on, of_target(one.target))
