"""Whether somebody may audit a process: never one he answers for or does part of (TCVN ISO 9001:2015, 9.2.2 c)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from chuan.rules.refusals.audits import OwnWorkAudited
from chuan.rules.wording import said


class Part(StrEnum):
    """What a post does in a process."""

    OWNER = "owner"
    DOER = "doer"


@dataclass(frozen=True, slots=True)
class Work:
    """Through which post somebody works in a process, as what, and since when within the days that are audited."""

    post: str
    part: Part
    since: date


_PARTS = {Part.OWNER: "chịu trách nhiệm quá trình này", Part.DOER: "thực hiện quá trình này"}


def reason(works: Sequence[Work]) -> str:
    """Why not, in words, answering before doing; "" where nothing stands against it."""
    ordered = sorted(works, key=lambda one: (one.part is not Part.OWNER, one.since))
    return "; ".join(
        f"giữ chức danh {one.post}, {_PARTS[one.part]} từ {said(one.since)} trong kỳ được đánh giá"
        for one in ordered
    )


def require_independent(name: str, process: str, works: Sequence[Work]) -> None:
    """Raises ``OwnWorkAudited`` with the reason where somebody works in the process."""
    if why := reason(works):
        raise OwnWorkAudited(name=name, process=process, why=why)
