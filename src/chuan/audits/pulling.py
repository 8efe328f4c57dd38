"""The list by which papers of a sample are pulled: what each is called, where it lies, whose hands it was in."""

from __future__ import annotations

from dataclasses import dataclass

from chuan.audits.models import AuditSample, SampledRecord
from chuan.audits.own import standing_team
from chuan.offers.auditing import had_in_hand
from chuan.offers.subjects import Described, describe
from chuan.people.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Pulled:
    """One record; ``shown`` None where this viewer may not see it. ``own``: members of the team who worked on it."""

    record: SampledRecord
    shown: Described | None
    own: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """What it is called, or only that it is there."""
        return self.shown.label if self.shown else "–"


def pulled(sample: AuditSample, viewer: Viewer) -> list[Pulled]:
    """In the order of the register; one statement for a kind, and a few for each member of the team."""
    records = list(sample.records.order_by("ordinal"))
    subjects = [one.subject for one in records]
    shown = describe(subjects, viewer)
    members = [one for one in standing_team(sample.audit) if one.official]
    hands = {one.name: had_in_hand(subjects, one.official.uid) for one in members if one.official is not None}
    return [
        Pulled(
            one, shown.get(one.subject), tuple(name for name, held in hands.items() if one.subject in held)
        )
        for one in records
    ]
