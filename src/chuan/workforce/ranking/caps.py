"""The cap on outstanding for a round as it stands or as it would stand, and the head beside the unit. Warnings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from chuan.rules.ranking import CapVerdict, Level, capped, head_against_unit
from chuan.rules.refusals.ranking import HeadAboveUnit
from chuan.workforce.models import Assessment, RankingRound
from chuan.workforce.ranking.laws import group_names, law_of, source


def caps_of(round_: RankingRound, change: Mapping[int, Level] | None = None) -> CapVerdict:
    """Decided levels, else the head's proposals, with ``change`` (by key) in their place.

    Who is ranked above is in no group of the unit. One statement.
    """
    return caps_among(round_, round_.assessments.all(), change or {})


def caps_among(
    round_: RankingRound, rows: Iterable[Assessment], change: Mapping[int, Level] | None = None
) -> CapVerdict:
    """The same of rows at hand; no statement."""
    law, changed = law_of(round_), change or {}
    counted: dict[str, dict[Level, int]] = {key: {} for key in group_names(law)}
    for one in rows:
        if one.above or one.status == "left_out":
            continue
        level = changed.get(one.pk) or standing_level(one)
        if level is not None:
            group = counted.setdefault(one.group, {})
            group[level] = group.get(level, 0) + 1
    told = {group: levels for group, levels in counted.items() if levels}
    return capped(told, law.values, outstanding=round_.outstanding, names=group_names(law))


def cap_source(round_: RankingRound) -> str:
    """The act and article of the share that holds for the round."""
    values = law_of(round_).values
    key = "cap.excellent.outstanding" if round_.outstanding else "cap.excellent"
    return source(values.get(key, values["cap.excellent"]))


def standing_level(one: Assessment) -> Level | None:
    """The decided level, else the head's proposal; None while neither is there."""
    level = one.decided_level or one.proposed_level
    return Level(level) if level else None


def head_words(round_: RankingRound, rows: Iterable[Assessment]) -> str:
    """What is to be said of a head ranked above his unit; "" where nothing is, or either level is not known."""
    law = law_of(round_)
    head = next((one for one in rows if one.above and one.decided_level), None)
    if head is None or not round_.unit_level:
        return ""
    try:
        head_against_unit(Level(head.decided_level), Level(round_.unit_level), law.values)
    except HeadAboveUnit as refused:
        return _("%(what)s Căn cứ: %(source)s.") % {
            "what": refused.sentence, "source": source(law.values["head.not_above_unit"]),
        }  # fmt: skip
    return ""
