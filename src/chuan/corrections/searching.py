"""Nonconformities may be found by their code and by what they say; everybody of the unit reads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from chuan.corrections.models import Nonconformity
from chuan.corrections.waiting import KIND
from chuan.offers import search
from chuan.offers.search import Entry
from chuan.offers.subjects import Subject
from chuan.search import entries


def offer() -> None:
    """Offer the kind of this room; called when the programme starts."""
    search.offer(KIND, every)


def every() -> Iterator[Entry]:
    """Every nonconformity of every unit."""
    return (_entry(one) for one in Nonconformity.objects.order_by("pk").iterator(chunk_size=500))


def put(cases: Iterable[Nonconformity]) -> None:
    """Write them as they are called now; inside the act that changed them."""
    entries.put(_entry(one) for one in cases)


def _entry(one: Nonconformity) -> Entry:
    return Entry(
        Subject(KIND, one.uid), one.owner_unit_id, title=f"{one.code} {one.what}"[:300], numbers=(one.code,),
        text=one.label, on=one.found_on,
    )  # fmt: skip
