"""What this room checks of itself: questions unanswered, reviews past their day, high risks nobody treats."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from chuan.law import practice
from chuan.offers.self_checks import Gap, Looked, SelfCheck, Severity
from chuan.people.models import Unit, UnitSetting
from chuan.risks.models import (
    ClimateAnswer,
    ContextIssue,
    InterestedParty,
    Requirement,
    Risk,
    RiskAction,
    RiskScore,
)
from chuan.risks.scale import scale_of
from chuan.rules.law import Value
from chuan.rules.risks import months_later
from chuan.rules.types import Citation, Sure
from chuan.ui import formatters as say

CONTEXT_MONTHS = "risks.context_months"


def oldest_review(unit: Unit, on: date) -> date:
    """A review before this day is too long ago, by the months of the office's practice."""
    rows = UnitSetting.objects.standing(unit, CONTEXT_MONTHS)
    own = [
        Value(one.value, "month", one.valid_from, None, Citation(number=one.citation), Sure.READ)
        for one in rows
    ]
    return months_later(on, -practice.value(CONTEXT_MONTHS, on, own).whole)


def no_context(looked: Looked) -> Iterator[Gap]:
    """Nothing is written of what bears on the unit."""
    if not _issues(looked).exists():
        yield Gap(_("Chưa ghi vấn đề nào về bối cảnh. Bấm Thêm vấn đề."), reverse("risks:context"))


def old_context(looked: Looked) -> Iterator[Gap]:
    """Issues that nobody looked at for a year."""
    oldest = oldest_review(looked.unit, looked.on)
    if count := _issues(looked).filter(reviewed_on__lt=oldest).count():
        sentence = _(
            "%(n)s vấn đề về bối cảnh chưa rà soát từ %(day)s. Bấm Đã rà soát, hoặc sửa dòng đã đổi."
        )
        yield Gap(sentence % {"n": say.number(count), "day": say.day(oldest)}, reverse("risks:context"))


def climate_unanswered(looked: Looked) -> Iterator[Gap]:
    """Nobody said outright whether climate change bears on the unit."""
    found = ClimateAnswer.objects.standing(looked.unit, looked.on)
    if found is None:
        sentence = _(
            "Chưa trả lời biến đổi khí hậu có là vấn đề liên quan không. Bấm Trả lời, chọn có hoặc không kèm lý do."
        )
        yield Gap(sentence, reverse("risks:context"))
    elif found.on < oldest_review(looked.unit, looked.on):
        sentence = _("Câu trả lời về biến đổi khí hậu từ %s, đã lâu. Trả lời lại.")
        yield Gap(sentence % say.day(found.on), reverse("risks:context"))


def no_parties(looked: Looked) -> Iterator[Gap]:
    """No party at all."""
    if not _parties(looked).exists():
        yield Gap(_("Chưa ghi bên quan tâm nào. Bấm Thêm bên quan tâm."), reverse("risks:parties"))


def party_without_requirement(looked: Looked) -> Iterator[Gap]:
    """A party of which nobody knows what it needs."""
    having = Requirement.objects.on(looked.on).values("party")
    for one in _parties(looked).exclude(pk__in=having).order_by("name"):
        sentence = _("Bên “%s” chưa ghi yêu cầu nào. Bấm Thêm yêu cầu.")
        yield Gap(sentence % one.name, reverse("risks:parties"))


def unanswered_requirement(looked: Looked) -> Iterator[Gap]:
    """What a party needs and nobody answers."""
    rows = Requirement.objects.on(looked.on).filter(
        party__in=_parties(looked), answered=Requirement.Answered.NO
    )
    for one in rows.select_related("party").order_by("party__name", "pk"):
        words = {"what": one.what, "party": one.party.name}
        yield Gap(_("Yêu cầu “%(what)s” của %(party)s chưa được đáp ứng.") % words, reverse("risks:parties"))


def no_risks(looked: Looked) -> Iterator[Gap]:
    """Nothing was ever named."""
    if not _risks(looked).exists():
        yield Gap(_("Chưa nêu rủi ro, cơ hội nào. Bấm Nêu rủi ro, cơ hội."), reverse("risks:register"))


def untreated(looked: Looked) -> Iterator[Gap]:
    """A level that has to be treated, and no decision how."""
    must = [one.key for one in scale_of(looked.unit, looked.on).scale.levels if one.must_treat]
    rows = _risks(looked).filter(nature=Risk.Nature.RISK, level__in=must, status="scored")
    for one in rows.order_by("number"):
        yield _gap(one, _("%(code)s mức %(level)s chưa chọn cách xử lý. Bấm Chọn cách xử lý."))


