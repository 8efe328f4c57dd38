"""By which ways an indicator's figures were counted, and of which grades: never mixed without a word."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from chuan.objectives import addresses
from chuan.objectives.models import Indicator, Measurement
from chuan.offers import measures
from chuan.offers.measures import Measure
from chuan.rules.targets.types import Combine
from chuan.ui import formatters as say
from chuan.ui import words

_ADDED = (Combine.SUM, Combine.RATIO)


def measure_of(indicator: Indicator | None) -> Measure | None:
    """The registered measure that counts the indicator today; None where figures are put in by hand."""
    return measures.find(indicator.measure_key) if indicator is not None and indicator.measure_key else None


def citation_of(measure: Measure) -> str:
    """Where the way of counting comes from: "Điều 13, chỉ số 1, 01/2018/TT-VPCP"."""
    return ", ".join(part for part in (measure.source.article, measure.source.number) if part)


def mended_by(measure: Measure) -> tuple[str, str]:
    """What to do where the measure cannot speak, and where."""
    return measures.mended_by(measure) or (_("Nhập từ tệp"), addresses.INTAKE)


def clash(indicator: Indicator, figures: Sequence[Measurement]) -> str:
    """Why the figures may not be added up ("hai cách đếm: …"); "" when they may.

    Two measures count different things, and a sample is never added to figures of all cases. Figures put
    in by hand do add to those of a register that counts all: their grades are said (``mixed_grades``).
    """
    if indicator.cumulative or indicator.combine not in _ADDED:
        return ""
    by_way = Counter(figure.measure_key for figure in figures)
    sampled = any(measures.sample_words(measures.find(key)) for key in by_way if key)
    if len(by_way) < 2 or ("" in by_way and len(by_way) == 2 and not sampled):
        return ""
    named = [
        _("%(way)s (%(n)s)") % {"way": name_of(key), "n": _parts(n, indicator)} for key, n in by_way.items()
    ]
    return _("hai cách đếm: %(ways)s") % {"ways": ", ".join(named)}


def name_of(key: str) -> str:
    """What a way of counting is called; its key when no room offers it any more."""
    measure = measures.find(key) if key else None
    return measure.title if measure else key or _("nhập tay")


def formula_of(figure: Measurement) -> str:
    """The formula a figure was counted by; "" when that version of the measure is no longer in the house."""
    measure = measures.find(figure.measure_key) if figure.measure_key else None
    return measure.formula if measure and measure.version == figure.measure_version else ""


def excluded_of(figure: Measurement) -> dict[str, int]:
    """What was left out of a figure, by reason."""
    found: dict[str, int] = json.loads(figure.excluded)
    return found


def sample_of(figures: Iterable[Measurement]) -> str:
    """What the cases of the figures are when all of them come from samples ("hồ sơ kiểm tra"), else ""."""
    named = {
        measures.sample_words(measures.find(one.measure_key)) if one.measure_key else "" for one in figures
    }
    return named.pop() if len(named) == 1 else ""


def mixed_grades(indicator: Indicator, figures: Iterable[Measurement]) -> str:
    """The grades where there are several: "9 tháng đếm từ tệp nhập (B), 3 tháng báo cáo có văn bản (D)"."""
    counted = Counter(figure.grade for figure in figures)
    if len(counted) < 2:
        return ""
    said = (
        f"{_parts(counted[letter], indicator)} {words.grade(letter).removeprefix(letter).strip()} ({letter})"
        for letter in sorted(counted)
    )
    return ", ".join(said)


def _parts(n: int, indicator: Indicator) -> str:
    """ "9 tháng", "2 quý": so many periods of the indicator's rhythm."""
    name = {
        Indicator.Frequency.MONTHLY: _("tháng"), Indicator.Frequency.QUARTERLY: _("quý"),
        Indicator.Frequency.PER_CROP: _("vụ"),
    }.get(Indicator.Frequency(indicator.frequency), _("kỳ"))  # fmt: skip
    return f"{say.number(n)} {name}"
