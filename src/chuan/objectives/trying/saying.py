"""The words of a trial: what the box of the rest asks, what is needed, one sentence to carry to a meeting."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

from django.utils.translation import gettext as _

from chuan.objectives.trying.ground import Ground
from chuan.objectives.trying.trial import Meant, Trial
from chuan.rules.targets.trying import Going, Needed
from chuan.rules.targets.types import Quantity
from chuan.rules.targets.values import per
from chuan.ui import formatters as say

_WHOLE = (Quantity.COUNT, Quantity.K_OF_N)


def rest_label(ground: Ground) -> str:
    """What the box of the rest of the year asks for, with its unit."""
    unit = unit_of(ground)
    asked = {
        Going.CASES: _("Tỷ lệ của %(n)s trường hợp còn lại") % {"n": say.number(ground.rest.cases)},
        Going.ADDED: _("Từ nay đến hết năm thêm"),
        Going.ENDING: _("Kết quả cuối năm"),
    }[ground.rest.going]
    return f"{asked} ({unit})" if unit else asked


def rest_help(ground: Ground) -> str:
    """What it is when everything goes on as so far, and by which method that was reckoned."""
    rest = ground.rest
    usual = {"usual": say.with_unit(say.number(rest.usual, _places(rest.usual)), unit_of(ground))}
    if rest.going is Going.CASES:
        text = _("Đến nay là %(usual)s. Số trường hợp còn lại ước theo cách %(method)s.")
    elif rest.going is Going.ADDED:
        text = _("Giữ nhịp đến nay thì thêm %(usual)s. Cách ước: %(method)s.")
    else:
        text = _("Đến nay là %(usual)s.")
    return text % (usual | {"method": rest.method})


def no_rest(ground: Ground) -> str:
    """Why nothing can be supposed of the rest of the year."""
    if ground.sums_up:
        return _("Dòng này đếm các dòng bên dưới: muốn thử nhịp thì mở từng dòng.")
    if ground.line.result is None:
        return _("Chưa có số để thử nhịp; chỉ thử được mức với các năm khác.")
    if ground.line.result.period.end >= ground.plan.period.end:
        return _(
            "Số liệu đã đủ cả năm, không còn nhịp để thử. Muốn thử lúc giữa năm thì chọn một ngày ở ô Xét đến ngày."
        )
    return _("Chỉ tiêu này xét từng kỳ, hoặc là được hay chưa: không có nhịp để thử.")


def needed_words(ground: Ground, trial: Trial) -> str:
    """What the rest must bring for the tried promise to hold: one sentence, "" where there is none."""
    wanted = trial.needed
    if wanted is None:
        return ""
    if lost(ground, wanted):
        return _("Không còn cách nào giữ được mức %s trong năm.") % trial.after.target_words
    ends = _ends(ground, wanted)
    if not ends:
        return _("Mức %s giữ được dù phần còn lại thế nào.") % trial.after.target_words
    asked = {
        Going.CASES: _("tỷ lệ của các trường hợp còn lại phải ở mức %s"),
        Going.ADDED: _("từ nay đến hết năm phải thêm %s"),
        Going.ENDING: _("kết quả cuối năm phải ở mức %s"),
    }[ground.rest.going]
    return _("Muốn giữ mức %(level)s thì %(asked)s.") % {
        "level": trial.after.target_words, "asked": asked % _(" và ").join(ends),
    }  # fmt: skip


def lost(ground: Ground, wanted: Needed) -> bool:
    """Whether nothing the rest of the year can bring is enough."""
    top = _top(ground)
    over = top is not None and wanted.low is not None and _past(wanted.low - top, wanted)
    return over or (_floored(ground) and wanted.high is not None and _past(-wanted.high, wanted))


def memo(ground: Ground, trial: Trial, meant: Meant) -> str:
    """The trial in one sentence, to copy or to give as the reason of a proposal."""
    facts = {
        "name": trial.before.name, "day": say.day(ground.on), "before": trial.before.target_words,
        "after": trial.after.target_words, "outcome": trial.after.reason_words,
    }  # fmt: skip
    if trial.moved:
        told = _("Thử “%(name)s” với số đến %(day)s: mức %(after)s thay cho %(before)s. %(outcome)s") % facts
    else:
        told = _("Thử “%(name)s” với số đến %(day)s, mức %(before)s. %(outcome)s") % facts
    return f"{told} {supposed_words(ground, trial, meant)}".strip()


def name_of(trial: Trial) -> str:
    """A name to begin with for whoever keeps the trial: "trên 97 %, cuối năm 98,68 %"."""
    if trial.supposed is None:
        return trial.after.target_words
    told = {"level": trial.after.target_words, "figure": trial.supposed.figure_words}
    return _("%(level)s, cuối năm %(figure)s") % told


def supposed_words(ground: Ground, trial: Trial, meant: Meant) -> str:
    """What was supposed of the rest and where the year would end; "" without a supposition."""
    if trial.supposed is None or meant.rest is None:
        return ""
    given = say.with_unit(say.number(meant.rest, _places(meant.rest)), unit_of(ground))
    if ground.rest.going is Going.CASES:
        told = _("Giả định %(n)s trường hợp còn lại đạt %(given)s thì cả năm là %(figure)s.")
    elif ground.rest.going is Going.ADDED:
        told = _("Giả định từ nay thêm %(given)s thì cả năm là %(figure)s.")
    else:
        told = _("Giả định cuối năm là %(given)s thì kết quả năm là %(figure)s.")
    return told % {
        "n": say.number(ground.rest.cases), "given": given, "figure": trial.supposed.figure_words,
    }  # fmt: skip


def unit_of(ground: Ground) -> str:
    """The unit of what is supposed: the figure's own; of cases always per cent (or per mille)."""
    rule, indicator = ground.line.rule, ground.line.indicator
    if ground.rest.going is Going.CASES:
        return rule.unit or "%"
    return indicator.measured_in if indicator is not None else rule.unit


