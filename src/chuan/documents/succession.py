"""When a ward goes into another: what is not settled goes along; what was issued keeps its unit and number for ever.

A paper nobody has issued has no issuer yet: it moves whole, and takes its number from the new unit's own sequence.
An incoming document that has its số đến, or that a followed register lists, keeps the unit it came to and is only
answered for by the new one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from chuan.clocks.succession import end
from chuan.documents.indexing import index
from chuan.documents.models import (
    Assignment,
    BasisUpdate,
    ControlledDocument,
    Correspondent,
    Document,
    DocumentState,
    Group,
    NumberSeries,
    Packet,
    TrustItem,
)
from chuan.documents.putting import insert_all
from chuan.documents.states import FACTS
from chuan.offers import succession
from chuan.offers.succession import Hindrance, Matter, Passage
from chuan.people.models import Unit

GIVEN = ("signed", "numbered", "sealed")
"""Stages in which a paper bears the old unit's signature or number and has not left yet."""
DRAFTS = ("draft", "content_review", "form_review", "to_sign", "handed_over")
OPEN = ("arrived", "registered", "assigned", "in_work")
_ENDING = ("controlled", "revision", "change_request", "must_know", "reading")
"""Kinds whose clocks end: the system of documents and what had to be known were the old agency's."""


class Papers:
    """Documents and what belongs to sending and checking them."""

    key = "documents"
    words = "Văn bản"

    def matters(self, unit: Unit) -> Sequence[Matter]:
        """A statement each."""
        own = Document.objects.filter(owner_unit=unit)
        issued = own.outgoing().exclude(stage__in=(*DRAFTS, *GIVEN)).count()
        done = own.incoming().exclude(stage__in=OPEN).count()
        series = NumberSeries.objects.filter(unit=unit).count()
        controlled = ControlledDocument.objects.filter(unit=unit, retired_on=None).count()
        anew = _("Đơn vị mới bắt đầu dãy số của mình.")
        again = _("Của hệ thống quản lý cơ quan cũ; đơn vị mới ban hành lại.")
        return [
            Matter(_("dự thảo"), moves=drafts(unit).count()),
            Matter(_("văn bản đi đã phát hành"), stays=issued, note=_("Giữ đơn vị và số cũ.")),
            Matter(_("văn bản đến chưa giải quyết xong"), moves=arrivals(unit).count()),
            Matter(_("văn bản đến đã xong"), stays=done),
            Matter(_("dãy số văn bản"), stays=series, note=anew),
            Matter(_("tài liệu kiểm soát"), stays=controlled, note=again),
        ]

    def hindrances(self, unit: Unit, on: date) -> Iterable[Hindrance]:
        """Papers that bear the old unit's signature or number and never left."""
        count = Document.objects.outgoing().filter(owner_unit=unit, stage__in=GIVEN).count()
        if count:
            yield Hindrance(
                _("%s văn bản đã ký hoặc đã cấp số mà chưa phát hành.") % count,
                _("Phát hành hoặc hủy chúng trước: số và chữ ký là của đơn vị cũ."),
            )

    def move(self, passage: Passage) -> Mapping[str, int]:
        """A few statements, and the index of what moved."""
        old, new = passage.old, passage.new
        unissued = list(drafts(old).values_list("pk", flat=True))
        arrived = list(arrivals(old).values_list("pk", flat=True))
        own = [*unissued, *_unregistered(arrived)]
        _each(own, lambda some: some.update(unit=new, owner_unit=new))
        _each(arrived, lambda some: some.update(owner_unit=new))
        _states(own, new, passage.at)
        _parts(passage, arrived)
        index(sorted({*unissued, *arrived}))
        end(old, _ENDING, passage.on)
        return {"drafts": len(unissued), "incoming": len(arrived), "addresses": _addresses(old, new)}


def drafts(unit: Unit) -> QuerySet[Document]:
    """What nobody has signed or numbered yet, and no register of another system lists."""
    return Document.objects.outgoing().filter(owner_unit=unit, stage__in=DRAFTS, outside_code="")


def arrivals(unit: Unit) -> QuerySet[Document]:
    """Incoming documents that somebody still has to work on."""
    return Document.objects.incoming().filter(owner_unit=unit, stage__in=OPEN)


_CHUNK = 500


def _each(keys: Sequence[int], change: Callable[[QuerySet[Document]], object]) -> None:
    for start in range(0, len(keys), _CHUNK):
        change(Document.objects.filter(pk__in=keys[start : start + _CHUNK]))


def _unregistered(keys: Sequence[int]) -> list[int]:
    """Of these the ones without số đến and without a row of a followed register."""
    found: list[int] = []
    _each(
        keys,
        lambda some: found.extend(
            some.filter(stage="arrived", series="", outside_code="").values_list("pk", flat=True)
        ),
    )
    return found


def _states(keys: Sequence[int], new: Unit, at: datetime) -> None:
    """What measures count of these belongs to the new unit from now on; as of before, to the old one."""
    for start in range(0, len(keys), _CHUNK):
        standing = DocumentState.objects.filter(
            document_id__in=keys[start : start + _CHUNK], until_at__isnull=True
        )
        rows = list(standing.values_list("document_id", *FACTS))
        standing.update(until_at=at)
        names = ("document", "unit", "recorded_at", "until_at", *FACTS)
        insert_all(DocumentState, names, ((pk, new.pk, at, None, *facts) for pk, *facts in rows))


def _parts(passage: Passage, keys: Sequence[int]) -> None:
    """Parts given to a post follow its holder."""
    for start in range(0, len(keys), _CHUNK):
        parts = Assignment.objects.filter(document_id__in=keys[start : start + _CHUNK])
        for old, new in passage.posts.items():
            parts.filter(post_id=old).update(post_id=new)


def _addresses(old: Unit, new: Unit) -> int:
    """Address book, groups, declared roots, open duties and packets nobody has decided on."""
    moved = 0
    for table in (Correspondent, Group):
        known = table._default_manager.filter(unit=new, ended_on=None).values_list("name", flat=True)
        rows = table._default_manager.filter(unit=old, ended_on=None).exclude(name__in=list(known))
        moved += rows.update(unit=new)
    if not TrustItem.objects.filter(unit=new).exists():
        moved += TrustItem.objects.filter(unit=old, ended_at=None).update(unit=new)
    moved += BasisUpdate.objects.filter(unit=old, closed_on=None).update(unit=new)
    return moved + Packet.objects.filter(status="waiting", unit=old).update(unit=new)


def offer() -> None:
    """Register; called when the programme starts."""
    succession.register(Papers(), place=20)