def without_action(looked: Looked) -> Iterator[Gap]:
    """Said to be treated, and nothing is planned."""
    planned = RiskAction.objects.filter(dropped_on=None).values("risk")
    for one in _risks(looked).filter(status="treated").exclude(pk__in=planned).order_by("number"):
        yield _gap(one, _("%(code)s đã chọn cách xử lý nhưng chưa có hành động nào. Bấm Thêm hành động."))


def review_past(looked: Looked) -> Iterator[Gap]:
    """The day on which it was to be looked at again is over."""
    for one in _risks(looked).filter(review_on__lt=looked.on).order_by("review_on", "number"):
        yield _gap(one, _("%(code)s phải xem lại từ %(due)s. Chấm lại mức, hoặc bấm Rà soát."))


def action_late(looked: Looked) -> Iterator[Gap]:
    """An action past its day."""
    rows = RiskAction.objects.open().filter(risk__owner_unit=looked.unit, due_on__lt=looked.on)
    for one in rows.select_related("risk").order_by("due_on", "pk"):
        words = {"what": one.what, "due": say.day(one.due_on)}
        yield Gap(
            _("Hành động “%(what)s” quá hạn từ %(due)s.") % words, reverse("risks:risk", args=[one.risk.uid])
        )


_TOLD = (
    ("risks.no_context", "4.1", later("Có ghi vấn đề về bối cảnh"), Severity.BREACH, no_context),
    ("risks.old_context", "4.1", later("Bối cảnh được rà soát"), Severity.WARNING, old_context),
    ("risks.climate", "4.1", later("Đã trả lời về biến đổi khí hậu"), Severity.WARNING, climate_unanswered),
    ("risks.no_parties", "4.2", later("Có ghi bên quan tâm"), Severity.BREACH, no_parties),
    (
        "risks.party_needs",
        "4.2",
        later("Bên quan tâm có yêu cầu"),
        Severity.WARNING,
        party_without_requirement,
    ),
    ("risks.unanswered", "4.2", later("Yêu cầu được đáp ứng"), Severity.HINT, unanswered_requirement),
    ("risks.none", "6.1.1", later("Có nêu rủi ro, cơ hội"), Severity.BREACH, no_risks),
    ("risks.untreated", "6.1.2", later("Rủi ro phải xử lý đã có cách xử lý"), Severity.BREACH, untreated),
    ("risks.without_action", "6.1.2", later("Cách xử lý có hành động"), Severity.WARNING, without_action),
    (
        "risks.review_past",
        "6.1.2",
        later("Rủi ro, cơ hội được xem lại đúng ngày"),
        Severity.WARNING,
        review_past,
    ),
    ("risks.action_late", "6.1.2", later("Hành động xử lý đúng hạn"), Severity.WARNING, action_late),
)
CHECKS = tuple(SelfCheck(*one) for one in _TOLD)


def levels_agree() -> Iterator[str]:
    """The level on each risk against its latest score since it was last opened: what does not agree, in a sentence."""
    last: dict[int, RiskScore] = {}
    for score in RiskScore.objects.select_related("risk").order_by("on", "pk").iterator():
        if score.risk.reopened_on is None or score.on >= score.risk.reopened_on:
            last[score.risk_id] = score
    for risk in Risk.objects.open().order_by("pk").iterator():
        known = last.get(risk.pk)
        wanted = (known.likelihood, known.effect, known.level) if known else (None, None, "")
        if risk.status != "noted" and (risk.likelihood, risk.effect, risk.level) != wanted:
            yield _("%s: mức đang ghi khác lần chấm gần nhất") % risk.code


def _issues(looked: Looked) -> QuerySet[ContextIssue]:
    return ContextIssue.objects.on(looked.on).filter(owner_unit=looked.unit)


def _parties(looked: Looked) -> QuerySet[InterestedParty]:
    return InterestedParty.objects.on(looked.on).filter(owner_unit=looked.unit)


def _risks(looked: Looked) -> QuerySet[Risk]:
    return Risk.objects.open().filter(owner_unit=looked.unit, found_on__lte=looked.on)


def _gap(one: Risk, sentence: str) -> Gap:
    words = {
        "code": f"{one.get_nature_display().capitalize()} {one.code}",
        "level": one.level_word,
        "due": say.day(one.review_on),
    }
    return Gap(sentence % words, reverse("risks:risk", args=[one.uid]))
