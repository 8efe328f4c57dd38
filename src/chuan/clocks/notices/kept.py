"""What is kept about an official here: how he wants to be told, and how much he was told. To himself alone."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Count, Max
from django.urls import reverse
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _

from chuan.clocks.notices.models import NoticeChoice, NoticeTold
from chuan.law.notices import keeping
from chuan.offers import kept_about
from chuan.offers.kept_about import Asked, Line, Section
from chuan.rules.notices import HELD
from chuan.ui import formatters as say


def about(asked: Asked) -> Sequence[Section]:
    """Two statements. Which things he was told of stands on his own page of notices."""
    if not asked.himself:
        return []
    chosen = NoticeChoice.objects.filter(official=asked.official).order_by("-version")
    lines = [_choice(one) for one in chosen]
    told = NoticeTold.objects.filter(official=asked.official, stage__gt=HELD)
    for row in told.values("channel").annotate(n=Count("pk"), last=Max("told_at")).order_by("channel"):
        where = NoticeTold.Where(row["channel"]).label
        words = _("%(n)s thông báo, lần cuối %(day)s") % {
            "n": say.number(row["n"]),
            "day": say.moment(row["last"]),
        }
        lines.append(Line(_("Đã báo %s") % where, words, localdate(row["last"])))
    days = keeping(localtime(asked.at).date()).days
    term = _("%s ngày sau khi báo, khi việc đã xong (Chuẩn đặt)") % say.number(days)
    return [Section("notices", _("Thông báo"), lines, term, reverse("clocks:notices"))]


def offer() -> None:
    """Register; called when the programme starts."""
    kept_about.register("notices", about, place=22)


def _choice(one: NoticeChoice) -> Line:
    return Line(
        _("Cách báo, lần %s") % one.version, str(one.get_letter_display()), localdate(one.recorded_at)
    )
