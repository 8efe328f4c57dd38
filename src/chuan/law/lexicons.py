"""The reader's words, loaded once from ``law/lexicons/reader.toml``."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any

from chuan.rules.decision_text.lexicon import Lexicon, Misspelling, Named
from chuan.rules.vietnamese import compose, settle_tones


@lru_cache(maxsize=1)
def reader_lexicon() -> Lexicon:
    """The lexicon `read_decision` is given."""
    text = (files("chuan.law") / "lexicons" / "reader.toml").read_text(encoding="utf-8")
    return _lexicon(tomllib.loads(settle_tones(compose(text))))


def _lexicon(data: dict[str, Any]) -> Lexicon:
    words = {name: tuple(entries) for name, entries in data["words"].items()}
    return Lexicon(
        units=_named(data["units"]),
        nouns=_named(data["nouns"]),
        misspellings=tuple(Misspelling(**entry) for entry in data["misspellings"]),
        **words,
    )


def _named(table: dict[str, list[str]]) -> tuple[Named, ...]:
    return tuple(Named(name, tuple(spellings)) for name, spellings in table.items())
