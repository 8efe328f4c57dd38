"""Pieces that several pages of the room show: the big figure, a passport."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.objectives import ways
from chuan.objectives.actions.recording import local_day
from chuan.objectives.live import Live
from chuan.objectives.periods import last_day
from chuan.objectives.pictures import Passport, TargetLine
from chuan.offers import measures
from chuan.rules.targets.types import Quantity
from chuan.ui import formatters as say
from chuan.ui import parts


@dataclass(frozen=True)
class FigureParts:
    """The one big figure of a page: the number, its unit in grey, and the fraction beneath."""

    text: str
    unit: str
    numerator: str = ""
    denominator: str = ""


def figure_parts(line: TargetLine) -> FigureParts:
    """The figure of a line, cut where the unit begins."""
    unit = line.rule.unit if line.value is not None else ""
    if line.sample:
        return FigureParts(line.figure_words, "")
    text = line.figure_words.removesuffix(unit).rstrip(" \N{NO-BREAK SPACE}") if unit else line.figure_words
    result = line.result
    if line.rule.quantity is Quantity.SHARE and result and result.denominator and result.counted:
        return FigureParts(text, unit, say.number(result.numerator), say.number(result.denominator))
    return FigureParts(text, unit)


@dataclass(frozen=True)
class LiveShown:
    """The sheet "Đến hôm nay": what the register says, with its reasons, and how far the files reach."""

    live: Live
    heading: str
    parts: FigureParts
    excluded: Sequence[tuple[str, int]]
    blind: Sequence[tuple[str, int]]
    mend: tuple[str, str]
    """What to do where the register cannot speak, and where."""


def live_shown(found: Live | None, *, on: date) -> LiveShown | None:
    """A live line as the page of its promise shows it."""
    if found is None:
        return None
    reading = found.reading
    today = not reading.lags and last_day(reading.asked) == on == local_day(reading.scope.as_of)
    heading = (
        _("Đến hôm nay, đếm từ sổ")
        if today
        else _("Đến %(day)s, đếm từ sổ") % {"day": say.day(reading.until)}
    )
    counts = reading.counts
    return LiveShown(
        live=found,
        heading=heading,
        parts=_live_parts(found),
        excluded=sorted(counts.excluded.items()) if counts else (),
        blind=sorted(counts.blind.items()) if counts else (),
        mend=reading.mend or ways.mended_by(reading.measure),
    )


def _live_parts(found: Live) -> FigureParts:
    counts = found.reading.counts
    sample = measures.sample_words(found.reading.measure)
    if counts is None or sample or not counts.denominator:
        return FigureParts(found.figure_words, "")
    text, _gap, unit = found.figure_words.partition("\N{NO-BREAK SPACE}")
    return FigureParts(text, unit, say.number(counts.numerator), say.number(counts.denominator))


def passport_of(found: Passport, *, own_page: bool = False) -> parts.Passport:
    """A passport as the component shows it; on its own page it does not lead to itself."""
    return parts.Passport(
        quote=found.quotation,
        facts=list(_facts(found)),
        line=_machine_line(found),
        replaced=_replaced(found),
        check_url="" if own_page else reverse("objectives:measurement", args=[found.measurement.uid]),
    )


def _facts(found: Passport) -> list[parts.Fact]:
    document = reverse("documents:document", args=[found.document.uid]) if found.document else ""
    evidence = found.measurement.evidence_blob_id
    proof = reverse("objectives:evidence", args=[found.measurement.uid]) if evidence else ""
    return [
        fact
        for fact in (
            parts.Fact(_("Văn bản"), found.document.title if found.document else "", url=document),
            *(parts.Fact(_("Căn cứ"), one) for one in found.bases),
            parts.Fact(_("Số liệu"), found.figure_words, found.stage_words),
            parts.Fact(_("Kỳ"), found.period_words),
            parts.Fact(_("Cấp tin cậy"), found.grade_words),
            parts.Fact(_("Nguồn"), found.source),
            parts.Fact(_("Công thức"), found.formula, found.measure),
            parts.Fact(_("Minh chứng"), found.evidence, url=proof),
            parts.Fact(_("Người nhập"), found.who, say.moment(found.recorded_at)),
            parts.Fact(_("Chốt lúc"), say.moment(found.as_of)),
            *(parts.Fact(_("Không tính"), reason, say.number(n)) for reason, n in found.excluded.items()),
        )
        if fact.value
    ]


def _replaced(found: Passport) -> str:
    if found.corrects is None:
        return ""
    words = {"version": found.corrects.version, "reason": found.measurement.reason}
    return _("bản %(version)s, vì: %(reason)s") % words


def _machine_line(found: Passport) -> str:
    figure = found.measurement
    period = f"{figure.period_start:%Y%m%d}–{figure.period_end:%Y%m%d}"
    source = found.measure or _("nhập tay")
    digest = found.digest[:16] or str(figure.uid)
    return f"{figure.indicator.code} · {source} · v{figure.version} · {period} · {digest}"
