"""Petitions that ended late in an official's hands, beside his assessment: only those the viewer may open anyway.

A petition that the viewer may not open (a denunciation, one about himself) is neither shown nor counted, so that no
number tells him of it. The official is who holds the petition, or held it last. Classified like the figure of
petitions solved in time (``measures.solving.OnTime``): each in the period of its due day or the day it was solved.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from django.utils.translation import gettext as _

from chuan.offers import deeds
from chuan.offers.deeds import MOST, Asked, Deed, Line
from chuan.offers.measures import RowOutcome, Scope
from chuan.offers.subjects import Subject
from chuan.petitions.measures.classifying import grounds_of, numbered, within
from chuan.petitions.measures.solving import OnTime
from chuan.petitions.models import Petition
from chuan.petitions.projecting import KIND
from chuan.ui import formatters as say

KEY = "petitions.late"


class LatePetitions:
    """Late ones, and those overdue and not solved, of those that were to be solved in the period."""

    key = KEY
    kinds: Collection[str] = frozenset({KIND})

    def deeds(self, asked: Asked) -> Sequence[Deed]:
        """One statement, beside two that ask which system keeps the register."""
        scope = Scope(asked.unit.uid, asked.period, asked.at)
        classes = OnTime().classes(grounds_of(asked.unit, scope))
        his = Petition.objects.seen_by(asked.viewer).filter(
            within("counted_on", asked.period), handler=asked.official, owner_unit=asked.unit
        )
        rows = list(
            his.annotate(klass=numbered(classes))
            .order_by("due_on", "pk")
            .values_list("uid", "code", "klass", "due_on", "settled_on")
        )
        judged = [row for row in rows if classes[row[2]].outcome is not RowOutcome.EXCLUDED]
        late = [row for row in judged if classes[row[2]].outcome is RowOutcome.MISS]
        label = _("Đơn thư trễ hạn")
        if not judged:
            words = _(
                "Đơn thư: chưa đo được, trong những đơn anh chị được mở không đơn nào của người này có hạn."
            )
            return [Deed(KEY, label, words)]
        words = _(
            "Đơn thư: %(late)s trễ hạn trong %(all)s đơn của người này đến hạn trong kỳ mà anh chị được mở."
        )
        told = {"late": say.number(len(late)), "all": say.number(len(judged))}
        lines = [Line(Subject(KIND, uid), code, _note(due, done)) for uid, code, _k, due, done in late[:MOST]]
        return [Deed(KEY, label, words % told, len(late), len(judged), lines)]


def _note(due: date | None, done: date | None) -> str:
    ends = _("xong %s") % say.day(done) if done else _("chưa xong")
    return f"{_('hạn %s') % say.day(due)}, {ends}" if due else ends


def offer() -> None:
    """Offer it; called when the programme starts."""
    deeds.register(LatePetitions(), place=20)
