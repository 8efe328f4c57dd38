"""How a cited act is written in links, and which document held here it names."""

from __future__ import annotations

from chuan.documents.models import Document
from chuan.people.models import Unit
from chuan.rules.decision_text.types import CitedAct
from chuan.rules.vietnamese import fold
from chuan.ui.formatters import day


def citation_of(act: CitedAct) -> str:
    """ "Quyết định 148/QĐ-UBND ngày 11/08/2020 của UBND phường": what is known, nothing invented."""
    words = [act.kind, act.number]
    if act.on is not None:
        words.append(f"ngày {day(act.on)}")
    if act.issuer:
        words.append(f"của {act.issuer}")
    return " ".join(word for word in words if word) or act.title


def held_here(act: CitedAct, *, unit: Unit) -> Document | None:
    """The document of this unit with the act's number and date; None unless exactly one fits."""
    if not act.number or act.on is None:
        return None
    dated = Document.objects.filter(owner_unit=unit, issued_on=act.on).exclude(number="")
    fits = [one for one in dated if fold(one.full_number) == fold(act.number)]
    return fits[0] if len(fits) == 1 else None
