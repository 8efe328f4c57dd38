"""What came in above as pages show it: verdict in words, article, the ward's own file where it may be seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from chuan.people.viewer import Viewer
from chuan.petitions.escalated.judging import Basis, Judged, Verdict
from chuan.petitions.escalated.standing import Case, cases_of
from chuan.petitions.models import Escalation, Petition
from chuan.rules.types import Sure

_SIGNS: dict[Verdict, tuple[str, str | Promise]] = {
    Verdict.PAST: ("not_met", later("vượt cấp")),
    Verdict.LAWFUL: ("met", later("đúng trình tự")),
    Verdict.UNCLEAR: ("unmeasured", later("chưa xét")),
}


@dataclass(frozen=True)
class Shown:
    """One row. ``source``: the article, the unit's word, or the house's way of counting."""

    row: Escalation
    sign: str
    words: str
    reason: str
    source: str
    unverified: bool
    petition: Petition | None
    hidden: bool
    """Whether it has a file of the ward that the viewer may not open."""


def shown(rows: Sequence[Escalation], viewer: Viewer) -> list[Shown]:
    """Each with its verdict; files of the ward only where the viewer may open them."""
    return shown_cases(cases_of(rows), viewer)


def shown_cases(cases: Sequence[Case], viewer: Viewer) -> list[Shown]:
    """The same of rows that were judged already."""
    keys = {one.petition_id for one in cases if one.petition_id}
    files = Petition.objects.seen_by(viewer).filter(pk__in=keys).in_bulk() if keys else {}
    return [_shown(one, files.get(one.petition_id or 0)) for one in cases]


def _shown(case: Case, petition: Petition | None) -> Shown:
    sign, words = _SIGNS[case.judged.verdict]
    return Shown(
        row=case.row,
        sign=sign,
        words=str(words),
        reason=case.judged.reason,
        source=source_of(case.judged, case.row.why_said),
        unverified=is_unverified(case.judged),
        petition=petition,
        hidden=bool(case.petition_id) and petition is None,
    )


def is_unverified(judged: Judged) -> bool:
    """Whether nobody read the article's own text."""
    return judged.law is not None and judged.law.sure is not Sure.READ


def source_of(judged: Judged, why_said: str = "") -> str:
    """What the verdict rests on, in words."""
    if judged.basis is Basis.UNIT:
        return _("lời của phường: %s") % why_said if why_said else _("lời của phường")
    if judged.law is not None:
        citation = judged.law.citation
        return ", ".join(part for part in (citation.article, citation.number) if part)
    if judged.verdict is Verdict.UNCLEAR:
        return ""
    return _("quy ước đếm của phần mềm, không phải điều luật")
