"""Whether it worked, and the end: closed, opened for another round, or found to be no nonconformity."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from chuan.corrections import refusals as no
from chuan.corrections.actions.analysing import step
from chuan.corrections.effects import effect_of, seen_figures, wanted_of
from chuan.corrections.lines import Line, said, today, write_line
from chuan.corrections.models import AffectedDocument, CorrectiveAction, EffectCheck, Nonconformity
from chuan.corrections.permissions import require_judge, require_keep
from chuan.people.viewer import Viewer
from chuan.rules.corrections import Figure, Judged, Open, Verdict, hindrances, judge_effect, require_closable
from chuan.rules.refusals import Refused
from chuan.rules.refusals.corrections import EffectNotYet, EffectUnmeasured
from chuan.rules.wording import said as in_words


def judge(
    case: Nonconformity,
    words: str,
    *,
    by: Viewer,
    at: datetime,
    seen: Mapping[int, tuple[str, str]] | None = None,
) -> EffectCheck:
    """Judge the effect of the round by the figures of its periods; one that missed opens the next round.

    ``seen``: of a check without a measure, what somebody saw in each period (``effects.MET``, …) and his words.
    The figures are counted before the act begins. Raises ``NotAllowed``, ``ActionsStillOpen``, ``EffectNotYet``,
    ``EffectUnmeasured``, ``WordsMissing``, ``WrongMove``, ``CaseOver``.
    """
    require_judge(by)
    told = said(words, "kết luận về hiệu lực")
    check = EffectCheck.objects.filter(case=case, round=case.round).first()
    if check is None or case.status == "acting":
        raise no.ActionsStillOpen()
    figures, judged = _judged(case, check, seen or {}, on=today(at), at=at)
    _require_settled(judged)
    good = judged.verdict is Verdict.GOOD
    with step(case, "judge", by=by, at=at) as held:
        row = EffectCheck.objects.select_for_update().get(pk=check.pk)
        write_line(held, Line("judge_good" if good else "judge_bad", today(at), told), by=by, at=at)
        row.verdict, row.words, row.figures = judged.verdict.value, told, _as_json(figures)
        row.judged_on, row.judged_by = today(at), by.official
        row.save()
    return row


def close(case: Nonconformity, words: str, *, by: Viewer, at: datetime) -> Nonconformity:
    """End it. Raises the first of ``hindrances_of``, ``NotAllowed``, ``WordsMissing``, ``WrongMove``, ``CaseOver``."""
    require_keep(by)
    told = said(words, "kết luận khi kết thúc")
    with step(case, "close", by=by, at=at) as held:
        require_closable(open_of(held))
        write_line(held, Line("close", today(at), told), by=by, at=at)
    return case


def put_aside_case(case: Nonconformity, reason: str, *, by: Viewer, at: datetime) -> Nonconformity:
    """Say why it is no nonconformity after all; only before anything was planned. Raises as ``close`` does."""
    require_keep(by)
    told = said(reason, "lý do")
    with step(case, "put_aside", by=by, at=at) as held:
        write_line(held, Line("put_aside", today(at), told), by=by, at=at)
    return case


def open_of(case: Nonconformity) -> Open:
    """What a case still has open: actions, the effect of its round, documents; three statements."""
    actions = CorrectiveAction.objects.open().filter(case=case).order_by("pk")
    check = EffectCheck.objects.filter(case=case).order_by("-round").first()
    documents = AffectedDocument.objects.filter(case=case, outcome=AffectedDocument.Outcome.OPEN)
    return Open(
        list(actions.values_list("what", flat=True)),
        Verdict(check.verdict) if check and check.verdict else None,
        list(documents.order_by("label").values_list("label", flat=True)),
    )


def hindrances_of(case: Nonconformity) -> list[Refused]:
    """What is in the way of closing, each a sentence."""
    return hindrances(open_of(case))


def _judged(
    case: Nonconformity, check: EffectCheck, seen: Mapping[int, tuple[str, str]], *, on: date, at: datetime
) -> tuple[list[Figure], Judged]:
    if check.measure_key:
        effect = effect_of(case, check, on=on, at=at)
        return effect.figures, effect.judged
    figures = seen_figures(case, seen)
    return figures, judge_effect(wanted_of(check), figures, on)


def _require_settled(judged: Judged) -> None:
    if judged.verdict is Verdict.TOO_EARLY:
        raise EffectNotYet(first=in_words(judged.to_come[0]))
    if judged.verdict is Verdict.UNMEASURED:
        raise EffectUnmeasured(first=in_words(judged.unknown[0]).capitalize())


def _as_json(figures: Sequence[Figure]) -> str:
    rows: list[dict[str, Any]] = [
        {
            "start": str(one.period.start), "end": str(one.period.end),
            "value": None if one.value is None else str(one.value), "words": one.why,
        }
        for one in figures
    ]  # fmt: skip
    return json.dumps(rows, ensure_ascii=False, sort_keys=True)
