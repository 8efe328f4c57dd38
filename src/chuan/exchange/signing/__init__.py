"""Signing PDFs (PAdES) with keys that stay with their holders: reserve, prepare, finish, raise.

What only names things is there at once. What opens a PDF brings pyHanko with it, a third of the time that a process
of the house takes to start, and is fetched when it is first called: ``signing.prepare(…)``.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from chuan.exchange.signing.boxes import (
    BEFORE_SEAL,
    DAY,
    FIELDS,
    MONTH,
    NUMBER,
    PERSON,
    SEAL,
    Box,
    seal_beside,
)
from chuan.exchange.signing.certificates import Certificate, certificate_from
from chuan.exchange.signing.finished import Finished, Warned
from chuan.exchange.signing.levels import Level
from chuan.exchange.signing.prepared import Prepared
from chuan.exchange.signing.web import Services, Web

if TYPE_CHECKING:
    from chuan.exchange.signing.finishing import finish
    from chuan.exchange.signing.places import fields_of, reserve, size_of
    from chuan.exchange.signing.preparing import prepare
    from chuan.exchange.signing.raising import raise_level
    from chuan.exchange.signing.standing import level_of, proved_until, renewal_due

_FETCHED = {
    "finish": "finishing", "fields_of": "places", "reserve": "places", "size_of": "places", "prepare": "preparing",
    "raise_level": "raising", "level_of": "standing", "proved_until": "standing", "renewal_due": "standing",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    """What is fetched when it is first asked for (PEP 562)."""
    if name not in _FETCHED:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_FETCHED[name]}"), name)


__all__ = [
    "BEFORE_SEAL",
    "DAY",
    "FIELDS",
    "MONTH",
    "NUMBER",
    "PERSON",
    "SEAL",
    "Box",
    "Certificate",
    "Finished",
    "Level",
    "Prepared",
    "Services",
    "Warned",
    "Web",
    "certificate_from",
    "fields_of",
    "finish",
    "level_of",
    "prepare",
    "proved_until",
    "raise_level",
    "renewal_due",
    "reserve",
    "seal_beside",
    "size_of",
]
