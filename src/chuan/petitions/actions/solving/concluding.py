"""What came of a petition: decision, conclusion or answer, published, and how the sender found it."""

from __future__ import annotations

from datetime import date, datetime

from chuan.people.viewer import Viewer
from chuan.petitions.actions.recording import Paper
from chuan.petitions.actions.solving.stepping import said, signed, work
from chuan.petitions.models import Petition, PetitionEvent
from chuan.petitions.refusals_solving import PublishUnchecked
from chuan.rules.petitions import Kind


def conclude(
    petition: Petition, verdict: str, text: str, *, on: date, paper: Paper | None, by: Viewer, at: datetime
) -> PetitionEvent:  # fmt: skip
    """Write the decision on a complaint, or the conclusion about a denunciation, and whether it was right.

    Raises ``WordsMissing``, ``StillSuspended``, ``WrongMove``, and as ``signed`` does.
    """
    verb = "conclude" if petition.kind == Kind.DENUNCIATION else "decide"
    words = said(text, "kết quả giải quyết")
    return signed(petition, verb, on=on, paper=paper, text=words, data={"verdict": verdict}, by=by, at=at)


def answer(
    petition: Petition, text: str, *, on: date, paper: Paper | None, by: Viewer, at: datetime
) -> PetitionEvent:  # fmt: skip
    """Write the answer to feedback or a suggestion: whoever handles it. Raises ``WordsMissing`` and as ``work``."""
    words = said(text, "nội dung trả lời")
    return work(petition, "answer", on=on, paper=paper, text=words, by=by, at=at)


def publish(
    petition: Petition, text: str, *, on: date, checked: bool, by: Viewer, at: datetime
) -> PetitionEvent:  # fmt: skip
    """Write where the result was published. ``checked``: nothing in it tells of the denouncer.

    Raises ``PublishUnchecked`` (Luật Tố cáo 2018, Điều 56), ``WordsMissing``, and as ``work`` does.
    """
    words = said(text, "công khai ở đâu, bằng cách nào")
    if petition.kind == Kind.DENUNCIATION and not checked:
        raise PublishUnchecked()
    return work(petition, "publish", on=on, text=words, by=by, at=at)


def rate(petition: Petition, rating: str, *, on: date, by: Viewer, at: datetime) -> PetitionEvent:
    """Write how satisfied the sender of feedback is, 1 to 5 (``words.RATINGS``)."""
    return work(petition, "rate", on=on, data={"rating": rating}, by=by, at=at)


def supply(petition: Petition, text: str, *, on: date, by: Viewer, at: datetime) -> PetitionEvent:
    """Write what the sender of feedback added when asked. Raises ``WordsMissing`` and as ``work`` does."""
    return work(petition, "supply", on=on, text=said(text, "đã bổ sung điều gì"), by=by, at=at)
