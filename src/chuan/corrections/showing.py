"""One nonconformity as its page and its paper show it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.corrections.actions.judging import hindrances_of
from chuan.corrections.causes import said_of, words_of
from chuan.corrections.effects import Effect, effect_of, target_words
from chuan.corrections.models import (
    AffectedDocument,
    Cause,
    Correction,
    CorrectiveAction,
    EffectCheck,
    Nonconformity,
)
from chuan.corrections.permissions import may_judge, may_keep
from chuan.corrections.recurrence import earlier_of
from chuan.corrections.waiting import judged_from
from chuan.law.iso9001 import clauses
from chuan.law.qms import qms_value
from chuan.offers.subjects import describe
from chuan.people.viewer import Viewer
from chuan.rules.corrections import Verdict
from chuan.rules.lifecycles import NONCONFORMITY
from chuan.rules.wording import said
from chuan.ui import formatters as say

AGAIN = {"cause": "cùng nguyên nhân", "about": "cùng đối tượng", "both": "cùng đối tượng và nguyên nhân"}


@dataclass(frozen=True, slots=True)
class Door:
    """Something that may be done: an address and its words; one of them is the main one."""

    url: str
    label: str
    main: bool = False


@dataclass(frozen=True, slots=True)
class CauseShown:
    """A standing cause with the words of the list."""

    cause: Cause
    listed: str


@dataclass(frozen=True, slots=True)
class RoundShown:
    """A round: its causes, actions, check and what it came to."""

    number: int
    causes: Sequence[CauseShown]
    actions: Sequence[CorrectiveAction]
    check: EffectCheck | None
    target: str


@dataclass(frozen=True, slots=True)
class CasePage:
    """All of one case."""

    meaning: str
    next_words: str
    doors: Sequence[Door]
    clause: str
    law: str
    record_url: str
    corrections: Sequence[Correction]
    rounds: Sequence[RoundShown]
    effect: Effect | None
    documents: Sequence[AffectedDocument]
    again: Sequence[tuple[Nonconformity, str]]
    hindrances: Sequence[str]


def page_of(case: Nonconformity, viewer: Viewer, *, on: date, at: datetime) -> CasePage:
    """The page; a bounded number of statements, and those of the measure."""
    rounds = rounds_of(case)
    now = rounds[0] if rounds else None
    effect = effect_of(case, now.check, on=on, at=at) if now and now.check and _is_watched(case) else None
    described = describe([case.subject], viewer) if case.subject else {}
    return CasePage(
        NONCONFORMITY.statuses[case.status].sentence,
        next_words(case, now, effect, on=on),
        doors_of(case, viewer, judged_from(case) if case.status == "checking" else None, on),
        clause_words(case.clause),
        law_words(case),
        next((one.address for one in described.values()), ""),
        list(Correction.objects.filter(case=case).select_related("by").order_by("pk")),
        rounds,
        effect,
        list(AffectedDocument.objects.filter(case=case).order_by("label")),
        [(one, AGAIN[why]) for one, why in earlier_of(case)],
        [] if case.is_over or case.status != "effective" else [one.sentence for one in hindrances_of(case)],
    )


def rounds_of(case: Nonconformity) -> list[RoundShown]:
    """Its rounds, the latest first; four statements."""
    own = words_of(case.owner_unit)
    causes = list(Cause.objects.filter(case=case, standing=True).order_by("pk"))
    actions = list(
        CorrectiveAction.objects.filter(case=case).select_related("owner").order_by("due_on", "pk")
    )
    checks = {one.round: one for one in EffectCheck.objects.filter(case=case).select_related("judged_by")}
    found = []
    for number in range(case.round, 0, -1):
        check = checks.get(number)
        found.append(
            RoundShown(
                number,
                [CauseShown(one, said_of(one.code, own)) for one in causes if one.round == number],
                [one for one in actions if one.round == number],
                check,
                target_words(check) if check else "",
            )
        )
    return [one for one in found if one.causes or one.actions or one.check]


def next_words(case: Nonconformity, now: RoundShown | None, effect: Effect | None, *, on: date) -> str:
    """What is next, in one line."""
    if case.status == "acting" and now is not None:
        waits = [one for one in now.actions if one.is_open]
        names = "; ".join(f"{one.owner.name}, {_('hạn')} {say.day(one.due_on)}" for one in waits)
        return _("Tiếp theo: %(n)s hành động chưa xong (%(names)s).") % {"n": len(waits), "names": names}
    if case.status == "checking":
        day = judged_from(case)
        if day is not None and day > on:
            return _("Tiếp theo: đánh giá hiệu lực từ %s, khi các kỳ theo dõi đã hết.") % say.day(day)
        if effect is not None and effect.judged.verdict is Verdict.UNMEASURED and effect.check.measure_key:
            return _("Tiếp theo: nhập đủ số liệu của các kỳ chưa đo được, rồi đánh giá hiệu lực.")
        return _("Tiếp theo: các kỳ theo dõi đã hết, đánh giá hiệu lực.")
    return {
        "raised": _("Tiếp theo: ghi việc đã khắc phục ngay nếu có, rồi tìm nguyên nhân."),
        "again": _("Tiếp theo: tìm lại nguyên nhân, lần trước chưa trừ được gốc."),
        "analysed": _("Tiếp theo: lập kế hoạch: ai làm gì, đến bao giờ, sẽ xem hiệu lực bằng gì."),
        "effective": _("Tiếp theo: kiểm các tài liệu bị ảnh hưởng, rồi kết thúc."),
    }.get(case.status, "")


def doors_of(case: Nonconformity, viewer: Viewer, judged: date | None, on: date) -> list[Door]:
    """What this viewer may do now, the main thing first."""
    found: list[Door] = []
    keeper = may_keep(viewer)
    if case.status in ("raised", "again") and keeper:
        found.append(_door("analyse", case, _("Ghi nguyên nhân"), main=True))
    if case.status == "analysed" and keeper:
        found.append(_door("plan", case, _("Lập kế hoạch"), main=True))
        found.append(_door("analyse", case, _("Ghi lại nguyên nhân")))
    if case.status == "acting" and keeper:
        found.append(_door("plan", case, _("Thêm hành động")))
    if case.status == "checking" and may_judge(viewer):
        found.append(_door("judge", case, _("Đánh giá hiệu lực"), main=judged is None or judged <= on))
    if case.status == "effective" and keeper:
        found.append(_door("close", case, _("Kết thúc"), main=True))
    if keeper and not case.is_over:
        found.append(_door("correct", case, _("Ghi việc khắc phục ngay")))
        found.append(_door("document_add", case, _("Ghi tài liệu bị ảnh hưởng")))
    if keeper and case.status in ("raised", "analysed"):
        found.append(_door("put_aside", case, _("Không phải sự không phù hợp")))
    return found


def clause_words(number: str) -> str:
    """ "9.1.1 Theo dõi, đo lường"; "" for none."""
    one = clauses().get(number)
    return f"{one.number} {one.title}" if one else number


def law_words(case: Nonconformity) -> str:
    """By when the law wants it mended, with its act; "" where it sets no day."""
    if case.due_on is None:
        return ""
    source = qms_value("mend_months", case.found_on)
    words = _(
        "Phải khắc phục và báo cáo trước %(due)s: %(months)s tháng từ ngày lập biên bản (%(act)s, %(article)s)."
    )
    return words % {
        "due": said(case.due_on), "months": source.value, "act": source.citation.number,
        "article": source.citation.article,
    }  # fmt: skip


def _is_watched(case: Nonconformity) -> bool:
    return case.status in ("checking", "effective")


def _door(name: str, case: Nonconformity, label: str, *, main: bool = False) -> Door:
    return Door(reverse(f"corrections:{name}", args=[case.uid]), label, main)
