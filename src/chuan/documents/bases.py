"""Sổ căn cứ: outside acts that the unit's papers stand on, found in what papers cite."""

from __future__ import annotations

from datetime import date

from django.db.models import Count, Q, QuerySet

from chuan.documents import searching
from chuan.documents.models import Document, Link
from chuan.documents.models.documents import UNISSUED
from chuan.people.models import Unit
from chuan.people.viewer import Viewer
from chuan.rules.decision_text.types import CitedAct
from chuan.rules.vietnamese import fold

_COMMITTEE = ("ubnd", "uy ban nhan dan")


def outside_act(act: CitedAct, document: Document) -> Document | None:
    """The act of the register that a paper cites, put there when it is new; None for a paper of the unit itself."""
    unit = document.owner_unit
    if of_the_unit(act.issuer, unit) or not (act.number or act.title):
        return None
    return find_act(unit, number=act.number, title=act.title, on=act.on) or _put(act, document)


def of_the_unit(issuer: str, unit: Unit) -> bool:
    """Whether the issuer as cited is this People's Committee: "UBND phường", "Ủy ban nhân dân phường Bắc Hồng"."""
    said = fold(issuer)
    if not said.startswith(_COMMITTEE):
        return False
    bare = said.removeprefix(_COMMITTEE[1]).removeprefix(_COMMITTEE[0]).strip()
    kind = fold(unit.get_kind_display())
    return bare in ("", kind) or fold(unit.name) in bare


def find_act(unit: Unit, *, number: str, title: str = "", on: date | None = None) -> Document | None:
    """The act held under this number, or for one without a number under this title and day."""
    held = Document.objects.filter(owner_unit=unit, direction=Document.Direction.EXTERNAL)
    if number:
        first, _slash, symbol = number.partition("/")
        named = held.filter(number=first.strip()).order_by("pk")
        fits = [one for one in named if fold(one.symbol) == fold(symbol.strip())]
        return next((one for one in fits if on is None or one.issued_on in (None, on)), None)
    dated = held.filter(number="", issued_on=on)
    return next((one for one in dated if fold(one.subject) == fold(title)), None)


def _put(act: CitedAct, document: Document) -> Document:
    number, _slash, symbol = act.number.partition("/")
    made = Document.objects.create(
        unit=document.owner_unit,
        owner_unit=document.owner_unit,
        direction=Document.Direction.EXTERNAL,
        basis=Document.Basis.FILE,
        stage="",
        type=act.kind[:10],
        number=number.strip()[:30],
        symbol=symbol.strip()[:40],
        issued_on=act.on,
        issuer_name=act.issuer[:200],
        subject=act.title,
        recorded_at=document.recorded_at,
    )
    searching.put([made])
    return made


def acts_for(viewer: Viewer, *, words: str = "", ended: bool | None = None, on: date) -> QuerySet[Document]:
    """The register of the viewer's units, those with most papers standing on them first."""
    found = Document.objects.seen_by(viewer).filter(direction=Document.Direction.EXTERNAL)
    if ended is True:
        found = found.filter(effective_to__lte=on)
    if ended is False:
        found = found.filter(Q(effective_to=None) | Q(effective_to__gt=on))
    if said := fold(words):
        found = found.filter(pk__in=[one.pk for one in found.only("pk", *_SOUGHT) if said in _text(one)])
    standing = Count("linked_from", filter=_STANDS, distinct=True)
    return found.annotate(standing=standing).order_by("-standing", "-issued_on", "pk")


_SOUGHT = ("type", "number", "symbol", "issuer_name", "subject", "direction", "issued_on")
_STANDS = Q(linked_from__kind=Link.Kind.BASED_ON) & ~Q(
    linked_from__document__stage__in=[*UNISSUED, "dropped"]
)


def _text(act: Document) -> str:
    return fold(f"{act.title} {act.issuer_name} {act.subject}")


def standing_on(act: Document) -> QuerySet[Document]:
    """Issued documents that cite the act as a basis, newest first."""
    cited = Link.objects.filter(target=act, kind=Link.Kind.BASED_ON).values("document")
    found = Document.objects.filter(pk__in=cited, owner_unit=act.owner_unit)
    return found.exclude(stage__in=[*UNISSUED, "dropped", "cancelled"]).order_by("-issued_on", "pk")
