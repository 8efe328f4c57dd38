"""What this part checks about itself: no row of the register holds what tells who denounces."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from chuan.petitions.models import ReceptionEntry, Visitor
from chuan.petitions.reception.sight import NAMELESS
from chuan.ui import formatters as say

SHOWN = 50
"""How many rows are named one by one."""


def names_agree() -> Iterator[str]:
    """A sentence for each row that keeps who came, or his papers, where it may not."""
    secret = Q(kind__in=NAMELESS) | Q(petition__kind__in=NAMELESS)
    keeps = Q(Exists(Visitor.objects.filter(entry=OuterRef("pk")))) | ~Q(papers="")
    for row in ReceptionEntry.objects.filter(secret, keeps).order_by("pk")[:SHOWN]:
        told = {"number": row.number, "day": say.day(row.day)}
        yield (
            _("Sổ tiếp công dân số %(number)s ngày %(day)s: có tên hoặc giấy tờ ở nơi không được giữ.") % told
        )
