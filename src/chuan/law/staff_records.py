"""How long what is kept about officials is kept (``staff_records.toml``); a unit's own terms where nobody read one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from chuan.law.values import parameters
from chuan.rules.keeping import Term, term_of
from chuan.rules.law import Value, resolve

_BEFORE = "keep."
_RULES = frozenset({"counted_from", "personal_data"})
"""Parameters of the file that are no kind of record."""


def kinds() -> Mapping[str, str]:
    """Kind of record → its title, in the order of the file."""
    held = {key.removeprefix(_BEFORE): one.title for key, one in parameters("staff_records").items()}
    return {key: title for key, title in held.items() if key not in _RULES}


def terms(on: date, overrides: Mapping[str, Iterable[Value]]) -> Mapping[str, Term]:
    """Kind of record → how long it is kept on a day; ``overrides``: the unit's own values by kind."""
    held = parameters("staff_records")
    return {
        kind: term_of(resolve(held[_BEFORE + kind], on, overrides.get(kind, ())), plain)
        for kind in kinds()
        for plain in [resolve(held[_BEFORE + kind], on)]
    }


def bases(on: date) -> list[tuple[str, Value]]:
    """What holds for every kind on a day: since when years count, and why anything is kept; title and value."""
    rows = [parameters("staff_records")[_BEFORE + key] for key in sorted(_RULES)]
    return [(one.title, value) for one in rows for value in one.versions if value.holds_on(on)]