def _ends(ground: Ground, wanted: Needed) -> list[str]:
    """ "ít nhất 94,2 %", "không quá 3 vụ": only the ends that bind."""
    found = []
    top, unit = _top(ground), unit_of(ground)
    if wanted.low is not None and not (_floored(ground) and _past(-wanted.low, wanted, binding=True)):
        value, open_ = _rounded(ground, wanted.low, wanted.open, up=True)
        said = say.with_unit(say.number(value), unit)
        found.append((_("hơn %s") if open_ else _("ít nhất %s")) % said)
    if wanted.high is not None and (top is None or wanted.high < top or (wanted.open and wanted.high == top)):
        value, open_ = _rounded(ground, wanted.high, wanted.open, up=False)
        said = say.with_unit(say.number(value), unit)
        found.append((_("dưới %s") if open_ else _("không quá %s")) % said)
    return found


def _past(beyond: Fraction, wanted: Needed, *, binding: bool = False) -> bool:
    """Whether an end lies beyond what can come; one just at the edge is lost only when the end is left out."""
    if binding:
        return beyond > 0 or (beyond == 0 and not wanted.open)
    return beyond > 0 or (beyond == 0 and wanted.open)


def _top(ground: Ground) -> Fraction | None:
    """The most that can come: all of the cases, the whole of a share."""
    if ground.rest.going is Going.CASES:
        return Fraction(per(ground.line.rule))
    if ground.line.rule.quantity is Quantity.SHARE:
        return Fraction(per(ground.line.rule))
    return None


def _floored(ground: Ground) -> bool:
    """Whether less than nothing cannot come: a change may be negative, what is counted may not."""
    return ground.line.rule.quantity not in (Quantity.GROWTH, Quantity.DECREASE)


def _rounded(ground: Ground, value: Fraction, open_: bool, *, up: bool) -> tuple[Fraction, bool]:
    """Two decimals, and whole for what is counted, never to the easier side; a whole count needs no "hơn"."""
    if ground.line.rule.quantity in _WHOLE:
        if up:
            return Fraction(floor(value) + 1 if open_ else ceil(value)), False
        return Fraction(ceil(value) - 1 if open_ else floor(value)), False
    if (value * 100).denominator == 1:
        return value, open_
    return Fraction(ceil(value * 100) if up else floor(value * 100), 100), False


def _places(value: Fraction | None) -> int | None:
    return None if value is None or (value * 100).denominator == 1 else 2
