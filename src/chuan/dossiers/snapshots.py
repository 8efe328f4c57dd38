"""The clock values a dossier took with it when it was accepted, kept as text. No Django in here."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import lru_cache

from chuan.law.clock_rules import DossierLaw


def snapshot_of(law: DossierLaw) -> str:
    """The values of a day's law as canonical JSON: two days of one law give one text."""
    held = {key: value.value for key, value in sorted(law.values.items())}
    return json.dumps(held, ensure_ascii=False, separators=(",", ":"))


def law_as_kept(snapshot: str, law: DossierLaw) -> DossierLaw:
    """The law of the day with the values that the dossier has kept: a corrected law file moves no old dossier.

    ``law`` is that of the day as it is known now, and gives the citations; "" keeps nothing.
    """
    if not snapshot:
        return law
    kept = _read(snapshot)
    differing = {
        key: replace(value, value=kept[key])
        for key, value in law.values.items()
        if kept.get(key, value.value) != value.value
    }
    return DossierLaw(law.on, {**law.values, **differing}) if differing else law


@lru_cache(maxsize=256)
def _read(snapshot: str) -> dict[str, str]:
    found: dict[str, str] = json.loads(snapshot)
    return found
