"""What this room keeps about an official: lines that named him, what he said to them, what was asked of him."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from chuan.briefing.models import Answer, BriefLine, Explanation, Foreseen
from chuan.briefing.permissions import may_read
from chuan.offers import kept_about
from chuan.offers.kept_about import Asked, Line, Section


def about(asked: Asked) -> Sequence[Section]:
    """Told to himself, and to the heads who read the brief; what was only told beforehand to himself alone."""
    if not (asked.himself or may_read(asked.viewer)):
        return []
    url = reverse("briefing:mine") if asked.himself else ""
    lines = [*_lines(asked), *_asked_of(asked)] + (list(_before(asked)) if asked.himself else [])
    return [Section("briefing", _("Bản tin sáng"), lines, url=url)]


def _lines(asked: Asked) -> Iterator[Line]:
    rows = BriefLine.objects.filter(official=asked.official).select_related("brief", "explanation")
    for one in rows.order_by("-brief__on", "place"):
        said = f" {_('Giải trình: %s') % one.explanation.words}" if one.explanation else ""
        yield Line(_("Dòng của bản tin"), one.sentence + said, one.brief.on)


def _asked_of(asked: Asked) -> Iterator[Line]:
    rows = Answer.objects.filter(official=asked.official).select_related("line").order_by("-recorded_at")
    for one in rows:
        words = "; ".join(filter(None, (one.words, one.line.sentence, one.note)))
        yield Line(str(one.get_verb_display()), words, localdate(one.recorded_at))


def _before(asked: Asked) -> Iterator[Line]:
    for row in Foreseen.objects.filter(official=asked.official).order_by("-on", "pk"):
        yield Line(_("Dòng báo trước"), row.sentence, row.on)
    said = Explanation.objects.filter(foreseen__official=asked.official).order_by("-recorded_at")
    for one in said:
        yield Line(_("Lời giải trình, lần %s") % one.version, one.words, localdate(one.recorded_at))


def offer() -> None:
    """Register; called when the programme starts."""
    kept_about.register("briefing", about, place=72)
