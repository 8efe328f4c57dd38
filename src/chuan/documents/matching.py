"""To which document a signed file belongs: by number and day alone, and only where there is exactly one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from chuan.documents.headings import Heading
from chuan.documents.models import Document
from chuan.documents.models.documents import UNISSUED
from chuan.documents.numbers import number_key
from chuan.people.models import Unit

MANY = "nhiều văn bản cùng số và ngày này"
OTHER_FILE = "văn bản cùng số và ngày này đã có tệp khác"
OTHER_DAY = "có văn bản cùng số, khác ngày"
NONE = "chưa có văn bản nào mang số và ngày này trong sổ"
NO_NUMBER = "không đọc được số trên văn bản"
NO_DAY = "không đọc được ngày trên văn bản"


@dataclass(frozen=True, slots=True)
class Held:
    """A document a file may belong to."""

    pk: int
    blob_id: int | None
    on: date | None


@dataclass(frozen=True, slots=True)
class Match:
    """The document found, or why there is none."""

    document: int | None
    why: str = ""


@dataclass
class Book:
    """The unit's numbered documents by what two spellings of a number share, outgoing ones first."""

    outgoing: dict[str, list[Held]] = field(default_factory=lambda: defaultdict(list))
    others: dict[str, list[Held]] = field(default_factory=lambda: defaultdict(list))

    def find(self, heading: Heading, blob_id: int | None) -> Match:
        """The one document of this number and day that has no other file yet."""
        key = number_key(heading.number, heading.symbol)
        if not key:
            return Match(None, NO_NUMBER)
        if heading.issued_on is None:
            return Match(None, NO_DAY)
        held = self.outgoing.get(key) or self.others.get(key) or []
        same = [one for one in held if one.on == heading.issued_on]
        if not same:
            return Match(None, OTHER_DAY if any(_near(one, heading.issued_on) for one in held) else NONE)
        if len(same) > 1:
            return Match(None, MANY)
        if same[0].blob_id not in (None, blob_id):
            return Match(None, OTHER_FILE)
        return Match(same[0].pk)

    def taken(self, pk: int, blob_id: int) -> None:
        """A document has got its file: no other file of this batch is matched to it silently."""
        for book in (self.outgoing, self.others):
            for held in book.values():
                held[:] = [Held(one.pk, blob_id, one.on) if one.pk == pk else one for one in held]


def book_of(unit: Unit, numbers: Iterable[str]) -> Book:
    """The documents that bear one of these numbers; read at once for some dozens of files."""
    found = Book()
    bare = {one.lstrip("0") for one in numbers if one}
    spelt = Q(number__in=[f"{zeros}{one}" for one in bare for zeros in ("", "0", "00", "000")])
    rows = Document.objects.filter(spelt, unit=unit, listed=True).exclude(stage__in=UNISSUED)
    for pk, number, symbol, on, blob, way in rows.values_list(
        "pk", "number", "symbol", "issued_on", "blob_id", "direction"
    ):
        book = found.outgoing if way == Document.Direction.OUT else found.others
        book[number_key(number, symbol)].append(Held(pk, blob, on))
    return found


def likely(unit: Unit, number: str, symbol: str, on: date | None) -> list[Document]:
    """Documents a person may choose from: the same number first, those of the same day and symbol after them."""
    bare = number.lstrip("0")
    spelt = Q(number__in=[f"{zeros}{bare}" for zeros in ("", "0", "00", "000")]) if bare else Q(pk__in=())
    near = Q(issued_on=on) if on else Q(pk__in=())
    rows = Document.objects.filter(spelt | near, unit=unit, listed=True).exclude(stage__in=UNISSUED)
    wanted = number_key(number, symbol)
    return sorted(
        rows.order_by("-issued_on")[:200],
        key=lambda one: (
            number_key(one.number, one.symbol) != wanted,
            one.issued_on != on,
            one.blob_id is not None,
        ),
    )[:12]


def _near(one: Held, on: date) -> bool:
    return one.on is None or one.on.year == on.year
