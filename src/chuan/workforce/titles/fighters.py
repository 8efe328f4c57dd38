"""How many "chiến sĩ thi đua cơ sở" the share allows, and of whom: told before the vote and at the decision.

The share is no law that anybody has read (``emulation_fighter.share``, unverified): it warns, with its source.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from chuan.people.models import Official
from chuan.rules.law import Value
from chuan.rules.refusals.titles import PeopleMiscounted
from chuan.rules.titles import Title, fighters_allowed
from chuan.workforce.models import Reward, TitleRound
from chuan.workforce.ranking.laws import source
from chuan.workforce.titles.year import standings

_KEY = "emulation_fighter.share"


@dataclass(frozen=True, slots=True)
class FightersTold:
    """The share with its arithmetic and its source; ``base``: of whom it is counted."""

    sentence: str
    base: str
    source: str
    fits: bool

    @property
    def words(self) -> str:
        """All of it."""
        return _("%(sentence)s %(base)s Căn cứ: %(source)s.") % {
            "sentence": self.sentence, "base": self.base, "source": self.source,
        }  # fmt: skip


def before_vote(round_: TitleRound, law: Mapping[str, Value]) -> FightersTold | None:
    """Of those who stand, or hold the title already; None where nobody stands or no share is held. Three statements."""
    given = _given(round_)
    standing: dict[str, set[int]] = {}
    for official, rows in standings(round_).items():
        for row in rows:
            open_ = row.candidate.proposed_on is not None and (row.vote is None or row.vote.passed)
            if official is not None and open_:
                standing.setdefault(row.candidate.title, set()).add(official)
    counted = {
        title: given.get(title, set()) | standing.get(title, set())
        for title in (Title.ADVANCED_WORKER, Title.EMULATION_FIGHTER)
    }
    base = _("Tính trên người đang được đề nghị hoặc đã có danh hiệu lao động tiên tiến.")
    return _told(counted[Title.EMULATION_FIGHTER], counted[Title.ADVANCED_WORKER], law, base)


def at_decision(
    round_: TitleRound, named: Sequence[Official], law: Mapping[str, Value]
) -> FightersTold | None:
    """With these officials added to the register; of those whose title is in the register. One statement."""
    given = _given(round_)
    fighters = given.get(Title.EMULATION_FIGHTER, set()) | {one.pk for one in named}
    base = _("Tính trên lao động tiên tiến đã ghi trong sổ của năm.")
    return _told(fighters, given.get(Title.ADVANCED_WORKER, set()), law, base)


def _told(fighters: set[int], advanced: set[int], law: Mapping[str, Value], base: str) -> FightersTold | None:
    cap = law.get(_KEY)
    if not fighters or cap is None:
        return None
    try:
        share = fighters_allowed(len(fighters), len(advanced), law)
    except PeopleMiscounted:
        words = _(
            "%(fighters)s chiến sĩ thi đua cơ sở mà chỉ có %(advanced)s lao động tiên tiến để tính tỷ lệ."
        )
        told = words % {"fighters": len(fighters), "advanced": len(advanced)}
        return FightersTold(told, base, source(cap), fits=False)
    return FightersTold(share.sentence, base, source(cap), share.fits) if share else None


def _given(round_: TitleRound) -> dict[str, set[int]]:
    rows = Reward.objects.known_at(None).filter(round=round_, official__isnull=False)
    found: dict[str, set[int]] = {}
    for title, official in rows.values_list("title", "official_id"):
        if official is not None:
            found.setdefault(title, set()).add(official)
    return found
