"""A unit's terms: those of the law file, its own documents in place of what nobody read; and each in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext as _

from chuan.clocks.saying import source_words, sure_words
from chuan.law import staff_records
from chuan.people.models import Unit, UnitSetting
from chuan.rules.keeping import Term
from chuan.rules.law import Value
from chuan.rules.types import Citation, Sure

_BEFORE = "workforce.keep."


def setting_key(kind: str) -> str:
    """The key of the unit's own term of a kind."""
    return _BEFORE + kind


def terms_of(unit: Unit, on: date) -> Mapping[str, Term]:
    """How long the unit keeps each kind on a day; one statement."""
    keys = [setting_key(kind) for kind in staff_records.kinds()]
    own: dict[str, list[Value]] = {}
    for row in UnitSetting.objects.standing(unit, *keys):
        value = Value(row.value, "year", row.valid_from, None, Citation(row.citation), Sure.READ)
        own.setdefault(row.key.removeprefix(_BEFORE), []).append(value)
    return staff_records.terms(on, own)


def term_words(term: Term) -> str:
    """ "5 năm, tính từ đầu năm sau khi việc kết thúc"; that it is not known where it is not."""
    if term.years is None:
        return _("chưa biết")
    return _("%s năm, tính từ đầu năm sau khi việc kết thúc") % term.years


def term_source(term: Term) -> str:
    """Act and article, or the unit's document with its day."""
    return source_words(term.value.citation)


def term_sure(term: Term) -> str:
    """How sure the term is."""
    return _("đơn vị đặt") if term.own else sure_words(term.value.sure)
