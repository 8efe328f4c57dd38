"""The unit's own document that replies to one that came in, by the number somebody typed."""

from __future__ import annotations

from chuan.documents.models import Document
from chuan.documents.numbers import number_key, split_number
from chuan.people.models import Unit

_MOST = 50


def reply_numbered(unit: Unit, typed: str) -> Document | None:
    """The newest issued document of the unit with this number and symbol; None for a number of another agency."""
    number, symbol = split_number(typed)
    wanted = number_key(number, symbol)
    if not wanted or not symbol:
        return None
    bare = number.lstrip("0")
    spelt = [f"{zeros}{bare}" for zeros in ("", "0", "00", "000")]
    rows = Document.objects.issued().filter(owner_unit=unit, number__in=spelt, listed=True)
    found = rows.order_by("-issued_on", "-pk")[:_MOST]
    return next((one for one in found if number_key(one.number, one.symbol) == wanted), None)
