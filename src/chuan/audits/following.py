"""Where a finding went: the nonconformity raised from it, its state, and whether a later audit found it mended."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from chuan.audits.models import Finding
from chuan.corrections.models import Nonconformity
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.rules.audits import Grade, asks_for_correction
from chuan.rules.lifecycles import NONCONFORMITY

KIND = "finding"
RAISE = "/khac-phuc/neu/?tu=finding."
"""Where a nonconformity is raised from a finding; its uid comes after."""


@dataclass(frozen=True, slots=True)
class Followed:
    """A nonconformity raised from a finding: its uid, code, and state in words."""

    uid: uuid.UUID
    code: str
    state: str

    @property
    def address(self) -> str:
        """Its page."""
        return f"/khac-phuc/{self.uid}/"


def followed(findings: Iterable[Finding]) -> dict[uuid.UUID, Followed]:
    """By uid of the finding; one statement."""
    rows = Nonconformity.objects.filter(subject_kind=KIND, subject_uid__in=[one.uid for one in findings])
    return {
        one.subject_uid: Followed(one.uid, one.code, _state(one))
        for one in rows.order_by("pk")
        if one.subject_uid is not None
    }


def unfollowed(findings: Iterable[Finding]) -> list[Finding]:
    """Those that do not conform and from which nothing was raised; one statement."""
    asked = [one for one in findings if asks_for_correction(Grade(one.grade)) and one.withdrawn_at is None]
    known = followed(asked)
    return [one for one in asked if one.uid not in known]


def subject_of(finding: Finding) -> Subject:
    """The finding as other rooms know it."""
    return Subject(KIND, finding.uid)


def raise_address(finding: Finding, viewer: Viewer) -> str:
    """Where this viewer raises the nonconformity; "" when the finding asks for none or is taken back."""
    asked = asks_for_correction(Grade(finding.grade)) and finding.withdrawn_at is None
    return f"{RAISE}{finding.uid}" if asked and viewer.unit.pk == finding.audit.owner_unit_id else ""


def _state(one: Nonconformity) -> str:
    return NONCONFORMITY.statuses[one.status].label
