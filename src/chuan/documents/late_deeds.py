"""Incoming documents an official led and did not handle in time, beside his assessment.

He led what he, or a post he held, was given as "chủ trì", and what the source's register names him for, exactly
(``incoming.handlers``). Classified like the figure of documents handled in time (NĐ 30/2020/NĐ-CP, Điều 24): due in
the period, done after the day or not done.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import timedelta

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from chuan.documents.incoming.handlers import names_of
from chuan.documents.incoming.waiting import KIND, PART
from chuan.documents.measures.classifying import classified, within
from chuan.documents.measures.on_time import IncomingOnTime
from chuan.documents.models import Assignment, Document
from chuan.offers import deeds
from chuan.offers.deeds import MOST, Asked, Deed, Line
from chuan.offers.measures import RowOutcome, Scope
from chuan.offers.subjects import Subject
from chuan.people.models import Official
from chuan.ui import formatters as say

KEY = "documents.late"
_IN = Q(direction=Document.Direction.IN.value)


class LateDocuments:
    """Late ones of the incoming documents with a day in the period that the official led."""

    key = KEY
    kinds: Collection[str] = frozenset({KIND, PART})

    def deeds(self, asked: Asked) -> Sequence[Deed]:
        """Four statements: names in the register, officials, posts, the documents."""
        classes = IncomingOnTime().classes(Scope(asked.unit.uid, asked.period, asked.at))
        found = classified(asked.unit.uid, _IN & within("due_on", asked.period), classes, None)
        rows = found.filter(_led(asked)).order_by("due_on", "pk")
        told = list(
            rows.values_list("document__uid", "document__arrival_number", "klass", "due_on", "done_on")
        )
        judged = [row for row in told if classes[row[2]].outcome is not RowOutcome.EXCLUDED]
        late = [row for row in judged if classes[row[2]].outcome is RowOutcome.MISS]
        label = _("Văn bản đến xử lý trễ")
        if not judged:
            words = _("Văn bản đến: chưa đo được, không văn bản nào người này chủ trì có hạn trong kỳ.")
            return [Deed(KEY, label, words)]
        words = _("Văn bản đến: %(late)s xử lý trễ trong %(all)s văn bản người này chủ trì có hạn trong kỳ.")
        numbers = {"late": say.number(len(late)), "all": say.number(len(judged))}
        lines = [
            Line(
                Subject(KIND, uid), _("số đến %s") % number,
                f"{_('hạn %s') % say.day(due)}, {_('xong %s') % say.day(done) if done else _('chưa xong')}",
            )
            for uid, number, _k, due, done in late[:MOST]
        ]  # fmt: skip
        return [Deed(KEY, label, words % numbers, len(late), len(judged), lines)]


def _led(asked: Asked) -> Q:
    """Given to him by name, to a post he held, or his by the source's register."""
    his = Q(official=asked.official) | Q(official__isnull=True, post_id__in=asked.posts)
    given = Assignment.objects.standing().filter(
        his, document=OuterRef("document_id"), part=Assignment.Part.LEAD
    )
    return Q(Exists(given)) | Q(document__lead_name__in=_spellings(asked))


def _spellings(asked: Asked) -> list[str]:
    """How registers of these days write the official or a post of his."""
    last = min(asked.period.end - timedelta(days=1), asked.on)
    names = names_of(asked.unit, last)
    written = Document.objects.incoming().filter(within("due_on", asked.period), owner_unit=asked.unit)
    spelled = written.exclude(lead_name="").order_by().values_list("lead_name", flat=True).distinct()
    return [one for one in spelled if _is_his(names.holder(one), asked)]


def _is_his(holder: object, asked: Asked) -> bool:
    if isinstance(holder, Official):
        return bool(holder.pk == asked.official.pk)
    return holder is not None and getattr(holder, "pk", None) in asked.posts


def offer() -> None:
    """Offer it; called when the programme starts."""
    deeds.register(LateDocuments(), place=30)
