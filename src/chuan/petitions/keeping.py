"""The law a petition took with it: names of days and acts → digests of the values that were in force.

A corrected law file moves no running petition by itself: its clocks are judged by the values kept when they
started, until somebody takes the corrected ones over (``petitions.actions.rebasing``). Values of a unit's own are
not kept here: they are dated rows with their documents (``people.UnitSetting``).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import lru_cache
from types import MappingProxyType

from chuan.law.petitions import laws_to_keep
from chuan.petitions.models import LawSnapshot, Petition
from chuan.rules.law import Value
from chuan.rules.petitions import Kind
from chuan.rules.types import Citation, Sure

NOTHING: Mapping[str, str] = MappingProxyType({})


def kept_names(text: str) -> Mapping[str, str]:
    """``Petition.law_kept``: name of a law ("2021-09-06", "complaint.dialogue.running@2026-07-01") → digest."""
    found: dict[str, str] = json.loads(text) if text else {}
    return found


def kept_values(kept: Mapping[str, str]) -> dict[str, Mapping[str, Value]]:
    """The values behind the digests; a digest that has no row any more keeps nothing."""
    read = ((name, _read(digest)) for name, digest in kept.items())
    return {name: values for name, values in read if values is not None}


def keep(petition: Petition, starts: Iterable[date], *, on: date) -> dict[str, str]:
    """Let a petition take the law of these days with it, unless it has it: digest → text of what it took.

    The caller saves ``law_kept`` and writes the texts (`save`), inside an act.
    """
    if petition.kind == Kind.MIXED:
        return {}
    kept = dict(kept_names(petition.law_kept))
    missing = {name: text for name, text in _texts(on, frozenset(starts)).items() if name not in kept}
    missing = {
        name: text for name, text in missing.items() if "@" not in name or name.startswith(petition.kind)
    }
    if missing:
        kept |= {name: digest for name, (digest, _body) in missing.items()}
        petition.law_kept = json.dumps(kept, sort_keys=True, separators=(",", ":"))
    return dict(missing.values())


def save(texts: Mapping[str, str], *, at: datetime) -> None:
    """Write the texts that are not there yet; one statement. Inside an act."""
    if texts:
        LawSnapshot.objects.bulk_create(
            (LawSnapshot(digest=digest, body=body, recorded_at=at) for digest, body in texts.items()),
            ignore_conflicts=True,
            batch_size=50,
        )


def differs(petition: Petition, *, on: date) -> bool:
    """Whether some value that the petition took with it is another in the law as it is held now."""
    kept = kept_names(petition.law_kept)
    starts = frozenset(date.fromisoformat(name) for name in kept if "@" not in name)
    now = {name: digest for name, (digest, _body) in _texts(on, starts).items()}
    return any(now.get(name, digest) != digest for name, digest in kept.items())


@lru_cache(maxsize=8192)
def _texts(on: date, starts: frozenset[date]) -> Mapping[str, tuple[str, str]]:
    """Name → digest and text of what a case with these days takes with it."""
    return {name: _text_of(name, on) for name in _names(on, starts)}


@lru_cache(maxsize=8192)
def _names(on: date, starts: frozenset[date]) -> tuple[str, ...]:
    return tuple(laws_to_keep(on, starts))


@lru_cache(maxsize=4096)
def _text_of(name: str, on: date) -> tuple[str, str]:
    day = on if "@" in name else date.fromisoformat(name)
    body = _as_json(laws_to_keep(on, [day])[name])
    return hashlib.sha256(body.encode()).hexdigest(), body


def _as_json(values: Mapping[str, Value]) -> str:
    told = {
        key: [
            one.value,
            one.unit,
            one.valid_from.isoformat(),
            one.citation.number,
            one.citation.article,
            one.sure,
        ]
        for key, one in values.items()
    }
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _read(digest: str) -> Mapping[str, Value] | None:
    """The values of a snapshot; rows never change, so what was read once is kept in the process."""
    if digest not in _known:
        row = LawSnapshot.objects.filter(digest=digest).values_list("body", flat=True).first()
        if row is None:
            return None
        _known[digest] = _values(row)
    return _known[digest]


_known: dict[str, Mapping[str, Value]] = {}


def _values(body: str) -> Mapping[str, Value]:
    told: dict[str, list[str]] = json.loads(body)
    return {
        key: Value(
            value, unit, date.fromisoformat(since), None, Citation(number, article=article), Sure(sure)
        )
        for key, (value, unit, since, number, article, sure) in told.items()
    }
