"""What the papers of petitions are called, and the number of each form on a day, from ``petition_forms.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from chuan.rules.law import Value
from chuan.rules.types import Citation, Sure
from chuan.rules.vietnamese import fold


@dataclass(frozen=True, slots=True)
class PetitionForm:
    """One paper: its name, the type of document it is drafted as, and the number of its form.

    ``number`` is "" where no text that was read names one: none is ever made up. ``citation`` is the act and
    article of the number, else of the duty the paper fulfils; None where neither is known.
    """

    key: str
    name: str
    kind: str
    number: str = ""
    citation: Citation | None = None
    sure: Sure = Sure.UNVERIFIED

    @property
    def slug(self) -> str:
        """The name as a part of an address or a file's name: "thong-bao-luu-don"."""
        return "-".join(re.findall(r"[a-z0-9]+", fold(self.name)))


def petition_form(key: str, values: Mapping[str, Value]) -> PetitionForm:
    """The paper by the law of a day (``law.petitions.petition_law(on).values``). Raises KeyError."""
    raw = _raw()[key]
    number, ground = values.get(raw.get("number", "")), values.get(raw.get("ground", ""))
    source = number or ground
    return PetitionForm(
        key=key,
        name=raw["name"],
        kind=raw["kind"],
        number=number.value if number else "",
        citation=source.citation if source else None,
        sure=source.sure if source else Sure.UNVERIFIED,
    )


def petition_form_keys() -> Mapping[str, tuple[str, ...]]:
    """Every paper's key with the keys of law it leans on."""
    return {
        key: tuple(raw[part] for part in ("number", "ground") if part in raw) for key, raw in _raw().items()
    }


@cache
def _raw() -> Mapping[str, Mapping[str, str]]:
    text = (files("chuan.law") / "petition_forms.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
