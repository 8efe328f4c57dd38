"""How a cited act is written in links, and which document held here it names."""

from __future__ import annotations

from chuan.documents.models import Document
from chuan.people.models import Unit
from chuan.rules.decision_text.types import CitedAct
from chuan.rules.vietnamese import fold
from chuan.ui.formatters import day


def citation_of(act: CitedAct) -> str:
    """ "Quyết định 148/QĐ-UBND ngày 11/08/2020 của UBND phường về việc …": what is known, nothing invented.

    A law without a number is named by its title first.
    """
    return citation(act.kind, act.number, day(act.on) if act.on else "", act.issuer, act.title)


def citation(kind: str, number: str, on: str, issuer: str, title: str) -> str:
    """The same from texts."""
    named = number or title
    words = [kind, named, f"ngày {on}" if on else "", f"của {issuer}" if issuer else ""]
    return " ".join(word for word in [*words, title if number else ""] if word)


def held_here(act: CitedAct, *, unit: Unit) -> Document | None:
    """The document of this unit with the act's number and date; None unless exactly one fits."""
    if not act.number or act.on is None:
        return None
    dated = Document.objects.filter(owner_unit=unit, issued_on=act.on).exclude(number="")
    fits = [one for one in dated if fold(one.full_number) == fold(act.number)]
    return fits[0] if len(fits) == 1 else None
