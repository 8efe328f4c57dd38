"""What this room tells the management review, and what it holds as evidence of its clauses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.offers.holdings import Holding
from chuan.offers.review_inputs import Asked, Said
from chuan.risks.models import (
    ClimateAnswer,
    ContextIssue,
    InterestedParty,
    Requirement,
    Risk,
    RiskAction,
    RiskScore,
)
from chuan.rules.types import Period
from chuan.ui import formatters as say


def changes(asked: Asked) -> Sequence[Said]:
    """9.3.2 b: what was added, written otherwise or ended in the period, and the climate question."""
    return [*_issues(asked), *_requirements(asked), _climate(asked)]


def effect_on_risks(asked: Asked) -> Sequence[Said]:
    """9.3.2 e: what was planned about risks, what was done, and what became of the levels."""
    first = _told(asked, Risk.Nature.RISK)
    rows = _moved(asked, Risk.Nature.RISK)
    lines = [first] if first else [Said(_("Chưa nêu rủi ro nào."), reverse("risks:register"), short=True)]
    for risk, before, after in rows:
        words = {"code": risk.code, "what": risk.statement, "before": before, "after": after}
        sentence = _("%(code)s %(what)s: trước xử lý mức %(before)s, sau xử lý mức %(after)s.")
        lines.append(Said(sentence % words, reverse("risks:risk", args=[risk.uid])))
    return lines


def opportunities(asked: Asked) -> Sequence[Said]:
    """9.3.2 f: opportunities that stand, with what is done about each."""
    day = _day(asked)
    rows = (
        Risk.objects.standing(day)
        .filter(owner_unit=asked.unit, nature=Risk.Nature.OPPORTUNITY)
        .order_by("number")
    )
    found = [
        Said(
            _("%(code)s %(what)s: %(how)s.")
            % {
                "code": one.code,
                "what": one.statement,
                "how": one.get_treatment_display() if one.treatment else _("chưa quyết định"),
            },
            reverse("risks:risk", args=[one.uid]),
        )
        for one in rows
    ]
    return found or [Said(_("Chưa nêu cơ hội nào."), reverse("risks:register"), short=True)]


def resources(asked: Asked) -> Sequence[Said]:
    """9.3.2 d: what open actions about risks still need; nothing where nobody named any."""
    rows = RiskAction.objects.open().filter(risk__owner_unit=asked.unit).exclude(resources="")
    return [
        Said(
            _("%(code)s “%(what)s” cần: %(need)s.")
            % {"code": one.risk.code, "what": one.what, "need": one.resources},
            reverse("risks:risk", args=[one.risk.uid]),
        )
        for one in rows.select_related("risk").order_by("due_on", "pk")
    ]


def holdings(unit: Any, period: Period) -> list[Holding]:
    """Issues and answers, parties and requirements, risks, actions and scores; six statements."""
    last = period.end - timedelta(days=1)
    parties = InterestedParty.objects.on(last).filter(owner_unit=unit)
    within = {"on__gte": period.start, "on__lt": period.end}
    scores = RiskScore.objects.filter(risk__owner_unit=unit, **within).count()
    done = RiskAction.objects.filter(risk__owner_unit=unit, done_on__gte=period.start, done_on__lt=period.end)
    answers = ClimateAnswer.objects.filter(unit=unit, **within).count()
    issues = ContextIssue.objects.on(last).filter(owner_unit=unit).count()
    context, register = reverse("risks:context"), reverse("risks:register")
    return [
        Holding("4.1", _("Vấn đề về bối cảnh"), context, issues, kept=True),
        Holding("4.1", _("Câu trả lời về biến đổi khí hậu trong kỳ"), context, answers),
        Holding("4.2", _("Bên quan tâm"), reverse("risks:parties"), parties.count(), kept=True),
        Holding(
            "4.2", _("Yêu cầu của các bên"), reverse("risks:parties"),
            Requirement.objects.on(last).filter(party__in=parties).count(), kept=True,
        ),
        Holding(
            "6.1.1", _("Rủi ro, cơ hội đang theo dõi"), register,
            Risk.objects.standing(last).filter(owner_unit=unit).count(), kept=True,
        ),
        Holding("6.1.2", _("Lần chấm mức trong kỳ"), register, scores),
        Holding("6.1.2", _("Hành động đã xong trong kỳ"), register, done.count()),
    ]  # fmt: skip


def _issues(asked: Asked) -> Iterator[Said]:
    start, end = asked.period.start, asked.period.end
    within = (
        Q(valid_from__gte=start, valid_from__lt=end)
        | Q(changed_on__gte=start, changed_on__lt=end)
        | Q(valid_to__gte=start, valid_to__lt=end)
    )
    rows = list(ContextIssue.objects.filter(within, owner_unit=asked.unit).order_by("changed_on", "pk"))
    for one in rows:
        words = {"side": one.get_side_display(), "what": one.statement, "day": say.day(one.changed_on)}
        if one.valid_to is not None and one.valid_to < end:
            words |= {"day": say.day(one.valid_to), "why": one.why_over}
            sentence = _("Bối cảnh %(side)s: thôi “%(what)s” từ %(day)s (%(why)s).")
        elif one.valid_from >= start:
            sentence = _("Bối cảnh %(side)s: thêm “%(what)s” từ %(day)s.")
        else:
            sentence = _("Bối cảnh %(side)s: “%(what)s” ghi lại ngày %(day)s.")
        yield Said(sentence % words, reverse("risks:context"))
    if not rows:
        yield Said(_("Trong kỳ không ghi thay đổi nào về bối cảnh."), reverse("risks:context"))


def _requirements(asked: Asked) -> Iterator[Said]:
    within = {"changed_on__gte": asked.period.start, "changed_on__lt": asked.period.end}
    rows = Requirement.objects.filter(party__owner_unit=asked.unit, valid_to=None, **within).select_related(
        "party"
    )
    for one in rows.order_by("changed_on", "pk"):
        words = {"party": one.party.name, "what": one.what, "how": one.get_answered_display()}
        sentence = _("%(party)s cần “%(what)s”: %(how)s.")
        yield Said(sentence % words, reverse("risks:parties"))


def _climate(asked: Asked) -> Said:
    found, address = ClimateAnswer.objects.standing(asked.unit, _day(asked)), reverse("risks:context")
    if found is None:
        return Said(_("Chưa trả lời biến đổi khí hậu có là vấn đề liên quan không."), address, short=True)
    words = {"day": say.day(found.on), "why": found.why}
    if found.relevant:
        return Said(
            _("Biến đổi khí hậu là vấn đề liên quan (%(why)s; trả lời ngày %(day)s).") % words, address
        )
    return Said(
        _("Biến đổi khí hậu không là vấn đề liên quan (%(why)s; trả lời ngày %(day)s).") % words, address
    )


def _told(asked: Asked, nature: str) -> Said | None:
    start, end = asked.period.start, asked.period.end
    planned, done = ({f"{name}__gte": start, f"{name}__lt": end} for name in ("planned_on", "done_on"))
    standing = Risk.objects.standing(_day(asked)).filter(owner_unit=asked.unit, nature=nature).count()
    rows = RiskAction.objects.filter(risk__owner_unit=asked.unit, risk__nature=nature)
    late = Q(done_on=None, dropped_on=None, due_on__lt=asked.on)
    sums = rows.aggregate(
        planned=Count("pk", filter=Q(**planned)),
        done=Count("pk", filter=Q(**done)),
        late=Count("pk", filter=late),
    )
    if not standing and not any(sums.values()):
        return None
    words = {"standing": say.number(standing), **{name: say.number(count) for name, count in sums.items()}}
    sentence = _(
        "Đang theo dõi %(standing)s rủi ro. Trong kỳ lập %(planned)s hành động, làm xong %(done)s; quá hạn chưa xong "
        "%(late)s."
    )
    return Said(sentence % words, reverse("risks:register"), short=bool(sums["late"]))


def _moved(asked: Asked, nature: str) -> list[tuple[Risk, str, str]]:
    """Risks scored after treatment in the period, with the level before; two statements."""
    within = {"on__gte": asked.period.start, "on__lt": asked.period.end}
    after = RiskScore.objects.filter(
        risk__owner_unit=asked.unit, risk__nature=nature, stage=RiskScore.Stage.AFTER, **within
    )
    last = {one.risk_id: one for one in after.select_related("risk").order_by("on", "pk")}
    before = RiskScore.objects.filter(risk__in=last, stage=RiskScore.Stage.BEFORE).order_by("on", "pk")
    words = {one.risk_id: one.level_word for one in before}
    return [(one.risk, words.get(pk, say.EMPTY), one.level_word) for pk, one in last.items()]


def _day(asked: Asked) -> date:
    return min(asked.on, asked.period.end - timedelta(days=1))
