"""What is kept of an official who spoke while next year's objectives were made."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.objectives.models import Round, RoundSaying
from chuan.objectives.rounds.addresses import of_line
from chuan.offers import kept_about
from chuan.offers.kept_about import Asked, Line, Section

MOST = 200


def about(asked: Asked) -> Sequence[Section]:
    """What he proposed, remarked and decided, the latest first; one statement."""
    rows = RoundSaying.objects.filter(by=asked.official, line__round__in=Round.objects.seen_by(asked.viewer))
    lines = [_line(one) for one in rows.select_related("line__round").order_by("-pk")[:MOST]]
    title = _("Đề nghị, góp ý và quyết khi xây dựng mục tiêu năm sau")
    older = _("Hiện %s lần mới nhất; lần cũ hơn vẫn được giữ.") % MOST
    note = older if len(lines) == MOST else ""
    return [Section("objectives.rounds", title, lines, note=note)] if lines else []


def offer() -> None:
    """Register; called when the programme starts."""
    kept_about.register("objectives.rounds", about, place=60)


def _line(one: RoundSaying) -> Line:
    told = {"kind": str(one.get_kind_display()), "year": one.line.round.year}
    words = "; ".join(part for part in (one.text, one.reason) if part) or one.line.text
    day = timezone.localtime(one.recorded_at).date()
    return Line(_("%(kind)s, năm %(year)s") % told, words, day, of_line(one.line))
