"""The law file of form: whole, dated, and in step with the rules of typesetting."""

from __future__ import annotations

import re
import string
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

from chuan.law.document_types import document_types
from chuan.law.paper import paper_rules
from chuan.law.paper_form import form_rules, parse_form_rules
from chuan.rules.paper_form import Weight
from chuan.rules.types import Sure

ON = date(2026, 11, 1)
SOURCE = Path(__file__).resolve().parents[2] / "src" / "chuan" / "rules" / "paper_form"


def test_every_rule_has_words_article_and_weight():
    for code, rule in form_rules(ON).rules.items():
        assert rule.code == code
        assert rule.article
        assert rule.act
        assert rule.said[0].isupper() or rule.said[0] in "“{"
        assert rule.said.rstrip("”").endswith(".")
        assert rule.weight in Weight
        assert rule.sure in Sure


def test_rules_without_a_sentence_of_law_only_advise():
    assert not [
        rule.code
        for rule in form_rules(ON).rules.values()
        if rule.sure is Sure.UNVERIFIED and rule.weight is Weight.MUST
    ]


def test_every_rule_is_told_somewhere_and_every_told_code_has_a_rule():
    code = "\n".join(path.read_text(encoding="utf-8") for path in SOURCE.glob("*.py"))
    rules = set(form_rules(ON).rules)
    assert {rule for rule in rules if f'"{rule}"' not in code} == set()
    told = set(re.findall(r'Finding\(\s*"(\w+)"', code))
    told |= set(re.findall(r'(?:found|at_top|at_end|ended|_at|_marked|_order)\(\s*parts,\s*"(\w+)"', code))
    assert told <= rules


def test_templates_ask_for_known_words_only():
    known = {"found", "instead", "kind", "line", "level", "right", "example", "nth", "missing", "since", "by", "before",
             "number", "numerals", "first", "authority", "count", "side", "bounds", "part"}  # fmt: skip
    for rule in form_rules(ON).rules.values():
        fields = {field for _, field, _, _ in string.Formatter().parse(rule.said + rule.mend) if field}
        assert fields <= known, rule.code


def test_types_and_abbreviations_are_those_of_the_decree():
    types = form_rules(ON).types
    assert len(types) == 29
    assert len([short for short in types.values() if short]) == 27
    assert {name.lower(): short for name, short in types.items()} == {
        one.name: one.abbreviation for one in document_types().values()
    }


def test_wrong_abbreviations_are_not_right_ones():
    rules = form_rules(ON)
    assert not set(rules.wrong_symbols) & {short for short in rules.types.values() if short}


def test_sizes_and_margins_are_those_of_typesetting():
    rules, paper = form_rules(ON), paper_rules(ON)
    assert rules.letters["bases"].italic
    assert (rules.letters["number"].low, rules.letters["number"].high) == (13, 13)
    assert (rules.measures["margin_left"].low, rules.measures["margin_left"].high) == (30, 35)
    assert (
        rules.measures["page_width"].low
        == rules.measures["page_width"].high
        == paper.measure["page_width"].use
    )
    assert rules.measures["line_spacing"].told == "1-1,5"


def test_ended_levels_hold_from_july_2025():
    assert form_rules(date(2025, 6, 30)).ended_levels == ()
    assert "huyện" in form_rules(date(2025, 7, 1)).ended_levels
    assert "agency_level_ended" not in form_rules(date(2025, 6, 30)).rules


def test_before_the_decree_there_are_no_rules():
    with pytest.raises(LookupError):
        form_rules(date(2020, 3, 4))
    assert form_rules(date(2020, 3, 5)).rules


def test_a_broken_entry_does_not_start():
    text = (files("chuan.law") / "paper_form.toml").read_text(encoding="utf-8")
    with pytest.raises(ValueError):
        parse_form_rules(text.replace('sure = "read"', 'sure = "maybe"', 1), paper_rules(ON), ON)
    with pytest.raises(KeyError):
        parse_form_rules(text.replace("said = ", "says = ", 1), paper_rules(ON), ON)
