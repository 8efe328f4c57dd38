"""The scale of a unit on a day: its own where it set one by its document, else the one of the house."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from chuan.law.risk_scale import DatedScale, levels_of, scale_on
from chuan.people.models import Unit, UnitSetting
from chuan.rules.risks import Scale, Step, made_scale
from chuan.rules.types import Citation, Sure
from chuan.ui import formatters as say

KEY = "risks.scale"


def scale_of(unit: Unit, on: date) -> DatedScale:
    """The scale in force for the unit on the day; one statement."""
    return scale_on(on, [_dated(row) for row in UnitSetting.objects.standing(unit, KEY)])


def digest_of(scale: Scale) -> str:
    """SHA-256 of the words of its steps and of its table."""
    told = [[one.word for one in scale.likelihood], [one.word for one in scale.effect], scale.table]
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()


def put_down(
    likelihood: Sequence[Step], effect: Sequence[Step], bounds: Sequence[int], months: Sequence[int]
) -> str:
    """A scale as text to keep; ``_made`` reads it."""
    told = {
        "likelihood": [[one.word, one.meaning] for one in likelihood],
        "effect": [[one.word, one.meaning] for one in effect],
        "bounds": list(bounds),
        "months": list(months),
    }
    return json.dumps(told, ensure_ascii=False)


def made_of(
    likelihood: Sequence[Step], effect: Sequence[Step], bounds: Sequence[int], months: Sequence[int], on: date
) -> Scale:
    """The scale that such words and numbers make, with the levels of the house. Raises refusals of ``rules.risks``."""
    return made_scale(likelihood, effect, levels_of(scale_on(on).scale, months), bounds)


def named(scale: DatedScale) -> str:
    """Which scale it is, as kept with every score."""
    whose = scale.citation.number if scale.own else _("thang phần mềm đề xuất, chưa xác minh")
    return _("%(whose)s (từ %(day)s)") % {"whose": whose[:260], "day": say.day(scale.valid_from)}


def _dated(row: UnitSetting) -> DatedScale:
    told = json.loads(row.value)
    likelihood, effect = ([Step(*one) for one in told[which]] for which in ("likelihood", "effect"))
    scale = made_of(likelihood, effect, told["bounds"], told["months"], row.valid_from)
    citation = Citation(number=row.citation)
    return DatedScale(row.valid_from, citation, Sure.READ, scale, tuple(told["bounds"]), own=True)
