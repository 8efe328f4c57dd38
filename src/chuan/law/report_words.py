"""How reports word an indicator: alternatives, words that mean another one, words that may stand beside it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from chuan.rules.report_figures.types import Wording
from chuan.rules.vietnamese import fold

_LEADS = re.compile(r"^(?:ty le|tong so|so|tong|xay dung|duy tri|giam|tang)\s+")
_SHORT = 6


@dataclass(frozen=True, slots=True)
class ReportWords:
    """The words of one indicator."""

    wordings: tuple[Wording, ...]
    never: tuple[str, ...] = ()
    known: tuple[str, ...] = ()


def words_for(code: str, name: str) -> ReportWords:
    """The words shipped for a code; for a unit's own indicator, its name without the words every name begins with."""
    shipped = _shipped().get(code)
    return shipped if shipped is not None else of_name(name)


def of_name(name: str) -> ReportWords:
    """An indicator known by its name alone; no words when the name is too short to be told from others."""
    folded = " ".join(re.findall(r"\w+", fold(re.sub(r"\([^)]*\)", " ", name))))
    bare = _LEADS.sub("", folded)
    return ReportWords((Wording((bare,)),) if len(bare) >= _SHORT else ())


@cache
def _shipped() -> dict[str, ReportWords]:
    raw = tomllib.loads((files("chuan.law") / "report_words.toml").read_text(encoding="utf-8"))
    return {code: _words(one) for code, one in raw.items() if isinstance(one, dict)}


def _words(raw: dict[str, Any]) -> ReportWords:
    ways = tuple(Wording(tuple(part.strip() for part in text.split("+"))) for text in raw["words"])
    return ReportWords(ways, tuple(raw.get("never", ())), tuple(raw.get("known", ())))
