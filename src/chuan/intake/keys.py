"""How rows of other systems are named and grouped here: codes, scopes, the day a row belongs to, its stored text."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date

from chuan.intake.reading import Facts
from chuan.intake.reading.words import key_of
from chuan.offers.fields import Register
from chuan.rules.types import Period

KEPT_SCOPE = "giữ lại"
"""The scope of a row that its source no longer lists and a person kept: no further file asks about it again."""

_ALL = frozenset({"", "tat ca", "toan bo", "tat ca trang thai", "tat ca ho so"})
_LONGEST_SCOPE = 300


def scope_of(fingerprint: str, facts: Facts) -> str:
    """Which files may say that a row is gone: those of the same header and the same filter."""
    chosen = key_of(facts.status)
    return (fingerprint[:12] if chosen in _ALL else f"{fingerprint[:12]} {chosen}")[:_LONGEST_SCOPE]


def is_filtered(scope: str) -> bool:
    """Whether the file was made with a filter: then it does not speak of the whole register."""
    return " " in scope


def row_code(register: Register, code: str, period: Period | None) -> str:
    """The row's code; rows of totals carry the period of their file, or two periods would be one row."""
    return f"{period_key(period)} {code}" if register.per_period and period else code


def period_key(period: Period) -> str:
    """ "2021-01-01/2022-01-01": the half-open days of a period as text."""
    return f"{period.start.isoformat()}/{period.end.isoformat()}"


def belongs_on(register: Register, values: Mapping[str, str], period: Period | None) -> date | None:
    """The day that says which period a row belongs to; for rows of totals the first day of their period."""
    if register.per_period:
        return period.start if period else None
    day = values.get(register.period_field, "")[:10] if register.period_field else ""
    return date.fromisoformat(day) if day else None


def day_of(register: Register, code: str, values: Mapping[str, str]) -> date | None:
    """``belongs_on`` of a stored row: a row of totals bears its period in its code."""
    if register.per_period:
        return date.fromisoformat(code[:10])
    return belongs_on(register, values, None)


def packed(values: Mapping[str, str]) -> str:
    """Canonical JSON text of what is known: empty fields are left out, so an absent field is an empty one."""
    known = {name: value for name, value in values.items() if value}
    return json.dumps(known, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def unpacked(text: str) -> dict[str, str] | None:
    """The values behind a stored text; None for a row that its source no longer lists."""
    return json.loads(text) if text else None


def field_of(text: str, name: str) -> str:
    """One field of a stored text, "" where it is not filled: a third of the work of reading the whole text."""
    start = (
        text.find(f'"{name}":"') + len(name) + 4
    )  # a quote within a value is escaped: only a key looks like this
    if start < len(name) + 4:
        return ""
    found = text[start : text.index('"', start)]
    return found if "\\" not in found else (unpacked(text) or {})[name]


def digest_of(text: str) -> str:
    """SHA-256 of a stored text."""
    return hashlib.sha256(text.encode()).hexdigest()
