"""What of this room may be found: procedures, by code and name. Dossiers carry names of citizens and are not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from chuan.dossiers.models import Procedure
from chuan.offers import search
from chuan.offers.search import Entry
from chuan.offers.subjects import Subject
from chuan.search import entries


def offer() -> None:
    """Offer the kinds of this room; called when the programme starts."""
    search.offer("procedure", every)


def every() -> Iterator[Entry]:
    """Every procedure of every unit."""
    return (_entry(one) for one in Procedure.objects.order_by("pk").iterator(chunk_size=500))


def put(procedures: Iterable[Procedure]) -> None:
    """Write procedures as they are called now; inside the act that names them."""
    entries.put(_entry(one) for one in procedures)


def _entry(one: Procedure) -> Entry:
    return Entry(
        Subject("procedure", one.uid), one.unit_id, title=one.name, numbers=(one.code,), text=one.field
    )
