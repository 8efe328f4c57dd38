"""What is still allowed or still lacking, in a few words: the column "Còn được, còn thiếu"."""

from __future__ import annotations

from fractions import Fraction

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from chuan.objectives import ways
from chuan.objectives.pictures import TargetLine
from chuan.offers import measures
from chuan.offers.measures import PLAIN_WORDS, CaseWords
from chuan.rules.targets.types import Budget, Comparator, Outcome, Quantity, Reason, Target
from chuan.ui import formatters as say

_CEILINGS = (Comparator.AT_MOST, Comparator.LESS_THAN)
_SHORT: dict[Reason, str | Promise] = {
    Reason.NO_FIGURE: later("chưa có số liệu"),
    Reason.NO_DENOMINATOR: later("chưa phát sinh"),
    Reason.NO_BASELINE: later("thiếu mốc để so sánh"),
    Reason.NO_VALUE: later("chưa có mức"),
    Reason.MISSING_PERIODS: later("còn thiếu kỳ"),
    Reason.MIXED: later("số liệu không cùng loại"),
    Reason.ONLY_ESTIMATE: later("mới có số ước"),
    Reason.OPEN_QUESTION: later("còn câu hỏi"),
    Reason.NOTHING_TO_MEASURE: later("không có số đo"),
}


def words(line: TargetLine) -> str:
    """What the row says beside its verdict: "còn được thiếu 20", "còn thiếu 1,2 tạ/ha", "chưa có số liệu"."""
    verdict = line.verdict
    if verdict.outcome is Outcome.UNMEASURED or line.value is None:
        return str(_SHORT.get(verdict.reason, _("chưa có số liệu")))
    if line.rule.quantity in (Quantity.YES_NO, Quantity.NONE):
        return _("đã được công nhận") if verdict.outcome is Outcome.MET else _("chưa được công nhận")
    if verdict.budget is not None:
        return of_budget(verdict.budget, line.rule, measures.words_of(ways.measure_of(line.indicator)))
    return of_margin(verdict.margin, line.rule) if verdict.margin is not None else ""


def of_budget(budget: Budget, rule: Target, names: CaseWords = PLAIN_WORDS) -> str:
    """The room of a counted share in cases: failures under a floor, more cases under a ceiling.

    A measure names its cases: "còn được trễ tối đa 20 hồ sơ", "đã vượt 2 hồ sơ, cần 38 hồ sơ đúng hạn liên tiếp".
    """
    ceiling = rule.comparator in _CEILINGS
    if names != PLAIN_WORDS and not ceiling:
        return _named(budget, names)
    n = {"n": say.number(abs(budget.left))}
    if budget.left > 0:
        return (_("còn được thêm tối đa %(n)s") if ceiling else _("còn được hụt tối đa %(n)s")) % n
    if budget.left == 0:
        return _("hết phần được thêm") if ceiling else _("hết phần được hụt")
    if budget.repair is None:
        return _("đã hụt %(n)s, không bù được") % {"n": say.number(budget.used)}
    return _("cần thêm %(n)s đạt liền nhau") % {"n": say.number(budget.repair)}


def _named(budget: Budget, names: CaseWords) -> str:
    facts = {
        "case": names.case, "miss": names.miss, "hit": names.hit, "left": say.number(abs(budget.left)),
        "used": say.number(budget.used),
    }  # fmt: skip
    if budget.left > 0:
        return _("còn được %(miss)s tối đa %(left)s %(case)s") % facts
    if budget.left == 0:
        return _("hết phần được %(miss)s") % facts
    if budget.repair is None:
        return _("đã %(miss)s %(used)s %(case)s, không bù được") % facts
    repair = facts | {"repair": say.number(budget.repair)}
    return _("đã vượt %(left)s %(case)s, cần %(repair)s %(case)s %(hit)s liên tiếp") % repair


def of_margin(margin: Fraction, rule: Target) -> str:
    """The distance to the target in its own unit; points of a percentage are called so."""
    unit = _("điểm phần trăm") if rule.unit == "%" else rule.unit
    amount = say.with_unit(say.number(abs(margin), _decimals(margin)), unit)
    if margin == 0:
        return _("đúng bằng mức") if _strict(rule) else _("vừa đủ")
    if rule.comparator in _CEILINGS:
        return _("còn cách trần %s") % amount if margin > 0 else _("vượt trần %s") % amount
    return _("hơn %s") % amount if margin > 0 else _("còn thiếu %s") % amount


def _strict(rule: Target) -> bool:
    return rule.comparator in (Comparator.MORE_THAN, Comparator.LESS_THAN)


def _decimals(margin: Fraction) -> int | None:
    """Its own decimals while there are at most two, else two."""
    return None if (margin * 100).denominator == 1 else 2
