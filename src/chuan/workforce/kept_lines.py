"""How rows about an official become lines: whose they are, that one was taken back, how long they are kept."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol, TypeVar

from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _

from chuan.offers.kept_about import Asked
from chuan.rules.keeping import Term
from chuan.workforce.keeping.terms import term_source, term_sure, term_words

Row = TypeVar("Row", bound=Model)


class Voidable(Protocol):
    """A row that can be taken back with a reason."""

    voided_at: datetime | None
    why_void: str


def own(rows: QuerySet[Row], asked: Asked, column: str = "official") -> QuerySet[Row]:
    """His rows (``column`` names him): all for himself, wherever he was; for another those the viewer may see."""
    found = rows.filter(**{column: asked.official})
    if asked.himself:
        return found
    seen = rows.model._default_manager.seen_by(asked.viewer)  # type: ignore[attr-defined]
    return found.filter(pk__in=seen)


def term_said(term: Term) -> str:
    """How long in one line: "5 năm, tính từ … (Quyết định 9/QĐ-UBND, đơn vị đặt)"."""
    if term.years is None:
        return _("chưa biết, bảng thời hạn của %s chưa đọc được") % term.value.citation.number
    return f"{term_words(term)} ({term_source(term)}, {term_sure(term)})"


def parts(*some: str) -> str:
    """Those that are there, with commas."""
    return ", ".join(part for part in some if part)


def taken_back(one: Voidable) -> str:
    """ " (đã bỏ: vì sao)" after the words of a row that was taken back; "" otherwise."""
    if one.voided_at is None:
        return ""
    return _(" (đã bỏ: %s)") % one.why_void if one.why_void else _(" (đã bỏ)")
