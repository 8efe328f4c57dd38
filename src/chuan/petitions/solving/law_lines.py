"""What the law of a case says of an act, as shown beside its form: what, how much, act and article, how sure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chuan.law.petitions import petition_parameters
from chuan.petitions.showing.ledger import cited
from chuan.petitions.solving.cases import Case
from chuan.rules.law import Value
from chuan.rules.petitions import Kind
from chuan.rules.types import Sure

_AMOUNTS: dict[str, str | Promise] = {
    "working_day": _("%s ngày làm việc"),
    "calendar_day": _("%s ngày"),
    "time": _("%s lần"),
    "criterion": _("%s tiêu chí"),
    "copy": _("%s bản"),
    "form": _("Mẫu số %s"),
    "ground": _("%s căn cứ"),
}

_LAW_OF = {Kind.SUGGESTION: Kind.FEEDBACK}
"""Kinds that have no law of their own."""

_SAID: dict[str, str | Promise] = {
    "yes": _("có"),
    "no": _("không"),
    "goes_on": _("vẫn tiếp tục giải quyết"),
    "decision_day": _("ngày ra quyết định"),
    "sealed": _("bắt buộc"),
}


@dataclass(frozen=True, slots=True)
class LawLine:
    """One value of the law. ``sure`` says in words what the reader has to know of it, "" when the text was read."""

    what: str
    amount: str
    source: str
    sure: str | Promise


_SURE: dict[Sure, str | Promise] = {
    Sure.READ: "",
    Sure.REPORTED: _("theo dẫn lại, chưa đọc bản gốc"),
    Sure.UNVERIFIED: _("CHƯA XÁC MINH"),
}


def law_lines(case: Case, keys: Iterable[str]) -> list[LawLine]:
    """The values of these keys in the law of the case; what was not in force, or is of another kind, is left out.

    "{kind}" in a key stands for the kind of the petition.
    """
    kind = _LAW_OF.get(Kind(case.petition.kind), case.petition.kind)
    found = (key.replace("{kind}", kind) for key in keys)
    ours = (key for key in found if key in case.values and key.partition(".")[0] == kind)
    return [_line(key, case.values[key]) for key in ours]


def _line(key: str, value: Value) -> LawLine:
    return LawLine(
        petition_parameters()[key].title, amount_of(value), cited(value.citation), _SURE[value.sure]
    )


def amount_of(value: Value) -> str:
    """ "3 ngày làm việc", "Mẫu số 14a", "vẫn tiếp tục giải quyết"."""
    words = _AMOUNTS.get(value.unit)
    return str(words) % value.value if words else str(_SAID.get(str(value.value), value.value))
