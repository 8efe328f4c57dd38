"""Whether an incoming document is here already: the same number, symbol and agency in the same year.

NĐ 30/2020/NĐ-CP, Phụ lục VI: the system warns of a document registered twice. A person decides.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Q

from chuan.documents.incoming.facts import Arriving
from chuan.documents.models import Document
from chuan.documents.numbers import number_key
from chuan.people.models import Unit
from chuan.rules.vietnamese import fold

_MOST = 5


def same_as(unit: Unit, facts: Arriving, on: date, *, but: int | None = None) -> list[Document]:
    """Documents that came in under the same number and symbol from the same agency; at most five, newest first.

    An agency that nobody wrote counts as the same. A document that was refused is not here.
    """
    wanted = number_key(facts.number, facts.symbol)
    if not wanted:
        return []
    rows = Document.objects.incoming().filter(
        _of_year(facts.issued_on, on), owner_unit=unit, number__in=list(_spellings(facts.number)), listed=True
    )
    found = [
        one
        for one in rows.exclude(stage="refused").exclude(pk=but or 0).order_by("-arrived_on", "-pk")
        if number_key(one.number, one.symbol) == wanted and _alike(one.issuer_name, facts.issuer_name)
    ]
    return found[:_MOST]


def same_file(unit: Unit, digest: str) -> Document | None:
    """The document that came in as this very file and was not refused."""
    rows = Document.objects.incoming().filter(owner_unit=unit, blob__digest=digest)
    return rows.exclude(stage="refused").order_by("-pk").first()


def _of_year(issued_on: date | None, on: date) -> Q:
    """Numbers begin anew each year; without a day the last twelve months are looked at."""
    if issued_on is None:
        return Q(arrived_on__gte=on - timedelta(days=366)) | Q(arrived_on=None)
    first, last = issued_on.replace(month=1, day=1), issued_on.replace(month=12, day=31)
    return Q(issued_on__gte=first, issued_on__lte=last) | Q(issued_on=None)


def _spellings(number: str) -> Iterable[str]:
    bare = number.lstrip("0")
    return (f"{zeros}{bare}" for zeros in ("", "0", "00", "000"))


def _alike(one: str, other: str) -> bool:
    a, b = _named(one), _named(other)
    return not a or not b or a == b


def _named(agency: str) -> str:
    return fold(agency).replace("uy ban nhan dan", "ubnd").strip(" .")
