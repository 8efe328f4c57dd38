"""All classes of a petition in one number: what is counted is sorted by it, which is far quicker than by ten texts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from django.db.models import Case, Value, When

from chuan.petitions.figures import classing as of
from chuan.petitions.figures.asked import Asked
from chuan.petitions.measures.classifying import within
from chuan.petitions.measures.tallying import Place
from chuan.petitions.models import Petition
from chuan.rules.petitions import Channel, Kind


class Classes(NamedTuple):
    """What one number stands for; the names are columns of ``classing.classed``."""

    kind: str
    channel: str
    competent: bool | None
    verdict: str
    judged: str
    came: str
    went: str
    took: bool


_KINDS = tuple(one.value for one in Kind)
_CHANNELS = tuple(one.value for one in Channel)
_VERDICTS = tuple(one for one in Petition.Verdict.values if one)
_OUTCOMES = tuple(one for one in Petition.Outcome.values if one)
_VALUES: Sequence[tuple[Any, ...]] = (
    ("", *_KINDS), ("", *_CHANNELS), (None, True, False), ("", *_VERDICTS), ("", *_OUTCOMES), of.CAME, of.WENT,
    (False, True),
)  # fmt: skip
"""Of each of ``Classes`` the values it may have, by their place in the number."""


def coded(asked: Asked) -> Any:
    """The number of a row, as an expression."""
    places: Sequence[Any] = (
        Place("kind", _KINDS),
        Place("channel", _CHANNELS),
        _cases(When(competent=True, then=Value(1)), When(competent=False, then=Value(2))),
        Place("verdict", _VERDICTS),
        _cases(When(odd="", then=Place("outcome", _OUTCOMES))),
        of.came(asked, lambda one: Value(of.CAME.index(one))),
        of.went(asked, lambda one: Value(of.WENT.index(one))),
        _cases(When(within("accepted_on", asked.period), then=Value(1))),
    )
    number = places[0]
    for place, values in zip(places[1:], _VALUES[1:], strict=True):
        number = number * Value(len(values)) + place
    return number


@lru_cache(maxsize=4096)
def decoded(number: int) -> Classes:
    """What a number stands for."""
    found = []
    for values in reversed(_VALUES):
        number, place = divmod(number, len(values))
        found.append(values[place])
    return Classes(*reversed(found))


def _cases(*whens: When) -> Case:
    return Case(*whens, default=Value(0))
