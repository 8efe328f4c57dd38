"""What this room keeps about an official: names in files that mean him, whose dossiers he looked after, who his."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from chuan.dossiers.models import Cover, HandlerName
from chuan.offers import kept_about
from chuan.offers.kept_about import Asked, Line, Section
from chuan.ui import formatters as say


def about(asked: Asked) -> Sequence[Section]:
    """Both sections; two statements. Dossiers he handled are registers of public work and stand in their own lists."""
    return [_names(asked), _covers(asked)]


def _names(asked: Asked) -> Section:
    rows = HandlerName.objects if asked.himself else HandlerName.objects.seen_by(asked.viewer)
    lines = [
        Line(one.name, "", localdate(one.confirmed_at) if one.confirmed_at else None)
        for one in rows.filter(official=asked.official).order_by("name", "pk")
    ]
    return Section("handler_names", _("Tên trong tệp hồ sơ đã ghép với người này"), lines)


def _covers(asked: Asked) -> Section:
    rows = Cover.objects if asked.himself else Cover.objects.seen_by(asked.viewer)
    found = rows.filter(Q(official=asked.official) | Q(by_official=asked.official))
    lines = [
        Line(
            _("%(who)s thay %(whom)s") % {"who": one.by_official.name, "whom": one.official.name},
            f"{say.day(one.first_on)} – {say.day(one.last_on)}{_why(one)}", localdate(one.recorded_at),
        )
        for one in found.select_related("official", "by_official").order_by("-first_on", "-pk")
    ]  # fmt: skip
    return Section("covers", _("Trông hồ sơ thay"), lines)


def _why(one: Cover) -> str:
    reason = f", {one.reason}" if one.reason else ""
    return reason + (_(" (đã bỏ: %s)") % one.void_reason if one.voided_at else "")


def offer() -> None:
    """Register; called when the programme starts."""
    kept_about.register("dossiers", about, place=30)
