"""What of this room may be found: petitions by their codes, for who may open them. Nothing else of them is indexed.

No word of a letter, no name, no place, no field: a search that finds by words would tell who denounced. A
denunciation is found only by who receives and leads; every hit is described to the viewer besides
(``petitions.subjects``), so whoever it is about finds nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from chuan.offers import search
from chuan.offers.search import Entry
from chuan.offers.subjects import Subject
from chuan.petitions.models import Petition
from chuan.petitions.permissions import KEEPERS, LEADERS, READERS, SECRET_KINDS
from chuan.search import entries

KIND = "petition"


def offer() -> None:
    """Offer the kind of this room; called when the programme starts."""
    search.offer(KIND, every)


def every() -> Iterator[Entry]:
    """Every petition of every unit."""
    rows = Petition.objects.order_by("pk").select_related("handler")
    return (_entry(one) for one in rows.iterator(chunk_size=500))


def put(petitions: Iterable[Petition]) -> None:
    """Write petitions as they are called now; inside the act that changed them."""
    entries.put(_entry(one) for one in petitions)


def _entry(one: Petition) -> Entry:
    return Entry(
        Subject(KIND, one.uid),
        one.owner_unit_id,
        title=one.code,
        numbers=tuple(code for code in (one.code, one.outside_code) if code),
        on=one.received_on,
        guard=_guard(one),
    )


def _guard(one: Petition) -> frozenset[str]:
    """Who may find it: roles, and the one it was given to; of a denunciation only who receives and leads."""
    if one.kind in SECRET_KINDS:
        return frozenset([*KEEPERS, *LEADERS])
    holder = [search.holder(one.handler.uid)] if one.handler else []
    return frozenset([*KEEPERS, *LEADERS, *READERS, *holder])
