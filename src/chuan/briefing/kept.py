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

MOST = 200
"""Of each kind, the latest: a line a working day is one every morning for as long as he serves."""


def about(asked: Asked) -> Sequence[Section]:
    """Told to himself, and to the heads who read the brief; what was only told beforehand to himself alone."""
    if not (asked.himself or may_read(asked.viewer)):
        return []
    url = reverse("briefing:mine") if asked.himself else ""
    kinds = [list(kind(asked)) for kind in (_lines, _asked_of, *((_before, _said) if asked.himself else ()))]
    older = _("Hiện %s dòng mới nhất của mỗi loại; dòng cũ hơn vẫn được giữ.") % MOST
    note = older if any(len(one) == MOST for one in kinds) else ""
    return [
        Section("briefing", _("Bản tin sáng"), [line for one in kinds for line in one], url=url, note=note)
    ]


def _lines(asked: Asked) -> Iterator[Line]:
    seen = BriefLine.objects if asked.himself else BriefLine.objects.seen_by(asked.viewer)
    rows = seen.filter(official=asked.official).select_related("brief", "explanation")
    for one in rows.order_by("-brief__on", "place")[:MOST]:
        said = f" {_('Giải trình: %s') % one.explanation.words}" if one.explanation else ""
        yield Line(_("Dòng của bản tin"), one.sentence + said, one.brief.on)


def _asked_of(asked: Asked) -> Iterator[Line]:
    seen = Answer.objects if asked.himself else Answer.objects.seen_by(asked.viewer)
    rows = seen.filter(official=asked.official).select_related("line")
    for one in rows.order_by("-recorded_at")[:MOST]:
        words = "; ".join(filter(None, (one.words, one.line.sentence, one.note)))
        yield Line(str(one.get_verb_display()), words, localdate(one.recorded_at))


def _before(asked: Asked) -> Iterator[Line]:
    for row in Foreseen.objects.filter(official=asked.official).order_by("-on", "pk")[:MOST]:
        yield Line(_("Dòng báo trước"), row.sentence, row.on)


def _said(asked: Asked) -> Iterator[Line]:
    rows = Explanation.objects.filter(foreseen__official=asked.official).order_by("-recorded_at")
    for one in rows[:MOST]:
        yield Line(_("Lời giải trình, lần %s") % one.version, one.words, localdate(one.recorded_at))


def offer() -> None:
    """Register; called when the programme starts."""
    kept_about.register("briefing", about, place=72)
