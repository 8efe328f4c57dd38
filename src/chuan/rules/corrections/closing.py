"""When a nonconformity may be closed: nothing open, the effect judged, every affected document revised or waived."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from chuan.rules.corrections.effects import Verdict
from chuan.rules.refusals import Refused
from chuan.rules.refusals.corrections import ActionStillOpen, DocumentUnsettled, EffectNotGood, EffectUnjudged


@dataclass(frozen=True, slots=True)
class Open:
    """What a matter still has open: words of actions and of documents, and what the last check came to."""

    actions: Sequence[str] = ()
    effect: Verdict | None = None
    documents: Sequence[str] = ()


def hindrances(left: Open) -> list[Refused]:
    """Everything that is in the way of closing, each a sentence that says what to do; empty when nothing is."""
    found: list[Refused] = [ActionStillOpen(action=one) for one in left.actions]
    if left.effect is None:
        found.append(EffectUnjudged())
    elif left.effect is not Verdict.GOOD:
        found.append(EffectNotGood())
    return [*found, *(DocumentUnsettled(document=one) for one in left.documents)]


def require_closable(left: Open) -> None:
    """Raises the first of ``hindrances``."""
    for one in hindrances(left):
        raise one
