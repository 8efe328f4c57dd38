"""Whether a document still stands on a day, and which later documents say otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext as _

from chuan.documents.models import Document, Link
from chuan.documents.models.documents import UNISSUED
from chuan.ui.formatters import day

ENDING = (Link.Kind.SUPERSEDES, Link.Kind.REPEALS, Link.Kind.ANNULS)
"""What ends a document, whole or in part."""
CHANGING = (Link.Kind.AMENDS, Link.Kind.CORRECTS)
_SILENT = (*UNISSUED, "cancelled", "dropped", "recalled")
"""A paper in these stages does nothing to another."""


class Force(StrEnum):
    """How a document stands on a day."""

    PENDING = "pending"
    IN_FORCE = "in_force"
    CHANGED = "changed"
    PARTLY = "partly"
    ENDED = "ended"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class Validity:
    """How a document stands on a day; ``since`` and ``because`` tell from when and by which links."""

    force: Force
    since: date | None = None
    because: tuple[Link, ...] = ()

    @property
    def outdated(self) -> bool:
        """Whether a reader must be warned before anything else."""
        return self.force in (Force.PARTLY, Force.ENDED, Force.VOID)

    @property
    def sentence(self) -> str:
        """What is said first on the document's page; "" where nothing has to be said."""
        words = {
            Force.PENDING: _("Văn bản này chưa có hiệu lực: có hiệu lực từ %(on)s."),
            Force.CHANGED: _(
                "Văn bản này đã được sửa đổi, bổ sung hoặc đính chính: đọc cùng văn bản nêu dưới."
            ),
            Force.PARTLY: _("Một phần văn bản này đã hết hiệu lực từ %(on)s."),
            Force.ENDED: _("Văn bản này đã hết hiệu lực từ %(on)s: không dùng để làm căn cứ hoặc thực hiện."),
            Force.VOID: _("Văn bản này đã bị hủy bỏ: coi như không có hiệu lực từ khi ban hành."),
        }
        return words.get(self.force, "") % {"on": day(self.since)}


def validity_of(document: Document, on: date) -> Validity:
    """How the document stands on the day, by its own dates and by the links of issued documents to it."""
    return _judged(document, _links_to([document]), on)


def validities_of(documents: Iterable[Document], on: date) -> dict[int, Validity]:
    """The same for many, with one query."""
    asked = list(documents)
    found = _links_to(asked)
    return {one.pk: _judged(one, [link for link in found if link.target_id == one.pk], on) for one in asked}


def effect_day(link: Link) -> date | None:
    """From when a link does what it says: the later document's day of effect, else its date."""
    return link.document.effective_from or link.document.issued_on


def _links_to(documents: list[Document]) -> list[Link]:
    acting = Link.objects.filter(target__in=documents, kind__in=[*ENDING, *CHANGING])
    return list(acting.exclude(document__stage__in=_SILENT).select_related("document").order_by("pk"))


def _judged(document: Document, links: Iterable[Link], on: date) -> Validity:
    acting = [link for link in links if (from_ := effect_day(link)) is not None and from_ <= on]
    void = tuple(link for link in acting if link.kind == Link.Kind.ANNULS and not link.part)
    if void:
        return Validity(Force.VOID, document.issued_on, void)
    whole = tuple(link for link in acting if link.kind in ENDING and not link.part)
    ends = [effect_day(link) for link in whole] + ([document.effective_to] if document.effective_to else [])
    days = sorted(one for one in ends if one is not None and one <= on)
    if days:
        return Validity(Force.ENDED, days[0], whole)
    return _living(document, acting, on)


def _living(document: Document, acting: list[Link], on: date) -> Validity:
    if document.effective_from and document.effective_from > on:
        return Validity(Force.PENDING, document.effective_from)
    partly = tuple(link for link in acting if link.kind in ENDING)
    if partly:
        return Validity(Force.PARTLY, min(one for link in partly if (one := effect_day(link))), tuple(acting))
    if acting:
        return Validity(Force.CHANGED, None, tuple(acting))
    return Validity(Force.IN_FORCE, document.effective_from)
