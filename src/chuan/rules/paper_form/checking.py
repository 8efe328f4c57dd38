"""Checking a paper's form: one call, pure; the same paper, rules and day give the same departures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.paper_form.body_checks import check_body
from chuan.rules.paper_form.citations import check_bases, check_citations
from chuan.rules.paper_form.departures import Departure, Finding, Teller
from chuan.rules.paper_form.foot_checks import check_foot
from chuan.rules.paper_form.form_rules import FormRules
from chuan.rules.paper_form.head_checks import check_head
from chuan.rules.paper_form.layout_checks import check_layout
from chuan.rules.paper_form.number_checks import check_number
from chuan.rules.paper_form.parts import Parts, read_parts
from chuan.rules.paper_form.writing_checks import check_writing
from chuan.rules.seen_paper import Sheet


def check(sheet: Sheet, rules: FormRules, on: date, *, kind: str = "") -> tuple[Departure, ...]:
    """Every departure of the sheet from the rules in force on the day, in the order of the text.

    ``kind`` is the name of the type ("Quyết định") where the paper does not show it. A legal normative
    document is not governed by Nghị định 30/2020/NĐ-CP (article 1) and has no departures. Never raises.
    """
    if not sheet.text.strip():
        return ()
    parts = read_parts(sheet, rules, kind)
    if parts.normative:
        return ()
    return Teller(sheet, rules).told(_findings(parts, rules, on))


def _findings(parts: Parts, rules: FormRules, on: date) -> list[Finding]:
    return [
        *check_head(parts, rules),
        *check_number(parts, rules),
        *check_bases(parts, rules),
        *check_citations(parts, rules, on),
        *check_body(parts, rules),
        *check_foot(parts, rules),
        *check_writing(parts, rules),
        *check_layout(parts, rules),
    ]


@dataclass(frozen=True, slots=True)
class Identity:
    """What a paper is: name of its type ("" when it shows none), the day it bears, whether the decree governs it."""

    kind: str
    on: date | None
    normative: bool


def identify(sheet: Sheet, rules: FormRules) -> Identity:
    """What the paper is; ``on`` is None where it bears no day or one that does not exist."""
    parts = read_parts(sheet, rules)
    return Identity(parts.kind, _day(parts), parts.normative)


def _day(parts: Parts) -> date | None:
    dated, day, month = parts.head.dated, parts.head.day_at, parts.head.month_at
    if dated is None or day is None or month is None:
        return None
    year = "".join(dated.text.split())[-4:]
    try:
        return date(int(year), int(parts.flat.text[slice(*month)]), int(parts.flat.text[slice(*day)]))
    except ValueError:
        return None
