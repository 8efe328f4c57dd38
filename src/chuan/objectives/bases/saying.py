"""What is asked about a paper as a whole, in the words of the screen."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext as _

from chuan.objectives.models import Basis

Facts = dict[str, str]


def question(code: str, facts: Facts) -> str:
    """The sentence of a question; its code when it has none yet, so that nothing is hidden."""
    say = _SENTENCES.get(code)
    return say(facts) if say else code


_SENTENCES: dict[str, Callable[[Facts], str]] = {
    "unnumbered": lambda f: _("Không đọc ra số hoặc ngày ban hành: ghi rõ văn bản nào, số, ngày, cơ quan ban hành."),
    "other_year": lambda f: _("Văn bản nói về năm %(theirs)s, kế hoạch là của năm %(ours)s.") % f,
    "other_unit": lambda f: _("Văn bản của %(theirs)s, không phải của %(ours)s.") % f,
    "other_province": lambda f: _("Văn bản của %(theirs)s, đơn vị thuộc %(ours)s.") % f,
    "not_named": lambda f: _("Văn bản của %(theirs)s không nhắc đến %(ours)s: có thể không giao cho đơn vị mình.") % f,
    "later": lambda f: _("Văn bản ban hành ngày %(theirs)s, sau Quyết định ngày %(ours)s.") % f,
}  # fmt: skip


def asked_of(basis: Basis) -> list[str]:
    """Every question about a paper as a sentence."""
    return [question(code, facts) for code, facts in basis.questions]
