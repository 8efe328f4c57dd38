"""One row of the system of record as a petition reads it: cleaned, and with the due day that was seen in time.

No Django in here. A due day that the source moves after it had passed does not make anybody punctual: the one
that stood goes on being judged, and the new one is shown beside it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date

from chuan.petitions.fields import FEEDBACK, kind_in
from chuan.rules.petitions import Channel, Kind

Values = Mapping[str, str]
DUE, DUE_NOW = "due_on", "due_on_now"


def cleaned(register: str, values: Values) -> dict[str, str]:
    """The row without empty fields, its kind and channel said."""
    found = {name: value for name, value in values.items() if value}
    found["kind"] = kind_in(register, values) or Kind.FEEDBACK
    found.setdefault("channel", Channel.PORTAL if register == FEEDBACK else Channel.POST)
    return found


def due_as_seen(versions: Iterable[tuple[date, Values]]) -> str:
    """The due day that counts, of versions by the local day they came in, the earliest first; "" for none."""
    stands = ""
    for on, values in versions:
        said = values.get(DUE, "")[:10]
        if said and (not stands or on.isoformat() <= stands):
            stands = said
    return stands


def with_due(values: dict[str, str], seen: str) -> dict[str, str]:
    """The row judged by the due day that was seen in time; the one the source shows now stands beside it."""
    now = values.get(DUE, "")[:10]
    if seen and now != seen:
        values[DUE], values[DUE_NOW] = seen, now
    return values


def packed(values: Values) -> str:
    """As the petition keeps it: canonical JSON."""
    return json.dumps(dict(values), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
