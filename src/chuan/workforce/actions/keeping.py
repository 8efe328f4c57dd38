"""How long records are kept by the unit's document; words past their date blanked by a person, for persons named."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime

from django.utils import timezone

from chuan.offers.subjects import Subject
from chuan.people.models import Official, Unit, UnitSetting
from chuan.people.viewer import Viewer
from chuan.rules.keeping import ended_before
from chuan.trail.actions import act
from chuan.workforce import refusals
from chuan.workforce import refusals_keeping as own
from chuan.workforce.keeping.kinds import RecordKind
from chuan.workforce.keeping.past import PastRecord, past
from chuan.workforce.keeping.terms import setting_key, terms_of
from chuan.workforce.models import Absence, AssessmentWords, Candidate, TitleFact
from chuan.workforce.permissions import require_keep

CHUNK = 500


def write_term(
    kind: RecordKind, years: int, *, since: date, citation: str, by: Viewer, at: datetime
) -> UnitSetting:
    """Keep for how many years a kind is kept from a day on, by the unit's document.

    One for a day that is already written is not edited: the next version stands for it. Raises ``NotAllowed``,
    ``PaperMissing``, ``TermImpossible``, ``TermStands``.
    """
    require_keep(by)
    unit, key, paper = by.unit, setting_key(kind.key), _said(citation)
    if not paper:
        raise refusals.PaperMissing()
    if not 1 <= years <= 99:
        raise own.TermImpossible()
    detail = {"kind": kind.title, "years": years, "since": since, "citation": paper}
    with act("staff_words.term", Subject("unit", unit.uid), by=by, unit_uid=unit.uid, at=at, **detail):
        Unit.objects.select_for_update().get(pk=unit.pk)
        if UnitSetting.objects.value_on(unit, key, since) == str(years):
            raise own.TermStands()
        last = UnitSetting.objects.filter(unit=unit, key=key, valid_from=since).order_by("-version").first()
        return UnitSetting.objects.create(
            unit=unit, key=key, value=str(years), valid_from=since, citation=paper,
            version=last.version + 1 if last else 1,
        )  # fmt: skip


def blank_words(
    kind: RecordKind, officials: Collection[Official], *, citation: str, reason: str, by: Viewer, at: datetime
) -> int:
    """Blank what was written about these officials and is past its date; how many rows.

    Days, results, votes and decisions stay, and each row says that it was blanked. The trail names the kind, the
    persons, the paper that allowed it and why, never a word of what is gone. Older backups hold it until they run
    out. What a round or an appeal still holds, and the viewer's own, is left. Raises ``NotAllowed``,
    ``PaperMissing``, ``ReasonMissing``, ``NothingToBlank``, ``TermNotSure``, ``NothingPast``.
    """
    require_keep(by)
    paper, why = _said(citation), _said(reason)
    if not paper:
        raise refusals.PaperMissing()
    if not why:
        raise refusals.ReasonMissing()
    chosen = {one.pk: one for one in officials}
    with act("staff_words.blank", Subject("unit", by.unit.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        Unit.objects.select_for_update().get(pk=by.unit.pk)
        free = [one for one in past_words(kind, by, at) if one.held is None and one.official in chosen]
        if not free:
            raise own.NothingPast()
        _blank(free, at)
        whose = sorted(str(chosen[pk].uid) for pk in {one.official for one in free})
        doing.detail = {
            "kind": kind.title,
            "officials": ", ".join(whose),
            "count": len(free),
            "citation": paper,
        }
        doing.detail |= {"reason": why}
    return len(free)


def past_words(kind: RecordKind, by: Viewer, at: datetime) -> list[PastRecord]:
    """Rows past their date on the day. Raises ``NothingToBlank``, ``TermNotSure``."""
    if not kind.goes:
        raise own.NothingToBlank(kind=kind.title)
    on = timezone.localtime(at).date()
    term = terms_of(by.unit, on)[kind.key]
    if not term.allows or term.years is None:
        raise own.TermNotSure(kind=kind.title)
    return past(kind.key, by, ended_before(on, term.years))


def _blank(rows: Sequence[PastRecord], at: datetime) -> None:
    tables = {
        "words": (AssessmentWords, {"text": "", "form": ""}),
        "absence": (Absence, {"kind": "", "citation": "", "why_void": ""}),
        "fact": (TitleFact, {"document": ""}),
        "candidate": (Candidate, {"why_void": ""}),
    }
    for table, (model, empty) in tables.items():
        for some in _chunks([one.pk for one in rows if one.table == table]):
            model._default_manager.filter(pk__in=some).update(**empty, purged_at=at)


def _chunks(keys: Sequence[int]) -> Iterable[Sequence[int]]:
    return (keys[start : start + CHUNK] for start in range(0, len(keys), CHUNK))


def _said(text: str) -> str:
    return " ".join(text.split())[:300]
