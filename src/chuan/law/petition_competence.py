"""The guided decision about competence on a day, from ``petitions_competence.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from chuan.rules.petitions.competence import Answer, Guide, Outcome, Question
from chuan.rules.petitions.kinds import Kind
from chuan.rules.types import Citation, Sure


@lru_cache(maxsize=512)
def competence_guide(on: date) -> Guide:
    """The questions and answers in force on a day. Raises ValueError when a walk through them would not end."""
    questions = {raw["key"]: _question(raw, on) for raw in _raw()["questions"]}
    return Guide(questions, {Kind(kind): first for kind, first in _raw()["starts"].items()})


def _question(raw: Mapping[str, Any], on: date) -> Question:
    return Question(raw["key"], raw["text"], tuple(_answer(one) for one in raw["answers"] if _holds(one, on)))


def _holds(raw: Mapping[str, Any], on: date) -> bool:
    return bool(("from" not in raw or raw["from"] <= on) and ("to" not in raw or on < raw["to"]))


def _answer(raw: Mapping[str, Any]) -> Answer:
    return Answer(
        key=raw["key"],
        text=raw["text"],
        then=raw.get("then", ""),
        outcome=Outcome(raw["outcome"]) if "outcome" in raw else None,
        why=raw.get("why", ""),
        where=raw.get("where", ""),
        check=raw.get("check", False),
        citation=Citation(number=raw["act"], article=raw["article"]),
        sure=Sure(raw["sure"]),
    )


@cache
def _raw() -> Mapping[str, Any]:
    text = (files("chuan.law") / "petitions_competence.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
