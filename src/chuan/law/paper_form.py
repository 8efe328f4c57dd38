"""The rules of form of an administrative paper, filled for one day from the law files."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from chuan.law.paper import PaperRules, paper_rules
from chuan.rules.paper_form import Bound, FormRules, Lettering, Repealed, Rule, Weight
from chuan.rules.types import Sure


@cache
def form_rules(on: date) -> FormRules:
    """What a paper of that day is judged by: Nghị định 30/2020/NĐ-CP and what is held beside it.

    Raises LookupError for a day before the decree (05/3/2020).
    """
    text = (files("chuan.law") / "paper_form.toml").read_text(encoding="utf-8")
    return parse_form_rules(text, paper_rules(on), on)


def parse_form_rules(text: str, paper: PaperRules, on: date) -> FormRules:
    """Rules from the text of the law file. Raises KeyError or ValueError when an entry is not whole."""
    raw = tomllib.loads(text)
    rules = {code: _rule(code, one, raw) for code, one in raw["rules"].items()}
    return FormRules(
        rules=MappingProxyType({code: rule for code, rule in rules.items() if rule.holds_on(on)}),
        letters=_letters(paper),
        measures=_measures(paper),
        types=MappingProxyType(raw["types"]),
        wrong_symbols=MappingProxyType(raw["wrong_symbols"]),
        writings=tuple(raw["writing"]["names"]),
        national_name=paper.words["national_name"].use,
        national_motto=paper.words["national_motto"].use,
        typefaces=tuple(raw["writing"]["typefaces"]),
        last_mark=paper.words["last_mark"].use,
        pad_number=paper.padding["number"].below,
        pad_day=paper.padding["day"].below,
        pad_month=paper.padding["month"].below,
        ended_levels=tuple(
            level for one in raw["ended_levels"] if one["from"] <= on for level in one["levels"]
        ),
        repealed=tuple(_repealed(one) for one in raw["repealed"]),
    )


def _rule(code: str, one: Mapping[str, Any], raw: Mapping[str, Any]) -> Rule:
    return Rule(
        code=code,
        act=one.get("act", raw["act"]),
        article=one["article"],
        said=one["said"],
        mend=one["mend"],
        sure=Sure(one["sure"]),
        weight=Weight(one["weight"]),
        valid_from=one.get("from", raw["from"]),
        valid_to=one.get("to"),
    )


def _letters(paper: PaperRules) -> Mapping[str, Lettering]:
    return MappingProxyType(
        {
            key: Lettering(one.low, one.high, one.upper, one.bold, one.italic, one.article, one.sure)
            for key, one in paper.letters.items()
        }
    )


def _measures(paper: PaperRules) -> Mapping[str, Bound]:
    """Bounds; a value without bounds (the size of the page) asks for itself."""
    found = {}
    for key, one in paper.measure.items():
        exact = one.low is None and one.high is None
        low, high = (one.use, one.use) if exact else (one.low, one.high)
        found[key] = Bound(low, high, one.unit, one.article, one.sure)
    return MappingProxyType(found)


def _repealed(one: Mapping[str, Any]) -> Repealed:
    return Repealed(
        since=one["since"],
        replaced_by=one["by"],
        number=one.get("number", ""),
        name=one.get("name", ""),
        on=one.get("on"),
        sure=Sure(one["sure"]),
    )
